"""What ``zest opportunities`` answers."""

from typing import ClassVar

import attrs

from zest.console.answers.answer import Answer
from zest.opportunities.answer import Opportunities


@attrs.frozen(kw_only=True)
class OpportunitiesAnswer(Opportunities, Answer):
    """The answer of ``zest opportunities``."""

    schema: ClassVar[str] = "opportunities"
