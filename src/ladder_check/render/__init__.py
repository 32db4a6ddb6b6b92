"""How it looks: a value in, text out."""
