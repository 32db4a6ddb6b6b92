"""Ladders and question banks, as data."""
