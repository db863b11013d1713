"""What an edition may change, what becomes of it, and what is refused."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from zest.edition.laying import laid
from zest.edition.regional import RegionalEdition
from zest.errors import EditionError, PluginError
from zest.model.edition import Verb
from zest.plugins.assembly import Assembly, assemble
from zest.plugins.loading import load_folder
from zest.sector import Sector
from zest.testing.samples import AS_OF, changed, core_assembly, core_sample, dossier_of, findings_of
from zest.validation import check

Edit = Callable[..., Path]
Gather = Callable[..., Assembly]

TIGHTER = '[commitments.reponse]\nverb = "tighten"\nWHO\nto = { threshold = 24 }\n'
LOOSER = '[commitments.reponse]\nverb = "replace"\nWHO\nto = { threshold = 72, target = 0.8, clock = "business-hours" }\n'
ADDED = (
    '[commitments.repas]\nverb = "add"\nWHO\nto = { family = "quality", statement = "Un repas est servi." }\n'
)
RETIRED = '[commitments.accueil]\nverb = "retire"\nWHO\n'
WEEK = '[figures."essai.heures"]\nverb = "{verb}"\nWHO\n{more}\n'
VALUES = 'values = [{{ value = {value}, since = 2026-01-01, source = {{ reference = "x", status = "recalled" }} }}]'


def week(value: float, verb: str = "tighten", more: str = "") -> str:
    """Return a change of the week."""
    return WEEK.format(verb=verb, more=VALUES.format(value=value) + more)


def test_each_verb_does_what_it_says(edition: Edit, gather: Gather) -> None:
    """Tighten, add, retire; the rest of the sector is there, and the record says who, when and why."""
    made = gather(edition("regional", TIGHTER + ADDED + RETIRED))
    sector, profile = made.catalogue.sectors["echantillon"], made.catalogue.sectors["regional"]

    assert () == made.refused
    assert {"reponse", "repas"} == set(profile.commitments)
    assert (24, "hours-to-handle") == (
        profile.commitments["reponse"].threshold,
        profile.commitments["reponse"].indicator,
    )
    assert (profile.jobs, profile.agreements, profile.charter) == (
        sector.jobs,
        sector.agreements,
        sector.charter,
    )
    assert [
        (
            Verb.TIGHTEN,
            "reponse",
            "regional",
            "Région",
            dt.date(2026, 1, 10),
            "Un essai.",
            ("threshold",),
        ),
        (
            Verb.ADD,
            "repas",
            "regional",
            "Région",
            dt.date(2026, 1, 10),
            "Un essai.",
            ("family", "statement"),
        ),
        (Verb.RETIRE, "accueil", "regional", "Région", dt.date(2026, 1, 10), "Un essai.", ()),
    ] == [(c.verb, c.item, c.by, c.author, c.on, c.reason, c.fields) for c in profile.changes]
    assert [(), (), ("L'engagement national « accueil » est retiré.",)] == [
        c.loosens for c in profile.changes
    ]


def test_what_loosens_says_each_way(edition: Edit, gather: Gather) -> None:
    """Threshold, share of the cases, hours that are counted otherwise."""
    (change,) = gather(edition("regional", LOOSER)).catalogue.sectors["regional"].changes

    assert (
        "L'engagement « reponse » vise 80\u00a0% des cas, contre 100\u00a0%.",
        "L'engagement « reponse » demande « au plus 72 heures », contre « au plus 48 heures ».",
        "L'engagement « reponse » compte des heures ouvrées, et non d'horloge.",
    ) == change.loosens


def test_a_field_may_be_left_untold(edition: Edit, gather: Gather) -> None:
    """The edition's text does not say it: it is no longer the sector's either."""
    content = (
        '[commitments.reponse]\nverb = "replace"\nWHO\nuntold = ["clock"]\nto = { statement = "En 48 h." }\n'
    )
    profile = gather(edition("regional", content)).catalogue.sectors["regional"]

    assert (None, 48) == (profile.commitments["reponse"].clock, profile.commitments["reponse"].threshold)
    assert ("statement", "clock") == profile.changes[0].fields
    assert () == profile.changes[0].loosens


@pytest.mark.parametrize(
    "content,cause",
    [
        (TIGHTER.replace("24", "72"), "« tighten » doit demander plus"),
        (TIGHTER.replace("threshold = 24", "threshold = 24, target = 0.5"), "ne demander moins en rien"),
        (TIGHTER.replace("threshold = 24", 'statement = "Vite."'), "« tighten » doit demander plus"),
        (ADDED.replace("repas]", "reponse]"), "« add » ne peut pas l'ajouter"),
        (ADDED.replace('family = "quality", ', ""), "n'a pas d'énoncé ou de famille"),
        (ADDED.replace("to = {", 'to = { key = "autre",'), "sous la même clé"),
        (RETIRED.replace("accueil]", "absent]"), "« retire » n'a rien à changer"),
        (
            TIGHTER.replace("reponse]", "reponses]"),
            "et « tighten » n'a rien à changer ; vouliez-vous dire « reponse » ?",
        ),
        (TIGHTER.replace("to = { threshold = 24 }", ""), "il faut dire dans « to » ce qu'il devient"),
        (TIGHTER + 'untold = ["statement"]', "« statement » ne peut pas être laissé sans valeur"),
        (week(44), "« tighten » doit demander plus"),
        (
            week(35).replace("essai.heures", "essai.heure"),
            "le chiffre « essai.heure » n'existe pas, et « tighten » n'a rien à changer ; vouliez-vous dire « essai.heures » ?",
        ),
        (WEEK.format(verb="tighten", more=""), "il faut dire dans « values » ce qu'il vaut"),
        (week(35, "add"), "n'a pas de libellé"),
        (week(30).replace("heures", "pauses"), "dites dans « bound »"),
        ("", "cette édition ne change rien"),
        ("[commitments]\nreponse = 1", "edition.toml"),
        ("commitments = 1", "edition.toml"),
        ('[commitments.reponse]\nverb = "efface"\nWHO\n', "efface"),
        ('[commitments.reponse]\nverb = "retire"\n', "Il manque la clé « author »"),
    ],
)
def test_what_does_not_do_what_it_says_is_refused(
    content: str, cause: str, edition: Edit, gather: Gather
) -> None:
    """With the item; the sector itself is used."""
    made = gather(edition("regional", content))
    (refused,) = made.refused

    assert ["echantillon"] == [one.origin.slug for one in made.loaded]
    assert cause in refused.cause
    assert refused.remedy


def test_facts_of_the_trade_are_not_an_edition_s(edition: Edit, gather: Gather) -> None:
    """A file that would not be read is told, never left aside in silence."""
    folder = edition("regional", TIGHTER)
    (folder / "tasks.toml").touch()

    assert "tasks.toml : une édition régionale change" in gather(folder).refused[0].cause


def test_figures_are_those_of_the_edition_for_its_offers_alone(edition: Edit, gather: Gather) -> None:
    """One dossier, two offers: the same week is too long under the edition and not under the sector."""
    made = gather(edition("regional", week(35)))
    first = core_sample()["offers"][0]
    offers = [{**first, "structures": None}, {**first, "key": "autre", "sector": "regional"}]
    offers = [{k: v for k, v in one.items() if v is not None} for one in offers]
    missions = [
        {**core_sample()["missions"][0], "key": key, "offer": offer, "pattern": {"weekly_hours": 38}}
        for key, offer in (("M1", first["key"]), ("M2", "autre"))
    ]
    dossier = dossier_of(changed(core_sample(), {"offers": offers, "missions": missions, "follow_ups": []}))
    found = [one for one in check(dossier, made.catalogue, AS_OF).findings if one.code == "ECH101"]

    assert ["La semaine compte 38 heures, pour 35 au plus."] == [one.message for one in found]
    assert "M2" in found[0].subject


def test_a_figure_keeps_its_past(edition: Edit, gather: Gather) -> None:
    """What was judged before the edition's first day is judged as it was."""
    made = gather(edition("regional", week(35)))
    (figure,) = made.catalogue.overrides["regional"].values()

    assert (40, 35) == (figure.on(dt.date(2025, 12, 31)).value, figure.on(dt.date(2026, 1, 1)).value)
    assert 40 == made.catalogue.law.figure("echantillon.essai.heures").on(dt.date(2026, 1, 1)).value


