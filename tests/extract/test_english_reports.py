"""What English articles report at second hand: passives, quoting papers, words that go on, those who are nobody new."""

from __future__ import annotations

import re

import pytest

from briefing import language
from briefing.extract import quotes, speakers
from tests.extract.test_english_quotes import said


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Foreign charities were told they were not needed.", "they were not needed", None),
        ("Guests are being told it will be weeks before they can swim.", "it will be weeks before they can swim", None),
        ("Anyone with news is asked to call the hotline.", "to call the hotline", None),
        ("Drivers have been warned that the bridge may close.", "the bridge may close", None),
        ("A nurse was told by the doctor that the ward would close.", "the ward would close", "the doctor"),
    ],
)
def test_who_is_told_something_is_told_by_nobody_named(text: str, words: str, who: str | None) -> None:
    assert said(text) == [(words, who)]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ('"It is late," the Herald reported Ann Lowe saying.', "It is late", "Ann Lowe"),
        ('"It is late," the agency quoted Ann Lowe as saying on Monday.', "It is late", "Ann Lowe"),
        ("The Daily Post quoted Ann Lowe as saying that it was late.", "it was late", "Ann Lowe"),
        ("The agency cited officials as saying the pier was safe.", "the pier was safe", "officials"),
    ],
)
def test_whom_a_paper_quotes_speaks(text: str, words: str, who: str) -> None:
    assert said(text) == [(words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "The Herald quoted a line from the poem.",
        "He heard the rain that fell.",
        "The miners were convinced that the pit would close.",
        "The firm was ordered by nobody.",
        "The pupils were told about the uses of salt and smoke in cooking.",
    ],
)
def test_what_nobody_is_quoted_in(text: str) -> None:
    assert said(text) == []


def test_a_survey_speaks_behind_an_insertion() -> None:
    text = "A survey published on Monday, however, showed most voters do not want a stadium."
    assert said(text) == [("most voters do not want a stadium", "a survey")]


def test_two_attributes_of_one_noun_name_one_group() -> None:
    text = "The tax was meant to hurt farmers in states that grow most rice, Chilean and U.S. experts have said."
    (quote,) = said(text)
    assert quote[1] == "Chilean and U.S. experts"


def test_a_pronoun_takes_up_who_has_just_come_in() -> None:
    text = "A police officer said the street was closed.\nA woman came in tears.\nShe kept saying it was awful."
    assert [who for _, who in said(text)] == ["a police officer", "a woman"]


def test_a_participle_that_likens_goes_on_with_the_subject() -> None:
    text = 'The brothers deny they are late, comparing the audit to "theatre".'
    assert said(text) == [("they are late", "the brothers"), ("theatre", "the brothers")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The firm now says two crates are lost, after previously saying all had arrived.",
            [("two crates are lost", "the firm"), ("all had arrived", "the firm")],
        ),
        (
            'Likening the audit to "theatre," Cole said his wife was unwell.',
            [("theatre", "Cole"), ("his wife was unwell", "Cole")],
        ),
        (
            "Saying her uncle, who had painted it, would have been proud, Lowe added the prize was late.",
            [("her uncle, who had painted it, would have been proud", "Lowe"), ("the prize was late", "Lowe")],
        ),
        (
            "Mayor Tom Hall mocked Senator Ann Lowe over her insistence she did not leak it.",
            [("she did not leak it", "Ann Lowe")],
        ),
        (
            "After accusing the guild of meddling in the vote, Tom Hall left.",
            [("the guild of meddling in the vote", "Tom Hall")],
        ),
        ("The letter from Ann Lowe accusing the judge of fraud was found.", [("the judge of fraud", "Ann Lowe")]),
        ("There was a warning from Ann Lowe that roads would close.", [("roads would close", "Ann Lowe")]),
        (
            "Lowe recounted how, in the hours after the storm, he had sent messages.",
            [("how, in the hours after the storm, he had sent messages", "Lowe")],
        ),
        (
            "The council has already vowed to bear the costs of the move.",
            [("to bear the costs of the move", "the council")],
        ),
        ("Police released a film, asking for help finding the man in it.", [("help finding the man in it", "police")]),
        (
            "Data from the Harbour Watch Network shows that 11 ships sank.",
            [("11 ships sank", "Harbour Watch Network")],
        ),
        (
            "Figures from the Office for National Statistics show that prices rose.",
            [("prices rose", "Office for National Statistics")],
        ),
        ("Data from two ships indicates that sales fell.", [("sales fell", "data")]),
    ],
)
def test_words_that_hang_on_another_clause(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The firm committed fraud to pay its debts.",
        "The Herald asked for comment on the report.",
        "Fans of the BBC show that aired on Monday were happy.",
        "The report demonstrated why, making all of it plain.",
    ],
)
def test_what_hangs_on_another_clause_and_says_nothing(text: str) -> None:
    assert said(text) == []


