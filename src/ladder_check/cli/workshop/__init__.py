"""`workshop`: a session with a room, a module for each of its commands."""
