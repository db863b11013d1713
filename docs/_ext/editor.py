"""Draw the editor's page: ``python docs/_ext/editor.py``, with ``tombi`` (a TOML language server) on the path.

What is drawn is what the server answered, asked as an editor asks.
"""

import json
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "src/zest/schemas/dossier-1.json"
HEAD = """\
[collective]
name = "Zest' du Bocage (fictif)"

[[structures]]
key = "bocage-emploi"
name = "Bocage Emploi (fictive)"
"""
FONTS = "'DejaVu Sans Mono', Menlo, Consolas, monospace"
MOST = 9


class Server:
    """A session with a language server, on its standard streams."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.rank = folder, 0
        self.process = subprocess.Popen(
            ["tombi", "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        capable = {"textDocument": {"completion": {"completionItem": {"snippetSupport": True}}}}
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": capable})
        self.tell("initialized", {})

    def tell(self, method: str, params: Any, **more: Any) -> None:
        """Send a message."""
        data = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def ask(self, method: str, params: Any) -> Any:
        """Send a question and wait for its answer."""
        self.rank += 1
        self.tell(method, params, id=self.rank)
        while (message := self.hear()).get("id") != self.rank or "method" in message:
            if "id" in message:
                data = json.dumps({"jsonrpc": "2.0", "id": message["id"], "result": None}).encode()
                self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
                self.process.stdin.flush()
        return message.get("result")

    def hear(self) -> Any:
        """Read one message."""
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length"):
                length = int(line.partition(b":")[2])
        return json.loads(self.process.stdout.read(length))

    def opened(self, text: str) -> str:
        """Open a file of that text; return its address."""
        file = self.folder / f"zest-{len(text)}.toml"
        file.write_text(text, "utf-8")
        item = {"uri": file.as_uri(), "languageId": "toml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})
        # It reads the schema meanwhile, and answers nothing before.
        time.sleep(2)
        return file.as_uri()

    def completions(self, text: str) -> list[tuple[str, str]]:
        """Return what may stand at the bar of a text: word, and what it is."""
        before = text.partition("|")[0]
        at = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        text = text.replace("|", "")
        found = self.ask(
            "textDocument/completion", {"textDocument": {"uri": self.opened(text)}, "position": at}
        )
        items = found if isinstance(found, list) else (found or {}).get("items", [])
        return [(one["label"], one.get("detail") or "") for one in items]

    def hover(self, text: str) -> list[str]:
        """Return what is said of what stands at the bar of a text, one line each."""
        before = text.partition("|")[0]
        at = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        uri = self.opened(text.replace("|", ""))
        found = self.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": at})
        lines = found["contents"]["value"].splitlines()
        return [
            line.strip("# ")
            for line in lines
            if line.strip() and not line.startswith(("Keys", "Value", "Schema"))
        ]


def panel(title: str, text: str, popup: list[tuple[str, str]], top: int) -> tuple[list[str], int]:
    """Return the elements of one moment of the session, and its height."""
    lines = text.split("\n")
    out = [f'<text x="24" y="{top + 20}" font-weight="bold" fill="#1b2733">{escape(title)}</text>']
    height = 22 * len(lines) + 24 * min(len(popup), MOST) + 30
    out.append(
        f'<rect x="20" y="{top + 32}" width="880" height="{height}" rx="6" fill="#fbfaf7" stroke="#9fb38d"/>'
    )
    for rank, line in enumerate(lines):
        y = top + 56 + 22 * rank
        out.append(f'<text x="36" y="{y}" fill="#9aa5ad">{rank + 1}</text>')
        out.append(f'<text x="66" y="{y}" fill="#1b2733" xml:space="preserve">{escape(line)}</text>')
    y = top + 44 + 22 * len(lines)
    for rank, (word, said) in enumerate(popup[:MOST]):
        tint = "#e4eedb" if rank == 0 else "#ffffff"
        out.append(
            f'<rect x="66" y="{y + 24 * rank}" width="800" height="24" fill="{tint}" stroke="#d5dccb"/>'
        )
        out.append(f'<text x="76" y="{y + 17 + 24 * rank}" fill="#3d5a2a">{escape(word)}</text>')
        out.append(f'<text x="330" y="{y + 17 + 24 * rank}" fill="#5b6b7a">{escape(said[:62])}</text>')
    return out, height + 52


def draw() -> str:
    """Return the three moments as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        directive = f"#:schema {SCHEMA.as_uri()}\n\n"
        keys = server.completions(f"{directive}{HEAD}|\n")
        values = server.completions(f'{directive}{HEAD}kind = "|"\n')
        told = f"{HEAD}coorace_member = true\n"
        said = server.hover(directive + told.replace("coorace", "|coorace"))
        server.process.kill()
    shown = "#:schema dossier-1.json\n\n"
    moments = [
        ("Les clés qui manquent, avec leur nom français", f"{shown}{HEAD}", [one for one in keys if one[1]]),
        ("Les mots admis", f'{shown}{HEAD}kind = ""', [(word, "") for word, _ in values]),
        ("Au survol d'une clé", f"{shown}{told.rstrip()}", [(one, "") for one in said]),
    ]
    body, top = [], 10
    for title, text, popup in moments:
        elements, height = panel(title, text, popup, top)
        body += elements
        top += height
    box = f'viewBox="0 0 920 {top + 10}" font-family="{FONTS}" font-size="14" role="img"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>'
    return "\n".join(
        [
            head,
            "<title>Une saisie aidée par le schéma</title>",
            '<rect width="100%" height="100%" fill="#ffffff"/>',
            *body,
            "</svg>",
        ]
    )


if __name__ == "__main__":
    (ROOT / "docs/_static/editeur.svg").write_text(draw() + "\n", "utf-8")
