"""TOML: French faults, places, and texts that mean harm."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from zest.io import toml
from zest.io.document import Document, KeyPath, SyntaxFault, parse_document
from zest.io.guards import first_too_deep
from zest.io.hints import Hint, translate
from zest.io.places import Node
from zest.io.toml_faults import explain
from zest.io.toml_hints import HINTS
from zest.io.toml_lexer import brackets, long_key, long_number
from zest.io.toml_places import last_pair

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.toml"))


def read(text: str) -> Document:
    """Give the document of a sound text."""
    document = parse_document(text, "dossier.toml", "toml")
    assert isinstance(document, Document), document
    return document


def fault(text: str) -> SyntaxFault:
    """Give the fault of a broken text."""
    found = parse_document(text, "dossier.toml", "toml")
    assert isinstance(found, SyntaxFault), found
    return found


def paths(data: Any, path: KeyPath = ()) -> set[KeyPath]:
    """Give every path of some data, the root left out."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    below = (paths(value, (*path, part)) for part, value in items)
    return set().union({path} if path else set(), *below)


def scanned(node: Node, path: KeyPath = ()) -> set[KeyPath]:
    """Give every path of a tree of places, the root left out."""
    below = (scanned(child, (*path, part)) for part, child in (node.children or {}).items())
    return set().union({path} if path else set(), *below)


def at(document: Document, path: KeyPath, *, key: bool = False) -> str:
    """Give the text of a document from the place of a path on."""
    place = document.place(path, key=key)
    return "\n".join(document.text.split("\n")[place.line - 1 :])[place.column - 1 :]


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=8)
NAMES = st.sampled_from(["a", "b", "c-d", "1", "", "é", "x.y", 'q"', "q'", "[t]", "#", " ", "="]) | TEXTS
SCALARS = (
    TEXTS
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.dates(dt.date(1, 1, 1))
    | st.sampled_from(
        ['"', '""', "''", "\\", 'x"', "l'été", "# pas un commentaire", "[[x]]", "a\nb\n", "\t", ""]
    )
)
DATA = st.recursive(
    st.dictionaries(NAMES, SCALARS, max_size=4),
    lambda inner: st.dictionaries(
        NAMES,
        SCALARS | inner | st.lists(inner, max_size=3) | st.lists(SCALARS | inner, max_size=3),
        max_size=4,
    ),
    max_leaves=12,
)


class Writer:
    """Writes data as TOML in whatever lawful manner the draw decides."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.lines: list[str] = []

    def one_of(self, *choices: str) -> str:
        """Draw one of some manners."""
        return self.draw(st.sampled_from(choices))

    def key(self, name: str) -> str:
        """Write a key, quoted or not."""
        forms = ['"' + self.escaped(name) + '"']
        if name and all(char.isascii() and (char.isalnum() or char in "-_") for char in name):
            forms += [name, name]
        if "'" not in name and name.isprintable():
            forms.append(f"'{name}'")
        return self.one_of(*forms)

    def escaped(self, text: str) -> str:
        """Write a text as it stands within quotes."""
        plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return "".join(f"\\U{ord(char):08X}" if not char.isprintable() else char for char in plain)

    def text(self, text: str) -> str:
        """Write a text in one of the four manners."""
        forms = [
            f'"{self.escaped(text)}"',
            f'"""\n{self.escaped(text)}"""',
            f'"""\\\n   {self.escaped(text)}"""',
        ]
        if text[:1] in ("", " ", "\t", "\n"):
            forms.pop()
        if "\\" not in text and '"""' not in f"{text}"[:-2] and not text.endswith('"""'):
            forms.append(f'"""\n{text}"""')
        if "'''" not in text:
            forms.append(f"'''\n{text}'''")
        if "'" not in text and "\n" not in text:
            forms.append(f"'{text}'")
        return self.one_of(*forms)

    def value(self, value: Any, *, inline: bool = False) -> str:
        """Write a value on one line or several."""
        match value:
            case str():
                return self.text(value)
            case list():
                blank = "" if inline else self.one_of("", "\n", " # [un \" commentaire', {\n  ")
                rows = [f"{blank}{self.value(item, inline=inline)}{blank}" for item in value]
                return f"[{blank}{','.join(rows)}{self.one_of('', ',') if rows else ''}{blank}]"
            case dict():
                return "{" + ", ".join(self.pairs(value)) + " }"
            case _:
                return tomli_w.dumps({"v": value})[4:-1]

    def pairs(self, table: dict[str, Any], prefix: str = "") -> list[str]:
        """Write the pairs of a table, tables within as points or braces."""
        rows: list[str] = []
        for name, value in table.items():
            key = prefix + self.key(name)
            if isinstance(value, dict) and value and self.draw(st.booleans()) and key.count(".") < 2:
                rows += self.pairs(value, f"{key}{self.one_of('.', ' . ')}")
            else:
                rows.append(f"{key}{self.one_of('=', ' = ')}{self.value(value)}")
        return rows

    def table(self, table: dict[str, Any], title: str = "") -> None:
        """Write the pairs first, then the tables that have a title of their own."""
        titled = {name: value for name, value in table.items() if self.deserves_title(value, title)}
        for row in self.pairs({name: value for name, value in table.items() if name not in titled}):
            self.lines.append(self.one_of("", "  ") + row + self.one_of("", " # un ] \" commentaire '"))
        for name, value in titled.items():
            below = (title + self.one_of(".", " .\t") if title else "") + self.key(name)
            for item in value if isinstance(value, list) else [value]:
                self.lines.append(f"[[{below}]]" if isinstance(value, list) else f"[ {below} ]")
                self.table(item, below)

    def deserves_title(self, value: Any, title: str) -> bool:
        """Draw whether a value that can have a title of its own has one."""
        tables = value if isinstance(value, list) else [value]
        lawful = bool(tables) and all(isinstance(item, dict) for item in tables) and title.count(".") < 4
        return lawful and self.draw(st.booleans())


@st.composite
def odd_documents(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Draw data and a text that says it in an odd manner."""
    data = draw(DATA)
    writer = Writer(draw)
    writer.table(data)
    end = draw(st.sampled_from(["\n", "\n\n", "\r\n"]))
    return end.join(writer.lines) + end, data


