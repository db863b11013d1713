"""What ``zest show``, ``zest jobs``, ``zest schema`` and ``zest new sector`` answer."""

from typing import Any, ClassVar

import attrs

from zest.console.answers.answer import Answer
from zest.model.job import Job
from zest.readings.job_sheets import JobSheet


@attrs.frozen(kw_only=True)
class ShowAnswer(Answer):
    """The answer of ``zest show``: an object, a list or a value, as the dossier or the sector holds it."""

    schema: ClassVar[str] = "show"

    what: str
    path: str
    value: Any


@attrs.frozen(kw_only=True)
class JobSheetAnswer(Answer):
    """The answer of ``zest show job``."""

    schema: ClassVar[str] = "job-sheet"

    sheet: JobSheet


@attrs.frozen(kw_only=True)
class JobsAnswer(Answer):
    """The answer of ``zest jobs``."""

    schema: ClassVar[str] = "jobs"

    sector: str
    jobs: tuple[Job, ...]


@attrs.frozen(kw_only=True)
class SchemaTold:
    """One schema that is published."""

    name: str
    title: str


@attrs.frozen(kw_only=True)
class SchemasAnswer(Answer):
    """The answer of ``zest schema`` without a name."""

    schema: ClassVar[str] = "schemas"

    schemas: tuple[SchemaTold, ...]


@attrs.frozen(kw_only=True)
class NewSectorAnswer(Answer):
    """The answer of ``zest new sector``."""

    schema: ClassVar[str] = "new-sector"

    slug: str
    prefix: str
    folder: str
    files: tuple[str, ...]
