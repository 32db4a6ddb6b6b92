"""How findings look: a module for each format, all with the same three arguments."""
