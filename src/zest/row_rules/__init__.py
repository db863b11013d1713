"""What any row of a table must be, whatever was promised. One rule a file; the notice of its code explains it."""
