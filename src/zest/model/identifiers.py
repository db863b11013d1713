"""Checked strings: the numbers by which France names its firms, associations and agreements.

Only what makes a number meaningless is refused here. A check digit that fails is a rule's business,
because real files of the State hold such numbers (trap 14 of the field: never crash on Luhn).
"""

import re
from types import MappingProxyType
from typing import ClassVar, Self

_EXPONENT = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")
_SPACES = re.compile(r"[\s  .\-]")


class Identifier(str):
    """A string of a known form. Compares, hashes and prints as a plain ``str``.

    Raises:
        ValueError: with a French sentence that tells what a spreadsheet or a hand did to the number.
    """

    __slots__ = ()
    pattern: ClassVar[re.Pattern[str]]
    expected: ClassVar[str]
    length: ClassVar[int] = 0

    def __new__(cls, text: str) -> Self:
        """Check the form of ``text`` and keep it as it is."""
        if not cls.pattern.fullmatch(text):
            raise ValueError(cls.diagnose(text))
        return super().__new__(cls, text)

    @classmethod
    def diagnose(cls, text: str) -> str:
        """Say what is wrong with ``text`` and, where the damage is a known one, what did it."""
        return f"{clip(text)} n'est pas {cls.expected}{cls._damage(text)}."

    @classmethod
    def _damage(cls, text: str) -> str:
        if _EXPONENT.fullmatch(text):
            return (
                " : un tableur l'a mis en notation scientifique et des chiffres sont perdus ;"
                " reprenez le numéro d'origine"
            )
        bare = _SPACES.sub("", text)
        if bare != text and cls.pattern.fullmatch(bare):
            return f" : retirez les espaces et la ponctuation (« {bare} »)"
        if cls.length and bare.isdigit() and len(bare) < cls.length:
            digits = "un seul chiffre" if len(bare) == 1 else f"{len(bare)} chiffres"
            return f" : il a {digits}, un tableur a peut-être retiré les zéros du début"
        return ""


def clip(text: str, width: int = 60) -> str:
    """Quote a value for a message, shortened in the middle beyond ``width`` characters."""
    shown = text if len(text) <= width else f"{text[: width // 2]}…{text[-width // 4 :]}"
    return f"« {shown} »"


def luhn(digits: str) -> bool:
    """Whether the Luhn sum of ``digits`` is a multiple of ten."""
    doubled = (int(d) * (2 if i % 2 else 1) for i, d in enumerate(reversed(digits)))
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


LA_POSTE = "356000000"


class Siren(Identifier):
    """Number of a legal unit (*SIREN*): nine digits."""

    __slots__ = ()
    pattern: ClassVar[re.Pattern[str]] = re.compile(r"\d{9}", re.ASCII)
    expected: ClassVar[str] = "un SIREN (neuf chiffres)"
    length: ClassVar[int] = 9

    @property
    def checksum_ok(self) -> bool:
        """Whether the Luhn sum holds."""
        return luhn(self)


class Siret(Identifier):
    """Number of an establishment (*SIRET*): a SIREN and five digits (*NIC*)."""

    __slots__ = ()
    pattern: ClassVar[re.Pattern[str]] = re.compile(r"\d{14}", re.ASCII)
    expected: ClassVar[str] = "un SIRET (quatorze chiffres)"
    length: ClassVar[int] = 14

    @property
    def siren(self) -> Siren:
        """The legal unit that the establishment belongs to."""
        return Siren(self[:9])

    @property
    def checksum_ok(self) -> bool:
        """Whether the Luhn sums hold, over 14 digits and over the first nine.

        Source: La Poste (SIREN 356000000) numbers most of its offices by another rule: a plain digit
        sum that is a multiple of five is accepted there as well.
        """
        if self.startswith(LA_POSTE):
            return luhn(self) or sum(map(int, self)) % 5 == 0
        return luhn(self) and self.siren.checksum_ok


