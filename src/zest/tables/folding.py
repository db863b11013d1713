"""Words compared without their case, accents and spaces: « Reçue le », « RECUE_LE » and « recue-le » are one."""

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl


def fold(text: str, joint: str = "_") -> str:
    """Return a word in small letters without accents; whatever is neither letter nor digit becomes ``joint``."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", joint, bare).strip(joint)


def folded(texts: "pl.Expr") -> "pl.Expr":
    """Fold a column of words, joined by hyphens, as `fold` does."""
    bare = texts.str.to_lowercase().str.normalize("NFKD").str.replace_all(r"\p{M}", "")
    return bare.str.replace_all(r"[^\p{L}\p{N}]+", "-").str.strip_chars("-")
