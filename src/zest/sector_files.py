"""The files of a sector that most checks never open. Importing this module makes their classes."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from zest.datafiles import build, keyed, read_table
from zest.model.agreement import AgreementFacts, CollectiveAgreement
from zest.model.job import Job, PermitKind, Task
from zest.model.segment import SegmentSheet
from zest.tables.mapping_files import read_mapping


def job(key: str, file: Path) -> Job:
    """Read one job; its key is the name of its file.

    Raises:
        DataFileError: the file does not hold what it must.
    """
    return build(Job, {"key": key, **read_table(file)}, file)


def segment(file: Path) -> Mapping[str, SegmentSheet]:
    """Read the trade in one page.

    Raises:
        DataFileError: the file does not hold what it must.
    """
    return {"segment": build(SegmentSheet, read_table(file), file)}


READERS: Mapping[str, Callable[[Path], Mapping[str, object]]] = MappingProxyType({
    "agreements-merged.toml": lambda file: keyed(CollectiveAgreement, file, "idcc"),
    "agreement-facts.toml": lambda file: keyed(AgreementFacts, file, ""),
    "tasks.toml": lambda file: keyed(Task, file, "key"),
    "permits.toml": lambda file: keyed(PermitKind, file, "key"),
    "segment.toml": segment,
    "columns.toml": read_mapping,
})  # fmt: skip
"""What reads each file. Every one of these files may be absent."""
