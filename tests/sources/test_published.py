"""Lines under a headline that say which paper published a story, or whose release it is."""

from __future__ import annotations

import pytest

from briefing.sources import article

_STORY = "The pier burned down on Thursday. Nobody was hurt, and the cause is not known."


def head(line: str) -> tuple[str | None, str | None, str | None, str | None]:
    """Return agency, date, author and place of a story with this line below its headline."""
    read = article(f"Fire destroys the pier\n\n{line}\n\n{_STORY}", "text")
    return read.agency, read.date, read.byline, read.place


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Brill Gazette, 12 June 2025", ("Brill Gazette", "2025-06-12", None, None)),
        ("The Marsh and Fen Herald, June 12, 2025", ("The Marsh and Fen Herald", "2025-06-12", None, None)),
        ("The Brill Weekly, 3 March 2025. Interview by Jo Hart", ("The Brill Weekly", "2025-03-03", "Jo Hart", None)),
        ("Вечерний курьер, 3 марта 2025 года", ("Вечерний курьер", "2025-03-03", None, None)),
        ("From: Department for Rail and The Rt Hon Jo Hart MP", ("Department for Rail", None, None, None)),
        ("Paris, 12 June 2025", (None, "2025-06-12", None, "Paris")),
        ("From: the pier", (None, None, None, None)),
    ],
)
def test_who_published_it(line: str, expected: tuple[str | None, ...]) -> None:
    assert head(line) == expected
