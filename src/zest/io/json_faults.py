"""What is wrong in a JSON text, in French, with what the writer most likely meant.

The causes are those of the ``json`` module from Python 3.11 on.
"""

from typing import Final

from zest.io.hints import Hint, clipped, translate
from zest.io.json_places import scan
from zest.io.places import FaultError

_ANY: Final = ""

HINTS: Final = (
    Hint(_ANY, r"\0['«»“”„‘’]", "Les textes et les clés s'entourent de guillemets droits (\") en JSON."),
    Hint(_ANY, r"\0(?://|/\*|#)", "Un commentaire n'est pas permis en JSON ; ôtez-le."),
    Hint(
        "Expecting value|Extra data|delimiter",
        r"(?P<units>\d+),(?P<decimals>\d+)[ \t]*\0",
        "Le nombre {units},{decimals} est écrit avec une virgule ; écrivez {units}.{decimals}.",
    ),
    Hint(
        "property name",
        r"(?P<units>\d+),\0(?P<decimals>\d+)",
        "Le nombre {units},{decimals} est écrit avec une virgule ; écrivez {units}.{decimals}.",
    ),
    Hint(
        "property name",
        r"\0\}",
        "Une virgule est de trop avant la fin de la table ; ôtez-la.",
    ),
    Hint("Expecting value", r"\0\]", "Une virgule est de trop avant la fin de la liste ; ôtez-la."),
    Hint(
        "Expecting value",
        r"(?:True|False|None|vrai|faux|oui|non|yes|no|undefined|nil)",
        "Cette valeur n'existe pas en JSON ; écrivez true, false ou null.",
    ),
    Hint("Expecting value", r"\0[,\]}]", "Il manque une valeur ici."),
    Hint("Expecting value", r"\0\Z", "Le texte s'arrête trop tôt ; il manque une valeur à la fin."),
    Hint(
        "delimiter",
        r"(?:^|[:,\[ \t])(?P<code>0\d*)\0",
        "Un nombre ne commence pas par 0 ; "
        "si c'est un code (postal, département), écrivez-le entre guillemets.",
    ),
    Hint(
        "property name|delimiter|Unterminated", r"\0\Z", "Le texte s'arrête trop tôt ; il n'est pas refermé."
    ),
    Hint(
        "Expecting value",
        _ANY,
        "Cette valeur n'est ni un nombre, ni true, false ou null ; "
        "si c'est un texte, mettez-le entre guillemets droits (\").",
    ),
    Hint("property name", _ANY, 'Une clé entre guillemets droits (") est attendue ici.'),
    Hint("':' delimiter", _ANY, "Il manque deux-points (:) entre la clé et sa valeur."),
    Hint(
        "',' delimiter",
        _ANY,
        "Il manque une virgule entre deux éléments, ou le signe qui ferme la liste ou la table.",
    ),
    Hint(
        "trailing comma", _ANY, "Une virgule est de trop avant la fin de la liste ou de la table ; ôtez-la."
    ),
    Hint("Extra data", _ANY, "Le texte continue après la fin des données ; ôtez ce qui suit."),
    Hint(
        "Unterminated",
        _ANY,
        "Le texte ouvert par ce guillemet n'est jamais fermé ; ajoutez le guillemet de fin.",
    ),
    Hint(
        "control character",
        _ANY,
        "Un texte tient sur une seule ligne en JSON ; écrivez \\n pour aller à la ligne.",
    ),
    Hint("escape", _ANY, "Une barre oblique inverse s'écrit \\\\ dans un texte ; doublez-la."),
)


def explain(cause: str, text: str, offset: int) -> FaultError:
    """Say in French what the ``json`` module refused, and where."""
    message = translate(HINTS, cause, text, offset)
    return FaultError(message or f"La syntaxe JSON est fautive ici ({clipped(cause)}).", offset)


def twice(text: str) -> FaultError:
    """Say which key of a text is given twice in one table."""
    name, first, second = scan(text).repeated[0]
    line = text.count("\n", 0, first) + 1
    return FaultError(
        f"La clé « {clipped(name)} » est déjà donnée à la ligne {line} ; gardez une seule des deux.", second
    )