@given(DATA)
def test_places_of_written_data(data: dict[str, Any]) -> None:
    """The second pass finds the paths that tomllib finds, in what a writer of TOML wrote."""
    text = tomli_w.dumps(data, multiline_strings=True)

    assert paths(tomllib.loads(text)) == scanned(toml.scan(text))


@given(odd_documents())
def test_places_of_odd_texts(drawn: tuple[str, dict[str, Any]]) -> None:
    """The second pass finds the paths that tomllib finds, and what stands there is what was read."""
    text, data = drawn
    if not text.strip():
        return
    document = read(text)

    assert paths(document.data) == scanned(document._places)
    assert paths(data) == paths(document.data)
    for path in paths(data):
        stands_there(document, path)


def stands_there(document: Document, path: KeyPath) -> None:
    """Check that the text at the place of a path can be its key and its value."""
    value: Any = document.data
    for part in path:
        value = value[part]
    written = at(document, path)
    match value:
        case bool():
            assert written.startswith(str(value).lower())
        case int() | dt.date():
            assert written.startswith(str(value))
        case str():
            assert written[0] in "\"'"
        case list():
            assert written[0] == "[" or at(document, (*path, 0)).startswith("[[")
        case _:
            assert written
    if isinstance(path[-1], str):
        assert at(document, path, key=True)[0] in f"\"'{path[-1][:1]}"


SOUND = """\
# Structure fictive
nom = "Bocage Emploi"
[siege]
ville.nom = 'Vire'
ville.code = "14500"

[[structures]]
siret = "00000000000000"
jours = [ 1,
  2 ]   # deux
  [[structures.offres]]
  titre = \"\"\"l'offre "zest\"\"\"\"
  [structures.offres.tarif]
  heure = { euros = 20, "à partir" = 2014-06-18 }
[[structures]]
siret = "00000000000001"
"""


@pytest.mark.parametrize(
    "path, key, expected",
    [
        ((), False, "dossier.toml:1:1"),
        (("nom",), False, "dossier.toml:2:7"),
        (("nom",), True, "dossier.toml:2:1"),
        (("siege",), False, "dossier.toml:3:1"),
        (("siege",), True, "dossier.toml:3:2"),
        (("siege", "ville"), False, "dossier.toml:4:1"),
        (("siege", "ville", "code"), True, "dossier.toml:5:7"),
        (("structures",), False, "dossier.toml:7:3"),
        (("structures", 0), False, "dossier.toml:7:1"),
        (("structures", 0, "jours", 1), False, "dossier.toml:10:3"),
        (("structures", 0, "offres", 0, "titre"), False, "dossier.toml:12:11"),
        (("structures", 0, "offres", 0, "tarif", "heure", "à partir"), True, "dossier.toml:14:25"),
        (("structures", 0, "offres", 0, "tarif", "heure", "à partir"), False, "dossier.toml:14:38"),
        (("structures", 1, "siret"), False, "dossier.toml:16:9"),
        (("structures", 1, "nom"), True, "dossier.toml:15:1"),
        (("structures", 7, "nom"), False, "dossier.toml:7:3"),
        (("absent", 3), False, "dossier.toml:1:1"),
    ],
)
def test_place(path: KeyPath, key: bool, expected: str) -> None:
    """A value, a key, or the nearest thing that stands above what is absent."""
    assert expected == str(read(SOUND).place(path, key=key))


