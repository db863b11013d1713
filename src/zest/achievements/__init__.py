"""What a collective has achieved, as it may be published: hours, full-time equivalents, exits, promises, trainings.

Nothing here names a person, and no count of a structure is so small that it points at one.
"""
