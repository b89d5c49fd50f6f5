"""What is wrong with settings that are well formed: a theme or a command that there is not, a key that is taken."""

from __future__ import annotations

from collections.abc import Collection

from briefing.mistake import Mistake
from briefing.settings import Settings, misplaced


def objections(settings: Settings, themes: Collection[str] | None = None) -> list[Mistake]:
    """Return a sentence for each setting that the app cannot follow; ``themes`` are those it has, looked up if None."""
    from briefing.app.commands import BY_ID, clashes

    found = []
    if settings.theme not in (_themes() if themes is None else themes):
        unknown = Mistake('is "{theme}", which is no theme; the standard one is used', theme=settings.theme)
        found.append(misplaced("interface", "theme", unknown))
    nothing = Mistake("is no command; it is ignored")
    found += [misplaced("keys", name, nothing) for name in settings.keys.keys() - BY_ID.keys()]
    for name, key, other in clashes(settings.keys):
        taken = Mistake('has "{key}", which is "{command}" already; it may not work', key=key, command=other.id)
        found.append(misplaced("keys", name, taken))
    return found


def _themes() -> set[str]:
    from textual.theme import BUILTIN_THEMES

    from briefing.app.themes import THEMES

    return {*BUILTIN_THEMES, *(theme.name for theme in THEMES)}
