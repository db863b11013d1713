"""What is wrong in a YAML text, in French, with what the writer most likely meant.

The causes are those of PyYAML 6, of its compiled parser and of its Python one.
"""

from typing import Final

import yaml

from zest.io.guards import TOO_DEEP
from zest.io.hints import Hint, clipped, translate
from zest.io.places import FaultError

_ANY: Final = ""

HINTS: Final = (
    Hint("nesting depth", _ANY, TOO_DEEP),
    Hint(
        _ANY,
        r"\0[ ]*\t",
        "Une tabulation ne sert pas de retrait en YAML ; remplacez-la par des espaces.",
    ),
    Hint("tab", _ANY, "Une tabulation ne sert pas de retrait en YAML ; remplacez-la par des espaces."),
    Hint(
        "mapping values are not allowed",
        _ANY,
        "Deux-points suivis d'une espace ne peuvent se trouver ici ; "
        "mettez le texte entre guillemets, ou vérifiez le retrait de la ligne.",
    ),
    Hint(
        "cannot start any token|node content",
        r"\0(?P<sign>[@`%,])",
        "Un texte ne commence pas par « {sign} » sans guillemets ; mettez-le entre guillemets.",
    ),
    Hint(
        "cannot start any token",
        _ANY,
        "Un texte ne commence pas par ce signe sans guillemets ; mettez-le entre guillemets.",
    ),
    Hint(
        "mapping keys",
        _ANY,
        "Un point d'interrogation ne commence pas un texte sans guillemets ; mettez-le entre guillemets.",
    ),
    Hint(
        "comment or (a )?line break|expected chomping",
        _ANY,
        "Rien ne suit le signe | ou > sur sa ligne ; allez à la ligne, ou mettez le texte entre guillemets.",
    ),
    Hint(
        "stream",
        _ANY,
        "Le texte s'arrête trop tôt : un guillemet, un crochet ou une accolade n'est pas refermé.",
    ),
    Hint(
        "expected ',' or|flow",
        _ANY,
        "Il manque ici une virgule entre deux éléments, ou le signe qui ferme la liste ou la table.",
    ),
    Hint(
        "expected ':'|simple key",
        _ANY,
        "Il manque deux-points suivis d'une espace après une clé, ou le retrait de la ligne est faux.",
    ),
    Hint(
        "expected key|block end|'-' indicator|sequence entries|block mapping|block collection",
        _ANY,
        "Le retrait de cette ligne ne suit pas celui des lignes voisines, "
        "ou un texte n'est pas entre guillemets.",
    ),
    Hint("node content", _ANY, "Il manque une valeur ici, ou un signe est de trop."),
    Hint("escape", _ANY, "Une barre oblique inverse se double (\\\\) entre guillemets droits."),
    Hint("tag", _ANY, "Les étiquettes de type (!) ne sont pas acceptées ; ôtez-la."),
    Hint("alias|anchor", _ANY, "Les ancres (&) et les alias (*) ne sont pas acceptés ; recopiez la valeur."),
    Hint("document", _ANY, "Le texte continue après la fin des données ; vérifiez le retrait de la ligne."),
)


def explain(error: yaml.MarkedYAMLError, text: str) -> FaultError:
    """Say in French what PyYAML refused, and where."""
    cause = " ".join(part for part in (error.problem, error.context) if part)
    mark = error.problem_mark or error.context_mark
    offset = min(mark.index, len(text)) if mark else 0
    message = translate(HINTS, cause, text, offset)
    return FaultError(message or f"La syntaxe YAML est fautive ici ({clipped(cause)}).", offset)
