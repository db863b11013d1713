"""Measures of this family of promises."""
