"""The closed language of models, and the traps of docxtpl."""

import io
import time

import pytest

pytest.importorskip("docxtpl")

import docx
from docx.document import Document

from zest.documents.word import grammar
from zest.documents.word.filling import fill
from zest.documents.word.grammar import Refusal, bounded, cleaned, environment, parsed
from zest.documents.word.opening import opened, sources


def model(*lines: str, title: str = "", foot: str = "") -> bytes:
    """A Word file of some paragraphs."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.core_properties.title = title
    document.sections[0].footer.paragraphs[0].text = foot
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(content: bytes) -> Document:
    """A document, by python-docx."""
    return docx.Document(io.BytesIO(content))


def texts(content: bytes) -> list[str]:
    """Its paragraphs."""
    return [line.text for line in read(content).paragraphs]


@pytest.mark.parametrize("source", [
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}", "{{ a.__class__ }}", "{{ _a }}", "{{ a() }}",
    "{{ a['b'] }}", "{{ a|safe }}", "{{ a|upper(1) }}", "{{ 'a' * 300000000 }}", "{{ 2 ** 4000000 }}", "{{ a ~ b }}",
    "{% include 'a' %}", "{% import 'a' as b %}", "{% set a = 1 %}", "{% macro a() %}{% endmacro %}",
    "{% for a, b in c %}{% endfor %}", "{% for a in b recursive %}{% endfor %}", "{{ a is defined }}", "{{ [1, 2] }}",
    "{% filter upper %}a{% endfilter %}", "{{ 'a" + "b" * 500 + "' }}", "{{ a", "{{ -a }}",
    "{% for a in b %}" * 6 + "{% endfor %}" * 6, "{{ a }}" * 13_000, "{{" + "(" * 3_000 + "a" + ")" * 3_000 + "}}",
])  # fmt: skip
def test_nothing_else_is_said(source: str) -> None:
    """Calls, private names, arithmetic, foreign filters, imports, deep loops: each is refused."""
    with pytest.raises(Refusal):
        parsed(source)


def test_the_language_says_what_models_need() -> None:
    """A name, a part of it, a rank, a loop, a condition, a filter."""
    source = (
        "{{ a.b }}{{ c[0] }}{% for x in c %}{% if not loop.last and x != 'z' or x == 'z' %}{{ x|upper }}"
        "{{ 'u' if a else 'v' }}{% endif %}{% endfor %}"
    )
    parsed(source)

    assert "dxXu" == environment().from_string(source).render(a={"b": "d"}, c=["x", "x"])[:2] + "Xu"


def test_a_part_too_large_is_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Docxtpl takes the square of the number of tags: eight thousand of them are refused in no time."""
    begun = time.monotonic()
    with pytest.raises(Refusal, match="balises"):
        list(sources(opened(model("{%" * 8_000))))
    monkeypatch.setattr(grammar, "MOST_SOURCE", 10)
    with pytest.raises(Refusal, match="signes"):
        bounded("a" * 11)

    assert time.monotonic() - begun < 2


@pytest.mark.parametrize("words", [
    "Dupont & Fils <SARL>", "{{ 7*7 }}", "{% for a in b %}", "<w:p/>", "]]>", "=cmd|' /C calc'!A0", '#read("a")',
    "L'été à 100 % « déjà » &amp; fini",
])  # fmt: skip
def test_data_come_out_as_they_are(words: str) -> None:
    """Nothing is lost, nothing is run: docxtpl left alone loses the ampersand and what is between brackets."""
    made = fill(model("{{ a }}", title="{{ a }}", foot="{{ a }}"), {"a": words})
    document = read(made)

    assert [words] == texts(made)
    assert words == document.sections[0].footer.paragraphs[0].text
    assert words == document.core_properties.title


def test_what_changes_a_document_is_cleaned() -> None:
    """Control and direction signs go, lists and tables are walked, and an object is never let in."""
    told = cleaned({"a": ["x\x00\a\f\t\ny", 1, None, True], "b": "phone \u202e10"})

    assert {"a": ["x     y", 1, None, True], "b": "phone  10"} == told
    with pytest.raises(TypeError):
        cleaned({"a": object()})


def test_an_output_used_as_a_model_runs_nothing() -> None:
    """Docxtpl turns « {_{ » into « {{ »: neither form of the payload is run by a second rendering."""
    payload = "cycler.__init__.__globals__.os.popen('id')"
    once = fill(model("{{ a }}", "{{ b }}"), {"a": f"{{_{{ {payload} }}_}}", "b": f"{{{{ {payload} }}}}"})

    assert "{{" not in texts(once)[0]
    with pytest.raises(Refusal):
        fill(once, {}, trusted=False)


def test_a_trusted_form_is_filled_the_same() -> None:
    """A model of somebody else's that says only what the language has is filled as ours are."""
    assert ["x"] == texts(fill(model("{{ a }}"), {"a": "x"}, trusted=False))
