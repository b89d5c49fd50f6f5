"""Deeds that a list tells, what is to stay as it is, and who fails to do so."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            "The town will:\n• close two pools in May;\n• sell the hall; and\n• cut 40 posts.",
            [
                ("planned", "close two pools in May", "town"),
                ("planned", "sell the hall", "town"),
                ("planned", "cut 40 posts", "town"),
            ],
        ),
        (
            "en",
            "The bill would:\n- bar banks from charging fees;\n- raise the cap to 3 percent.",
            [("proposed", "bar banks from charging fees", None), ("proposed", "raise the cap to 3 percent", None)],
        ),
        (
            "en",
            "Growers must:\n1. Register by 3 April.\n2. Publish their prices. These have to be clear.",
            [("directed", "Register by 3 April", "Growers"), ("directed", "Publish their prices", "Growers")],
        ),
        (
            "en",
            "The judge ordered the firm to:\n- pay 300 pounds\n- close its yard",
            [("directed", "pay 300 pounds", "firm"), ("directed", "close its yard", "firm")],
        ),
        (
            "ru",
            "Министерство намерено:\n— построить две школы;\n— нанять врачей.",
            [("planned", "построить две школы", "Министерство"), ("planned", "нанять врачей", "Министерство")],
        ),
        (
            "ru",
            "Глава города поручил управе:\n— починить мост;\n— снести ангар.",
            [("directed", "починить мост", "управа"), ("directed", "снести ангар", "управа")],
        ),
        (
            "ru",
            "Кроме того, район купит:\n• 35 лодок в 2026 году;\n• сани.",
            [("planned", "35 лодок в 2026 году", "район"), ("planned", "сани", "район")],
        ),
        ("ru", "В марте район купил:\n• 35 лодок;\n• сани.", []),
        ("ru", "Район заметит:\n• лодки уплыли;\n• сани сломались.", []),
        ("en", "The town will see:\n- new lamps\n- old trees", []),
        ("en", "The measures include:\n- a new bridge;\n- a cap on fares.", []),
        ("en", "The town will:\nThe hall was sold.\nTwo pools closed.", []),
        ("ru", "В городе открыли:\n— две школы;\n— больницу.", []),
    ],
)
def test_each_item_of_a_list_is_a_deed(code: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(action.status, action.text, action.actor) for action in actions_of(code, text)] == expected


def test_the_item_tells_its_own_deadline() -> None:
    text = "The council plans to:\n- close two pools by 3 April;\n- sell the hall."
    assert [action.deadline for action in actions_of("en", text)] == ["/2025-04-03", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shops in Brill will remain closed until Thursday.", ["Shops in Brill will remain closed until Thursday"]),
        ("The road will stay shut until Friday.", ["The road will stay shut until Friday"]),
        ("Owners will remain concerned about costs.", []),
        ("The sea will stay calm until Friday.", []),
        (
            "Mills must report leaks by May, and owners who fail to do so could be fined.",
            ["Mills must report leaks by May"],
        ),
        (
            "Mills must report leaks by May and repair them by June.",
            ["Mills must report leaks by May and repair them by June"],
        ),
        (
            "The mayor said the town had since sold the pier and would publish a report in September.",
            ["would publish a report in September"],
        ),
        (
            "The firm has committed to halving its waste by 2030.",
            ["The firm has committed to halving its waste by 2030"],
        ),
    ],
)
def test_what_stays_as_it_is_and_who_fails_to_do_so(text: str, expected: list[str]) -> None:
    assert [action.text for action in actions_of("en", text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The fund will open on 3 April and close on 4 June.",
            [("The fund will open on 3 April", "2025-04-03"), ("close on 4 June", "2025-06-04")],
        ),
        (
            "The town will sell the pier in May and rebuild the hall in June 2026.",
            [("The town will sell the pier in May", "2025-05"), ("rebuild the hall in June 2026", "2026-06")],
        ),
        ("The fund will open and close on 4 June.", [("The fund will open and close on 4 June", "2025-06-04")]),
        (
            "The town will sell the pier in May and the hall in June.",
            [("The town will sell the pier in May and the hall in June", "2025-05")],
        ),
    ],
)
def test_deeds_under_one_verb_with_a_day_each_are_two(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(action.text, action.deadline) for action in actions_of("en", text)] == expected


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Ann Lowe has written to the auditor, asking it to look at the bill.", "auditor"),
        ("Ann Lowe wrote to the minister, urging him to act.", "minister"),
    ],
)
def test_whom_a_letter_asks(text: str, actor: str) -> None:
    (only,) = actions_of("en", text)
    assert only.actor == actor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Lowe said she would hold a hearing in Brill and plans to bring the bill before the board in May.",
            ["she would hold a hearing in Brill", "to bring the bill before the board in May"],
        ),
        (
            "The premier said the cabinet would meet in May to call a vote and release 75 million euros ($87 million).",
            ["the cabinet would meet in May to call a vote and release 75 million euros ($87 million)"],
        ),
    ],
)
def test_deeds_with_words_of_their_own_and_brackets_at_the_end(text: str, expected: list[str]) -> None:
    assert [action.text for action in actions_of("en", text)] == expected
