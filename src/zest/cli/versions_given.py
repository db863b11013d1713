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
from zest.plugins.local import home_of, load_local
from zest.plugins.origin import Answered
from zest.plugins.rollback import apart
from zest.plugins.wheels import load_wheel


def sides(before: str, after: str, stack: contextlib.ExitStack) -> tuple[Side, Side]:
    """Load two versions; what wheels hold lies in folders that ``stack`` takes away.

    An edition finds the sector that it extends on the other side, were it not installed.

    Raises:
        WrongUse: one is neither an installed sector, nor a folder, nor a file.
        UnreadableFileError: the folder or the wheel holds no sector.
        PluginError: a sector is there, and is broken.
    """
    given = [_given(word, stack) for word in (before, after)]
    slugs = [own[0].origin.slug if own else word for own, word in zip(given, (before, after), strict=True)]
    if slugs[0] != slugs[1]:
        given = [(*given[0], *given[1]), (*given[1], *given[0])]
    first, second = (_side(*one) for one in zip((before, after), slugs, given, strict=True))
    return first, second


def _side(word: str, slug: str, given: tuple[Answered, ...]) -> Side:
    assembly = assemble((slug,), given)
    if mine := [one for one in assembly.refused if one.origin.slug == slug]:
        raise PluginError(mine[0].cause)
    judged = judged_by(assembly.catalogue, slug)
    origin = next(str(one.origin) for one in assembly.loaded if one.origin.slug == slug)
    version = Version(slug=slug, edition=judged.profile.edition, given=given)
    return Side(word=word, origin=origin, version=version, judged=judged)


def _given(word: str, stack: contextlib.ExitStack) -> tuple[Answered, ...]:
    path = Path(word)
    if path.is_file():
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="zest-"))
        return (load_wheel(path, Path(folder)),)
    if path.is_dir():
        # What is looked at must not be taken for what is installed.
        with apart(home_of(path).resolve().name):
            return (load_local(path),)
    known = discover()
    if word not in known:
        raise WrongUse(
            f"« {word} » n'est ni un secteur installé, ni un répertoire, ni une archive{nearest(word, known)}"
        )
    return ()