def test_places_are_the_same_with_windows_lines() -> None:
    """Line ends and a byte order mark move nothing."""
    windows = "\ufeff" + SOUND.replace("\n", "\r\n")

    assert read(SOUND).place(("structures", 1, "siret")) == read(windows).place(("structures", 1, "siret"))


FAULTS = [
    ("a = 18/06/2014", "1:7", "La date 18/06/2014 est écrite à la française ; écrivez 2014-06-18"),
    ("a = 1-6-2014", "1:6", "écrivez 2014-06-01"),
    ("a = 18.06.2014", "1:10", "écrivez 2014-06-18"),
    ("a = [01/06/2014]", "1:7", "écrivez 2014-06-01"),
    ("a = {b = 18/06/2014}", "1:12", "écrivez 2014-06-18"),
    ("a = 2014-06", "1:9", "La date 2014-06 est incomplète"),
    ("a = 2014/06/18", "1:9", "La date 2014/06/18 est incomplète ou mal formée"),
    ("a = 2014-6-18", "1:9", "La date 2014-6-18 est incomplète ou mal formée"),
    ("a = 2014-06-18'", "1:15", "La ligne devrait s'arrêter ici"),
    ("a = 2014-02-30", "1:5", "Cette date ou cette heure n'existe pas"),
    ("a = 0,4", "1:6", "Le nombre 0,4 est écrit avec une virgule ; écrivez 0.4."),
    ("a = {b = 0,4}", "1:13", "Le nombre 0,4 est écrit avec une virgule ; écrivez 0.4."),
    ("a = 01000", "1:6", 'écrivez-le entre guillemets : "01000".'),
    ("a = 2A", "1:6", "ôtez « A », ou mettez le tout entre guillemets"),
    ("a = 12 %", "1:8", "ôtez « % »"),
    ("a = 1 200", "1:7", "sans espace entre les milliers"),
    ("a = 1\u202f200", "1:6", "sans espace entre les milliers"),
    ("a = Vrai", "1:5", "s'écrit true ou false"),
    ("a = null", "1:5", "n'a pas de valeur vide"),
    ("a =", "1:4", "Il manque une valeur après le signe =."),
    ("a = # rien\nb = 1", "1:5", "Il manque une valeur après le signe =."),
    ("a = [1,,2]", "1:8", "Il manque une valeur ici"),
    ("a = Bocage", "1:5", 'mettez-le entre guillemets droits (").'),
    ("a = « x »", "1:5", "guillemets typographiques"),
    ("a = “x”", "1:5", "guillemets typographiques"),
    ("a = ’x’", "1:5", "guillemets typographiques"),
    ("«a» = 1", "1:1", "guillemets typographiques"),
    ('a = "l"été"', "1:8", "Le texte s'arrête à ce guillemet"),
    ("a = 'l'été'", "1:8", "Le texte s'arrête à cette apostrophe"),
    ("a = 1,", "1:6", "Une virgule est de trop en fin de ligne"),
    ("a = 1 // deux", "1:7", "Un commentaire commence par #"),
    ("// deux", "1:1", "Un commentaire commence par #"),
    ("a = true b", "1:10", "La ligne devrait s'arrêter ici"),
    ("a: 1", "1:2", "et non de deux-points"),
    ("- a", "1:3", "Une liste ne s'écrit pas avec des tirets"),
    ("métier = 1", "1:2", "Une clé sans guillemets n'a que des lettres sans accent"),
    ("élan = 1", "1:1", "Une clé sans guillemets n'a que des lettres sans accent"),
    ("[métiers]", "1:3", "Une clé sans guillemets n'a que des lettres sans accent"),
    ("nom complet = 1", "1:5", "Une clé ne contient pas d'espace"),
    ("[nos structures]", "1:6", "Une clé ne contient pas d'espace"),
    ("nom", "1:4", "Il manque le signe = et une valeur"),
    ("[a", "1:3", "Ce titre de table n'est pas fermé ; ajoutez « ] »"),
    ("[[a]", "1:4", "Ce titre de table répétée n'est pas fermé ; ajoutez « ]] »"),
    ("[]", "1:2", "Ce titre de table est vide"),
    ("a.=1", "1:3", "Il manque un nom de clé ici."),
    ("= 1", "1:1", "Il manque un nom de clé devant le signe =."),
    ('{"a": 1}', "1:1", "Ce texte ressemble à du JSON"),
    ("%", "1:1", "Cette ligne n'est ni une clé"),
    ("a = [1", "1:7", "n'est jamais fermée ; ajoutez « ] »"),
    ("a = [1 2]", "1:8", "Il manque ici une virgule entre deux éléments"),
    ("a = [1\nb = 2", "2:1", "Il manque ici une virgule entre deux éléments"),
    ("a = {b = 1 c = 2}", "1:12", "Il manque ici une virgule entre deux clés"),
    ('a = "x\nb = 1', "1:7", "Le texte ouvert sur cette ligne n'est pas fermé"),
    ("a = 'x\nb = 'y'", "1:7", "Le texte ouvert sur cette ligne n'est pas fermé"),
    ("b = 1\na = 'x", "2:5", "Le texte ouvert par ce guillemet n'est jamais fermé"),
    ('a = """x\n\nb = 1\n', "1:5", "Le texte ouvert par ce guillemet n'est jamais fermé"),
    ("a = '''x\n\nb = 1\n", "1:5", "Le texte ouvert par ce guillemet n'est jamais fermé"),
    ('a = "C:\\Users"', "1:10", "Une barre oblique inverse s'écrit \\\\"),
    ('a = "C:\\Zest"', "1:10", "Une barre oblique inverse s'écrit \\\\"),
    ('a = "\\ud800"', "1:12", "Ce code ne désigne aucun caractère"),
    ("\u00a0a = 1", "1:1", "Une espace insécable ou invisible"),
    ("a =\u00a01", "1:4", "Une espace insécable ou invisible"),
    ("a = 1\n\na = 2", "3:1", "« a » est déjà défini à la ligne 1"),
    ("[a]\nb = 1\n[a]", "3:2", "« a » est déjà défini à la ligne 1"),
    ("[a]\n[[a]]", "2:3", "« a » est déjà défini à la ligne 1"),
    ("a = []\n[[a]]", "2:3", "« a » est déjà défini à la ligne 1"),
    ("a.b = 1\n[a]", "2:2", "« a » est déjà défini à la ligne 1"),
    ("x = 0\na = {b = 1, b = [\n2]}", "2:13", "« b » est déjà défini à la ligne 2"),
    ('[b]\nc = 1\n"c" = """\n"""', "3:1", '« "c" » est déjà défini à la ligne 2'),
    ("a = 1\na.b = 2", "2:1", "« a.b » contredit ce qui est défini plus haut"),
    ("[a.b]\nc = 1\n[a]\nb.c = 1", "4:1", "« b.c » est déjà défini à la ligne 2"),
    ("a = 1\rb = 2", "1:6", "retour chariot seul"),
    ("a = '\0'", "1:6", "invisible ou interdit (U+0000)"),
    ("a = '\x92'", "1:6", "invisible ou interdit (U+0092)"),
    ('a = "\\u0007"', "1:5", "invisible ou interdit (U+0007)"),
    ('b = 1\n"\\u0007" = 1', "2:1", "invisible ou interdit (U+0007)"),
    ("a = nan", "1:5", "Ce nombre est infini, indéfini ou démesuré"),
    ("a = [1, -inf]", "1:9", "Ce nombre est infini, indéfini ou démesuré"),
    ("a = 1e400", "1:5", "Ce nombre est infini, indéfini ou démesuré"),
    ("a = 9007199254740993", "1:5", "Ce nombre entier est trop grand"),
    ("a = -9007199254740993", "1:5", "Ce nombre entier est trop grand"),
    ("[b]\nx.y = {z = [0x20000000000001]}", "2:13", "Ce nombre entier est trop grand"),
]


