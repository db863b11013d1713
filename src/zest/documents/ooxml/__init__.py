"""What Word and PowerPoint files share: looked at before anything opens them, drawn on, packed the same way twice."""
