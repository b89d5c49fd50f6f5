"""The way in: ``briefing`` and ``python -m briefing``."""

from __future__ import annotations

import gc
import signal

# Loading modules, dictionaries and lexicons makes a million objects that stay: looking through them after every 700
# costs a twentieth of a short run.
_OBJECTS_BETWEEN_COLLECTIONS = 50_000


def main() -> None:
    """Run the command line and leave; Ctrl+C ends it quietly even while its modules are still being loaded."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_ours:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from briefing import cli

    if is_ours:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    cli.main()


if __name__ == "__main__":
    main()
