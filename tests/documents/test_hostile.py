"""Whatever stands in a field comes out as it is written, or is refused with its place."""

import json
import subprocess
from email import message_from_bytes
from email.policy import default

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zest.documents.document import Format
from zest.documents.making import Made, Refused
from zest.documents.preparing import prepared, texts_of, trouble
from zest.documents.typesetting import inputs
from zest.io.dossier import load_text
from zest.model.charter import Charter, Colour
from zest.model.dossier import Dossier

from .conftest import Remade, first_structure

LITERAL = [
    "{{ 7*7 }} {% for x in y %}",
    '#panic() #read("/etc/passwd") *gras*',
    "$x^2$ @ref <label> // note",
    "<script>alert(1)</script> & <w:p/>",
    "=HYPERLINK(1) +33 @SUM -2",
    "javascript:alert(1)",
    "\\u{41} \\n ~ -- --- `code`",
]
HIDDEN = ["Bocage\u202eiolpmE", "Bo\u0000cage", "Bo\u200bcage", "Bo\u2066cage", "Bo\x07cage", "Bo\ud800cage"]


@pytest.mark.parametrize("text", LITERAL)
def test_markup_of_any_kind_is_printed_as_it_is_written(text: str, remade: Remade) -> None:
    """Neither Jinja nor Typst nor XML nor a formula is ever evaluated: the SVG holds no more than the PDF did."""
    [made] = remade("depliant-individuel", first_structure(address=text))

    assert isinstance(made, Made)
    plain = first_structure(address="Ordinaire")
    [other] = remade("depliant-individuel", plain)
    assert isinstance(other, Made)
    assert made.content != other.content


def test_the_words_of_a_pdf_are_those_of_the_field(remade: Remade, tmp_path: object) -> None:
    """What a reader copies out of the paper is what was written, sign for sign."""
    from pathlib import Path
    from shutil import which

    if which("pdftotext") is None:
        pytest.skip("pdftotext is not installed: what the PDF says cannot be read back")
    assert isinstance(tmp_path, Path)
    [made] = remade("depliant-individuel", first_structure(name="#x *y* $z$ {{ 7*7 }} <b>"))
    assert isinstance(made, Made)
    file = tmp_path / "a.pdf"
    file.write_bytes(made.content)
    words = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, text=True).stdout

    assert "#x *y* $z$ {{ 7*7 }} <b>" in words


def test_what_a_document_refuses_to_show_no_dossier_is_read_with() -> None:
    """« zest check » tells of each sign that nobody sees; it lets none by that « zest kit » would stop at."""
    kept = [code for code in range(0x10000) if trouble(chr(code))]
    read = [f"{code:04X}" for code in kept if loads(chr(code))]

    assert len(kept) > 2000  # of which most are halves of signs
    assert [] == read


def loads(sign: str) -> bool:
    """Whether a name may hold a sign, written as an escape."""
    text = json.dumps({"structures": [{"key": "a", "name": f"B{sign}o"}]})
    return load_text(text, "zest.json", "json").structures != ()


@pytest.mark.parametrize("text", HIDDEN)
def test_a_sign_that_nobody_sees_is_refused(text: str, remade: Remade) -> None:
    """What turns a number round or hides in a name is told, with its code and its field."""
    [refused] = remade("depliant-individuel", first_structure(name=text))

    assert isinstance(refused, Refused)
    assert "contient un caractère invisible (U+" in refused.message
    assert "(structure.name)" in refused.message


def test_a_text_without_end_is_refused_at_once_and_a_long_one_where_it_overflows(remade: Remade) -> None:
    """A hundred thousand signs never reach the compiler; a few hundred are measured against their zone."""
    [endless] = remade("depliant-individuel", first_structure(address="a" * 100_000))
    [long] = remade("depliant-individuel", first_structure(address="rue de la Longueur, " * 40))

    assert isinstance(endless, Refused)
    assert "a 100000 signes, et 4000 au plus" in endless.message
    assert isinstance(long, Refused)
    assert "est trop long pour la zone « l’adresse »" in long.message
    assert "(structure.address)" in long.message


def test_a_refusal_tells_the_file_and_the_line(sound: Dossier, remade: Remade) -> None:
    """A text that stands in the dossier is found there again, from what overflowed."""

    def change(dossier: Dossier) -> Dossier:
        [first, *others] = dossier.experiences
        return attrs.evolve(dossier, experiences=(attrs.evolve(first, context=first.context * 9), *others))

    [refused] = remade("retour-experience", change)

    assert isinstance(refused, Refused)
    assert "la zone « le récit »" in refused.message
    assert ("cantine.toml", True) == (refused.place.file.rpartition("/")[2], refused.place.line > 0)


def test_a_mail_takes_no_header_from_a_name(remade: Remade) -> None:
    """A line break in a name or a false address cannot add a recipient."""
    [made] = remade("courriel-relance", first_structure(name="A\nBcc: x@y.example"), Format.EML)
    assert isinstance(made, Made)
    message = message_from_bytes(made.content, policy=default)
    [refused] = remade("courriel-relance", first_structure(email="a@b.example\nBcc: x@y.example"), Format.EML)

    assert (None, "A Bcc: x@y.example") == (message["Bcc"], message["From"].addresses[0].display_name)
    assert isinstance(refused, Refused)
    assert "(structure.email) n'est pas une adresse électronique." in refused.message


def test_a_mail_shows_markup_as_text(remade: Remade) -> None:
    """In the HTML part of a draft a name is escaped."""
    [made] = remade("courriel-relance", first_structure(name="<script>alert(1)</script>"), Format.EML)
    assert isinstance(made, Made)
    message = message_from_bytes(made.content, policy=default)
    part = message.get_body(("html",))
    assert part is not None

    assert "&lt;script&gt;" in part.get_content()
    assert "<script>" not in part.get_content()


@settings(max_examples=25)
@given(text=st.text(max_size=60))
def test_any_text_is_kept_or_refused_before_the_compiler(text: str) -> None:
    """What is prepared holds the same signs but for spaces and apostrophes, and goes to Typst as one JSON string."""
    import json
    import unicodedata

    [(path, shown)] = list(texts_of(prepared({"name": text})))

    assert ("name",) == path
    if not trouble(shown):
        bare = str.maketrans("", "", " \u00a0\u202f'’")
        assert unicodedata.normalize("NFC", text).translate(bare) == shown.translate(bare)
        assert shown == json.loads(inputs({"name": shown}, _charter())["data"])["name"]


def _charter() -> Charter:
    dark, bright = Colour("#124559"), Colour("#ffc20e")
    return Charter(primary=dark, accent=bright, light=bright, ink=dark, soft=bright, wordmark="zest'")
