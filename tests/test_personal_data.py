"""What names a person, and what does not."""

import time

import pytest

from zest.personal_data import designates, email, nir, singles_out, written


@pytest.mark.parametrize(
    "text",
    [
        "184021411803066",
        "1 84 02 14 118 030 66",
        "n° 1.84.02.14.118.030.66, à jour",
        "1 84 02 2A 118 030 28",
        "184022b11803055",
    ],
)
def test_a_social_security_number_is_known_by_its_key(text: str) -> None:
    """Written together or apart; Corsica has letters."""
    assert nir(text)


@pytest.mark.parametrize(
    "text",
    [
        "184021411803067",
        "18402141180306",
        "1840214118030661",
        "x184021411803066",
        "FR76 3000 6000 0112 3456 7890 189",
        "10000000900108",
        "",
    ],
)
def test_another_number_is_none(text: str) -> None:
    """A wrong key, one digit more or less, a bank account, a SIRET."""
    assert not nir(text)


@pytest.mark.parametrize(
    "reference,expected",
    [
        ("camille@exemple.invalid", "un courriel"),
        ("184021411803066", "un numéro de sécurité sociale"),
        ("1840214118030", "un numéro de sécurité sociale"),
        ("184022a118030", "un numéro de sécurité sociale"),
        ("Exemple 184021411803067", "un numéro de sécurité sociale"),
        ("0612345678", "un numéro de téléphone"),
        ("+33 6 12 34 56 78", "un numéro de téléphone"),
        ("06.12.34.56.78", "un numéro de téléphone"),
        ("Camille Exemple", "un nom de personne"),
        ("EXEMPLE Camille", "un nom de personne"),
        ("Exemple, Camille", "un nom de personne"),
        ("Camille de L'Exemple", "un nom de personne"),
        ("Anne-Camille d’Exemple", "un nom de personne"),
        ("Mme Exemple", "un nom de personne"),
        ("M. E.", "un nom de personne"),
        ("", ""),
        ("s-001", ""),
        ("S 001", ""),
        ("2026-0042", ""),
        ("Salarié Un", ""),
        ("Personne Fictive", ""),
        ("Salarié A", ""),
        ("Camille", ""),
        ("C. E.", ""),
        ("AI Bocage 12", ""),
        ("référence masquée", ""),
        ("1849914118030", ""),
        ("10000000900108", ""),
    ],
)
def test_a_reference_that_designates_a_person_is_seen(reference: str, expected: str) -> None:
    """A pseudonym passes, and so does what cannot be told from one."""
    assert expected == designates(reference)


@pytest.mark.parametrize("name", ["Mme Exemple", "Exemple 0612345678", "c@exemple.invalid", "1840214118030"])
def test_a_client_that_is_a_person_is_seen(name: str) -> None:
    """By what no firm has in its name."""
    assert singles_out(name)
    assert not singles_out("Hôtel Bellevue")


@pytest.mark.parametrize(
    "text,expected",
    [
        ("Joindre camille@exemple.invalid.", "un courriel"),
        ("camille@exemple", ""),
        ("à 8 h @ l'hôtel", ""),
        ("Poste 12, bâtiment B", ""),
    ],
)
def test_a_text_says_what_it_holds(text: str, expected: str) -> None:
    """For sure, or not at all: a phone number may be the firm's."""
    assert expected == written(text)


@pytest.mark.parametrize("text", ["a" * 1_000_000, "1 " * 500_000, "a@" * 300_000, "a.b-" * 250_000 + "@"])
def test_a_long_text_is_read_in_no_time(text: str) -> None:
    """Once, from one end to the other."""
    start = time.process_time()

    assert not email(text)
    assert not nir(text)
    assert time.process_time() - start < 5
