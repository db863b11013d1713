"""All copies of an edited model are filled in one process, apart: bounded, and one bad copy is named."""

import io
import json
import resource
import runpy
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

pytest.importorskip("docxtpl")

import docx

from zest.documents import foreign_process
from zest.documents.document import Data
from zest.documents.errors import KitError
from zest.documents.serving import receive, send
from zest.documents.word import apart
from zest.documents.word.apart import filled_by
from zest.documents.word.cell import Answers, answer
from zest.documents.word.filling import fill
from zest.documents.word.models import COMMON, model

Run = Callable[..., tuple[int, str, str]]
SOUND = "examples/caen-exemplaire"


def edited(*lines: str) -> bytes:
    """A model of some paragraphs."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def of(name: str) -> Data:
    """The data of one copy."""
    return {"structure": {"name": name}}


def test_one_process_fills_every_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fifty copies start one process; each is what filling it alone gives."""
    begun: list[Sequence[str]] = []

    class Counted(foreign_process._Running):
        def __init__(self, command: Sequence[str]) -> None:
            begun.append(command)
            super().__init__(command)

    monkeypatch.setattr(foreign_process, "_Running", Counted)
    content = edited("{{ structure.name }}")
    render = filled_by(content, "m.docx")
    made = [render(of(f"Structure fictive {n}"), COMMON) for n in range(50)]

    assert 1 == len(begun)
    assert [fill(content, of(f"Structure fictive {n}"), trusted=False) for n in range(50)] == made


@pytest.mark.parametrize("lines, told", [
    (("{{ structure.phone }}",), "le champ « phone » du modèle n'a pas de valeur pour cet exemplaire"),
    (("{{ zzz }}",), "le champ « zzz » du modèle n'a pas de valeur pour cet exemplaire"),
    (("{%p for a in structure.name %}", "{{ a.b }}", "{%p endfor %}"), "le champ « b » du modèle"),
    (("{%p for one in structure %}", "{{ one|upper }}", "{{ structure.name < 3 }}", "{%p endfor %}"), "ne se remplit pas (TypeError"),
    (("{{ a() }}",), "ne se remplit pas (Refusal : « Call » n'est pas admis"),
    (("{%p if structure.name[70] %}", "{{ a }}", "{%p endif %}"), "une liste du modèle n'a rien ici au rang 70"),
])  # fmt: skip
def test_the_copy_that_is_not_made_is_named(lines: tuple[str, ...], told: str) -> None:
    """With the file, the structure, and what is wrong with its value."""
    with pytest.raises(KitError) as fault:
        filled_by(edited(*lines), "m.docx")(of("Bocage Emploi"), COMMON)

    assert str(fault.value).startswith("m.docx, pour « Bocage Emploi » : ")
    assert told in str(fault.value)


@pytest.mark.parametrize("data, told", [
    ({"experience": {"title": "T"}, "structure": {"name": "S"}}, ", pour « T »"),
    ({"job": {"title": "Plongeur"}, "structure": {}}, ", pour « Plongeur »"), ({"a": 1}, ""),
])  # fmt: skip
def test_a_copy_is_named_by_what_it_is_for(data: Data, told: str) -> None:
    """A sheet, a job, a structure, or nothing that has a name."""
    with pytest.raises(KitError, match=f"^m.docx{told} : le champ « zzz »"):
        filled_by(edited("{{ zzz }}"), "m.docx")(data, COMMON)


