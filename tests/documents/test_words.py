"""French typography for paper."""

import pytest

from zest.documents.words import both_titles, euros, phone, sentence, siret, typeset
from zest.model.job import HoursPattern, Job, JobCodes
from zest.source import recalled


@pytest.mark.parametrize(
    "written,set_",
    [
        ("Un besoin ? L'été !", "Un besoin\u202f? L’été\u202f!"),
        ("oui ; non : « là »", "oui\u202f; non\u00a0: «\u00a0là\u00a0»"),
        ("17 997 heures, 48 h, 52 %", "17\u202f997\u00a0heures, 48\u00a0h, 52\u00a0%"),
        ("n° 3, Mme D., 12 mois", "n°\u00a03, Mme\u00a0D., 12\u00a0mois"),
        ("'seul' 2 maisons", "'seul’ 2 maisons"),
        ("https://a.example/?x", "https://a.example/?x"),
    ],
)
def test_spaces_and_apostrophes_are_those_of_a_printer(written: str, set_: str) -> None:
    """Narrow before high punctuation, no-break where a line must not end, curly where a word is cut short."""
    assert set_ == typeset(written)


@pytest.mark.parametrize(
    "written,shown",
    [
        ("0261910000", "02 61 91 00 00"),
        ("+33 2 61 91 00 00", "02 61 91 00 00"),
        ("0033 (0)2.61.91.00.00", "02 61 91 00 00"),
        ("02 31 820 520", "02 31 82 05 20"),
        ("3631", "3631"),
        ("+32 2 123 45 67", "+32 2 123 45 67"),
        ("", ""),
    ],
)
def test_a_phone_number_is_read_by_pairs(written: str, shown: str) -> None:
    """A French number goes by two digits; another stays as it is; no line breaks inside."""
    assert shown.replace(" ", "\u00a0") == phone(written)


def test_amounts_and_numbers_are_french() -> None:
    """Euros have a comma and a narrow space, a SIRET goes by three."""
    assert ("21,50\u00a0€", "1\u202f234,05\u00a0€") == (euros(2150), euros(123405))
    assert "100\u00a0000\u00a0017\u00a000010" == siret("10000001700010")


def test_a_sentence_begins_and_ends() -> None:
    """A capital, and a full stop unless it ends already."""
    assert ("Bien.", "Bien\u202f?", "Bien…") == (sentence("bien"), sentence("bien\u202f?"), sentence("Bien…"))


@pytest.mark.parametrize(
    "feminine,masculine,shown",
    [
        ("Employée d'étage", "Employé d'étage", "Employé·e d'étage"),
        ("Plongeuse", "Plongeur", "Plongeuse / Plongeur"),
        ("Aide de cuisine", "Aide de cuisine", "Aide de cuisine"),
        ("Aide-maçonne", "Aide-maçon", "Aide-maçon·ne"),
        ("Serveuse de restaurant", "Serveur de restaurant", "Serveuse / Serveur de restaurant"),
        ("Femme de chambre", "Valet d'hôtel", "Femme de chambre / Valet d'hôtel"),
        ("Agente ou agent", "Agent", "Agente ou agent / Agent"),
    ],
)
def test_a_title_is_short_where_an_e_tells_apart(feminine: str, masculine: str, shown: str) -> None:
    """Both titles are said; one word where that reads well."""
    source = recalled("essai")
    job = Job(
        key="a", feminine=feminine, masculine=masculine, summary="", codes=JobCodes(rome=()), tasks=(),
        hours=HoursPattern(text="", source=source), sources={},
    )  # fmt: skip

    assert shown == both_titles(job)
