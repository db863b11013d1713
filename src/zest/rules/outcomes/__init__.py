"""Rules of this body of requirements."""