def test_police_is_the_police_department_named_before_if_there_is_but_one() -> None:
    one = "The Harland Police Department said a man was held. Later police said he had confessed."
    assert {who for _, who in said(one)} == {"Harland Police Department"}
    two = "The Harland Police Department said it was late. The Brill Police Department said it was not. Police said no."
    more = two.replace("said no", "said it was raining")
    assert said(more)[-1] == ("it was raining", "police")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Tom Hall said he was glad. The actor said it was fun.", "actor"),
        ("Husband Tom Hall said he was glad. The investment banker said it was fun.", "investment banker"),
        ("Mayor Tom Hall said he was glad. The politician said it was fun.", "Mayor"),
        ("Tom Hall said he was glad. The man said it was fun.", None),
    ],
)
def test_another_word_for_somebody_tells_the_role_that_no_description_gives(text: str, role: str | None) -> None:
    document = language.get("en").analyse(text, [(0, len(text))])
    drafts = speakers.attribute(document, quotes.find(document))
    assert drafts[0].role == role


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Residents are worried it might flood the cellars.", "it might flood the cellars", "residents"),
        ("The ministry is not yet certain why the pier sank.", "why the pier sank", "the ministry"),
        ("The trustees do not believe the pier is safe.", "the pier is safe", "the trustees"),
        ("Ann Lowe admitted to secretly selling the pier.", "secretly selling the pier", "Ann Lowe"),
        ("Lowe was accused by rivals of wasting public money.", "wasting public money", "rivals"),
        ("Ann Lowe denounced claims that the pier was sold.", "the pier was sold", "Ann Lowe"),
        ("The survey showed deep distrust of the new toll.", "deep distrust of the new toll", "the survey"),
        ("The paper asked Ann Lowe and Tom Hart whether the pier was safe.", "whether the pier was safe", "the paper"),
        (
            "About two thirds of grocers in the Northline panel said sales fell.",
            "sales fell",
            "grocers",
        ),
        ("Ann Lowe wrote to say the pier was sold.", "the pier was sold", "Ann Lowe"),
        ("Brill has pledged to sue the firm, and the tenants are likely to follow.", "to sue the firm", "Brill"),
    ],
)
def test_what_somebody_thinks_admits_denies_or_finds(text: str, words: str, who: str) -> None:
    assert said(text) == [(words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "The singer revealed a collection of striped hats.",
        "The camera showed strong support for the roof.",
        "Ann Lowe did not say whether the pier was safe.",
        "The firm rang the bell to open the market.",
    ],
)
def test_what_is_only_shown_or_not_said_is_no_quote(text: str) -> None:
    assert said(text) == []


def test_a_circumstance_before_the_clause_belongs_to_it() -> None:
    text = "The Gazette revealed that, two summers ago, she urged draining the pond."
    assert said(text)[0][0].endswith("she urged draining the pond")


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Ann Lowe said, while the band played, that she would return.", "she would return", "Ann Lowe"),
        ('"The pier is gone," the letter of complaint states.', "The pier is gone", "the letter of complaint"),
        ("Ann Lowe left. Her letter said that it was late.", "it was late", "Ann Lowe"),
        ("Ann Lowe said she believed the pier was safe.", "she believed the pier was safe", "Ann Lowe"),
        ('"The roof leaks," said Tom Hart, late on Monday, according to Pier News.', "The roof leaks", "Tom Hart"),
        (
            '"It is so," Tom Hart, head of Pier Watch, a club that wants to mend it, pointed out.',
            "It is so",
            "Tom Hart",
        ),
        ("Tom Hart, 53, slammed the plan as “utter nonsense”.", "utter nonsense", "Tom Hart"),
        (
            "Parents and staff of the school were expressing doubt that it stays.",
            "it stays",
            "parents and staff of the school",
        ),
        ("The owners dismissed the notion that the pier was unsafe.", "the pier was unsafe", "the owners"),
        ("The firm closed, with one clerk inside telling the Gazette it was over.", "it was over", "one clerk"),
    ],
)
def test_the_attribution_behind_and_within_other_words(text: str, words: str, who: str) -> None:
    assert said(text) == [(words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "The second half showed that the team has a heart.",
        "The trams the mayor ordered back in March will run from Sunday.",
        "Tom Hart rang the council to report a leak.",
        "The app lets people build their own “tiny garden of notes”.",
    ],
)
def test_things_and_deeds_say_nothing(text: str) -> None:
    assert said(text) == []


def test_shares_are_of_those_asked() -> None:
    text = "44 percent of drivers said the road was bad. Of the rest, 27 percent said it was fine."
    assert [who for _, who in said(text)] == ["drivers", "drivers"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Zuri Vane sang until she was tired. Tom Hart cheered Zuri Vane. “It is late,” she said.", "Zuri Vane"),
        ("Der Bote reported the sale on Friday. “It is wrong,” the paper wrote.", "Der Bote"),
        ("Lyra Quist-Bell left. “It is late,” Ms. Quist-Bell said.", "Lyra Quist-Bell"),
        ("The main body for bakers, the Union of Bakers (UB), said that bread was dear.", "Union of Bakers"),
        ("One of her sons, Tom Hart, said that she was well.", "Tom Hart"),
    ],
)
def test_who_is_meant(text: str, who: str) -> None:
    assert said(text)[-1][1] == who


def test_a_firm_that_the_lede_calls_one_is_the_one_of_the_headline() -> None:
    text = "Jet stuck: Vane Airways sorry\nThe airline said crews erred.\nVane Airways added at noon that it would pay."
    spans = [match.span() for match in re.finditer(r"[^\n]+", text)]
    document = language.get("en").analyse(text, spans)
    document.headline, document.sentences = document.sentences[:1], document.sentences[1:]
    utterances = quotes.find(document)
    names = {draft.name for draft in speakers.attribute(document, utterances)}
    assert names == {"Vane Airways"}
