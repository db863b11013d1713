"""The closed language of a model: names, loops over lists, conditions, a few filters; nothing that calls or computes.

docxtpl hands the text of a document to Jinja: left as it comes, a model runs any code (its issues 549 and 632).
"""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_TAGS = 1_500
"""Tags of one part: docxtpl's own patterns take time as the square of their number."""
MOST_SOURCE = 4 * 1024 * 1024
"""Signs of one part."""
MOST_NODES = 12_000
MOST_DEPTH = 4
"""Loops within loops."""
MOST_TEXT = 400
"""Signs of a constant."""
FILTERS = MappingProxyType({"upper": str.upper, "lower": str.lower, "trim": str.strip})
_TAG = re.compile(r"\{(?:<[^>]*>)*[{%#]")
_NODES = frozenset({
    "Template", "Output", "TemplateData", "Name", "Getattr", "Getitem", "Const", "For", "If", "Filter", "Not", "And",
    "Or", "Compare", "Operand", "CondExpr",
})  # fmt: skip
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_ESCAPES = re.compile(r"\{(?=_[{%])|(?<=[}%])_(?=\})")


class Refusal(Exception):
    """Something of a model that its language does not have.

    Attributes:
        line: of the source, from 1; 0 for the whole.
        words: French sentence without its end.
    """

    def __init__(self, line: int, words: str) -> None:
        """Keep both."""
        super().__init__(words)
        self.line: int = line
        self.words: str = words


def environment(*, escaping: bool = True) -> "ImmutableSandboxedEnvironment":
    """Return the environment of every rendering: sandboxed, strict, escaping, without one global."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = ImmutableSandboxedEnvironment(autoescape=escaping, undefined=StrictUndefined)
    made.globals.clear()
    made.tests.clear()
    made.filters.clear()
    made.filters.update(FILTERS)
    return made


def bounded(xml: str) -> None:
    """Refuse a part so large that docxtpl would not end; asked before anything parses it.

    Raises:
        Refusal: it is.
    """
    if len(xml) > MOST_SOURCE:
        raise Refusal(0, f"ce texte a plus de {MOST_SOURCE} signes")
    if len(_TAG.findall(xml)) > MOST_TAGS:
        raise Refusal(0, f"il y a plus de {MOST_TAGS} balises « {{{{ }}}} » ou « {{% %}} »")


def parsed(source: str) -> "nodes.Template":
    """Return the tree of a source that says only what the language has.

    Raises:
        Refusal: it says something else, or cannot be read.
    """
    from jinja2 import TemplateSyntaxError

    try:
        tree = environment().parse(source)
    except TemplateSyntaxError as error:
        raise Refusal(error.lineno or 0, f"cette balise n'est pas lisible ({error.message})") from None
    except RecursionError:
        raise Refusal(0, "les balises sont emboîtées trop profondément") from None
    for number, one in enumerate(_walk(tree, 0)):
        if number > MOST_NODES:
            raise Refusal(0, "le modèle est trop long")
        _judge(one)
    return tree


def _walk(node: Any, depth: int) -> Iterator[Any]:
    yield node
    depth += type(node).__name__ == "For"
    if depth > MOST_DEPTH:
        raise Refusal(node.lineno, f"plus de {MOST_DEPTH} boucles l'une dans l'autre")
    for child in node.iter_child_nodes():
        yield from _walk(child, depth)


def _judge(node: Any) -> None:
    kind = type(node).__name__
    if kind not in _NODES:
        raise Refusal(
            node.lineno, f"« {kind} » n'est pas admis : seuls le sont un champ, une boucle, une condition"
        )
    name = {"Getattr": "attr", "Name": "name", "Filter": "name"}.get(kind)
    told = getattr(node, name) if name else ""
    if told.startswith("_"):
        raise Refusal(node.lineno, f"« {told} » n'est pas un champ")
    if kind == "Filter" and (told not in FILTERS or node.args or node.kwargs or node.node is None):
        raise Refusal(node.lineno, f"le filtre « {told} » n'est pas admis : il y a {', '.join(FILTERS)}")
    if kind == "For" and (node.recursive or type(node.target).__name__ != "Name"):
        raise Refusal(node.lineno, "une boucle de cette forme n'est pas admise")
    if kind == "Getitem" and not isinstance(getattr(node.arg, "value", None), int):
        raise Refusal(node.lineno, "entre crochets, seul un rang est admis")
    if kind == "Const" and isinstance(node.value, str) and len(node.value) > MOST_TEXT:
        raise Refusal(node.lineno, f"un texte de plus de {MOST_TEXT} signes entre guillemets")


def cleaned(value: Any) -> Any:
    """Return JSON values without a sign that would change what a document is: control, direction, escapes of docxtpl.

    docxtpl turns « {_{ » of the data into « {{ », which a second rendering would run.

    Raises:
        TypeError: a value is no JSON value; an object is never given to a model.
    """
    if isinstance(value, dict):
        return {str(key): cleaned(one) for key, one in value.items()}
    if isinstance(value, list):
        return [cleaned(one) for one in value]
    if isinstance(value, str):
        return _ESCAPES.sub(lambda found: f"{found[0]}\u200a", _HIDDEN.sub(" ", value))
    if value is None or isinstance(value, (bool, int, float)):
        return value
    raise TypeError(f"{type(value).__name__} is no JSON value")
