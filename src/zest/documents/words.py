"""French typography for paper: finer spaces than a terminal has, curly apostrophes, phone numbers, euros."""

import re

from zest.console.typography import NBSP, THIN, heading
from zest.model.job import Job

_APOSTROPHE = re.compile(r"(?<=\w)'")
_BEFORE = re.compile(r"[ \u00a0]([;!?])")
_COLON = re.compile(r"[ \u202f]([:»])")
_GUILLEMET = re.compile(r"«[ \u202f]")
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))")
_UNIT = re.compile(r"(?<=\d) (?=(?:%|€|h|heures?|jours?|ans?|mois|points?)(?!\w))")
_NUMBER = re.compile(r"\b(n°|art\.|art|M\.|Mme) (?=[\w])")
_MOST_DIGITS = 10


def typeset(text: str) -> str:
    """Return a text as a printer sets it: narrow spaces, no-break spaces, curly apostrophes.

    Nothing else moves: what was literal stays literal.
    """
    for pattern, instead in (
        (_APOSTROPHE, "’"),
        (_BEFORE, rf"{THIN}\1"),
        (_COLON, rf"{NBSP}\1"),
        (_GUILLEMET, f"«{NBSP}"),
        (_THOUSANDS, THIN),
        (_UNIT, NBSP),
        (_NUMBER, rf"\1{NBSP}"),
    ):
        text = pattern.sub(instead, text)
    return text


def phone(text: str) -> str:
    """Return a French number by pairs that no line breaks, « 02 61 91 00 00 »; any other number as it is written."""
    digits = re.sub(r"[\s.\-()]", "", text)
    national = re.sub(r"^(?:\+33|0033)0?", "0", digits)
    if re.fullmatch(r"0[1-9]\d{8}", national, re.ASCII):
        return NBSP.join(national[i : i + 2] for i in range(0, _MOST_DIGITS, 2))
    return text.strip().replace(" ", NBSP)


def euros(cents: int) -> str:
    """Return an amount: « 21,50 € »."""
    whole, rest = divmod(cents, 100)
    return f"{whole:,},{rest:02d}{NBSP}€".replace(",", THIN, f"{whole:,}".count(","))


def siret(text: str) -> str:
    """Return a SIRET as people read it: « 100 000 017 00010 »."""
    return NBSP.join((text[:3], text[3:6], text[6:9], text[9:]))


def both_titles(job: Job) -> str:
    """Return the title of a job for women and men, shortened where its words let it: « Employé·e d'étage »."""
    hers, his = job.feminine.split(" "), job.masculine.split(" ")
    if len(hers) == len(his) and all(_both(her, him) for her, him in zip(hers, his, strict=True)):
        return " ".join(_both(her, him) for her, him in zip(hers, his, strict=True))
    if hers[1:] == his[1:]:
        return " ".join((f"{hers[0]} / {his[0]}", *his[1:]))
    return f"{job.feminine} / {job.masculine}"


def _both(her: str, him: str) -> str:
    """Return one word for both; empty where they are told apart by more than an ending."""
    endings = ("", "e", "ne", "le")
    return next((f"{him}·{end}" if end else him for end in endings if her == him + end), "")


def sentence(text: str) -> str:
    """Begin with a capital and end with a full stop."""
    told = heading(text.strip())
    return told if told.endswith((".", "!", "?", "…", "»")) else f"{told}."
