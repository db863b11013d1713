"""What the public strategies draw: valid, awkward, and nothing of form at fault."""

import contextlib
import datetime as dt
import importlib
import pkgutil
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import zest.testing.strategies as ours
from zest import model
from zest.model.dossier import Collective, Dossier, NoSources
from zest.model.identifiers import LA_POSTE, Siren, Siret, luhn
from zest.model.period import Period
from zest.references import references
from zest.sector import Sector
from zest.structuring import INVISIBLE, fit
from zest.testing.registration import register, registered
from zest.testing.samples import AS_OF, core_assembly, data_of
from zest.testing.strategies import (
    connected,
    dossiers,
    names,
    periods,
    sectors,
    sirens,
    sirets,
    structures,
    texts,
)
from zest.validation import check

T = TypeVar("T")

FEW = settings(max_examples=10)


def drawn(strategy: st.SearchStrategy[T], count: int = 200) -> list[T]:
    """Return what a strategy draws, the same at each run."""
    told: list[T] = []

    @settings(database=None, derandomize=True, phases=[Phase.generate], max_examples=count, deadline=None)
    @given(strategy)
    def draw(one: T) -> None:
        told.append(one)

    draw()
    return told


KINDS = sorted(registered(), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@FEW
@given(st.data())
def test_hypothesis_knows_every_class_of_a_dossier(kind: type, data: st.DataObject) -> None:
    """By its type alone."""
    register()

    assert isinstance(data.draw(st.from_type(kind)), kind)


def test_the_package_tells_hypothesis_where_to_find_them() -> None:
    """The entry point leads to the function that registers."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    (value,) = project["entry-points"]["hypothesis"].values()

    assert register is EntryPoint(name="zest", value=value, group="hypothesis").load()


class Enough(Exception):
    """Every field was told: nothing more needs to be drawn."""


@pytest.mark.parametrize(
    "kind", [k for k in KINDS if attrs.has(k) and k is not Dossier], ids=lambda k: k.__name__
)
def test_every_field_is_told_at_times(kind: Any) -> None:
    """None is left out for ever, but the name of a file that nobody wrote: what nobody draws is never tried."""
    drawn_ = [one for one in attrs.fields(kind) if not one.metadata.get("omit") and one.name != "logo"]
    untold = {one.name: one.default for one in drawn_}

    @settings(
        database=None, derandomize=True, phases=[Phase.generate], max_examples=200, deadline=None,
        report_multiple_bugs=False,
    )  # fmt: skip
    @given(st.from_type(kind))
    def draw(one: Any) -> None:
        for name in [name for name, left in untold.items() if getattr(one, name) != left]:
            del untold[name]
        if not untold:
            raise Enough

    with contextlib.suppress(Enough):
        draw()

    assert {} == untold


@given(dossiers())
def test_a_dossier_has_nothing_of_form_at_fault(dossier: Dossier) -> None:
    """It fits, and no rule of form finds anything; of law and brand, they may."""
    assembly = core_assembly()
    report = check(dossier, assembly.catalogue.selected(("Z04",)), AS_OF)

    assert () == fit(Dossier, data_of(dossier)).misfits
    assert [] == [f for f in report.findings if f.code.startswith("Z04")]


def test_dossiers_reach_the_rules() -> None:
    """Members that lend to clients under offers, with measures: not only empty tables."""

    def lends(dossier: Dossier) -> bool:
        return any(dossier.structure(m.structure) and dossier.offer(m.offer) for m in dossier.missions)

    assert any(map(lends, drawn(dossiers(), 30)))


@given(dossiers(structures=st.just(())))
def test_nobody_cites_what_is_not_there(dossier: Dossier) -> None:
    """With no structure told, none is named."""
    assert [] == [r for r in references(dossier) if r.kind == "structures"]


@given(dossiers())
def test_what_holds_together_is_left_as_it_is(dossier: Dossier) -> None:
    """Only citations that lead nowhere are replaced."""
    assert dossier == connected(dossier)


@given(dossiers(collective=st.just(Collective(name="Zest' d'essai"))))
def test_what_the_caller_tells_is_kept(dossier: Dossier) -> None:
    """Word for word."""
    assert "Zest' d'essai" == dossier.name


def test_a_field_that_does_not_exist_is_refused() -> None:
    """A mistyped name does not pass for a wish that was heard."""
    with pytest.raises(TypeError, match="nom"):
        drawn(structures(nom=st.just("x")))


@given(texts(), names())
def test_words_are_legal(text: str, name: str) -> None:
    """No invisible sign, in no format; a name has one line and begins with a letter."""
    assert not INVISIBLE.search(text + name)
    assert not set("\r\ufffe\uffff").intersection(text + name)
    assert name[0].isalpha()
    assert [name] == name.splitlines()


@given(sirens(), sirets())
def test_check_digits_are_right(siren: Siren, siret: Siret) -> None:
    """Luhn, or the plain sum at La Poste."""
    assert siren.checksum_ok
    assert siret.checksum_ok


@pytest.mark.parametrize("poste", [False, True])
def test_la_poste_is_among_the_establishments(poste: bool) -> None:
    """With numbers that Luhn refuses."""
    assert poste in {s.startswith(LA_POSTE) and not luhn(s) for s in drawn(sirets())}


@given(periods())
def test_a_period_is_told_and_in_order(period: Period) -> None:
    """One end at least."""
    assert (None, None) != (period.start, period.end)
    assert (period.start or dt.date.min) <= (period.end or dt.date.max)


@pytest.mark.parametrize("name", sorted({*ours.__all__} - {"Planted", "broken", "connected", "tables"}))
def test_every_public_strategy_draws_what_its_signature_says(name: str) -> None:
    """And its first sentence begins with what comes out."""
    strategy = getattr(ours, name)
    (kind,) = get_args(get_type_hints(strategy)["return"])

    assert strategy.__doc__.startswith("Return ")
    assert {True} == {isinstance(one, get_origin(kind) or kind) for one in drawn(strategy(), 5)}


def test_a_strategy_is_shown_in_few_words() -> None:
    """Hypothesis prints it with what fails: its class, and not all that it is made of."""
    assert len(repr(dossiers())) < 200
    assert "Structure" in repr(structures())


def test_every_class_of_the_model_has_a_strategy() -> None:
    """Objects of a dossier and of a sector alike: none is added without one."""
    modules = [
        importlib.import_module(one.name) for one in pkgutil.iter_modules(model.__path__, "zest.model.")
    ]
    held = {kind for module in modules for kind in vars(module).values() if attrs.has(kind)}
    own = {kind for kind in held if kind.__module__.startswith("zest.model.")} - {NoSources}

    assert set() == own - registered()


@settings(max_examples=20)
@given(sectors())
def test_a_sector_holds_together(sector: Sector) -> None:
    """What is named exists, colours are contrasted enough, figures are its own."""
    profile = sector.profile

    assert all({*job.task_keys} <= {*profile.tasks} for job in profile.jobs.values())
    assert all({*task.permits} <= {*profile.permits} for task in profile.tasks.values())
    assert {one.successor for one in profile.agreements.values()} <= {None, *profile.agreements}
    assert () == profile.charter.failures()
    assert all(figure.key.startswith(f"{profile.slug}.") for figure in sector.figures)
