"""Several threads at once: what a process has but once is as it was when all of them have ended."""

import sys
import threading
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from zest.plugins.assembly import assemble

Install = Callable[..., Path]

SLOW = """
import sys, time, warnings
from zest.hookspecs import hookimpl
from zest.sector import Sector

@hookimpl
def zest_sector():
    warnings.warn("essai")
    sys.path.append("/essai")
    time.sleep(0.05)
    return Sector.from_package(__name__)
"""


def test_threads_that_load_one_plugin_leave_the_process_as_it_was(install: Install) -> None:
    """Each hears the warning; filters, what shows them and the path are those of before."""
    install("lent", SLOW)
    filters, shower, path = list(warnings.filters), warnings.showwarning, list(sys.path)
    heard: list[tuple[str, ...]] = []

    def ask() -> None:
        heard.extend(one.notes for one in assemble(["lent"]).loaded)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for one in threads:
        one.start()
        # Each begins while the one before is still loading.
        time.sleep(0.02)
    for one in threads:
        one.join()

    assert (filters, path) == (list(warnings.filters), list(sys.path))
    assert shower is warnings.showwarning
    assert [("il avertit : UserWarning, essai",)] * 4 == heard
