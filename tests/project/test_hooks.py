"""The hooks that others install before their commits."""

from pathlib import Path

import pytest

from zest.cli.parsing import COMMANDS


def test_hooks_are_commands_that_exist(root: Path) -> None:
    """Each entry of the definition of hooks begins as a command does."""
    yaml = pytest.importorskip("yaml")
    hooks = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))

    assert hooks
    for hook in hooks:
        program, command, *_ = hook["entry"].split()
        assert ("zest", True) == (program, command in COMMANDS)
