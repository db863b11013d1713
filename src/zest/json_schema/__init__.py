"""JSON Schemas (2020-12) of the files that people write, made from the model: French titles and descriptions.

What zest ships lies in ``zest/schemas``; ``python -m zest.json_schema`` writes those again after a change of the model.
"""
