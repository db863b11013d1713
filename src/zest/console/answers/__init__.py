"""Answers for programs as classes: what is written, and what the published schemas are made from.

Each command has one, which its screen is never made from; :func:`zest.console.envelopes.envelope` writes it.
"""
