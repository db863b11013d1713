"""Sector plugins: found by entry point, loaded only when asked for, contained at every step."""
