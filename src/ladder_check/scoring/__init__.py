"""From answers to a profile.  Pure: values in, values out."""
