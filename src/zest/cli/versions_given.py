"""A version of a sector that the command line names: installed, in a folder, or in a wheel."""

import contextlib
import tempfile
from pathlib import Path

from zest.cli.errors import WrongUse
from zest.cli.parsing import nearest
from zest.comparing import judged_by
from zest.errors import PluginError
from zest.impact import Side, Version
from zest.plugins.assembly import assemble
from zest.plugins.discovery import discover
from zest.plugins.local import load_local
from zest.plugins.origin import Answered
from zest.plugins.wheels import load_wheel


def side(word: str, stack: contextlib.ExitStack) -> Side:
    """Load one version; what a wheel holds lies in a folder that ``stack`` takes away.

    Raises:
        WrongUse: it is neither an installed sector, nor a folder, nor a file.
        UnreadableFileError: the folder or the wheel holds no sector.
        PluginError: the sector is there, and is broken.
    """
    given = _given(word, stack)
    slug = given[0].origin.slug if given else word
    assembly = assemble((slug,), given)
    if assembly.refused:
        raise PluginError(assembly.refused[0].cause)
    judged = judged_by(assembly.catalogue, slug)
    version = Version(slug=slug, edition=judged.profile.edition, given=given)
    return Side(word=word, origin=str(assembly.loaded[-1].origin), version=version, judged=judged)


def _given(word: str, stack: contextlib.ExitStack) -> tuple[Answered, ...]:
    path = Path(word)
    if path.is_file():
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="zest-"))
        return (load_wheel(path, Path(folder)),)
    if path.is_dir():
        return (load_local(path),)
    known = discover()
    if word not in known:
        raise WrongUse(
            f"« {word} » n'est ni un secteur installé, ni un répertoire, ni une archive{nearest(word, known)}"
        )
    return ()
