"""Posts that a verb gives somebody in English, without the circumstances in which it was given."""

from __future__ import annotations

import pytest

from briefing import language
from briefing.extract import people, roles


def role_of(text: str) -> str | None:
    """Return the role of the one person whom the text names."""
    document = language.get("en").analyse(text, [(0, len(text))], models=False)
    (person,) = people.cast(document)
    role = roles.role(document, person.titles, person.descriptions)
    return role.text if role is not None else None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Mary Stone was appointed director of the choir last week.", "director of the choir"),
        ("Mary Stone has been named as head coach.", "head coach"),
        ("Mary Stone was elected to the board as a trustee at its yearly meeting.", "trustee"),
        ("Mary Stone serves as treasurer of the guild.", "treasurer of the guild"),
        ("Mary Stone became chairwoman of the guild in 2014.", "chairwoman of the guild"),
        ("Mary Stone works as a nurse in Leith.", "nurse in Leith"),
        ("Mary Stone was sworn in as mayor on Monday.", "mayor"),
    ],
)
def test_a_verb_gives_a_post(text: str, role: str) -> None:
    assert role_of(text) == role


@pytest.mark.parametrize(
    "text",
    [
        "Mary Stone was not appointed director.",
        "Mary Stone appointed a director.",
        "Mary Stone was elected in May.",
        "Mary Stone became angry.",
        "If Mary Stone was named director, all would leave.",
        "Mary Stone was chosen to write, and a friend came as a guest.",
    ],
)
def test_a_verb_gives_no_post(text: str) -> None:
    assert role_of(text) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Mary Stone, a 42-year-old mechanic from Leith, left.", "mechanic from Leith"),
        ("Capt. Mary Stone, spokeswoman for the navy, left.", "spokeswoman for the navy"),
        ("It is late, said Mary Stone, Chief Executive Officer, Lund & Moss.", "Chief Executive Officer, Lund & Moss"),
        ("It is late, said Mary Stone, Treasurer, Kelm Board of Trade.", "Treasurer, Kelm Board of Trade"),
        ("It is late, said Mary Stone, General Manager, Kelm Bank.", "General Manager, Kelm Bank"),
        ("It is late, said Mary Stone, mayor of Hull, England.", "mayor of Hull"),
        ("It is late, said Mary Stone, managing director.", "managing director"),
        ("Mary Stone, director-general of the port, left.", "director-general of the port"),
        ("Mary Stone, one of the oldest owners of the inn, left.", "one of the oldest owners of the inn"),
        ("The objector Mary Stone left.", "objector"),
        ("It is late, said Mary Stone, marketing manager of Lund.", "marketing manager of Lund"),
        ("It is late, said Mary Stone, managing director, Lund Asia.", "managing director, Lund Asia"),
        ("It is late, said Mary Stone, Vice President, Sales, Lund.", "Vice President, Sales, Lund"),
        (
            "It is late, said Mary Stone, head of care, Research and Training, Lund.",
            "head of care, Research and Training, Lund",
        ),
        ("It is late, said Mary Stone, vice president, big data at Lund.", "vice president, big data at Lund"),
        ("It is late, said Mary Stone, Treasurer, The Lund Trust.", "Treasurer, The Lund Trust"),
        ("Mary Stone, Lecturer in Law, University of Hull, said it is late.", "Lecturer in Law, University of Hull"),
        ("It is late, said Mary Stone, chief nurse, Friday.", "chief nurse"),
        ("It is late, said Mary Stone, lead author, noting the delay.", "lead author"),
        ("It is late, said Mary Stone, captain, and the coach.", "captain"),
        ("It is late, said Mary Stone, praising the director.", None),
        ("It is late, said Mary Stone, Sales and Training Director at Lund.", "Sales and Training Director at Lund"),
        ("Chairman, treasurer and secretary Mary Stone left.", "chairman, treasurer and secretary"),
        ("Lund's newly appointed treasurer Mary Stone left.", "treasurer"),
    ],
)
def test_what_else_is_told_of_somebody(text: str, role: str | None) -> None:
    assert role_of(text) == role
