"""What ``zest status`` answers."""

from typing import ClassVar

import attrs

from zest.agenda import Act
from zest.console.answers.answer import Answer
from zest.journeying import Progress


@attrs.frozen(kw_only=True)
class StatusAnswer(Progress, Answer):
    """The answer of ``zest status``: where the collective stands, and what remains to be done."""

    schema: ClassVar[str] = "status"

    acts: tuple[Act, ...]
