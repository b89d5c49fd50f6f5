"""Plain sentences of agencies, offices and local papers: where it was said, whom it was told, how many there were."""

from __future__ import annotations

import pytest

from briefing import language
from briefing.extract import quotes, speakers


def said(text: str) -> list[tuple[str, str | None]]:
    """Return what is quoted in an English text and who says it."""
    document = language.get("en").analyse(text, [(0, len(text))])
    utterances = quotes.find(document)
    names = {draft.id: draft.name for draft in speakers.attribute(document, utterances)}
    return [(text[u.start : u.end], names.get(u.speaker or "")) for u in sorted(utterances, key=lambda u: u.start)]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Sales fell, the agency said in a report released Wednesday.", "Sales fell", "the agency"),
        ("Sales fell, the agency said in a notice dated 4 June.", "Sales fell", "the agency"),
        ("Sales fell, the agency said in documents filed with the court.", "Sales fell", "the agency"),
        ("Sales fell, the agency said in a report seen by Reuters.", "Sales fell", "the agency"),
        ("Ruth Amos told the court Dean Cope had lied.", "Dean Cope had lied", "Ruth Amos"),
        ("It says up to 10cm could fall.", "up to 10cm could fall", None),
        ("Two guards were charged on Tuesday with hiding the keys.", "hiding the keys", None),
        ("Police said up to 40 people were hurt.", "up to 40 people were hurt", "police"),
        ("Ann Lee said as many as 300 trees would go.", "as many as 300 trees would go", "Ann Lee"),
        ("The firm says between 20 and 30 jobs will go.", "between 20 and 30 jobs will go", "the firm"),
        ("Campaigners gathered in Hale to call for a ban on traps.", "a ban on traps", "campaigners"),
        ("Farmers protested in Kelm to urge ministers to scrap the tax.", "ministers to scrap the tax", "farmers"),
        ("Valera is pleased to announce that sales rose.", "sales rose", "Valera"),
        ("The club is sorry to report that it lost.", "it lost", "the club"),
        ("The club regrets to announce that it lost.", "it lost", "the club"),
        ("The trust was keen to stress that beds are free.", "beds are free", "the trust"),
        ("According to a survey from Lund & Moss released last week, pay fell.", "pay fell", "Lund & Moss"),
        ("According to data from the union published on Monday, pay fell.", "pay fell", "data"),
        ("Valera Corp. (NYSE: VLR), a maker of pumps, said sales rose.", "sales rose", "Valera Corp."),
        ("Director of Nursing Jo Hart said it was late.", "it was late", "Jo Hart"),
        ("One of the first nurses said it was late.", "it was late", "one of the first nurses"),
        ("Ann Lee urged owners to check that doors are shut.", "owners to check that doors are shut", "Ann Lee"),
        ("Considering what comes next, Ann Lee said it was late.", "it was late", "Ann Lee"),
        ("The park will close, the council has decided.", "The park will close", "the council"),
        ("In May 40% of nurses polled believe they are tired.", "they are tired", "nurses"),
        ("The findings show that pay fell.", "pay fell", "the findings"),
        ('Ann Lee spoke of joy, stating,"This is a big day."', "This is a big day.", "Ann Lee"),
        ("Drugmaker Valera said it planned to apply.", "it planned to apply", "Valera"),
        ("Pupil Zara said it was late.", "it was late", "Zara"),
        ("Chair of governors Peter Lund said it was late.", "it was late", "Peter Lund"),
        ("One economist, Dr Ike Oban of Hale University, believes it is late.", "it is late", "Ike Oban"),
    ],
)
def test_what_is_said_and_by_whom(text: str, words: str, name: str | None) -> None:
    assert said(text) == [(words, name)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Officials say the road is shut. Drivers should expect delays, they said.", ["officials", "officials"]),
        ("One witness said she ran. Ann Lee said she hid.", ["one witness", "Ann Lee"]),
        ("A teacher has said the pier is unsafe. Ann Lee, a teacher in Hale, said it shook.", ["Ann Lee", "Ann Lee"]),
        ("She told the actor Tom Reed that it was late. The sculptor Jo Fox said no more.", [None]),
        ("Baker Mayfield said he was sorry.", ["Baker Mayfield"]),
    ],
)
def test_who_is_meant(text: str, names: list[str | None]) -> None:
    assert [name for _, name in said(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Residents met to discuss the plan.",
        "The deal will add to earnings in 2026.",
        "Valera is not able to confirm that the plant will close.",
        "He was too proud to admit that he had lost.",
        "Residents were sad to hear that it had shut.",
        "She was happy to find that it was open.",
        "Valera Labs, a Lund (NASDAQ: LUND) company, won a contract in May.",
        "The board convened to decide who would lead.",
        "Two guards were charged Tuesday with arson.",
        "He faced charges that were dropped.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert said(text) == []
