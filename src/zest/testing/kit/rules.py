"""K20x: each rule tells what it asks, and its two examples show it."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

import attrs

from zest.conformance import Flaw, Spot, Tier
from zest.findings import Finding, Severity
from zest.rule import Rule
from zest.source import Status
from zest.testing.kit.candidate import Candidate
from zest.testing.kit.declaring import SENTENCE, check
from zest.testing.kit.files import in_the_way
from zest.testing.samples import dossier_of
from zest.validation import check as judge

Findings = tuple[Finding, ...]

_TEXTS = ("requirement", "why", "remedy")


@check(
    "K201",
    Tier.BRONZE,
    requirement="Chaque règle dit en français ce qu'elle demande, pourquoi, que faire, et d'après quel texte.",
    why="Une règle que l'on ne comprend pas se contourne ; une règle sans texte n'a pas d'autorité.",
    remedy="Écrivez une phrase, de la majuscule au point.",
)
def rule_untold(candidate: Candidate) -> Iterator[Flaw]:
    """Tell each text that is no sentence, and each rule without a source."""
    for rule in candidate.sector.rules:
        for name in _TEXTS:
            if not SENTENCE.fullmatch(told := getattr(rule, name)):
                yield Flaw(
                    f"{rule.code} : {name} n'est pas une phrase (« {told} »).", candidate.spot(rule, name)
                )
        if not rule.source.reference:
            yield Flaw(f"{rule.code} : source ne nomme aucun texte.", candidate.spot(rule, "source"))


@check(
    "K202",
    Tier.BRONZE,
    requirement="Une règle dont personne n'a relu le texte d'aujourd'hui avertit, et ne bloque jamais.",
    why="On ne déclare pas quelqu'un en faute d'après un texte que l'on n'a pas lu.",
    remedy="Relisez le texte et datez la lecture, ou laissez la règle avertir.",
)
def unread_text_blocks(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the rules that may give an error after a text that was not verified."""
    for rule in candidate.sector.rules:
        if rule.capped is Severity.ERROR and rule.source.status is not Status.VERIFIED:
            yield Flaw(f"{rule.code} bloque d'après un texte non vérifié.", candidate.spot(rule, "source"))


