"""The kit: sound samples, rule examples, strategies. For zest's own tests and for those of sectors."""
