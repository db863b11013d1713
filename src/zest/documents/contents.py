"""The index page of a kit: self-contained, without a script, what it shows escaped one by one."""

import base64
import hashlib
import html
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from zest.console.typography import NBSP, count, french, heading, number
from zest.documents.typesetting import FONTS
from zest.documents.words import typeset
from zest.model.charter import Charter

_STYLE = """
:root{--primary:PRIMARY;--accent:ACCENT;--light:LIGHT;--ink:INK;--soft:SOFT}
@font-face{font-family:Figtree;font-weight:300 900;src:url(data:font/ttf;base64,FACE)}
*{box-sizing:border-box}
body{margin:0;background:var(--light);color:var(--ink);font:1rem/1.5 Figtree,"Segoe UI",system-ui,sans-serif}
header{background:var(--primary);color:#fff;padding:3rem max(1.5rem,calc(50vw - 32.5rem)) 5.5rem}
header p{margin:0;color:var(--soft);font-weight:600}
h1{margin:.3rem 0 0;font-size:2.2rem;line-height:1.15}
main{max-width:68rem;margin:-3.5rem auto 3rem;padding:0 1.5rem;display:grid;gap:1.25rem;
grid-template-columns:repeat(auto-fill,minmax(19rem,1fr))}
section{background:#fff;border-radius:.9rem;padding:1.25rem;display:flex;flex-direction:column;gap:.75rem}
section img{height:13rem;width:100%;object-fit:contain;object-position:center;background:var(--light);
border-radius:.5rem;padding:.6rem}
h2{margin:0;font-size:1.15rem;color:var(--primary)}
ul{list-style:none;margin:0;padding:0}
summary{cursor:pointer;font-weight:600;padding:.3rem 0}
li{border-top:1px solid #0002;padding:.45rem 0;display:flex;gap:.5rem;flex-wrap:wrap;align-items:baseline}
li span{flex:1 1 9rem}
li div{display:flex;flex-wrap:wrap;gap:.1rem .6rem;justify-content:flex-end;margin-left:auto}
li b{white-space:nowrap;font-weight:400}
a{color:var(--primary);font-weight:700}
small{font-size:.8rem;font-weight:400}
footer{max-width:68rem;margin:0 auto;padding:0 1.5rem 3rem;font-size:.9rem}
"""
_KILO = 1024


def page(
    name: str,
    edition: str,
    charter: Charter,
    files: Mapping[str, Mapping[str, Any]],
    thumbnails: Mapping[str, bytes],
) -> bytes:
    """Return the index page.

    Args:
        name: of the collective.
        edition: the day of the kit, in French.
        charter: colours of its sector, or the common ones where it has several.
        files: by path, title of the document and size in bytes.
        thumbnails: first page of a document as PNG, by title.
    """
    style = _style(charter)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:"
    titles = dict.fromkeys(str(told["title"]) for told in files.values())
    sections = "\n".join(_section(title, files, thumbnails.get(title)) for title in titles)
    told = french(f"{count(len(titles), 'document')}, {count(len(files), 'fichier')} · {edition}")
    lines = (
        '<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>Kit · {_safe(name)}</title>\n<style>{style}</style>\n</head>\n<body>",
        f"<header><p>Le kit du collectif</p><h1>{_safe(name)}</h1><p>{_safe(told)}</p></header>",
        f"<main>\n{sections}\n</main>",
        "<footer>Page écrite par zest. Elle n'appelle rien sur le réseau.</footer>\n</body>\n</html>\n",
    )
    return "\n".join(lines).encode()


def _style(charter: Charter) -> str:
    text = _STYLE
    for role in ("primary", "accent", "light", "ink", "soft"):
        text = text.replace(role.upper(), getattr(charter, role))
    return text.replace("FACE", base64.b64encode((FONTS / "Figtree.ttf").read_bytes()).decode())


def _section(title: str, files: Mapping[str, Mapping[str, Any]], thumbnail: bytes | None) -> str:
    """Return the card of one document; files of one copy stand on one line."""
    copies: dict[str, list[tuple[str, int]]] = {}
    labels: dict[str, str] = {}
    for path, told in files.items():
        if told["title"] == title:
            stem = path.rpartition(".")[0]
            copies.setdefault(stem, []).append((path, int(told["bytes"])))
            labels[stem] = str(told.get("label") or stem)
    shown = base64.b64encode(thumbnail).decode() if thumbnail else ""
    image = f'<img alt="" src="data:image/png;base64,{shown}">' if shown else ""
    rows = "\n".join(_row(labels[stem], forms) for stem, forms in copies.items())
    listed = f"<ul>\n{rows}\n</ul>"
    if len(copies) > _OPEN:
        listed = f"<details><summary>{len(copies)}{NBSP}exemplaires</summary>{listed}</details>"
    return f"<section>{image}<h2>{_safe(title)}</h2>\n{listed}</section>"


_OPEN = 6
"""Copies that a card shows without being asked."""


def _row(label: str, forms: list[tuple[str, int]]) -> str:
    links = " ".join(
        f'<b><a href="{quote(path)}">{_safe(path.rpartition(".")[2].upper())}</a>{NBSP}<small>{_size(size)}</small></b>'
        for path, size in forms
    )
    return f"<li><span>{_safe(heading(label))}</span> <div>{links}</div></li>"


def _size(size: int) -> str:
    return f"{number(max(1, round(size / _KILO)))}{NBSP}Ko"


def _safe(text: str) -> str:
    return html.escape(typeset(text))