@check(
    "K203",
    Tier.BRONZE,
    requirement="Chaque chiffre qu'une règle lit est déclaré, dans le répertoire law.",
    why="Une règle sans son chiffre n'est jamais posée.",
    remedy="Déclarez le chiffre, ou corrigez sa clé : secteur, fichier et nom, séparés par des points.",
)
def figure_unknown(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the keys that lead to no figure."""
    known = candidate.assembly.catalogue.law.figures
    for rule in candidate.sector.rules:
        for key in rule.figures:
            if key not in known:
                yield Flaw(
                    f"{rule.code} lit le chiffre « {key} », que rien ne déclare.",
                    candidate.spot(rule, "figures"),
                )


@check(
    "K204",
    Tier.SILVER,
    requirement="Chaque chiffre du secteur est lu par une règle ou par une mesure.",
    why="Un nombre que rien ne juge vieillit sans que personne le voie.",
    remedy="Nommez-le dans les figures d'une règle ou d'une mesure, ou retirez-le.",
)
def figure_unread(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the figures that no rule and no measure names."""
    national = candidate.sector.national
    sectors = (candidate.sector, *((national,) if national else ()))
    read = {key for one in sectors for reader in (*one.rules, *one.indicators) for key in reader.figures}
    for figure in candidate.sector.figures:
        if figure.key not in read:
            _, file, name = figure.key.split(".", 2)
            yield Flaw(f"Rien ne lit le chiffre « {figure.key} ».", Spot(f"law/{file}.toml", (name,)))


@check(
    "K205",
    Tier.BRONZE,
    requirement="L'exemple sans faute de chaque règle la laisse muette.",
    why="Une règle qui parle à tort n'est bientôt plus lue.",
    remedy="Corrigez la règle, ou son exemple good.",
)
def good_example_speaks(candidate: Candidate) -> Iterator[Flaw]:
    """Tell what a rule finds in its own good example."""
    yield from _of_examples(candidate, "good", "sans faute", lambda _, found: [one.message for one in found])


@check(
    "K206",
    Tier.BRONZE,
    requirement="L'exemple fautif de chaque règle la fait parler, en son nom.",
    why="Une règle qui ne trouve pas sa propre faute ne trouvera pas celle des autres.",
    remedy="Corrigez la règle, ou son exemple bad.",
)
def bad_example_silent(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the rules that say nothing of their own bad example, or fail on it."""
    yield from _of_examples(candidate, "bad", "fautif", _silence)


def _silence(rule: Rule, found: Findings) -> list[str]:
    return [one.message for one in found if one.code != rule.code] if found else ["rien n'est trouvé."]


def _of_examples(
    candidate: Candidate, which: str, words: str, faults: Callable[[Rule, Findings], list[str]]
) -> Iterator[Flaw]:
    """Yield what is wrong with one example of each rule; a rule that fails on it is told by K208, and not here."""
    flaws: list[Flaw] = []
    failed = False
    for rule in candidate.sector.rules:
        found, trouble = _asked(candidate, rule, getattr(rule, which))
        broken = any(map(candidate.breaks, found))
        told = () if broken else trouble or faults(rule, found)
        flaws += [Flaw(f"{rule.code}, exemple {words} : {one}", candidate.spot(rule, which)) for one in told]
        failed |= broken
    if failed and not flaws:
        raise in_the_way(candidate)
    yield from flaws


@check(
    "K207",
    Tier.BRONZE,
    requirement="Ce que dit une règle est une phrase française, à propos de quelqu'un ou de quelque chose.",
    why="Un constat se lit par des gens qui n'ont pas écrit la règle.",
    remedy="Écrivez une phrase, de la majuscule au point.",
)
def message_not_a_sentence(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the messages of bad examples that are no sentence, or are about nothing."""
    for rule in candidate.sector.rules:
        for one in _asked(candidate, rule, rule.bad)[0]:
            if not (candidate.breaks(one) or (SENTENCE.fullmatch(one.message) and one.subject)):
                yield Flaw(f"{rule.code} dit « {one.message} ».", candidate.spot(rule, "message"))


@check(
    "K208",
    Tier.BRONZE,
    requirement="Une règle répond, et deux fois de même, quel que soit le dossier et le jour.",
    why="Une règle en panne rend tout le dossier « non vérifié », chez tous ceux qui l'ont installée.",
    remedy="Rendez une réponse pour ce qui n'est pas dit (Unknown) ou ne la regarde pas (NOT_ASKED).",
)
def rule_fails(candidate: Candidate) -> Iterator[Flaw]:
    """Ask every rule about nothing, about its examples, on the first and the last days of the calendar."""
    known = candidate.assembly.catalogue.law.figures
    # A rule that lacks its figure fails everywhere: K203 tells it.
    for rule in (one for one in candidate.sector.rules if set(one.figures) <= set(known)):
        told = {words for day in _DAYS for words in _failures(candidate, rule, day)}
        if _asked(candidate, rule, rule.bad) != _asked(candidate, rule, rule.bad):
            told.add("deux lectures du même exemple ne disent pas la même chose.")
        for words in sorted(told):
            yield Flaw(f"{rule.code} : {words}", candidate.spot(rule))


_DAYS = (dt.date.min, dt.date(2014, 6, 18), dt.date(9900, 1, 1))


def _failures(candidate: Candidate, rule: Rule, day: dt.date) -> Iterator[str]:
    """Yield what fails on an empty dossier and on the sound sample, as of a day."""
    alone = attrs.evolve(candidate.assembly.catalogue, rules={rule.code: rule})
    asked = [judge(dossier_of(data), alone, day).findings for data in ({}, candidate.sample)]
    for one in chain(*asked, *(_asked(candidate, rule, one)[0] for one in (rule.good, rule.bad))):
        # A file at fault is no rule's: K101 and K102 tell it.
        if one.code == "Z024":
            yield one.message


def _asked(
    candidate: Candidate, rule: Rule, changes: Mapping[str, Any]
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """Return what a rule finds in the sample with changes, and why the changes cannot be made."""
    try:
        return candidate.found(rule, changes), ()
    except ValueError as error:
        return (), (f"l'exemple ne s'applique pas à l'échantillon ({error}).",)
