"""Rules over one assessment: they judge honesty and upkeep, never height."""
