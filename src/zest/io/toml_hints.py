"""The usual faults of a TOML text, and what to tell the one who wrote it.

The causes are those of ``tomllib`` from Python 3.11 on. The first hint that fits is the one told, so the
likeliest intention of the writer stands before the plain name of the fault.
"""

from typing import Final

from zest.io.hints import Hint

_ANY: Final = ""
_VALUE: Final = r"Invalid value|after a statement|Unclosed"
_KEY: Final = r"Expected '='|Expected '\]|Invalid statement|key part"

HINTS: Final = (
    Hint(
        _ANY,
        r"\0[«»“”„‟‘’‚‹›]",
        "Les guillemets typographiques n'entourent pas un texte en TOML ; "
        'écrivez des guillemets droits (").',
    ),
    Hint(
        _VALUE,
        r"\d(?:\0[\u00a0\u2009\u202f]|[ \t]\0)\d{3}",
        "Un nombre s'écrit sans espace entre les milliers ; écrivez par exemple 1200 ou 1_200.",
    ),
    Hint(
        _ANY,
        r"\0[\u00a0\u2009\u202f\u200b\ufeff]",
        "Une espace insécable ou invisible se trouve ici ; remplacez-la par une espace ordinaire.",
    ),
    Hint(
        "Invalid date",
        _ANY,
        "Cette date ou cette heure n'existe pas ; vérifiez l'année, le mois et le jour.",
    ),
    Hint(
        _VALUE,
        r"(?P<date>(?P<day>\d\d?)[/.-](?P<month>\d\d?)[/.-](?P<year>\d{4}))",
        "La date {date} est écrite à la française ; "
        "écrivez {year}-{month:0>2}-{day:0>2} (année-mois-jour), sans guillemets.",
    ),
    Hint(
        _VALUE,
        r"(?!\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$)(?P<date>\d{4}[/.-]\d\d?(?:[/.-]\d\d?)?)",
        "La date {date} est incomplète ou mal formée ; écrivez année-mois-jour, comme 2014-06-18.",
    ),
    Hint(
        _VALUE,
        r"(?P<units>\d+)\0,(?P<decimals>\d+)",
        "Le nombre {units},{decimals} est écrit avec une virgule ; écrivez {units}.{decimals}.",
    ),
    Hint(
        "Expected '='",
        r"=[ \t]*(?P<units>\d+),(?P<decimals>\d+)[ \t]*\0",
        "Le nombre {units},{decimals} est écrit avec une virgule ; écrivez {units}.{decimals}.",
    ),
    Hint(
        _VALUE,
        r"(?P<code>0\d+)",
        "Un nombre ne commence pas par 0 ; si c'est un code (postal, département), "
        'écrivez-le entre guillemets : "{code}".',
    ),
    Hint(
        _VALUE,
        r"(?i:vrai|faux|oui|non|true|false|yes|no)",
        "Un oui ou un non s'écrit true ou false, en minuscules et sans guillemets.",
    ),
    Hint(
        _VALUE,
        r"(?i:null|none|nil|aucune?|néant)",
        "TOML n'a pas de valeur vide ; supprimez la clé, ou donnez-lui une valeur.",
    ),
    Hint(
        _VALUE,
        r"\d[ \t]*\0[ \t]*(?P<unit>%|€|[^\W\d_]\w*+)(?![ \t]*=)",
        "Un nombre s'écrit seul ; ôtez « {unit} », ou mettez le tout entre guillemets si c'est un texte.",
    ),
    Hint("Invalid value", r"\0[ \t]*(?:#|$)", "Il manque une valeur après le signe =."),
    Hint("Invalid value", r"\0[ \t]*[,\]}]", "Il manque une valeur ici ; ajoutez-la, ou ôtez la virgule."),
    Hint(
        "Invalid value",
        _ANY,
        "Cette valeur n'est ni un nombre, ni une date, ni true ou false ; "
        "si c'est un texte, mettez-le entre guillemets droits (\").",
    ),
    Hint(
        "after a statement",
        r"\0,[ \t]*(?:#|$)",
        "Une virgule est de trop en fin de ligne ; ôtez-la.",
    ),
    Hint(
        "after a statement|Unclosed",
        r"'[ \t]*\0[ \t]*[^\s,\]}#]",
        "Le texte s'arrête à cette apostrophe, mais la ligne continue ; "
        'entourez-le plutôt de guillemets droits (").',
    ),
    Hint(
        "after a statement|Unclosed",
        r'"[ \t]*\0[ \t]*[^\s,\]}#]',
        "Le texte s'arrête à ce guillemet, mais la ligne continue ; "
        "dans un texte, un guillemet droit s'écrit \\\".",
    ),
    Hint(
        "after a statement|Invalid statement",
        r"\0(?://|;|/\*|<!--)",
        "Un commentaire commence par # en TOML.",
    ),
    Hint(
        "after a statement",
        _ANY,
        "La ligne devrait s'arrêter ici ; écrivez une seule clé par ligne, et les textes entre guillemets.",
    ),
    Hint("Expected '='", r"\0:", "Une clé est suivie du signe = en TOML, et non de deux-points."),
    Hint(
        "Expected '='",
        r"^[ \t]*-[ \t]+\0",
        'Une liste ne s\'écrit pas avec des tirets en TOML ; écrivez ["premier", "second"].',
    ),
    Hint(
        _KEY,
        r"\0[^\x00-\x7f]",
        "Une clé sans guillemets n'a que des lettres sans accent, des chiffres, - et _ ; "
        "ôtez l'accent ou le signe, ou mettez la clé entre guillemets.",
    ),
    Hint(
        r"Expected '=|Expected '\]",
        r"[\w-][ \t]+\0[\w-]",
        "Une clé ne contient pas d'espace ; remplacez l'espace par un trait bas (_).",
    ),
    Hint("Expected '='", _ANY, "Il manque le signe = et une valeur après cette clé."),
    Hint(
        r"Expected '\]\]'",
        _ANY,
        "Ce titre de table répétée n'est pas fermé ; ajoutez « ]] » à sa fin.",
    ),
    Hint(r"Expected '\]'", _ANY, "Ce titre de table n'est pas fermé ; ajoutez « ] » à sa fin."),
    Hint(
        "key part",
        r"[{,][ \t]*\0[ \t]*(?:#|$)",
        "Une table entre accolades tient sur une seule ligne ; "
        "écrivez-la ainsi, ou donnez-lui un titre entre crochets.",
    ),
    Hint("key part", r",[ \t]*\0\}", "Une virgule est de trop avant l'accolade ; ôtez-la."),
    Hint("key part", r"\[[ \t]*\0\]", "Ce titre de table est vide ; écrivez un nom entre les crochets."),
    Hint("key part", _ANY, "Il manque un nom de clé ici."),
    Hint("Invalid statement", r"\0=", "Il manque un nom de clé devant le signe =."),
    Hint(
        "Invalid statement",
        r"\0\{",
        "Ce texte ressemble à du JSON ; s'il en est, donnez au fichier l'extension .json.",
    ),
    Hint(
        "Invalid statement",
        _ANY,
        "Cette ligne n'est ni une clé suivie du signe =, ni un titre entre crochets, ni un commentaire.",
    ),
    Hint(
        "Unclosed array",
        r"\0\Z",
        "Une liste ouverte par « [ » n'est jamais fermée ; ajoutez « ] » à sa fin.",
    ),
    Hint(
        "Unclosed array",
        _ANY,
        "Il manque ici une virgule entre deux éléments de la liste, ou « ] » à sa fin.",
    ),
    Hint(
        "Unclosed inline table",
        r"\0[ \t]*(?:#|$)",
        "Une table ouverte par « {{ » n'est pas fermée sur sa ligne ; ajoutez « }} » à sa fin.",
    ),
    Hint(
        "Unclosed inline table",
        _ANY,
        "Il manque ici une virgule entre deux clés de la table, ou « }} » à sa fin.",
    ),
    Hint(
        r"(?:Illegal|invalid) character '\\n'",
        _ANY,
        "Le texte ouvert sur cette ligne n'est pas fermé ; ajoutez le guillemet de fin.",
    ),
    Hint(
        "Unterminated string|Expected [\"']+$",
        _ANY,
        "Le texte ouvert par ce guillemet n'est jamais fermé ; ajoutez le guillemet de fin.",
    ),
    Hint(
        "Unescaped|Invalid hex value",
        _ANY,
        "Une barre oblique inverse s'écrit \\\\ dans un texte ; "
        "doublez-la, ou entourez le texte d'apostrophes droites (').",
    ),
    Hint(
        "Unicode scalar",
        _ANY,
        "Ce code ne désigne aucun caractère ; écrivez plutôt le caractère lui-même.",
    ),
)
