"""What only hypothesis can ask of a sector: dossiers that nobody wrote, faults planted in sound ones."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from zest.model.dossier import Dossier
from zest.model.identifiers import Idcc
from zest.model.profile import SectorProfile
from zest.plugins.assembly import Assembly
from zest.sector import Sector
from zest.testing.kit.declaring import SENTENCE
from zest.testing.strategies import days, dossiers, faulty_dossiers, missions, offers, orders
from zest.testing.strategies.faulty import Planted
from zest.validation import check

# Whole dossiers are large, and authors run this on any machine.
_PATIENT = settings(
    deadline=None,
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much),
    max_examples=settings().max_examples // 4,
)


def ask_generated(sector: Sector, assembly: Assembly) -> None:
    """Ask every rule of a sector about dossiers that name its jobs, tasks and agreements, on any day.

    Raises:
        AssertionError: one failed, said two things of one dossier, or said no sentence.
    """
    alone = attrs.evolve(assembly.catalogue, rules={rule.code: rule for rule in sector.rules})

    @_PATIENT
    @given(dossiers_of(sector.profile), days())
    def answers(dossier: Dossier, day: dt.date) -> None:
        report = check(dossier, alone, day)

        failed = [one.message for one in report.findings if one.apparatus]
        assert not failed, " ".join(failed)
        assert report == check(dossier, alone, day), (
            "Deux lectures du même dossier ne disent pas la même chose."
        )
        odd = [one.message for one in report.findings if not SENTENCE.fullmatch(one.message)]
        assert not odd, f"Ce ne sont pas des phrases : {odd}."

    answers()


def ask_planted(sector: Sector, assembly: Assembly, sample: Mapping[str, Any]) -> None:
    """Plant the fault of each rule in sound dossiers, and wait for the rule to speak.

    Raises:
        AssertionError: it did not.
    """
    if not sector.rules:
        return

    @_PATIENT
    @given(faulty_dossiers(sector.rules, sample))
    def is_found(planted: Planted) -> None:
        alone = attrs.evolve(assembly.catalogue, rules={planted.code: planted.rule})
        found = {one.code for one in check(planted.dossier, alone, planted.as_of).findings}

        assert {planted.code} == found, f"{planted.code} ne trouve pas sa faute : {sorted(found) or 'rien'}."

    is_found()


def dossiers_of(profile: SectorProfile) -> SearchStrategy[Dossier]:
    """Return dossiers whose offers, orders and missions name what a sector knows, and at times what it does not.

    What no rule of a sector looks at is left out, so that a run tries more of the rest.
    """
    job = st.sampled_from([*profile.jobs, "inconnu", ""])
    task = st.lists(st.sampled_from([*profile.tasks, "inconnue"]), max_size=3).map(tuple)
    texts = st.lists(st.sampled_from([*profile.agreements, Idcc("9998")]), max_size=2).map(tuple)
    offer = offers(sector=st.just(profile.slug), agreements=texts, commitments=st.none())
    told = {name: st.just(()) for name in _ASIDE}
    return dossiers(
        offers=_several(offer),
        missions=_several(missions(job=job, tasks=task)),
        orders=_several(orders(job=job)),
        **told,
    )


_ASIDE = (
    "experiences",
    "loans",
    "meetings",
    "outcomes",
    "public_contracts",
    "results",
    "trainings",
    "waivers",
)


def _several(one: SearchStrategy[Any]) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, min_size=1, max_size=2, unique_by=lambda made: made.key).map(tuple)
