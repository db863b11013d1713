"""The domain: frozen types that know no file, no clock, no plugin and no colour.

A field left ``None`` was *not told*; an empty tuple was told to be empty. Rules rest on the difference:
what nobody told is not checked, what was told to be absent is a fault.
"""