def test_a_copy_has_little_time_and_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loops within loops over long lists end with their process, and the next copy is filled by another."""
    loops = ["{%p for a in rows %}", "{%p for b in rows %}", "{%p for c in rows %}", "{{ structure.name }}"]
    content = edited(*loops, *["{%p endfor %}"] * 3)
    monkeypatch.setattr(apart, "WAIT", 5)
    render = filled_by(content, "m.docx")
    with pytest.raises(KitError, match="pour « Bombe » : ce modèle ne finit pas en 5 secondes"):
        render({**of("Bombe"), "rows": list(range(1_000))}, COMMON)
    made = render({**of("Saine"), "rows": [1]}, COMMON)
    assert isinstance(made, bytes)
    monkeypatch.setattr(apart, "MOST_FILE", 1_000)
    with pytest.raises(KitError, match="demande trop de temps ou de mémoire"):
        filled_by(content, "m.docx")({**of("Saine"), "rows": [1]}, COMMON)

    assert "Saine" == docx.Document(io.BytesIO(made)).paragraphs[0].text


def test_one_bad_copy_of_the_kit_writes_nothing(tmp_path: Path, run: Run) -> None:
    """The command tells for which structure the edited model cannot be filled."""
    file, kit = tmp_path / "papier-a-lettres.docx", tmp_path / "kit"
    document = docx.Document(io.BytesIO(model("papier-a-lettres", COMMON)))
    document.add_paragraph("{{ commitments[5].statement }}")
    document.save(str(file))
    code, out, err = run("kit", SOUND, "-o", str(kit), "--as-of", "2026-11-23", "--only", "papier-a-lettres",
                         "--format", "docx", "--template", str(file))  # fmt: skip

    assert (2, "") == (code, out)
    assert "papier-a-lettres.docx, pour « " in err.replace("\u00a0", " ")
    assert "une liste du modèle n'a rien ici au rang 5 ; préférez une boucle." in err.replace("\u00a0", " ")
    assert not kit.exists()


def test_the_cell_answers_one_copy_after_another_within_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the process does, here without its limits but for those that it asks for."""
    asked: list[tuple[int, tuple[int, int]]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda kind, told: asked.append((kind, told)))

    class Pipe:
        def __init__(self) -> None:
            self.buffer = io.BytesIO()

    given, made = Pipe(), Pipe()
    for one in (edited("{{ a }}"), b'{"a": 1}', b'{"a": "2"}', b"{}"):
        send(given.buffer, one)
    given.buffer.seek(0)
    monkeypatch.setattr(sys, "stdin", given)
    monkeypatch.setattr(sys, "stdout", made)
    # Imported already when another test walks over every module.
    monkeypatch.delitem(sys.modules, "zest.documents.word.cell", raising=False)
    runpy.run_module("zest.documents.word.cell", run_name="__main__")
    made.buffer.seek(0)
    first, *copies, last = [receive(made.buffer, 1_000_000) or b"" for _ in range(4)]

    assert b"" == first
    assert ["1", "2"] == [docx.Document(io.BytesIO(one[1:])).paragraphs[0].text for one in copies]
    assert {"field": "a"} == json.loads(last[1:])
    assert [
        resource.RLIMIT_AS,
        resource.RLIMIT_CORE,
        resource.RLIMIT_FSIZE,
        *[resource.RLIMIT_CPU] * 5,
    ] == [kind for kind, _ in asked]
    assert all(soft <= hard == 600 for kind, (soft, hard) in asked if kind == resource.RLIMIT_CPU)


def test_answers_begin_with_the_model() -> None:
    """Nothing is told of it; what follows is filled."""
    answers = Answers()

    assert b"" == answers(edited("{{ a }}"))
    assert b"+" == answers(b'{"a": "x"}')[:1]


@pytest.mark.parametrize("line, told", [
    ("{{ b.c }}", {"field": "b"}), ("{{ a[9].c }}", {"rank": "9"}), ("{{ a() }}", {"words": "Refusal : « Call » n'est pas admis : seuls le sont un champ, une boucle, une condition"}),
])  # fmt: skip
def test_a_refusal_tells_what_has_no_value(line: str, told: dict[str, str]) -> None:
    """A field, a rank of a list, or the words of the library that met it."""
    made = answer(edited(line), b'{"a": [1]}')

    assert (b"-", told) == (made[:1], json.loads(made[1:]))
