"""What loading a plugin changes of the process, put back; a plugin that fails half-way is forgotten whole."""

import contextlib
import os
import sys
from collections.abc import Generator
from types import ModuleType

from zest.plugins.process import PROCESS


@contextlib.contextmanager
def rolled_back(package: str) -> Generator[None, None, None]:
    """Put back the path, the current folder, the streams and the recursion limit after the block.

    When the block raises, the modules of ``package`` that it imported are forgotten too: what was half imported
    must not look whole to whoever asks for it next. What the plugin imported of others stays. One thread is in such a
    block at a time.
    """
    with PROCESS:
        yield from _rolled_back(package)


def _rolled_back(package: str) -> Generator[None, None, None]:
    modules, path, folder = set(sys.modules), list(sys.path), _folder()
    streams, depth = (sys.stdout, sys.stderr), sys.getrecursionlimit()
    try:
        yield
    except BaseException:
        for name in set(_mine(package)) - modules:
            del sys.modules[name]
        raise
    finally:
        sys.path[:] = path
        sys.stdout, sys.stderr = streams
        sys.setrecursionlimit(depth)
        if folder and _folder() != folder:
            os.chdir(folder)


@contextlib.contextmanager
def apart(package: str) -> Generator[None, None, None]:
    """Import a package afresh in the block, whatever was imported under its name; that is there again afterwards."""
    with PROCESS:
        before = _taken(package)
        try:
            yield
        finally:
            _taken(package)
            sys.modules.update(before)


def _taken(package: str) -> dict[str, ModuleType]:
    """Forget the modules of a package, and return them."""
    return {name: sys.modules.pop(name) for name in _mine(package)}


def _mine(package: str) -> list[str]:
    return [name for name in sys.modules if name.split(".")[0] == package]


def _folder() -> str:
    """Return the current folder; nothing when it was deleted under our feet."""
    try:
        return os.getcwd()  # noqa: PTH109  # pathlib is not loaded by whoever only calls rules
    except OSError:
        return ""
