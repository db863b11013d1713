"""The form of an e-mail address."""

import re

# What a mail program may write in a header without quoting it: no blank, so that no line follows the address.
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"\\]+@[^\s@<>()\[\],;:\"\\]+")


def is_mail_address(text: str) -> bool:
    """Whether a text has the form of one address; whether somebody reads it is not known."""
    return _ADDRESS.fullmatch(text) is not None
