"""Worked assessments, drawn from published stories."""
