"""Zest: the same promises, from the same rows, with answers by structure and quarter besides."""

from pathlib import Path

from peers.world import JOBS, World
from zest.measuring.given import tables_given
from zest.measuring.run import Request, measure
from zest.testing.records import ask, terms_for

ASKED = (
    "formalities-before-start", "safety-welcome-done", "trained-before-assignment", "incident-free",
    "presented-before-first", "tariff-gap", "hours-in-window",
)  # fmt: skip
SHARED = ("Z071", "Z072", "Z073", "Z074", "Z076", "Z077")


def judged(folder: Path, file: str) -> dict[str, int]:
    """Return the rows at fault of each kind."""
    world = World(folder)
    kinds = world.kinds
    terms = terms_for(world.day, kinds, structures=tuple(kinds), jobs=tuple(JOBS))
    sources, told = tables_given([str(folder / file)], "polars")
    asked = [ask(slug, terms) for slug in ASKED]
    answer = measure(sources, Request(questions=asked, terms=terms, margin=0.05, told=told))
    found = {one.commitment: one.overall.cases - one.overall.kept for one in answer.promises}
    for fault in answer.faults:
        if fault.code in SHARED:
            found[fault.code] = found.get(fault.code, 0) + fault.rows_in_all
    return dict(sorted((kind, rows) for kind, rows in found.items() if rows))
