"""From files to models, with places; and back to files."""
