"""What is said.  Pure: a profile in, a report out."""
