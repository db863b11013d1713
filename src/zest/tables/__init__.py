"""Record tables over data frames: their schemas, how files of any French flavour are read, a generator.

Nothing here imports a data frame library before it is needed.
"""