def test_a_retired_figure_judges_no_more(edition: Edit, gather: Gather) -> None:
    """From the day of the decision on; the report says that the rule had no effect."""
    made = gather(edition("regional", WEEK.format(verb="retire", more="")))
    figure = made.catalogue.overrides["regional"]["echantillon.essai.heures"]
    (change,) = made.catalogue.sectors["regional"].changes

    assert (True, False) == (figure.holds(dt.date(2026, 1, 9)), figure.holds(dt.date(2026, 1, 10)))
    assert ("Le chiffre « Durée d'une semaine » est retiré au 10/01/2026.",) == change.loosens


def test_a_figure_without_a_side_says_it(edition: Edit, gather: Gather) -> None:
    """Then it can be weighed: a shorter break asks less of a floor."""
    content = week(15, "replace", '\nbound = "at-least"').replace("heures", "pauses")
    (change,) = gather(edition("regional", content)).catalogue.sectors["regional"].changes

    assert ("Le chiffre « Durée d'une pause » vaut 15 au 01/01/2026, contre 20.",) == change.loosens


def test_an_edition_adds_figures_under_its_own_name(edition: Edit, gather: Gather) -> None:
    """By its file of changes or beside its rules."""
    folder = edition("regional", week(3, "add", '\nlabel = "Trajets"').replace("essai.heures", "trajets"))
    (folder / "law").mkdir()
    (folder / "law" / "local.toml").write_text('[x]\nlabel = "X"\nunit = ""\nvalues = []\n', "utf-8")
    figures = gather(folder).catalogue.law.figures

    assert {"regional.trajets", "regional.local.x"} <= set(figures)


