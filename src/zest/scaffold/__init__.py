"""A sector to fill: a whole distribution, written offline, at once or not at all."""
