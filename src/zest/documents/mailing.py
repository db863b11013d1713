"""A model mail as a draft that any mail program opens, and as plain text."""

import hashlib
import html
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from zest.documents.document import Data
from zest.documents.errors import Unfit
from zest.model.charter import Charter
from zest.model.mail_address import is_mail_address


def as_text(data: Data, charter: Charter) -> bytes:
    """Return the mail as plain text, UTF-8."""
    del charter
    return f"{data['mail']['subject']}\n\n{_body(data)}".encode()


def as_message(data: Data, charter: Charter) -> bytes:
    """Return the mail as a draft without a recipient; the same data give the same bytes.

    Raises:
        Unfit: the structure's address is none.
    """
    own = data["structure"]
    if not is_mail_address(own["email"]):
        raise Unfit("structure.email", "n'est pas une adresse électronique")
    name, _, domain = own["email"].partition("@")
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(data["mail"]["subject"].split())
    message["From"] = Address(display_name=" ".join(own["name"].split()), username=name, domain=domain)
    # Mail programs open what bears this mark as a draft to complete.
    message["X-Unsent"] = "1"
    message.set_content(_body(data))
    message.add_alternative(_page(data, charter), subtype="html")
    message.set_boundary(hashlib.sha256(_body(data).encode()).hexdigest()[:32])
    return message.as_bytes()


def _body(data: Data) -> str:
    told, own = data["mail"], data["structure"]
    items = [told["promises"], *(f"– {one}" for one in told["items"])] if told["items"] else []
    lines = [*told["paragraphs"], *(["\n".join(items)] if items else []), *told["end"]]
    signature = [own["name"], own["address"], own["phone"], own["email"], own["website"]]
    return "\n\n".join([*lines, "\n".join(one for one in signature if one)]) + "\n"


def _page(data: Data, charter: Charter) -> str:
    """Return the mail as HTML: no image, no link, nothing that a program would fetch."""
    told, own = data["mail"], data["structure"]
    style = f'style="font-family:sans-serif;font-size:11pt;line-height:1.5;color:{charter.ink}"'
    items = "".join(f"<li>{html.escape(one)}</li>" for one in told["items"])
    listed = f"<p>{html.escape(told['promises'])}</p><ul>{items}</ul>" if items else ""
    begun = "".join(f"<p>{html.escape(one)}</p>" for one in told["paragraphs"])
    ended = "".join(f"<p>{html.escape(one)}</p>" for one in told["end"])
    details = [own["address"], own["phone"], own["email"], own["website"]]
    rest = "<br>".join(html.escape(one) for one in details if one)
    signature = (
        f'<p><strong style="color:{charter.primary}">{html.escape(own["name"])}</strong><br>{rest}</p>'
    )
    return f'<!doctype html><html lang="fr"><body {style}>{begun}{listed}{ended}{signature}</body></html>\n'
