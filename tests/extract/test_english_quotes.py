"""Quotes and speakers of English articles: a sentence for every construction, and what is no quote."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import language
from briefing.extract import quotes, speakers


class Found(NamedTuple):
    kind: str
    text: str
    who: str | None


def found(text: str) -> list[Found]:
    """Return the quotes of an English text whose paragraphs are its lines, with the names of their speakers."""
    spans = [match.span() for match in re.finditer(r"[^\n]+", text)]
    document = language.get("en").analyse(text, spans)
    utterances = quotes.find(document)
    names = {draft.id: draft.name for draft in speakers.attribute(document, utterances)}
    return [Found(u.kind, text[u.start : u.end], names.get(u.speaker or "")) for u in utterances]


def said(text: str) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.who) for quote in found(text)]


DIRECT = [
    ('"We will rebuild the pier," said Ann Lowe.', "We will rebuild the pier", "Ann Lowe"),
    ("“We will rebuild the pier,” Ann Lowe said.", "We will rebuild the pier", "Ann Lowe"),
    ("‘We will rebuild the pier,’ said Ann Lowe, a baker.", "We will rebuild the pier", "Ann Lowe"),
    ("'We won't sell the miners' hall,' said Ann Lowe.", "We won't sell the miners' hall", "Ann Lowe"),
    ('Ann Lowe said: "The pier is safe."', "The pier is safe.", "Ann Lowe"),
    ('Ann Lowe, the mayor of Brill, told reporters on Monday: "It is safe."', "It is safe.", "Ann Lowe"),
    ('She wrote on Twitter: "What a day for all of us."', "What a day for all of us.", None),
    ('Senator Lowe: "The bill is dead and buried."', "The bill is dead and buried.", "Lowe"),
    ('Ann Lowe called the plan "a costly mistake".', "a costly mistake", "Ann Lowe"),
    ('The report found the bridge was "not safe for lorries".', "not safe for lorries", "the report"),
]


@pytest.mark.parametrize(("text", "words", "who"), DIRECT)
def test_marked_words_are_a_direct_quote(text: str, words: str, who: str | None) -> None:
    assert found(text) == [Found("direct", words, who)]


def test_a_quotation_broken_by_its_attribution_is_two_quotes() -> None:
    text = '"The pier is old," Ann Lowe said, "and it has to be rebuilt this year."'
    assert said(text) == [
        ("The pier is old", "Ann Lowe"),
        ("and it has to be rebuilt this year.", "Ann Lowe"),
    ]


def test_a_quotation_over_several_lines_has_one_speaker() -> None:
    text = (
        'Ann Lowe said: "The pier is old.\nIt has to be rebuilt.\nNobody doubts that."\n'
        '"There is no money," said Tom Hart.'
    )
    assert said(text) == [
        ("The pier is old.", "Ann Lowe"),
        ("It has to be rebuilt.", "Ann Lowe"),
        ("Nobody doubts that.", "Ann Lowe"),
        ("There is no money", "Tom Hart"),
    ]


def test_the_speaker_named_after_the_second_line_said_the_first_too() -> None:
    text = '"The pier is old and has been for years.\nIt must be rebuilt now," Ann Lowe said.'
    assert [who for _, who in said(text)] == ["Ann Lowe", "Ann Lowe"]


def test_a_quotation_that_stands_alone_goes_on_with_the_last_speaker() -> None:
    text = '"The pier is old," said Ann Lowe.\n"We have known it for years."'
    assert said(text)[-1] == ("We have known it for years.", "Ann Lowe")


INDIRECT = [
    ("According to Ann Lowe, head of the trust, the pier is safe.", "the pier is safe", "Ann Lowe"),
    ("According to Ann Lowe, who leads the trust, the pier is safe.", "the pier is safe", "Ann Lowe"),
    ("According to Ann Lowe, the pier, which is old, is safe.", "the pier, which is old, is safe", "Ann Lowe"),
    ("Ann Lowe said that the pier would close in May.", "the pier would close in May", "Ann Lowe"),
    ("Ann Lowe said the pier would close in May.", "the pier would close in May", "Ann Lowe"),
    ("Ann Lowe told the Herald the pier would close.", "the pier would close", "Ann Lowe"),
    ("Ann Lowe told a meeting in Brill on Friday that the pier would close.", "the pier would close", "Ann Lowe"),
    ("The pier will close in May, Ann Lowe said.", "The pier will close in May", "Ann Lowe"),
    ("The pier will close in May, said Ann Lowe, the mayor.", "The pier will close in May", "Ann Lowe"),
    ("The pier will close in May, according to the council.", "The pier will close in May", "the council"),
    ("According to the council, the pier will close in May.", "the pier will close in May", "the council"),
    ("As Ann Lowe said, the pier will close in May.", "the pier will close in May", "Ann Lowe"),
    ("The pier, she added, could be sold to a brewery next year.", "could be sold to a brewery next year", None),
    ("Ann Lowe urged residents to keep off the pier.", "residents to keep off the pier", "Ann Lowe"),
    ("Ann Lowe called on ministers to pay for the pier.", "ministers to pay for the pier", "Ann Lowe"),
    ("Ann Lowe called for a full inquiry into the fire.", "a full inquiry into the fire", "Ann Lowe"),
    ("Ann Lowe promised to rebuild the pier.", "to rebuild the pier", "Ann Lowe"),
    ("Ann Lowe described the pier as a danger to all.", "the pier as a danger to all", "Ann Lowe"),
    ("Ann Lowe blamed the storm for the damage.", "the storm for the damage", "Ann Lowe"),
    ("Ann Lowe is confident that the pier will stand.", "the pier will stand", "Ann Lowe"),
    ("Ann Lowe expressed hope that the pier would stand.", "the pier would stand", "Ann Lowe"),
    ("A survey of 900 drivers found that most were tired.", "most were tired", "A survey of 900 drivers"),
    ("Police say three men were hurt.", "three men were hurt", "police"),
    ("Some residents fear the pier will fall.", "the pier will fall", "some residents"),
    ("It was announced that the pier would close in May.", "the pier would close in May", None),
    ("Ann Lowe asked why nobody had repaired the pier.", "why nobody had repaired the pier", "Ann Lowe"),
    ("Spokesman Tom Hart told reporters Brill remained calm.", "Brill remained calm", "Tom Hart"),
    ("Ann Lowe told the town's military that it must go.", "it must go", "Ann Lowe"),
    ("Court records show he has a prior conviction.", "he has a prior conviction", "Court records"),
    (
        "Many people in Brill face acute hunger, the Food Fund (FF) has warned.",
        "Many people in Brill face acute hunger",
        None,
    ),
    ("Ann Lowe questioned whether the town could pay for it.", "whether the town could pay for it", "Ann Lowe"),
    ("Ann Lowe called the ruling disappointing.", "the ruling disappointing", "Ann Lowe"),
    ("Ann Lowe called it a mistake.", "it a mistake", "Ann Lowe"),
    ("Ann Lowe admitted to stealing the two boats.", "stealing the two boats", "Ann Lowe"),
    ("Ann Lowe was unable to say how long work would stop, but warned it would.", "it would", "Ann Lowe"),
    (
        "Ann Lowe said the pier was “unsafe” and would close in May.",
        "the pier was “unsafe” and would close in May",
        None,
    ),
]


@pytest.mark.parametrize(("text", "words", "who"), INDIRECT)
def test_reported_content_is_an_indirect_quote(text: str, words: str, who: str | None) -> None:
    (quote,) = [quote for quote in found(text) if quote.kind == "indirect"]
    assert quote.text == words
    assert who is None or (quote.who or "").lower() == who.lower()


def test_content_ends_where_the_narration_goes_on() -> None:
    text = "Ann Lowe said the pier was old, and warned that it would fall, adding that nobody cared."
    assert said(text) == [
        ("the pier was old", "Ann Lowe"),
        ("it would fall", "Ann Lowe"),
        ("nobody cared", "Ann Lowe"),
    ]


def test_content_may_be_followed_by_a_quotation_after_a_colon() -> None:
    text = 'Ann Lowe said the pier was old: "It will not last."'
    assert said(text) == [("the pier was old", "Ann Lowe"), ("It will not last.", "Ann Lowe")]


NOTHING = [
    'He spoke in his feigned "ship captain" voice.',
    "The cheers grew as his walk went on, waving a flag.",
    "Neighbours who think they saw her came to the house.",
    'Visitors saw "The Last Tram" at the Odeon.',
    'The "Tornado" officers came in two vans.',
    "Ann Lowe declined to say how long it would take.",
    "Ann Lowe did not say that the pier was closed.",
    "The miners' club and the bakers' club met in the '90s.",
    "Ann Lowe discussed the plan.",
    "It was a promising start for the team.",
    "He found his dog dead, and wept.",
    "I think the pier is lovely.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_names_refusals_and_topics_are_no_quotes(text: str) -> None:
    assert found(text) == []


SPEAKERS = [
    ("Ann Lowe, head of the Brill Trust (BT) said it was over.", "Ann Lowe"),
    ("FBI Special Agent in Charge Ann Lowe said it was over.", "Ann Lowe"),
    ("Lindsey Marsh came. Marsh said it was over.", "Lindsey Marsh"),
    ("The Power of Food ambassador Ann Lowe said it was over.", "Ann Lowe"),
    ("Ann Lowe came. Later Lowe said it was over.", "Ann Lowe"),
    ("Ann Lowe came. She said it was over.", "Ann Lowe"),
    ("Ann Lowe met Tom Hart. He said it was over.", "Tom Hart"),
    ("Finance Minister Ann Lowe came. The minister said it was over.", "Ann Lowe"),
    ("The mayor of Brill, Ann Lowe, said it was over.", "Ann Lowe"),
    ("Ms Lowe said it was over.", "Lowe"),
    ("Pablo Vega Ruiz came. Vega Ruiz said it was over.", "Pablo Vega Ruiz"),
    ("Ann Lowe came. A woman said it was over.", "A woman"),
    ("A spokeswoman for the port said it was over.", "A spokeswoman for the port"),
    ("A source close to the owners said it was over.", "A source close to the owners"),
    ("Moody's said it was over.", "Moody's"),
    ("Brill Bank said it was weak. The bank said it was over.", "Brill Bank"),
    ("Tesco said it was weak. It said it was over.", "Tesco"),
    ("Ministry of Health officials said it was over.", "Ministry of Health officials"),
]


@pytest.mark.parametrize(("text", "who"), SPEAKERS)
def test_speaker(text: str, who: str) -> None:
    assert (found(text)[-1].who or "").lower() == who.lower()


ROLES = [
    ("It was over, a senior judge has said. Ann Lowe told the Herald it was sad.", "senior judge"),
    ("Deputy Surveyor General Ann Lowe said it was over.", "Deputy Surveyor General"),
    ("Ann Lowe, a spokeswoman for the port, said it was over.", "spokeswoman for the port"),
    ("Ann Lowe, 52, who is the head of Brill College, said it was over.", "head of Brill College"),
    ("It was over, said Ann Lowe, Brill's managing director.", "Brill's managing director"),
    ("Minister of Education Ann Lowe said it was over.", "Minister of Education"),
    ("Ann Lowe said it was over.", None),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_role(text: str, role: str | None) -> None:
    document = language.get("en").analyse(text, [(0, len(text))])
    (draft,) = speakers.attribute(document, quotes.find(document))
    assert (draft.role or "").lower() == (role or "").lower()


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="aAs '’\"“”‘.,:?-–()said that to\n", max_size=90) | st.text(max_size=50))
def test_any_text_has_only_quotes_of_its_own_words(text: str) -> None:
    for quote in found(text):
        assert quote.text
        assert quote.text in text


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ('"It is late," the fund\'s director, Ann Lowe, said after the visit.', "Ann Lowe", "fund's director"),
        (
            '"It is late," said Ann Lowe, Chief Executive Officer of Brill Robotics.',
            "Ann Lowe",
            "Chief Executive Officer of Brill Robotics",
        ),
        (
            '"It is late," said Ann Lowe, vice president of planning and design.',
            "Ann Lowe",
            "vice president of planning and design",
        ),
        ('"It is late," police chief Stanley J. Lowe told the press.', "Stanley J. Lowe", "police chief"),
        ("Town boss Ann Lowe felt her team was better.", "Ann Lowe", "Town boss"),
    ],
)
def test_who_somebody_is_stands_beside_the_name(text: str, name: str, role: str) -> None:
    document = language.get("en").analyse(text, [(0, len(text))])
    (draft,) = speakers.attribute(document, quotes.find(document))
    assert (draft.name, draft.role) == (name, role)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Diver Tom Hart said he was poor. The 24-year-old said it was hard.", ["Tom Hart", "Tom Hart"]),
        ("Tom Hart said he was sad. The two-time cup winner said it was hard.", ["Tom Hart", "Tom Hart"]),
        ("Tom Hart said he was sad. The former party leader said it was hard.", ["Tom Hart", "Tom Hart"]),
        ("Tom Hart said he was sad. The Brill MP added that it was hard.", ["Tom Hart", "Tom Hart"]),
        ("Tom Hart said he was sad. The victim said it was hard.", ["Tom Hart", "the victim"]),
        ("Tom Hart said he was sad. The mayor said it was hard.", ["Tom Hart", "the mayor"]),
    ],
)
def test_other_words_for_who_spoke_last(text: str, names: list[str]) -> None:
    assert [who for _, who in said(text)] == names


def test_marked_words_are_of_whoever_acts_in_their_sentence() -> None:
    text = 'The coroner said Sims died. Coach Ann Lowe thanked the police for their "patience and love of detail".'
    assert said(text)[-1] == ("patience and love of detail", "Ann Lowe")


def test_content_ends_before_what_somebody_else_is_saying() -> None:
    text = "Officials fear the toll could rise, with Ann Lowe saying the roads are closed."
    assert said(text) == [("the toll could rise", "officials"), ("the roads are closed", "Ann Lowe")]
    assert said("Ann Lowe accused firms of lying and promised to fight on.") == [
        ("firms of lying", "Ann Lowe"),
        ("to fight on", "Ann Lowe"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The pair, dubbed “the twins” by fans, lost.",
        "Putting money into music lessons now is good for all.",
        "Ann Lowe called the police on Monday.",
        "He fled a clash in which Lee and Kim, the mayor, both testified.",
    ],
)
def test_what_only_looks_like_an_attribution(text: str) -> None:
    assert found(text) == []


def test_several_who_say_something_together_are_named_together() -> None:
    text = "The ferry will stop at noon, union and port officials said on Friday."
    assert said(text) == [("The ferry will stop at noon", "union and port officials")]


def test_a_percent_sign_before_an_attribution_belongs_to_what_is_said() -> None:
    assert said("Rents have gone up 19%, the housing office says.") == [
        ("Rents have gone up 19%", "the housing office")
    ]


def test_a_body_of_members_is_named_whole() -> None:
    text = "The delay cost growers a year, according to the National Orchard Keepers' Council."
    assert [who for _, who in said(text)] == ["National Orchard Keepers' Council"]
