"""What documents are told: only what the dossier and its sectors say."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from zest.documents.document import Format, Subject
from zest.documents.facts.experience import experience
from zest.documents.facts.figures import key_figures
from zest.documents.facts.places import territory_words
from zest.documents.facts.tools import segment
from zest.documents.inventory import take
from zest.documents.registry import DOCUMENTS
from zest.documents.sector_words import sector_words
from zest.documents.serving import receive, send
from zest.documents.subjects import copies, offers
from zest.model.dossier import Dossier
from zest.model.identifiers import Idcc, RegionCode
from zest.model.offer import Tariff
from zest.model.territory import Territory
from zest.plugins.assembly import Assembly

from .conftest import DAY, Remade, document, folders


def changed(sound: Dossier, assembly: Assembly, **told: object) -> Subject:
    """The first offer of a changed dossier."""
    change: Callable[..., Dossier] = attrs.evolve
    return offers(change(sound, **told), assembly.catalogue, folders(assembly), DAY)[0]


@pytest.mark.parametrize("slug", [one.slug for one in DOCUMENTS])
def test_facts_are_plain_values(slug: str, offered: list[Subject]) -> None:
    """Every document's facts go to JSON and come back the same: no object of ours reaches a renderer."""
    for subject in list(copies(document(slug), offered))[:2]:
        data = document(slug).facts(subject)

        assert data == json.loads(json.dumps(data))


@pytest.mark.parametrize(
    "number,words", [(1, "réunit 1 employeur solidaire et"), (15, "réunit 15 employeurs solidaires et")]
)
def test_the_collective_is_told_with_its_number(
    number: int, words: str, sound: Dossier, assembly: Assembly
) -> None:
    """One employer is not several."""
    subject = changed(sound, assembly, structures=sound.structures[:number], experiences=())

    assert words in document("papier-a-lettres").facts(subject)["texts"]["text"]


def test_an_experience_sheet_is_made_of_an_experience(offered: list[Subject]) -> None:
    """Nothing stands for a record that is not there."""
    with pytest.raises(TypeError):
        experience(offered[0])


def test_figures_are_those_that_are_told(sound: Dossier, assembly: Assembly) -> None:
    """A number that the dossier does not tell is not printed; hours say of when they are."""
    told = [one["words"] for one in key_figures(changed(sound, assembly))]
    [result] = sound.results
    year = attrs.evolve(result, start=result.start and result.start.replace(month=1, day=1))
    whole = attrs.evolve(year, end=year.end and year.end.replace(month=12, day=31))
    of_year = key_figures(changed(sound, assembly, results=(attrs.evolve(result, offer="autre"), whole)))
    offer = sound.offers[0]
    late = key_figures(
        changed(sound, assembly, offers=(attrs.evolve(offer, commitments=(offer.commitments or ())[::-1]),))
    )
    elsewhere = key_figures(changed(sound, assembly, results=(attrs.evolve(result, offer="autre"),)))
    undated = key_figures(changed(sound, assembly, results=(attrs.evolve(result, start=None),)))
    one = key_figures(
        changed(
            sound,
            assembly,
            structures=sound.structures[:1],
            results=(),
            trainings=(attrs.evolve((sound.trainings or ())[1], people=1),),
            offers=(attrs.evolve(sound.offers[0], commitments=(), jobs=("plongeur",)),),
        )
    )
    none = key_figures(
        changed(
            sound,
            assembly,
            structures=sound.structures[:1],
            results=(),
            trainings=None,
            offers=(attrs.evolve(sound.offers[0], commitments=(), jobs=()),),
        )
    )

    assert ["employeurs solidaires", "au plus pour traiter votre demande"] == told[:2]
    assert "heures de mise à disposition, au 30\u00a0septembre 2026" == told[2]
    assert "heures de mise à disposition en 2026" == of_year[2]["words"]
    assert "heures de mise à disposition" == undated[2]["words"]
    assert told[1] == late[1]["words"]
    assert "personnes formées au métier" == elsewhere[2]["words"]
    assert ["employeur solidaire", "personne formée au métier", "métier proposé"] == [t["words"] for t in one]
    assert 1 == len(none)


@pytest.mark.parametrize(
    "where,words",
    [
        (None, ""),
        (Territory(name="Pays de Caen"), "Pays de Caen"),
        (Territory(name="", region=RegionCode("28")), "Normandie"),
        (Territory(name="", region=RegionCode("73")), "Midi-Pyrénées"),
        (Territory(name=""), ""),
    ],
)
def test_a_territory_is_said_by_its_name_or_its_region(where: Territory | None, words: str) -> None:
    """Regions of before 2016 too."""
    assert words == territory_words(where)


