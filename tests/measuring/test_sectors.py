"""A sector adds measures of its own, by the same door as its rules."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("polars")
pytest.importorskip("narwhals")

import zest
from zest.indicators.indicator import Indicator
from zest.measuring.catalogue import by_slug
from zest.plugins.assembly import Assembly, assemble
from zest.plugins.local import load_local
from zest.plugins.origin import Loaded, Origin
from zest.sector import Sector
from zest.testing.records import ask, measured, terms_for

OWN = '''
"""No lending shorter than two hours."""

import narwhals as nw

from zest.indicators.indicator import Indicator
from zest.source import interpretation

SHORT = Indicator(
    slug="essai-hours-enough",
    label="missions de deux heures au moins",
    sentence="Une mission est tenue quand elle dure deux heures au moins.",
    unit="missions",
    table="missions",
    columns=("heures",),
    cases=lambda terms: ~nw.col("heures").is_null(),
    passed=lambda terms: nw.col("heures") >= 2,
    source=interpretation("Secteur d'essai", "2026-11-23"),
)
'''


@pytest.fixture
def sector(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sector]:
    """The sample sector as a package, with a measure in ``indicators``."""
    package = tmp_path / "zest_essai"
    shutil.copytree(Path(zest.__path__[0]) / "samples" / "sector", package)
    (package / "__init__.py").write_text("", "utf-8")
    identity = package / "sector.toml"
    identity.write_text(identity.read_text("utf-8").replace('"echantillon"', '"essai"'), "utf-8")
    (package / "indicators").mkdir()
    (package / "indicators" / "__init__.py").write_text("", "utf-8")
    (package / "indicators" / "hours_enough.py").write_text(OWN, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    import zest_essai  # type: ignore[import-not-found]  # made above

    yield Sector.from_package(zest_essai.__name__)
    for name in [name for name in sys.modules if name.startswith("zest_essai")]:
        del sys.modules[name]


def assembled(sector: Sector) -> Assembly:
    """Put the sector beside the core."""
    return assemble((), [Loaded(origin=Origin(slug="essai", module="zest_essai"), sector=sector)])


def test_a_sector_brings_its_measures(sector: Sector) -> None:
    """They are collected with its rules, and measured like the core's."""
    made = assembled(sector)
    terms = terms_for()
    mission = {"structure": "ai", "client": "h", "salarie": "s", "debut": terms.as_of}
    rows = [{**mission, "id_mission": f"M{n}", "heures": hours} for n, hours in enumerate((1.5, 2.0, None))]

    told = measured({"missions": rows}, [ask("essai-hours-enough", terms, made.indicators)], terms)

    assert ["essai-hours-enough"] == [one.slug for one in made.indicators]
    assert (1, 2, ["M0"]) == (
        told.promises[0].overall.kept,
        told.promises[0].overall.cases,
        [row.key for row in told.promises[0].rows],
    )
    assert "essai-hours-enough" in by_slug(made.indicators)
    assert all(isinstance(one, Indicator) for one in by_slug().values())


HOOK = """
from zest.hookspecs import hookimpl
from zest.sector import Sector


@hookimpl
def zest_sector():
    return Sector.from_package("zest_essai")
"""


def test_the_measures_of_a_plugin_are_signed(tmp_path: Path, sector: Sector) -> None:
    """Whoever reads an answer, or a failure, knows whose measure it is."""
    # Other tests name their sector so.
    for name in [one for one in sys.modules if one.partition(".")[0] == "zest_essai"]:
        del sys.modules[name]
    (tmp_path / "zest_essai" / "__init__.py").write_text(HOOK, "utf-8")
    (measure,) = assemble((), [load_local(tmp_path / "zest_essai")]).indicators

    assert (sector.indicators[0].slug, "local") == (measure.slug, str(measure.origin))


@pytest.mark.parametrize(
    "slug,cause",
    [
        ("contact-named", "la mesure « contact-named » doit commencer par « essai- »"),
        ("essai-hours-enough", "la mesure « essai-hours-enough » est donnée deux fois"),
    ],
)
def test_a_measure_takes_no_name_that_is_another_s(
    slug: str, cause: str, tmp_path: Path, sector: Sector
) -> None:
    """Its sector is refused when it loads: two measures of one name would break every measurement beside it."""
    for name in [one for one in sys.modules if one.partition(".")[0] == "zest_essai"]:
        del sys.modules[name]
    (tmp_path / "zest_essai" / "__init__.py").write_text(HOOK, "utf-8")
    more = OWN.replace("essai-hours-enough", slug)
    (tmp_path / "zest_essai" / "indicators" / "more.py").write_text(more, "utf-8")
    (refused,) = assemble((), [load_local(tmp_path / "zest_essai")]).refused

    assert cause in refused.cause


def test_a_sector_without_measures_has_none(tmp_path: Path) -> None:
    """Most have none."""
    folder = tmp_path / "sector"
    shutil.copytree(Path(zest.__path__[0]) / "samples" / "sector", folder)

    assert () == Sector.from_folder(folder).indicators
