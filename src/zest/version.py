"""The version of the installed distribution, found without the weight of ``importlib.metadata``."""

import os
import sys

DISTRIBUTION = "zest-coorace"


def version() -> str:
    """Return the version of the first ``zest-coorace`` on the path, as its folder of metadata is named.

    Raises:
        importlib.metadata.PackageNotFoundError: zest is run from a source tree that was never installed.
    """
    begin = f"{DISTRIBUTION.replace('-', '_')}-"
    for name in _listed():
        if name.startswith(begin) and name.endswith(".dist-info"):
            return name[len(begin) : -len(".dist-info")]
    # Zip archives and other importers than the file system's.
    from importlib import metadata

    return metadata.version(DISTRIBUTION)


def _listed() -> list[str]:
    names: list[str] = []
    for folder in sys.path:
        if os.path.isdir(folder):  # noqa: PTH112  # pathlib alone would cost as much as all the rest
            names += os.listdir(folder)  # noqa: PTH208  # idem
    return names
