"""French words as people type them, with every legal sign that a file format could trip over."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

_SIGNS = st.characters(codec="utf-8", exclude_categories=["C"])

_AWKWARD = st.sampled_from([
    "é", "à", "œ", "Ç", "e\u0301", "’", "«\u202f", "\u202f»", "\u00a0:", "–", "…", "€", "m²", "👩\u200d🔧",
    " ", "  ", "'", '"', "'''", '"""', "\\", "\\n", "#", "=", "[", "]]", "{", "}", "{value}", "%", "%s", "|", ",", ";",
    "- ", ": ", "&", "*", "!", "~", "true", "null", "1e5", "0014", "2026-01-01", "=1+1", "<b>", "None",
])  # fmt: skip
_BREAKS = st.sampled_from(["\n", "\t"])


def texts(*, max_size: int = 6) -> SearchStrategy[str]:
    """Return texts that a dossier may hold, the empty one included: no invisible sign, line feeds allowed."""
    return st.lists(_AWKWARD | _SIGNS | _BREAKS, max_size=max_size).map("".join)


def names(*, max_size: int = 6) -> SearchStrategy[str]:
    """Return texts of one line that begin with a letter, as names of structures, jobs and clients do."""
    rest = st.lists(_AWKWARD | _SIGNS, max_size=max_size).map("".join)
    return st.builds("{}{}".format, st.sampled_from("AÉŒz"), rest)


def keys() -> SearchStrategy[str]:
    """Return references of objects: slugs, and names where somebody did not care."""
    slugs = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", max_size=8)
    return st.builds("{}{}".format, st.sampled_from("aemz"), slugs) | names(max_size=2)
