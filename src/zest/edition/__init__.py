"""Regional editions (*éditions régionales*): a sector extended, its named commitments and figures changed."""
