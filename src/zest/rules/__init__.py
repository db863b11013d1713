"""Core rules, one a file, in folders named after the body of requirements that they read."""
