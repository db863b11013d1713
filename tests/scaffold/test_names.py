"""What somebody types to name a sector: taken as it is or refused in French, never run, never out of its folder."""

import keyword
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zest.scaffold.names import NameRefused, Names, Taken, names

TAKEN = Taken(slugs={"btp": "zest-btp 0.1.0"}, prefixes={"BTP": "zest-btp 0.1.0", "PAY": "zest-x 1"})


def made(slug: str = "paysage", label: str = "", prefix: str = "ESS", idcc: str = "") -> object:
    """Make names beside those that are taken."""
    return names(slug, label, prefix, idcc, TAKEN)


@pytest.mark.parametrize(
    "slug,said",
    [
        ("", "il faut des minuscules"),
        ("Paysage", "vouliez-vous dire « paysage » ?"),
        ("hôtellerie restauration", "vouliez-vous dire « hotellerie-restauration » ?"),
        ("mise_en_œuvre", "vouliez-vous dire « mise-en-oeuvre » ?"),
        ("../../etc", "vouliez-vous dire « etc » ?"),
        ("/absolu", "vouliez-vous dire « absolu » ?"),
        ("a/b", "vouliez-vous dire « a-b » ?"),
        ("..", "il faut des minuscules"),
        ("-paysage", "vouliez-vous dire « paysage » ?"),
        ("pay--sage", "vouliez-vous dire « pay-sage » ?"),
        ("9vies", "il faut des minuscules"),
        ("x\ny", "vouliez-vous dire « x-y » ?"),
        ("x'; import os", "vouliez-vous dire « x-import-os » ?"),
        ("§slug", "vouliez-vous dire « slug » ?"),
        ("${HOME}", "vouliez-vous dire « home » ?"),
        ("\u202eegasyap", "vouliez-vous dire « egasyap » ?"),
        ("漢字", "il faut des minuscules"),
        ("a" * 200, "est trop long : 200 signes, pour 40 au plus"),
        ("É" * 200, "« ÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉ… » ne peut pas nommer"),
        ("btp", "le secteur « btp » existe déjà, publié par zest-btp 0.1.0"),
        ("coorace", "zest-coorace est le cœur de zest"),
        ("releaser", "autre logiciel"),
        ("job", "« zest show job » montre"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(slug: str, said: str) -> None:
    """On one line, with the nearest that would do."""
    with pytest.raises(NameRefused) as refusal:
        made(slug)

    assert said in str(refusal.value)
    assert [str(refusal.value)] == str(refusal.value).splitlines()


@pytest.mark.parametrize("slug", ["a", "class", "None".lower(), "import", "con", "zest", "a1-2", "a" * 40])
def test_a_word_of_python_is_a_name_like_another(slug: str) -> None:
    """The package begins with « zest_ », so that it can always be imported."""
    told = names(slug, "", "ESS", "", TAKEN)

    assert f"zest_{slug.replace('-', '_')}" == told.package
    assert told.package.isidentifier()
    assert not keyword.iskeyword(told.package)


@pytest.mark.parametrize(
    "prefix,said",
    [
        ("Z", "de deux à six capitales"),
        ("E", "de deux à six capitales"),
        ("ess", "de deux à six capitales"),
        ("E1", "de deux à six capitales"),
        ("ESSESSS", "de deux à six capitales"),
        ("É\n", "de deux à six capitales"),
        ("ZA", "est réservé"),
        ("BTP", "est pris, par zest-btp 0.1.0"),
    ],
)
def test_a_prefix_that_cannot_be_used_is_refused(prefix: str, said: str) -> None:
    """Of a wrong form, of the core, or of somebody else, who is named."""
    with pytest.raises(NameRefused, match=re.escape(said)):
        made(prefix=prefix)


@pytest.mark.parametrize(
    "slug,expected",
    [
        ("menuiserie", "MEN"),
        ("paysage", "PAYS"),
        ("btp-normandie", "BTNO"),
        ("aide-a-domicile", "AIADO"),
        ("zinguerie-toiture", ""),
        ("zinc", ""),
        ("a-b2", "AB"),
        ("v2", ""),
    ],
)
def test_a_free_prefix_is_made_of_the_name(slug: str, expected: str) -> None:
    """Initials of words, or first letters, longer where the short ones are taken; none is invented."""
    if expected:
        assert expected == names(slug, "", "", "", TAKEN).prefix
    else:
        with pytest.raises(NameRefused, match="donnez-en un par --prefix"):
            names(slug, "", "", "", TAKEN)


@pytest.mark.parametrize(
    "label", ["a\nb", " a", "a ", "a\x00b", "\u202ea", "a\tb", "x" * 81, "…", "12", "a\u2028b"]
)
def test_a_label_that_no_line_holds_is_refused(label: str) -> None:
    """Several lines, invisible signs, too long, no letter."""
    with pytest.raises(NameRefused, match="--label"):
        made(label=label)


@pytest.mark.parametrize("idcc,expected", [("", "9998"), ("3043", "3043"), ("43", "0043")])
def test_an_agreement_is_told_or_invented(idcc: str, expected: str) -> None:
    """In four figures."""
    assert expected == names("paysage", "", "ESS", idcc, TAKEN).idcc


@pytest.mark.parametrize("idcc", ["douze", "123456", "'"])
def test_a_number_of_no_agreement_is_refused(idcc: str) -> None:
    """In a sentence."""
    with pytest.raises(NameRefused, match="n'est pas"):
        made(idcc=idcc)


@given(st.text(), st.text(), st.text(), st.text())
def test_whatever_is_typed_is_a_name_or_a_sentence(slug: str, label: str, prefix: str, idcc: str) -> None:
    """And a name never leads out of the folder."""
    told, refusal = tried(slug, label, prefix, idcc)

    if told is None:
        assert refusal.endswith((".", "?"))
    else:
        assert [told.distribution] == list(Path(told.distribution).parts)
        assert [told.label] == told.label.splitlines()


def tried(slug: str, label: str, prefix: str, idcc: str) -> tuple[Names | None, str]:
    """Return the names, or the sentence that refuses them."""
    try:
        return names(slug, label, prefix, idcc, TAKEN), ""
    except NameRefused as refusal:
        return None, str(refusal)
