"""A library that is not installed is told in one sentence."""

import importlib.util

import pytest

from zest.documents.slides.deck import deck
from zest.documents.word.filling import fill
from zest.documents.word.models import COMMON
from zest.errors import MissingExtraError


def test_each_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence ends with what to install."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)

    with pytest.raises(MissingExtraError, match="zest-coorace\\[word\\]"):
        fill(b"", {})
    with pytest.raises(MissingExtraError, match="zest-coorace\\[pptx\\]"):
        deck({}, COMMON)
