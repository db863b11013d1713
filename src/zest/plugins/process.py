"""What a process has but once, and who may change it: one thread at a time.

Filters of warnings, ``sys.path``, the streams, the current folder, the modules under a name: to load a plugin swaps
them for a while. Two threads that did so at once would each put back what the other had swapped.
"""

import threading

PROCESS = threading.RLock()
"""Held by whoever swaps them, before any limit of time is set; a plugin may load another in its turn."""
