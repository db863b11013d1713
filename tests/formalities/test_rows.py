"""What a row of the table shows of a promise that its formalities break."""

import datetime as dt
from typing import Any

import pytest

pytest.importorskip("narwhals")

from zest.indicators.formalities.formalities_before_start import FORMALITIES_BEFORE_START

ROW = {
    "debut": dt.date(2026, 6, 15),
    "dpae_le": dt.datetime(2026, 6, 14, 9),
    "contrat_mad_le": dt.date(2026, 6, 15),
    "contrat_travail_le": dt.date(2026, 6, 16),
    "_dpae_a_temps": True,
    "_client_a_temps": None,
    "_salarie_a_temps": True,
}


@pytest.mark.parametrize(
    "changes,said",
    [
        ({"contrat_travail_le": None, "_salarie_a_temps": False}, "contrat salarié sans date"),
        (
            {"contrat_mad_le": dt.date(2026, 6, 22), "_client_a_temps": False},
            "contrat client 22/06/2026 (en retard)",
        ),
        (
            {"dpae_le": dt.datetime(2026, 6, 15, 9, 5), "_dpae_a_temps": False},
            "DPAE 15/06/2026 à 09 h 05 (en retard)",
        ),
        ({"dpae_le": dt.datetime(2026, 6, 16, 9), "_dpae_a_temps": False}, "DPAE 16/06/2026 (en retard)"),
    ],
)
def test_what_was_late_is_said(changes: dict[str, Any], said: str) -> None:
    """Of three dates, the one that breaks the promise; of a declaration on the very day, its hour."""
    words = FORMALITIES_BEFORE_START.words({**ROW, **changes})

    assert said in words.split(", ")
    assert words.count("en retard") == said.count("en retard")
