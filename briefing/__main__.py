"""The way in: ``briefing`` and ``python -m briefing``."""

from __future__ import annotations

import atexit
import gc
import signal

_OBJECTS_BETWEEN_COLLECTIONS = 50_000


def main() -> None:
    """Run the command line and leave; Ctrl+C ends it quietly even while its modules are still being loaded."""
    _spare_collections()
    is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_ours:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from briefing import cli

    if is_ours:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    cli.main()


def _spare_collections() -> None:
    """Let the collector of cycles look less often through what is loaded and stays, and not at all at the end.

    Modules, dictionaries and lexicons are tens of thousands of objects; to look through them after every 700 new ones
    and again while the process ends is a fifth of a short run.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    atexit.register(gc.freeze)


if __name__ == "__main__":
    main()
