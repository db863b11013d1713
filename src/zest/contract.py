"""Versions of the plugin contract: those that this zest speaks, and those that it is about to leave."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from zest.errors import ContractError


class Contract(NamedTuple):
    """The window of contract versions of the core; a plugin declares one of its own.

    Attributes:
        oldest: oldest version that this zest speaks.
        newest: newest version that this zest speaks.
        ending: version → first minor version of zest that will not speak it. A version is announced here at least
            one minor version of zest before it goes.
    """

    oldest: int = 1
    newest: int = 1
    ending: Mapping[int, str] = MappingProxyType({})

    def agree(self, window: object, who: Callable[[], str]) -> int:
        """Return the version that this zest and a plugin speak with each other: the newest that both accept.

        Raises:
            ContractError: the window is not two whole numbers in order, or has no version in common with ours.
        """
        if not isinstance(window, list | tuple) or [type(n) for n in window] != [int, int]:
            raise ContractError(
                f"{who()} : contract doit donner deux versions, la plus ancienne et la plus récente."
            )
        oldest: int = window[0]
        newest: int = window[1]
        if oldest > newest:
            raise ContractError(
                f"{who()} : contract donne la plus ancienne version d'abord, [{newest}, {oldest}]."
            )
        if oldest > self.newest or newest < self.oldest:
            raise ContractError(
                f"{who()} accepte {_versions(oldest, newest)} ; ce zest parle {_versions(self.oldest, self.newest)}."
            )
        return min(newest, self.newest)

    def farewell(self, window: tuple[int, ...]) -> str:
        """Warn, in one French sentence, a plugin that accepts nothing but versions on their way out; else nothing."""
        shared = range(max(window[0], self.oldest), min(window[-1], self.newest) + 1)
        if not shared or any(version not in self.ending for version in shared):
            return ""
        last = shared[-1]
        return (
            f"il ne parle que le contrat {last}, que zest {self.ending[last]} ne parlera plus : "
            f"qui le publie doit accepter le contrat {last + 1}"
        )

    def __str__(self) -> str:
        """Say the window: « 1 », « 1–2 »."""
        return "–".join(map(str, dict.fromkeys((self.oldest, self.newest))))


def _versions(oldest: int, newest: int) -> str:
    return f"le contrat {oldest}" if oldest == newest else f"les contrats {oldest} à {newest}"


CONTRACT = Contract()
"""What this zest speaks. Nothing is on its way out."""
