"""What a command would destroy, and what it cannot write, is refused before it works."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("polars")

from zest.tables.generating.writing import write_records

Run = Callable[..., tuple[int, str, str]]
DAY = ("--as-of", "2026-06-30")
TABLE = Path(__file__).parents[2] / "docs/guides/tableaux/missions.csv"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table that a command reads."""
    return Path(shutil.copy(TABLE, tmp_path / "missions.csv"))


@pytest.mark.parametrize("option", ["--output", "--rows-out"])
@pytest.mark.parametrize("name", ["missions.csv", "./missions.csv", "lien.csv", "dur.csv"])
def test_a_table_that_is_read_is_never_overwritten(option: str, name: str, run: Run, table: Path) -> None:
    """By whatever name it goes."""
    (table.parent / "lien.csv").symlink_to(table)
    os.link(table, table.parent / "dur.csv")
    before = table.read_bytes()
    code, out, err = run("measure", str(table), *DAY, option, f"{table.parent}/{name}")

    assert (2, "", 1) == (code, out, err.count("\n"))
    assert "fait partie de ce qui est lu, et serait détruit" in err
    assert before == table.read_bytes()


def test_every_argument_that_is_looked_at_is_one() -> None:
    """Of some command: a name that changes must change here too."""
    from zest.cli import kit_template, outputs
    from zest.cli.parsing import Parser, whole

    def named(parser: Parser) -> set[str]:
        inner = [named(part) for part in parser.parts().values()]
        return {action.dest for action in parser._actions}.union(*inner)

    template = Parser()
    kit_template.add(template)
    assert not {*outputs._WRITTEN, *outputs._READ} - named(whole()) - named(template)


def test_two_answers_do_not_go_to_one_file(run: Run, table: Path, tmp_path: Path) -> None:
    """One of them would be lost."""
    code, _, err = run(
        "measure", str(table), *DAY, *("--rows-out", f"{tmp_path}/l.csv", "--output", f"{tmp_path}/./l.csv")
    )

    assert 2 == code
    assert "est demandé pour deux réponses" in err
    assert [table] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "words,refused",
    [
        (("check", "d", "--output", "d/zest.toml"), True),
        (("check", "d", "--write-baseline", "d/zest.toml"), True),
        (("check", "d/zest.toml", "--output", "d/zest.toml"), True),
        (("check", "d", "--output", "d/tables/missions-2.csv"), True),
        (("check", "d", "--output", "d/rapport.json"), False),
        (("check", "d", "--output", "rapport.json"), False),
        (("check", "d", "--baseline", "connus.json", "--write-baseline", "connus.json"), False),
        (("check", "d", "--baseline", "connus.json", "--output", "connus.json"), True),
        (("measure", "missions", "--output", "missions/lignes.parquet"), True),
        (("opportunities", "d", "--bmo", "missions", "--output", "missions/bmo.csv"), True),
        (("measure", "missions/*.parquet", "--output", "missions/a.parquet"), True),
        (("measure", "s3://lac/missions", "--output", "missions/a.parquet"), False),
    ],
)
def test_what_is_read_of_a_folder_is_never_overwritten(
    words: tuple[str, ...], refused: bool, run: Run, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Main file, record tables, Parquet of a lake; what is only beside them may be."""
    shutil.copytree(dossier, dossier / "d")
    for name in ("d/tables/missions.csv", "missions/a.parquet", "connus.json"):
        (dossier / name).parent.mkdir(exist_ok=True)
        (dossier / name).write_text("{}", "utf-8")
    monkeypatch.chdir(dossier)

    assert refused is ("et serait détruit" in run(*words)[2])


@pytest.mark.parametrize("option", ["--output", "--rows-out", "--write-baseline"])
@pytest.mark.parametrize(
    "name,said",
    [
        ("absent/l.csv", "le répertoire n'existe pas"),
        ("missions.csv/l.csv", "le chemin passe par un fichier"),
        ("plein.csv", "c'est un répertoire"),
        (f"{'x' * 300}.csv", "le nom est trop long"),
    ],
)
def test_what_cannot_be_written_is_refused_first(
    option: str, name: str, said: str, run: Run, table: Path
) -> None:
    """In the same sentence for every option, before any work."""
    (table.parent / "plein.csv").mkdir()
    command = ("check", "absent") if option == "--write-baseline" else ("measure", str(table), *DAY)
    code, out, err = run(*command, option, f"{table.parent}/{name}")

    assert (2, "", 1) == (code, out, err.count("\n"))
    assert f"ne peut pas être écrit : {said}" in err.replace("\xa0", " ")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root écrit partout")
def test_a_folder_that_is_closed_is_refused_first(run: Run, table: Path, tmp_path: Path) -> None:
    """Before any work too."""
    closed = tmp_path / "fermé"
    closed.mkdir(mode=0o555)

    assert (
        "vous n'en avez pas le droit" in run("measure", str(table), *DAY, "--rows-out", f"{closed}/l.csv")[2]
    )


@pytest.fixture(scope="module")
def late(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of which every row is at fault."""
    import polars as pl

    folder = tmp_path_factory.mktemp("retards")
    write_records(folder / "essai", 12_000, 1)
    sound = pl.read_csv(folder / "essai/missions.csv", infer_schema=False)
    sound.with_columns(contrat_travail_le=pl.lit("2026-07-30")).write_csv(folder / "missions.csv")
    return folder / "missions.csv"


@pytest.mark.skipif(sys.platform == "win32", reason="bash et ulimit demandent Unix")
@pytest.mark.parametrize(
    "command",
    [
        "new records --rows 20000 --out t",
        "new records --rows 40000 --out t --format parquet",
        "new records --rows 20000 --out t --format xlsx",
        "measure {} --as-of 2026-07-31 --rows-out t.csv",
        "measure {} --as-of 2026-07-31 --rows 12000 --format json --output t",
    ],
)
def test_a_disk_that_is_full_is_one_french_sentence(command: str, late: Path, tmp_path: Path) -> None:
    """It names the place and the cure; nothing is left behind. Here, no file is longer than a mebibyte."""
    line = f"ulimit -f 1024; {sys.executable} -m zest {command.format(late)}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, cwd=tmp_path, check=False)

    assert (3, 1) == (done.returncode, done.stderr.count("\n")), done.stderr
    assert "« t" in done.stderr.replace("\xa0", " ")
    assert "écrivez ailleurs" in done.stderr
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("more", [(), ("--rows-out", "lignes.csv")])
def test_a_disk_that_is_full_elsewhere_is_told_too(
    more: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch, table: Path
) -> None:
    """Where zest keeps what does not fit in memory."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "plein", "/ailleurs")

    monkeypatch.setattr("zest.measuring.run.measure", full)
    code, out, err = run("measure", str(table), *DAY, *more)

    assert (3, "", 1) == (code, out, err.count("\n"))
    assert "TMPDIR" in err