def test_a_tariff_is_told_with_its_place(sound: Dossier, assembly: Assembly) -> None:
    """Only an amount is a price."""
    tariffs = (Tariff(label="Étage", hourly_cents=2150), Tariff(label="Non dit"))
    subject = changed(
        sound, assembly, offers=(attrs.evolve(sound.offers[0], tariffs=tariffs, territory=None),)
    )
    [told] = document("prise-de-commande").facts(subject)["offer"]["tariffs"]

    assert ("Étage", "", "21,50\u00a0€") == (told["label"], told["department"], told["amount"])


def test_a_sector_without_a_segment_sheet_is_told_by_its_summary(sound: Dossier, assembly: Assembly) -> None:
    """A young sector has a sheet all the same, and no figure."""
    subject = changed(sound, assembly)
    bare = attrs.evolve(subject, profile=attrs.evolve(subject.profile, segment={}))
    told = segment(bare)["segment"]

    assert (subject.profile.summary, [], "") == (told["summary"], told["figures"], told["figures_source"])
    assert [] == document("argumentaire-telephonique").facts(bare)["needs"]


def test_a_trade_without_words_of_its_own_has_some(offered: list[Subject]) -> None:
    """What a sector does not say is said in words that suit any trade."""
    profile = offered[0].profile

    assert "Vos renforts en hôtellerie-restauration" == sector_words(profile, [None]).cover


def test_agreements_are_the_offer_s_or_those_in_force(sound: Dossier, assembly: Assembly) -> None:
    """An offer that names none has those that the sector knows and that apply that day; one without a note is left."""
    untold = changed(sound, assembly, offers=(attrs.evolve(sound.offers[0], agreements=None),))
    named = changed(
        sound, assembly, offers=(attrs.evolve(sound.offers[0], agreements=(Idcc("1979"), Idcc("9999"))),)
    )
    note = document("convention-collective")

    assert "1979" in [one.agreement for one in copies(note, [untold])]
    assert ["1979"] == [one.agreement for one in copies(note, [named])]


def test_a_sheet_is_of_its_offer_and_lacks_a_structure_that_is_not_there(
    sound: Dossier, assembly: Assembly
) -> None:
    """An experience of another offer makes no copy; one of no structure is told as such."""
    first, second = sound.experiences
    subject = changed(
        sound,
        assembly,
        experiences=(attrs.evolve(first, offer="autre"), attrs.evolve(second, structure="absente")),
    )
    found = take([document("retour-experience")], [subject])

    assert ["retour-experience/hotel-du-port"] == [copy.name for copy in found.copies]
    assert ["la fiche « hotel-du-port », dont la structure n'est pas au dossier,"] == [
        one.owner for one in found.missing
    ]


def test_what_the_collective_and_a_sheet_lack_is_told(sound: Dossier, assembly: Assembly) -> None:
    """A dossier that does not say who speaks is asked for it; an offer of an unknown sector makes nothing."""
    first, second = sound.experiences
    bare = attrs.evolve(sound.offers[0], sector="inconnu")
    subject = changed(
        sound, assembly, collective=None, experiences=(attrs.evolve(first, context=""), second),
        offers=(sound.offers[0], bare),
    )  # fmt: skip
    found = take([document("depliant-collectif"), document("retour-experience")], [subject])

    assert {"name", "phone", "email", "context"} == {one.field for one in found.missing}
    assert "la fiche « cantine »" in [one.owner for one in found.missing]
    assert 1 == len(offers(subject.dossier, assembly.catalogue, folders(assembly), DAY))


def test_a_zone_that_shows_several_texts_names_the_longest(remade: Remade) -> None:
    """Commitments stand together in one zone: the one to shorten is told."""

    def change(dossier: Dossier) -> Dossier:
        [offer] = dossier.offers
        [first, *others] = offer.commitments or ()
        long = attrs.evolve(first, statement="Nous nous engageons à cela, " * 60)
        return attrs.evolve(dossier, offers=(attrs.evolve(offer, commitments=(long, *others)),))

    [refused] = remade("depliant-collectif", change)

    assert "(commitments.0.statement) est trop long pour la zone « les engagements »" in getattr(
        refused, "message", ""
    )


def test_the_cell_runs_with_its_limits(tmp_path: Path) -> None:
    """The module answers each request on its standard streams, until there is none."""
    source = tmp_path / "main.typ"
    source.write_text('#set document(title: "T")\n= Titre', "utf-8")
    asked = {"source": str(source), "inputs": "{}", "format": Format.PDF.value, "day": "2026-11-23"}
    command = [sys.executable, "-m", "zest.documents.cell"]
    requests = io.BytesIO()
    send(requests, json.dumps(asked).encode())
    send(requests, json.dumps(asked).encode())
    done = subprocess.run(
        command, input=requests.getvalue(), capture_output=True, env=dict(os.environ), check=True
    )
    answers = io.BytesIO(done.stdout)
    first, second = receive(answers, 1_000_000) or b"", receive(answers, 1_000_000)

    assert first.startswith(b'{"pages": 1}\n')
    assert first == second
    assert receive(answers, 1_000_000) is None