@pytest.mark.parametrize("text, place, said", FAULTS)
def test_fault(text: str, place: str, said: str) -> None:
    """A usual fault is told in French, where it stands, with what to write."""
    found = fault(text)

    assert f"dossier.toml:{place}" == str(found.place)
    assert said in found.message
    assert found.message.endswith(".")


MULTILINE_TABLES = [
    ("a = {\n  b = 1 }", "Une table entre accolades tient sur une seule ligne"),
    ("a = {b = 1,}", "Une virgule est de trop avant l'accolade"),
    ("a = {b = 1\n}", "Une table ouverte par « { » n'est pas fermée sur sa ligne"),
]


@pytest.mark.parametrize("text, said", MULTILINE_TABLES)
def test_inline_tables_of_toml_1_1(text: str, said: str) -> None:
    """What TOML 1.0 refuses in an inline table is told in French; a Python that knows TOML 1.1 reads it."""
    found = parse_document(text, "dossier.toml", "toml")

    assert isinstance(found, Document) or said in found.message


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_corpus(path: Path) -> None:
    """Each faulty file of the corpus is refused as its first line says."""
    text = path.read_text(encoding="utf-8")
    found = fault(text)
    expected = text.split("\n", 1)[0].removeprefix("# attendu : ")

    assert expected == f"{found.place.line}:{found.place.column} {found.message}"


