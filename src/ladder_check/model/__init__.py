"""What things are.  Imports pydantic, and nothing of ours but errors."""
