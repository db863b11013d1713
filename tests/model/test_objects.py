"""What the objects of the model know of themselves."""

import datetime as dt
import enum
import importlib
import pkgutil

import attrs
import pytest

import zest.model
from zest.findings import Place
from zest.model.charter import Charter, Colour, contrast
from zest.model.commitment import ServiceCommitment
from zest.model.convention import BrandConvention, HoursDerogation, StateConvention
from zest.model.dossier import Collective, Dossier, NoSources
from zest.model.offer import SectorOffer
from zest.model.structure import Structure
from zest.model.territory import HISTORIC_REGIONS, REGIONS
from zest.testing.samples import core_assembly

MODULES = [importlib.import_module(m.name) for m in pkgutil.iter_modules(zest.model.__path__, "zest.model.")]
CLASSES = sorted(
    {c for m in MODULES for c in vars(m).values() if isinstance(c, type) and c.__module__ == m.__name__},
    key=str,
)


@pytest.mark.parametrize("kind", [c for c in CLASSES if attrs.has(c)], ids=lambda c: c.__name__)
def test_every_class_is_frozen_and_tells_each_of_its_attributes(kind: type) -> None:
    """Its docstring has a first sentence and a line for each attribute of its own."""
    words = kind.__doc__ or ""
    own = [name for name in kind.__annotations__ if not name.startswith("_")]

    assert all(f"{name}:" in words for name in own), [n for n in own if f"{n}:" not in words]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(object.__new__(kind), "anything", 1)  # noqa: B010  # mypy knows that it cannot be


@pytest.mark.parametrize(
    "kind", [c for c in CLASSES if issubclass(c, enum.Enum) and hasattr(c, "label")], ids=lambda c: c.__name__
)
def test_every_value_of_a_list_has_its_french_name(kind: type[enum.StrEnum]) -> None:
    """None is left without, none twice."""
    labels = [one.label for one in kind]  # type: ignore[attr-defined]  # those that have one

    assert len(set(labels)) == len(labels)
    assert all(label and label == label.strip() for label in labels)


def test_a_brand_convention_holds_from_the_later_signature_to_its_last_day() -> None:
    """Both parties sign; the slides give no duration."""
    both = BrandConvention(
        signed_by_structure_on=dt.date(2026, 1, 10), signed_by_coorace_on=dt.date(2026, 1, 12)
    )
    ended = attrs.evolve(both, valid_to=dt.date(2026, 6, 30))

    assert (None, None) == (BrandConvention().signed_on, attrs.evolve(both, signed=False).signed_on)
    assert [False, True, True] == [both.holds(dt.date(2026, 1, day)) for day in (11, 12, 13)]
    assert [True, False] == [ended.holds(dt.date(2026, month, 30 if month == 6 else 1)) for month in (6, 7)]


def test_a_structure_is_conventioned_or_not_or_nobody_knows() -> None:
    """Three answers."""
    day = dt.date(2026, 1, 1)
    told = (StateConvention(start=dt.date(2025, 1, 1), end=dt.date(2025, 12, 31)),)
    blank = Structure(key="a", name="A")

    assert blank.conventioned_on(day) is None
    assert attrs.evolve(blank, state_conventions=()).conventioned_on(day) is False
    assert attrs.evolve(blank, state_conventions=told).conventioned_on(day) is False
    assert attrs.evolve(blank, state_conventions=told).conventioned_on(dt.date(2025, 12, 31)) is True
    assert attrs.evolve(blank, state_conventions=(*told, StateConvention())).conventioned_on(day) is None
    assert day in HoursDerogation(start=day).period


def test_a_dossier_finds_its_parts() -> None:
    """By key; the only offer needs none."""
    one, two = SectorOffer(key="1", sector="a"), SectorOffer(key="2", sector="a", structures=("s",))
    member = Structure(key="s", name="S")
    dossier = Dossier(offers=(one, two), structures=(member, Structure(key="t", name="T")))

    assert (two, None, None) == (dossier.offer("2"), dossier.offer(""), dossier.offer("3"))
    assert one == Dossier(offers=(one,)).offer("")
    assert (member, None) == (dossier.structure("s"), dossier.structure("x"))
    assert dossier.client("x") is None
    assert ((member,), 2) == (dossier.carriers(two), len(dossier.carriers(one)))
    assert ("a",) == dossier.sectors
    assert ("collectif sans nom", "C") == (dossier.name, Dossier(collective=Collective(name="C")).name)


def test_a_dossier_made_in_memory_was_written_nowhere() -> None:
    """Its places are empty, and nothing of it was lost."""
    assert (Place(), False, "") == (NoSources().place(()), NoSources().lost(()), str(Place()))
    assert "zest.toml:3:1" == str(Place(file="zest.toml", line=3, column=1))


def test_what_an_offer_leaves_out_is_the_sectors() -> None:
    """Field by field."""
    base = ServiceCommitment(key="k", statement="Oui.", threshold=48, unit="heures")

    made = ServiceCommitment(key="k", threshold=24).over(base)

    assert ("Oui.", 24, "heures") == (made.statement, made.threshold, made.unit)


def test_contrast_is_that_of_the_standard() -> None:
    """Black on white is 21, a colour on itself 1, and grey #767676 on white just passes 4.5."""
    assert 21 == pytest.approx(contrast(Colour("#000000"), Colour("#FFFFFF")))
    assert 1 == contrast(Colour("#123456"), Colour("#123456"))
    assert 4.54 == pytest.approx(contrast(Colour("#767676"), Colour("#ffffff")), abs=0.01)
    with pytest.raises(ValueError, match="rouge"):
        Colour("rouge")


def test_a_charter_tells_each_pair_that_fails() -> None:
    """With the ratio measured and the ratio asked."""
    grey = Colour("#888888")
    charter = Charter(primary=grey, accent=grey, light=grey, ink=grey, soft=grey, wordmark="zest'")

    assert 7 == len(charter.failures())
    assert "3.54 mesuré, 4.5 exigé" in charter.failures()[0]


def test_an_agreement_leads_to_its_successor_of_the_day() -> None:
    """And a chain that turns in a circle ends."""
    profile = core_assembly().catalogue.sectors["echantillon"]
    old, new = profile.agreements["9997"], profile.agreements["9998"]
    circle = attrs.evolve(
        profile, agreements={"9997": old, "9998": attrs.evolve(new, until=old.until, successor=old.idcc)}
    )

    assert new == profile.agreement_on(old.idcc, dt.date(2020, 1, 1))
    assert old == profile.agreement_on(old.idcc, dt.date(1995, 1, 1))
    assert profile.agreement_on(new.idcc, dt.date(1950, 1, 1)) is None
    assert circle.agreement_on(old.idcc, dt.date(2020, 1, 1)) is None


def test_regions_of_today_and_of_the_slides() -> None:
    """Eighteen, and the three that the slides name."""
    assert 18 == len(REGIONS)
    assert {"Basse-Normandie", "Franche-Comté", "Midi-Pyrénées"} == {
        name for name, _ in HISTORIC_REGIONS.values()
    }
