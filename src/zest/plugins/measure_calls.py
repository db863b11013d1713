"""A measure of a plugin, at each of its calls: signed with its origin, given its time, its faults its own."""

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import attrs

from zest.errors import PluginError
from zest.plugins.containment import Overtime, limit_words, limited
from zest.plugins.noise import metered
from zest.plugins.origin import Origin

if TYPE_CHECKING:
    from zest.indicators.indicator import Indicator

_CALLED = ("cases", "passed", "grain", "widen", "suspects", "failing", "rows", "words")


def signed_measure(measure: "Indicator", origin: Origin) -> "Indicator":
    """Return the measure as the engine will call it: what it raises is a :class:`zest.errors.PluginError`."""
    held = {name: getattr(measure, name) for name in _CALLED}
    contained: dict[str, Any] = {
        name: _contained(call, origin) for name, call in held.items() if call is not None
    }
    return attrs.evolve(measure, origin=origin, **contained)


def _contained(call: Callable[..., Any], origin: Origin) -> Callable[..., Any]:
    @functools.wraps(call)
    def asked(*given: Any) -> Any:
        try:
            with metered(origin), limited():
                return call(*given)
        except Overtime:
            raise PluginError(f"elle n'a pas répondu en {limit_words()}") from None
        except SystemExit:
            raise PluginError("elle a voulu arrêter le programme (SystemExit)") from None
        except Exception as error:  # noqa: BLE001 - whatever a plugin raises
            raise PluginError(f"{type(error).__name__} : {error}") from None

    return asked
