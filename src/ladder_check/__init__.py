"""Find out, honestly, how far you share power with the people who draw on your services."""

__version__ = "0.1.0"