def test_rules_of_the_sector_and_of_the_edition_judge_its_offers(edition: Edit, gather: Gather) -> None:
    """The sector's offers are judged by the sector's rules alone."""
    folder = edition("regional", TIGHTER, prefix="REG")
    rules = (folder.parent / "echantillon" / "rules.toml").read_text("utf-8")
    told = rules.replace("ECH101", "REG101").replace("week-too-long", "week-too-long-here")
    (folder / "rules.toml").write_text(told, "utf-8")
    made = gather(folder)
    changes = {"missions.0.pattern": {"weekly_hours": 45}}
    found = {
        slug: {
            one.code
            for code in ("ECH101", "REG101")
            for one in findings_of(
                made.catalogue.rules[code], {**changes, "offers.0.sector": slug}, made, core_sample()
            )
        }
        for slug in ("echantillon", "regional")
    }

    assert {"echantillon": {"ECH101"}, "regional": {"ECH101", "REG101"}} == found


def test_two_editions_that_change_the_same_thing_are_refused(edition: Edit, gather: Gather) -> None:
    """Both are named; whoever extends both must decide."""
    one, other = edition("nord", TIGHTER), edition("sud", LOOSER)
    both = edition("union", ADDED, extends=["nord", "sud"])
    made = gather(one, other, both)

    assert ["union"] == [refused.origin.slug for refused in made.refused]
    assert (
        "l'engagement « reponse » est changé à la fois par « nord » et par « sud »" in made.refused[0].cause
    )
    assert "Z026" == made.refused[0].code


