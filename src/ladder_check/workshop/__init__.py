"""Scoring with a room: the record of a session, the ways in, and what leaves it."""
