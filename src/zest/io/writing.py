"""A dossier back to text, so that reading what was written gives the same dossier."""

import functools
from typing import Any

import attrs
import cattrs
from cattrs.gen import make_dict_unstructure_fn, override

from zest.model.dossier import Dossier


@functools.cache
def _converter() -> cattrs.Converter:
    made = cattrs.Converter(omit_if_default=True)
    made.register_unstructure_hook_factory(attrs.has, lambda kind: _table(made, kind))
    return made


def _table(made: cattrs.Converter, kind: Any) -> Any:
    omitted: Any = {a.name: override(omit=True) for a in attrs.fields(kind) if a.metadata.get("omit")}
    return make_dict_unstructure_fn(kind, made, _cattrs_omit_if_default=True, **omitted)


def plain(dossier: Dossier) -> dict[str, Any]:
    """Return a dossier as plain data: what was not told is left out, days stay days."""
    made: dict[str, Any] = _converter().unstructure(dossier)
    return made


def to_toml(dossier: Dossier) -> str:
    """Return a dossier as one TOML text."""
    import tomli_w

    return tomli_w.dumps(plain(dossier), multiline_strings=True)


def to_json(dossier: Dossier) -> str:
    """Return a dossier as one JSON text; days are written ``2014-06-18``."""
    import json

    return json.dumps(plain(dossier), ensure_ascii=False, indent=2, default=_day) + "\n"


def _day(value: Any) -> str:
    text: str = value.isoformat()
    return text
