"""JSON Schemas (2020-12) of the files that people write and of the answers for programs, made from their classes.

What zest ships lies in ``zest/schemas``; ``python -m zest.json_schema`` writes those again after a change of a class.
"""
