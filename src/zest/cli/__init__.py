"""The command ``zest``. Light on purpose: what a command needs is imported when it runs."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what follows ``zest``; those of the process when left out.

    Returns:
        0 conforming · 1 findings · 2 wrong use · 3 not checked · 129, 130, 143 interrupted. Never raises.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"] and _quick_version():
        return 0
    from zest.cli.interrupting import Interruption

    interruption = Interruption()
    try:
        if arguments is None:
            interruption.listen()
        from zest.cli.running import run

        return run(given, own=arguments is None)
    except KeyboardInterrupt:
        return interruption.tell()
    finally:
        interruption.leave()


def _quick_version() -> bool:
    """Print the version without argparse nor anything else; ``False`` when the slow way must say what is wrong."""
    from zest.version import version

    try:
        print(f"zest {version()}", flush=True)
    except (OSError, ValueError):
        return False
    return True
