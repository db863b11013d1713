"""One page: its head, its content policy, its landmarks."""

import base64
import functools
import hashlib
from importlib.resources import files

from htpy import (
    Node,
    a,
    body,
    div,
    footer,
    h1,
    head,
    header,
    html,
    main,
    meta,
    p,
    title,
)
from htpy import style as style_element
from markupsafe import Markup

from zest.console.typography import NBSP, THIN, french
from zest.model.charter import Charter
from zest.pages.charter import variables
from zest.pages.parts import definitions


@functools.cache
def _rules() -> str:
    return (files("zest.pages") / "page.css").read_text("utf-8")


@functools.cache
def _font() -> str:
    """Return the rule that gives the page its letters, from the file that the package holds: nothing is asked for."""
    raw = base64.b64encode((files("zest") / "documents" / "fonts" / "Figtree.ttf").read_bytes()).decode()
    return f'@font-face {{ font-family: Figtree; font-weight: 300 900; src: url("data:font/ttf;base64,{raw}"); }}\n'


def policy(style: str) -> str:
    """Return a content policy that allows one style, by its hash, the letters inside it, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; form-action 'none'"


def sheet(name: str, *, over: str, day: str, charter: Charter, content: Node, foot: Node) -> str:
    """Return a whole page.

    Args:
        name: title, French words.
        over: what stands above it.
        day: what stands below it.
        charter: colours.
        content: parts of the page.
        foot: where the numbers come from.
    """
    style = variables(charter) + _font() + _rules()
    made = html(lang="fr")[
        head[
            meta(charset="utf-8"),
            meta({"http-equiv": "Content-Security-Policy"}, content=policy(style)),
            meta(name="viewport", content="width=device-width, initial-scale=1"),
            meta(name="referrer", content="no-referrer"),
            title[french(f"{name} · {over}")],
            style_element[Markup(style)],  # noqa: S704  # our own files and five colours, checked as such
        ],
        body[
            a(".skip", href="#contenu")["Aller au contenu"],
            definitions(),
            header[div(".in")[p(".over")[french(over)], h1[french(name)], p(".day")[french(day)]]],
            main("#contenu.in-page", tabindex="-1")[div(".in")[content]],
            footer[div(".in")[foot]],
        ],
    ]
    # The letters of the page have no thin space; another face's would be too thin to see.
    return f"{made}\n".replace(THIN, NBSP)
