"""Structures, annexes, exits and hours from the ASP's exports. A person of theirs becomes a number of ours.

Readings: the hours of a month are those of its latest version; the hours of a person in a structure are added over its
contracts; what a code of exit means is told by whoever converts, for no public list says it. Pay, birth and every other
fact about a person are left where they are.
"""
