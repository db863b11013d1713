"""What names a person where only a reference should stand. Nothing here ever repeats what it found.

Source: the form of the NIR is that of the State's platform, read on 22 August 2026: fifteen characters, 2A and 2B of
Corsica read as 19 and 18, the last two 97 − (the first thirteen modulo 97).
"""

import re
from typing import Final

SIGNS: Final = r"@|(?:\d[\s.-]?){10}|2[AaBb](?:[\s.-]?\d{3}){2}"
"""What any text with an address or a number of a person holds: the ten digits of a phone, those that follow Corsica."""

MAYBE: Final = rf"[\s\x1c-\x1f,'’]|{SIGNS}"
"""What any reference that designates a person holds: two words, or one of the signs. Any engine can look for it."""

_SIGNS, _MAYBE = re.compile(SIGNS), re.compile(MAYBE)
_NIR = re.compile(
    r"(?<!\w)\d(?:[\s.-]?\d\d){2}[\s.-]?(?:\d\d|2[AB])(?:[\s.-]?\d{3}){2}[\s.-]?\d\d(?!\w)", re.IGNORECASE
)
_PHONE = re.compile(r"(?<![\w+])(?:\+33|0033|0)[\s.-]?[1-9](?:[\s.-]?\d\d){4}(?!\w)")
# Without its key or with a wrong one, it still is a number of that form: sex, year, month, then where.
_BARE_NIR = re.compile(r"(?<!\w)[12]\d\d(?:0[1-9]|1[0-2])(?:\d\d|2[AB])\d{6}(?:\d\d)?(?!\w)", re.IGNORECASE)
# Begins at the sign itself: a text of a million letters is read once.
_EMAIL = re.compile(r"(?<=[\w+-])@[\w-]+\.\w", re.UNICODE)
_CIVILITIES = ("M.", "Mme", "Mlle", "Monsieur", "Madame", "Mademoiselle")
_PARTICLES = frozenset({"de", "du", "des", "d", "l", "la", "le", "les", "et"})
_GENERIC = ("agent", "employé", "intérimaire", "personne", "salarié")
_SHORTEST = 5
"""Characters of the shortest address, ``a@b.c``; a number has fifteen."""

_SEPARATORS = re.compile(r"[\s.-]")


def nir(text: str) -> bool:
    """Whether the text holds a social-security number whose key is right."""
    return any(_key_holds(_SEPARATORS.sub("", found[0]).upper()) for found in _NIR.finditer(text))


def _key_holds(number: str) -> bool:
    digits = number[:13].replace("2A", "19").replace("2B", "18")
    return int(number[13:]) == 97 - int(digits) % 97


def email(text: str) -> bool:
    """Whether the text holds an e-mail address."""
    return _EMAIL.search(text) is not None


def written(text: str) -> str:
    """Say in French what a free text holds of a person for sure; empty for nothing."""
    if len(text) < _SHORTEST or not _SIGNS.search(text):
        return ""
    return "un numéro de sécurité sociale" if nir(text) else "un courriel" if email(text) else ""


def designates(reference: str) -> str:
    """Say in French what the reference of an employee looks like, if it designates a person; empty for nothing.

    A name is seen by its civility, or by two words that begin with a capital and hold letters alone. One word,
    initials, « Salarié Un » may as well be pseudonyms: they pass.
    """
    if not _MAYBE.search(reference):
        return ""
    if found := written(reference):
        return found
    if _BARE_NIR.search(reference):
        return "un numéro de sécurité sociale"
    if _PHONE.search(reference):
        return "un numéro de téléphone"
    return "un nom de personne" if _named(reference) else ""


def singles_out(name: str) -> bool:
    """Whether the name of a client is, or holds, what singles out a person: firms have names of two words too."""
    return _has_civility(name) or (_SIGNS.search(name) is not None and _numbered(name))


def _numbered(name: str) -> bool:
    return bool(written(name) or _PHONE.search(name) or _BARE_NIR.search(name))


def _has_civility(text: str) -> bool:
    return text.startswith(tuple(f"{civility} " for civility in _CIVILITIES))


def _named(reference: str) -> bool:
    if _has_civility(reference):
        return True
    words = re.split(r"[\s,'’]+", reference.strip())
    names = [word for word in words if word.lower() not in _PARTICLES]
    generic = reference.lower().startswith(_GENERIC)
    return not generic and 2 <= len(names) <= 5 and all(map(_capital, names))


def _capital(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word.replace("-", "").isalpha()
