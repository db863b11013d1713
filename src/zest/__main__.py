"""``python -m zest``."""

from zest.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
