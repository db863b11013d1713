"""What was just created, and what to do with it."""

import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from zest.console.blocks import Block, Grid, Prose, Span, text
from zest.console.typography import count, french
from zest.scaffold.names import Names

_WHAT = MappingProxyType({
    "sector.toml": "qui est le secteur",
    "jobs/exemple.toml": "un métier par fichier",
    "tasks.toml": "les tâches, celles qui sont fermées ou soumises à habilitation",
    "permits.toml": "les habilitations",
    "commitments.toml": "les engagements de service",
    "agreements.toml": "les conventions collectives",
    "law/agreement.toml": "les chiffres, datés",
    "rules.toml": "les règles d'une seule comparaison",
    "segment.toml": "le secteur en une page",
    "charter.toml": "ses couleurs",
    "samples/sound.toml": "un dossier inventé et en règle",
    "conformance.toml": "ce qu'il sait ne pas tenir encore",
})  # fmt: skip


def planted_blocks(names: Names, target: Path, files: Mapping[str, str]) -> Iterator[Block]:
    """Yield the files to fill, each with what it says, then the next commands."""
    words = f" · {count(len(files), 'fichier')} · secteur « {names.slug} », règles {names.prefix}…"
    yield Prose((Span("✓ ", "good"), Span(target.as_posix(), "strong"), Span(french(words))), indent=0)
    yield Prose(text(""))
    yield Prose(text(french(f"À remplir, dans src/{names.package} :")), indent=0)
    rows = tuple((text(name, "code"), text(french(what))) for name, what in _WHAT.items())
    yield Grid(rows=rows, flexible=1)
    yield Prose(text(""))
    yield Prose(text("Suite :", "strong"), indent=0)
    path = shlex.quote(target.as_posix())
    nexts = (
        (f"zest sector check {path}", "dit ce qui reste à remplacer, et à quelle ligne"),
        (f"zest jobs {path}", "montre le secteur sans l'installer"),
        (f"pytest {path}", "déroule toute la trousse"),
    )
    yield Grid(rows=tuple((text(do, "code"), text(what)) for do, what in nexts), flexible=1)
