"""What stops the command from outside: Ctrl-C, a terminal that closes, a system that shuts down."""

import _thread
import contextlib
import os
import signal
import sys
from types import FrameType, MappingProxyType

CODES = MappingProxyType({130: "SIGINT", 143: "SIGTERM", 129: "SIGHUP"})
"""Exit codes, which are those of shells, each with its signal; not every system has all of them."""


class Interruption:
    """Turns the first of these signals into ``KeyboardInterrupt``, so that whatever cleans up does; then no other.

    The command line alone has one, and only when the process ends after it: signals are the caller's.
    """

    def __init__(self) -> None:
        """Listen to nothing yet."""
        self.number: int = signal.SIGINT
        self._told = False
        self._taken: list[int] = []

    def listen(self) -> None:
        """Take the signals that nobody has chosen to ignore, as ``nohup`` does."""
        numbers = [getattr(signal, name) for name in CODES.values() if hasattr(signal, name)]
        self._taken = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]
        for number in self._taken:
            signal.signal(number, self._raise)
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        _thread.start_new_thread(self._relay, (reading,))

    def leave(self) -> None:
        """Let a signal end the process at once, since nothing is left to clean; after a first one, ignore it still."""
        for number in () if self._told else self._taken:
            signal.signal(number, signal.SIG_DFL)

    def tell(self) -> int:
        """Say what stopped the command; return its exit code, which is that of shells."""
        from zest.cli.saying import say

        code = 128 + self.number
        say("interrompu." if self.number == signal.SIGINT else f"interrompu par {CODES[code]}.")
        return code

    def _raise(self, number: int, frame: FrameType | None) -> None:
        del frame
        if self._told:
            return
        self._told = True
        if self.number == signal.SIGINT:
            self.number = number
        # Polars raises at Ctrl-C by itself, before Python hears of it: cleaning is under way then.
        if not isinstance(sys.exception(), KeyboardInterrupt):
            raise KeyboardInterrupt

    def _relay(self, reading: int) -> None:
        """Interrupt, at any signal, work that only looks out for Ctrl-C: a long computation of polars."""
        while data := os.read(reading, 1):
            if data[0] in self._taken and data[0] != signal.SIGINT and not self._told:
                self.number = data[0]
                with contextlib.suppress(OSError):
                    os.kill(os.getpid(), signal.SIGINT)
