"""Structures to and from the State's platforms, and activity from the ASP's exports; each tells what it did not carry.

Everything is done offline, by lists that are pinned in ``values.toml`` with the day that somebody read them.
"""