def test_corpus_is_there() -> None:
    """The corpus holds the faults that people make most."""
    assert len(CORPUS) >= 5


def test_largest_numbers() -> None:
    """The largest exact integers are read, of either sign."""
    assert {"a": 2**53, "b": -(2**53)} == read("a = 9007199254740992\nb = -9007199254740992").data


def test_unknown_cause() -> None:
    """A cause that a later Python would give is still told in a French sentence, clipped."""
    found = explain("Something " + "very " * 30 + "new", "a = 1\n", 4)

    assert found.message.startswith("La syntaxe TOML est fautive ici (Something very ")
    assert found.message.endswith(" …).")
    assert 4 == found.offset


def test_unlocated_cause() -> None:
    """A message without a place stands at the beginning."""
    assert ("Odd", 0) == toml._located("Odd", "a = 1")


@pytest.mark.parametrize("hint", HINTS, ids=lambda hint: hint.message[:40])
def test_hints_are_sentences(hint: Any) -> None:
    """Each hint is a French sentence, whatever braces it holds."""
    groups = dict.fromkeys(("date", "day", "month", "year", "units", "decimals", "code", "unit"), "1")

    assert hint.message.format(**groups).endswith(".")


def test_text_cut_too_early() -> None:
    """A text that is cut before a value still gives the last pair that is whole."""
    pair = last_pair("a = 1\nb = ")

    assert (0, 1) == (pair.start, pair.end - 1)


def test_nothing_to_find() -> None:
    """Brackets within texts are no depth, and short numbers are not long."""
    text = "a = ['[', \"]\", 12]"

    assert 0 == first_too_deep(brackets(text))
    assert 0 == long_number(text)


def test_hint_looks_at_a_short_stretch() -> None:
    """A line of a million characters is looked at around the fault only."""
    hint = Hint("Invalid", rf"^a{{1,100}}\{0}!b{{1,100}}$", "Ici.")

    assert "Ici." == translate([hint], "Invalid value", "a" * 500_000 + "!" + "b" * 500_000, 500_000)


@pytest.mark.parametrize(
    "text",
    [
        'a = "un.texte.avec.plus.de.huit.points.sans.que.cela.compte"',
        "a = 'un.texte.avec.plus.de.huit.points.sans.que.cela.compte'",
        'a = """\nun.texte.avec "plus".de.huit.points\\\nsans.que.cela.compte.du.tout"""""',
        "a = '''\nun.texte.avec 'plus'.de.huit.points.sans.que.cela.compte.du.tout'''''",
        "a = 1 # un.commentaire.de.plus.de.huit.points.ne.compte.pas",
        "a = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]",
        '"a.b.c.d.e.f.g.h.i.j" = "a.b.c.d.e.f.g.h.i.j.k"',
        "a.b.c.d.e.f.g.h = 1.5",
        '[ a . "b" . \'c\' . d . e . f . g . h ]\ni.j = "..........."',
        "a = {b.c.d.e = 1.5, f.g.h.i = 2.5, j.k.l.m = 3.5}",
    ],
)
def test_points_that_are_no_long_key(text: str) -> None:
    """Points in texts, comments, numbers and short keys are no long key."""
    assert None is long_key(text)
    assert tomllib.loads(text) == read(text).data


@pytest.mark.parametrize(
    "text, place",
    [
        ("a.b.c.d.e.f.g.h.i = 1", "1:1"),
        ("x = 1\n[ a . b.c.d.e.'f'.g.h.\"i\"]", "2:3"),
        ("x = 'a.b'\ny = {z = 1, a.b.c.d.e.f.g.h.i = 1}", "2:13"),
        ("x = 1\n  'unclosed.b.c.d.e.f.g.h.i = 1\na.b.c.d.e.f.g.h.i = 1", None),
    ],
)
def test_long_key(text: str, place: str | None) -> None:
    """A key of more than eight parts is refused before it is read, unless another fault comes first."""
    found = fault(text)

    assert ("plus de 8 noms" in found.message) == (place is not None)
    assert place is None or f"dossier.toml:{place}" == str(found.place)
