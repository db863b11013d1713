"""Edges: what zest reads from files, with the place of everything in them."""