class Rna(Identifier):
    """Number of an association (*RNA*): ``W`` and nine signs, the second and later ones a digit or a letter.

    Source: overseas numbers carry a letter (``W9R1011072`` is a real one of La Réunion), which the usual
    ``W`` and nine digits refuse. Associations of Alsace-Moselle have none: the number is never required.
    """

    __slots__ = ()
    pattern: ClassVar[re.Pattern[str]] = re.compile(r"W\d[\dA-Z]\d{7}", re.ASCII)
    expected: ClassVar[str] = (
        "un numéro RNA (W, puis neuf chiffres, ou une lettre en troisième place outre-mer)"
    )

    @classmethod
    def _damage(cls, text: str) -> str:
        if cls.pattern.fullmatch(f"W{text}"):
            return f" : écrivez le W du début (« W{text} »)"
        if re.fullmatch(r"(?!W)[0-9A-Z]{5,}", text, re.ASCII):
            return " : un numéro d'avant le RNA ne se garde pas ici ; laissez rna vide, il n'est jamais exigé"
        return super()._damage(text)


class Idcc(Identifier):
    """Number of a collective agreement (*convention collective*): four digits, kept with their zeros.

    Official files print five digits and speech one to four: all are brought to four.
    """

    __slots__ = ()
    pattern: ClassVar[re.Pattern[str]] = re.compile(r"\d{4}", re.ASCII)
    expected: ClassVar[str] = "un IDCC (un à quatre chiffres)"

    def __new__(cls, text: str) -> Self:
        """Bring one to five digits to four."""
        if re.fullmatch(r"0?\d{1,4}", text, re.ASCII):
            text = text[-4:].zfill(4)
        return super().__new__(cls, text)


_CORSICA = MappingProxyType({"200": "2A", "201": "2A", "207": "2A", "202": "2B", "204": "2B", "206": "2B"})


class DepartmentCode(Identifier):
    """Code of a département: 01–95 without 20, 2A, 2B, and the overseas codes in three digits."""

    __slots__ = ()
    pattern: ClassVar[re.Pattern[str]] = re.compile(
        r"0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-8]|98[46789]", re.ASCII
    )
    expected: ClassVar[str] = "un code de département (« 01 » à « 95 », « 2A », « 2B », « 971 »…)"

    @classmethod
    def _damage(cls, text: str) -> str:
        if text == "20":
            return " : la Corse s'écrit « 2A » ou « 2B »"
        if re.fullmatch(r"[1-9]", text, re.ASCII):
            return f" : écrivez « 0{text} », entre guillemets"
        if re.fullmatch(r"\d{5}", text, re.ASCII):
            near = cls.of_postcode(text)
            return f" : c'est un code postal ou de commune{f' (du département « {near} » ?)' if near else ''}"
        return super()._damage(text)

    @classmethod
    def of_postcode(cls, postcode: str) -> Self | None:
        """Return the département that a postcode begins with; ``None`` when it tells none.

        Source: the State's marketplace, read on 22 August 2026. Corsica's 20 is cut in two; overseas codes have three
        digits. A hint for messages and conversions, and no proof of where a place is.
        """
        begin = postcode[:3] if postcode[:2] in ("97", "98") else postcode[:2]
        code = _CORSICA.get(postcode[:3], "") if begin == "20" else begin
        return (
            cls(code) if re.fullmatch(r"\d{5}", postcode, re.ASCII) and cls.pattern.fullmatch(code) else None
        )


class RegionCode(Identifier):
    """INSEE code of a region, those of before 2016 included (see ``zest.model.territory``)."""

    __slots__ = ()
    pattern: ClassVar[re.Pattern[str]] = re.compile(
        r"0[12346]|11|2[1-8]|31|32|4[1-4]|5[2-4]|7[2-6]|8[2-4]|9[134]", re.ASCII
    )
    expected: ClassVar[str] = "un code de région INSEE (deux chiffres)"
