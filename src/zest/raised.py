"""What someone else's code raised, in French: what it says of itself is English, and where it stands is missing."""

from pathlib import PurePath


def said(error: BaseException, words: str) -> str:
    """Return what an error is: in French where it tells of code that cannot run, else its class and its own words."""
    if isinstance(error, SyntaxError):
        return f"la syntaxe Python est fautive ({_shown(error.filename or '?', error.lineno or 0)})"
    if isinstance(error, ModuleNotFoundError) and error.name:
        return f"le module Python « {error.name} » n'est pas installé"
    return f"{type(error).__name__} : {words}" if words else type(error).__name__


def where(error: BaseException, package: str) -> str:
    """Return where it left a package, as « (rules/essai.py, ligne 12) »; nothing where that had no part in it."""
    found, step = "", error.__traceback__
    while step is not None:
        frame = step.tb_frame
        if f"{frame.f_globals.get('__name__')}".partition(".")[0] == package:
            found = f" ({_shown(frame.f_code.co_filename, step.tb_lineno)})"
        step = step.tb_next
    return "" if isinstance(error, SyntaxError) else found


def _shown(file: str, line: int) -> str:
    """Write a place that is the same on every machine: the file, and the folder that it is in."""
    return f"{'/'.join(PurePath(file).parts[-2:])}, ligne {line}"
