"""The collector of cyclic garbage, kept out of the moments that a reader waits for.

What a start loads, modules, dictionaries and lexicons, stays until the end. Looking through it costs a tenth of the
time to the first frame, and later would now and then let a key wait for tens of milliseconds.
"""

from __future__ import annotations

import gc

_OBJECTS_BETWEEN_LOOKS = 700
"""Few enough for a look to be over in a millisecond; Python's own number."""


def rest() -> None:
    """Let the collector wait for `work`."""
    gc.disable()


def work() -> None:
    """Let it work again where it rests, in short looks that leave out all that there is by now."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(_OBJECTS_BETWEEN_LOOKS)
        gc.enable()