def test_two_editions_that_change_different_things_are_put_together(edition: Edit, gather: Gather) -> None:
    """Promises and figures of both, and the rules of all three."""
    both = edition("union", ADDED, extends=["nord", "sud"])
    made = gather(edition("nord", TIGHTER), edition("sud", RETIRED + week(35)), both)
    profile = made.catalogue.sectors["union"]

    assert () == made.refused
    assert {"reponse", "repas"} == set(profile.commitments)
    assert 24 == profile.commitments["reponse"].threshold
    assert {"echantillon.essai.heures"} == set(made.catalogue.overrides["union"])
    assert ("union", "nord", "sud", "echantillon") == made.catalogue.lineage(["union"])


def test_a_conflict_is_decided_by_whoever_extends_both(edition: Edit, gather: Gather) -> None:
    """It names the thing itself; what it says holds, and the record of both stays."""
    decided = edition("union", TIGHTER.replace("24", "12"), extends=["nord", "sud"])
    made = gather(edition("nord", TIGHTER), edition("sud", LOOSER), decided)
    profile = made.catalogue.sectors["union"]

    assert () == made.refused
    assert 12 == profile.commitments["reponse"].threshold
    assert ["nord", "sud", "union"] == [change.by for change in profile.changes]
    assert [(), (), ()] == [change.loosens for change in profile.changes]


def test_the_same_change_inherited_twice_is_no_conflict(edition: Edit, gather: Gather) -> None:
    """It comes from one edition that both extend."""
    folders = [
        edition("base", TIGHTER + week(35)),
        edition("nord", ADDED, extends="base"),
        edition("sud", RETIRED, extends="base"),
        edition("union", ADDED.replace("repas", "vestiaire"), extends=["nord", "sud"]),
    ]
    made = gather(*folders)
    profile = made.catalogue.sectors["union"]

    assert () == made.refused
    assert ["base", "base", "nord", "sud", "union"] == [change.by for change in profile.changes]
    assert {"reponse", "repas", "vestiaire"} == set(profile.commitments)


def test_an_edition_of_an_edition_changes_what_that_one_added(edition: Edit, gather: Gather) -> None:
    """Promise and figure; loosening is still measured against the sector."""
    added = week(3, "add", '\nlabel = "Trajets"\nbound = "at-most"').replace("essai.heures", "trajets")
    first = edition("nord", ADDED + added + LOOSER)
    again = week(2).replace("essai.heures", "trajets") + TIGHTER.replace(
        "threshold = 24", "threshold = 48, target = 1"
    )
    again = again.replace("to = {", 'to = { clock = "clock-hours",')
    made = gather(first, edition("ville", again, extends="nord"))
    changes = made.catalogue.sectors["ville"].changes

    assert () == made.refused
    assert 2 == made.catalogue.overrides["ville"]["nord.trajets"].on(AS_OF).value
    assert [] == [change for change in changes if change.loosens]


def test_a_structure_of_two_editions_is_asked_by_each(edition: Edit, gather: Gather) -> None:
    """A rule on structures that reads what they changed is put once for each value."""
    import attrs

    from zest.rule import Answer, Case, Fault

    made = gather(edition("nord", week(35)), edition("sud", week(30)))
    rule = made.catalogue.rules["ECH101"]
    subject = type(dossier_of(core_sample()).structures[0])

    def speak(_: object, case: Case) -> Iterator[Answer]:
        yield Fault(f"Au plus {case.law['echantillon.essai.heures']}.")

    spoken = attrs.evolve(rule, on=subject, check=speak)
    catalogue = attrs.evolve(made.catalogue, rules={"ECH101": spoken})
    first = core_sample()["offers"][0]
    others = {"n": "nord", "s": "sud", "x": "absent"}
    offers = [first, *({**first, "key": key, "sector": slug} for key, slug in others.items())]
    report = check(dossier_of(changed(core_sample(), {"offers": offers, "missions": []})), catalogue, AS_OF)
    told = [one for one in report.findings if one.subject[-1] == report.structures[0].name]

    assert ["Au plus 40.", "Au plus 35.", "Au plus 30."] == [one.message for one in told]
    assert 3 == len({one.fingerprint for one in told})


