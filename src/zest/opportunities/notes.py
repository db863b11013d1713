"""What one must know to read the numbers of the survey."""

from collections.abc import Iterator, Sequence

from zest.opportunities.places import Area
from zest.opportunities.reading import Edition
from zest.opportunities.scoring import POINTS
from zest.opportunities.survey import BREAK, MASKED_MOST, SHARED, Need
from zest.opportunities.wording import grouped

SOURCE = "Source : France Travail, enquête Besoins en main-d'œuvre (BMO), données ouvertes."


def notes(editions: Sequence[Edition], area: Area, whole: Need) -> Iterator[str]:
    """Yield them, those that bear on this answer first."""
    last = editions[-1]
    for one in editions:
        if gone := area.absent(one):
            yield f"L'édition {one.year} n'a aucune ligne pour {', '.join(gone)} : ces codes n'y comptent pour rien."
    if whole.masked:
        yield (
            f"{grouped(whole.masked)} lignes sur {grouped(whole.cells)} sont masquées (« * ») : chacune est "
            f"comptée entre 0 et {MASKED_MOST} projets, parce que le plus petit nombre publié est {MASKED_MOST + 1} "
            "(lecture de zest, que l'enquête n'écrit pas)."
        )
    if editions[0].year < BREAK <= last.year:
        yield (
            f"La nomenclature des métiers a changé en {BREAK} (FAP-2009, puis FAP-2021) : les éditions "
            f"d'avant ne sont comparées que pour les {len(SHARED)} métiers dont le code est resté le même."
        )
    if len(editions) > 1 and area.basins:
        yield "Les bassins changent d'une édition à l'autre : un même code peut ne plus couvrir les mêmes communes."
    yield (
        f"Le rang vient de cent points, choix de zest : {POINTS['projects']:.0f} pour le nombre de projets, "
        f"{POINTS['difficult']:.0f} pour la part jugée difficile, {POINTS['supply']:.0f} pour ce que le collectif "
        f"sait fournir, {POINTS['lasting']:.0f} pour la part qui n'est pas saisonnière ; là où des cellules "
        "masquées en laissent d'autres possibles, ils sont dits avec lui."
    )
    yield "Un projet de recrutement est une intention déclarée : ni une offre publiée, ni une embauche."
    yield SOURCE
