"""The conformance kit: each check of a sector as a coded value, run without pytest nor hypothesis."""
