"""Every check, by code, and what the kit says of a sector's own declarations."""

import types
from collections.abc import Mapping

from zest.conformance import Check, Requirement, Tier
from zest.testing.kit import editions, files, identity, measures, papers, public_codes, rules, tasks, trade

_FAMILIES = (editions, files, identity, rules, measures, trade, tasks, public_codes, papers)

CHECKS: tuple[Check, ...] = tuple(
    sorted(
        # A family that looks at a check of another imports it: each is put once.
        {one for family in _FAMILIES for one in vars(family).values() if isinstance(one, Check)},
        key=lambda one: one.code,
    )
)
"""In the order of codes."""

NEEDLESS = Requirement(
    code="K001",
    name="expected-failure-needless",
    tier=Tier.BRONZE,
    requirement="Un échec attendu est un échec.",
    why="Une excuse qui ne sert plus en couvrirait un jour une autre.",
    remedy="Retirez-le de conformance.toml.",
)
EXPIRED = Requirement(
    code="K002",
    name="expected-failure-expired",
    tier=Tier.BRONZE,
    requirement="Un échec attendu ne l'est plus passé sa date.",
    why="Une exception sans terme n'est plus une exception.",
    remedy="Corrigez le secteur, ou prolongez la date en le justifiant.",
)
UNFOUNDED = Requirement(
    code="K003",
    name="expected-failure-unfounded",
    tier=Tier.BRONZE,
    requirement="Un échec attendu nomme une vérification qui existe et dit pourquoi elle échoue.",
    why="Un échec dont personne ne dit le motif ne sera jamais corrigé.",
    remedy="Donnez à check un code K qui existe, et à reason une phrase.",
)
GENERATED = Requirement(
    code="K290",
    name="rule-fails-on-generated",
    tier=Tier.SILVER,
    requirement="Chaque règle répond à des dossiers que personne n'a écrits, sans panne et deux fois de même.",
    why="Les dossiers réels ne ressemblent jamais tout à fait aux exemples.",
    remedy="Reprenez le dossier que le test affiche, et faites répondre la règle.",
)
"""Asked by the class of tests alone: it needs hypothesis."""
PLANTED = Requirement(
    code="K291",
    name="planted-fault-missed",
    tier=Tier.SILVER,
    requirement="La faute de chaque règle est trouvée dans tout dossier sain où on la plante.",
    why="Une règle qui ne marche que sur son exemple ne sert à personne.",
    remedy="Reprenez le dossier que le test affiche : la règle s'y tait.",
)
"""Asked by the class of tests alone: it needs hypothesis."""

REQUIREMENTS: Mapping[str, Requirement] = types.MappingProxyType({
    one.code: one
    for one in sorted((*CHECKS, NEEDLESS, EXPIRED, UNFOUNDED, GENERATED, PLANTED), key=lambda one: one.code)
})  # fmt: skip
"""Everything that has a code and a page."""
