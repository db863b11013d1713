"""Measures by name: what is counted, over which rows, and what makes a case pass. One measure a file.

Their bodies are narwhals expressions: the very same ones run on polars, DuckDB and Spark.
Importing this package or :mod:`zest.indicators.indicator` loads no data-frame library.
"""
