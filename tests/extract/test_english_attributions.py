"""English attributions behind their content, in the passive, of what is still to be said, and where content ends."""

from __future__ import annotations

import pytest

from tests.extract.test_english_quotes import said


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The pier will close in May, it was announced on Monday.", "The pier will close in May", None),
        ("The bridge, it is alleged, was never inspected by the firm.", "was never inspected by the firm", None),
        ("The driver had slept for two hours, the inquest heard.", "The driver had slept for two hours", None),
        ("The pair argued for weeks, jurors at Brill Crown Court were told.", "The pair argued for weeks", None),
        ("The kiln was sold last year, workers were told on Monday.", "The kiln was sold last year", None),
        ("The vase is said to have been stolen in the war.", "to have been stolen in the war", None),
        ("Amid warnings that the pier was rotten, divers left.", "the pier was rotten", None),
        ("Boats were recalled over fears that the tide would turn.", "the tide would turn", None),
        ("In light of recent reports that the pier is rotten, boats left.", "the pier is rotten", None),
        ("There is deep scepticism that the truce will hold.", "the truce will hold", None),
        ("There is a belief among divers that the pier is cursed.", "the pier is cursed", "divers"),
        ("Ann Lowe repeated her promise that the pier would stay.", "the pier would stay", "Ann Lowe"),
        ("As alleged in the complaint, Hart lied to his clients.", "Hart lied to his clients", "the complaint"),
    ],
)
def test_words_of_whom_nobody_or_a_text_names(text: str, words: str, who: str | None) -> None:
    assert said(text) == [(words, who)]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("New piers will be built, the mayor will announce today.", "New piers will be built", "the mayor"),
        ("Ann Lowe will say that the pier must stay.", "the pier must stay", "Ann Lowe"),
        ("The mayor is due to tell divers that the pier is safe.", "the pier is safe", "the mayor"),
        ("The mayor is expected to argue the pier is safe.", "the pier is safe", "the mayor"),
        ("Ann Lowe will urge divers to back the plan.", "divers to back the plan", "Ann Lowe"),
    ],
)
def test_what_will_be_said_is_a_quote(text: str, words: str, who: str) -> None:
    assert said(text) == [(words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lowe will say whether she stands next week.",
        "Time will tell whether the plan works.",
        "Ann Lowe will not say how she voted.",
        "The mayor argued for weeks, then gave in.",
        "So where would they say the pier is now?",
        "The jury foreman announced the verdict at Brill Crown Court.",
        "Ann Lowe was asked about a threat by Acme to shut the pier.",
        "Critics called her part in “The Winter Tide” the best of the year.",
        "The pier is considered to be the oldest in Brill.",
    ],
)
def test_what_is_not_known_to_be_said_is_no_quote(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police say he was armed while witnesses insist he was not.", ["he was armed", "he was not"]),
        ("Police say he drove while he was banned.", ["he drove while he was banned"]),
        ("The firm said sales had grown, only to issue a warning in May.", ["sales had grown"]),
        ("The firm said sales had grown, only for its rivals to doubt it.", ["sales had grown"]),
        ("Divers accused the firm of lying and sued it for damages.", ["the firm of lying"]),
        ("Ann Lowe urged divers to stay away and closed the pier.", ["divers to stay away"]),
        (
            "The mayor asked divers to avoid the pier and use the bridge.",
            ["divers to avoid the pier and use the bridge"],
        ),
        ("Ann Lowe labelled the move a disgrace.", ["the move a disgrace"]),
        ("Many divers say that's not enough.", ["that's not enough"]),
        ("Ann Lowe rejected the charge as “a smear”.", ["a smear"]),
        ("The notes, which have since been lost, described him as “a bore” and left it there.", ["a bore"]),
        (
            "Lowe told the BBC that sales fell, the Gazette has said.",
            ["Lowe told the BBC that sales fell", "sales fell"],
        ),
        (
            "Hart said the nurses heard a bang and thought it was thunder.",
            ["the nurses heard a bang and thought it was thunder"],
        ),
        ("The pier is shut, divers said, but the bridge will stay open all year.", ["The pier is shut"]),
        ("The pier is shut, according to a notice, while ferries go on as before.", ["The pier is shut"]),
        ("The pier will be shut, Ann Lowe said, but “not for ever”.", ["The pier will be shut", "not for ever"]),
        ("“The pier is shut,” said Ann Lowe, and “we all know why”.", ["The pier is shut", "we all know why"]),
        ("“The pier is shut,” said Ann Lowe, but the crowd laughed.", ["The pier is shut"]),
        ("Despite promises that fares would fall, ticket prices rose by 4%.", ["fares would fall"]),
    ],
)
def test_where_content_ends(text: str, words: list[str]) -> None:
    assert [what for what, _ in said(text)] == words


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In a letter to Ann Lowe, the divers wrote that the pier was rotten.", "the divers"),
        ("Ann Lowe returned from Paris saying the pier was rotten.", "Ann Lowe"),
        ("Ann Lowe left Oslo saying that the pier was rotten.", "Ann Lowe"),
        ("In his speech, defence counsel Tim Hart told the jury the pier was rotten.", "Tim Hart"),
        ("Ann Lowe, head of Acme said the pier was rotten.", "Ann Lowe"),
        ("Prosecutor Ann Lowe QC said the pier was rotten.", "Ann Lowe"),
        ("The boss of a shipping firm has said the pier was rotten.", "the boss of a shipping firm"),
        ("A police chief says the pier was rotten.", "a police chief"),
    ],
)
def test_who_speaks_past_other_names(text: str, who: str) -> None:
    assert said(text) == [("the pier was rotten", who)]
