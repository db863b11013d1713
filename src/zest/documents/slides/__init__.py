"""PowerPoint: a themed presentation in the colours of a sector."""
