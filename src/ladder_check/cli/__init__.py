"""Arguments in, text and a status out."""
