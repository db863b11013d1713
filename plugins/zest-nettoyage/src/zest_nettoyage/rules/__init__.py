"""Rules that relate two facts, one a file."""