@pytest.mark.parametrize(
    "extends,cause",
    [
        (["absent"], "prolonge « absent », dont elle ne peut se passer. Le greffon du secteur « absent »"),
        (["regional"], "elle se prolonge elle-même : regional → regional"),
        (["echantillon", "autre"], "elle prolonge deux secteurs à la fois : autre et echantillon"),
    ],
)
def test_what_is_extended_must_be_there_and_be_one(
    extends: list[str], cause: str, edition: Edit, gather: Gather, sector: Path, tmp_path: Path
) -> None:
    """One finding, the edition's, that tells what is wrong with its base."""
    import shutil

    shutil.copytree(sector, tmp_path / "autre")
    for name in ("sector.toml", "rules.toml"):
        file = tmp_path / "autre" / name
        told = file.read_text("utf-8").replace('"echantillon"', '"autre"').replace("ECH", "AUT")
        file.write_text(told.replace("echantillon.essai", "autre.essai"), "utf-8")
    made = gather(tmp_path / "autre", edition("regional", TIGHTER, extends=extends))

    assert ["regional"] == [one.origin.slug for one in made.refused]
    assert cause in made.refused[0].cause


def test_an_edition_whose_sector_clashes_is_refused_with_it(
    edition: Edit, sector: Path, tmp_path: Path
) -> None:
    """It would be judged by half of its rules."""
    import shutil

    shutil.copytree(sector, tmp_path / "double")
    file = tmp_path / "double" / "sector.toml"
    file.write_text(file.read_text("utf-8").replace('"echantillon"', '"double"'), "utf-8")
    folders = [sector, tmp_path / "double", edition("regional", TIGHTER, extends="double")]
    made = assemble((), [load_folder(folder, folder.name) for folder in folders])

    assert ["Z022", "Z026"] == [one.code for one in made.refused]
    assert "prolonge « double », qui est refusé" in made.refused[1].cause


def test_a_sector_is_no_edition_and_an_edition_no_sector(edition: Edit, sector: Path) -> None:
    """Each is read by its own class, which says so."""
    with pytest.raises(EditionError, match="doit nommer le secteur prolongé"):
        RegionalEdition.from_folder(sector)
    with pytest.raises(PluginError, match="que lit RegionalEdition"):
        Sector.from_folder(edition("regional", TIGHTER))


def test_an_edition_made_by_hand_is_refused_for_what_it_holds(edition: Edit, sector: Path) -> None:
    """Whatever that is; the loader tells it."""
    import attrs

    from zest.plugins.origin import Origin, Unlaid
    from zest.plugins.policy import LENIENT
    from zest.plugins.resolution import resolve

    made = RegionalEdition.from_folder(edition("regional", TIGHTER))
    odd = Unlaid(origin=Origin(slug="regional", module=""), edition=attrs.evolve(made, wanted=None))  # type: ignore[arg-type]  # made by hand
    told = resolve((), [load_folder(sector, "echantillon"), odd], LENIENT)

    assert "AttributeError" in told[1].cause  # type: ignore[union-attr]
    assert "reponse" in laid(made, [Sector.from_folder(sector)]).profile.commitments


def test_the_invented_edition_is_there_for_examples() -> None:
    """It loosens on purpose, so that the rule that says so has what to speak of."""
    (change,) = core_assembly().catalogue.sectors["echantillon-regional"].changes

    assert change.loosens


def test_a_catalogue_without_editions_knows_no_lineage(gather: Gather) -> None:
    """Each sector is alone; one that is named twice counts once where there are editions."""
    alone = gather().catalogue

    assert ("echantillon", "autre") == alone.lineage(("echantillon", "autre"))
    assert ("echantillon-regional", "echantillon") == core_assembly().catalogue.lineage(
        ("echantillon-regional", "echantillon", "echantillon-regional")
    )
