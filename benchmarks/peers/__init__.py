"""The peers of the benchmark of records, one a file: each judges the missions as its users would."""
