"""Asking, one question at a time."""
