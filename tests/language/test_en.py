"""English words, sentences, names and subjects."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import language
from briefing.language import Document, Sentence


def analyse(text: str) -> Document:
    return language.get("en").analyse(text, [(0, len(text))])


def only(text: str) -> Sentence:
    (sentence,) = analyse(text).sentences
    return sentence


def words(text: str) -> list[str]:
    return [token.text for sentence in analyse(text).sentences for token in sentence.tokens]


def names(text: str) -> list[tuple[str, str]]:
    document = analyse(text)
    return [(document.words(s, n.first, n.stop), n.kind) for s in document.sentences for n in s.names]


def subject(text: str, verb: str) -> str | None:
    document = analyse(text)
    for sentence in document.sentences:
        for index, token in enumerate(sentence.tokens):
            if token.text == verb:
                found = language.get("en").subject(sentence, index)
                return document.words(sentence, *found) if found is not None else None
    raise AssertionError(f"no {verb!r} in {text!r}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Hale isn't in.", ["Mr.", "Hale", "is", "n't", "in", "."]),
        ("The baker’s oven", ["The", "baker", "’s", "oven"]),
        ("It cost £1.07bn, or $2,300.", ["It", "cost", "£", "1.07", "bn", ",", "or", "$", "2,300", "."]),
        ("a no-deal exit at 7pm", ["a", "no-deal", "exit", "at", "7", "pm"]),
        ("the U.S. Senate… or M&S", ["the", "U.S.", "Senate", "…", "or", "M&S"]),
        ("O'Hara won't say", ["O'Hara", "wo", "n't", "say"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dr. Moss came on Jan. 5 from the U.S. Army. She left.", 2),
        ("He moved to the U.S. The family stayed.", 2),
        ("J. R. Penn spoke. Nobody listened.", 2),
        ('"Are you sure?" Penn asked.', 1),
        ('"It works. It is cheap," she said.', 2),
        ("It rose 2.5 per cent. Shares fell.", 2),
        ("Acme Inc. makes anvils.", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(analyse(text).sentences) == count


@pytest.mark.parametrize(
    ("text", "word", "lemma", "pos", "form"),
    [
        ("The council plans to build homes.", "plans", "plan", "VERB", "fin"),
        ("The plans were dropped.", "plans", "plan", "NOUN", ""),
        ("She wants to plan ahead.", "plan", "plan", "VERB", "inf"),
        ("Officials said so.", "said", "say", "VERB", "fin"),
        ("He has said so.", "said", "say", "VERB", "part"),
        ("The bridge built by Rome still stands.", "built", "build", "VERB", "part"),
        ("Her wives and knives", "knives", "knife", "NOUN", ""),
        ("They declined the offer.", "declined", "decline", "VERB", "fin"),
        ("He planned it.", "planned", "plan", "VERB", "fin"),
        ("the workers' rights", "'", "'s", "PART", ""),
        ("She will study it.", "study", "study", "VERB", "inf"),
        ("The study will end.", "study", "study", "NOUN", ""),
        ("They shut the coal mine today.", "mine", "mine", "NOUN", ""),
        ("A friend of mine left.", "mine", "i", "PRON", ""),
    ],
)
def test_readings(text: str, word: str, lemma: str, pos: str, form: str) -> None:
    token = next(token for token in only(text).tokens if token.text == word)
    assert (token.lemma, token.pos, token.readings[0].form) == (lemma, pos, form)


def test_apostrophes_are_told_from_single_quotation_marks() -> None:
    tokens = only("He called the miners' leader 'a fool' yesterday.").tokens
    assert [token.pos for token in tokens if token.text == "'"] == ["PART", "PUNCT", "PUNCT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Business Secretary Anna Holt met Kwame Boateng.", [("Anna Holt", "person"), ("Kwame Boateng", "person")]),
        ("The Ministry of Health wrote to Oxford.", [("Ministry of Health", "organisation"), ("Oxford", "place")]),
        ("Ludwig van Buren lives in New York.", [("Ludwig van Buren", "person"), ("New York", "place")]),
        ("Maria Ortiz came. Later Ortiz left.", [("Maria Ortiz", "person"), ("Ortiz", "person")]),
        ("Mr Quillfeather agreed.", [("Quillfeather", "person")]),
        ("However, the talks went on on Monday.", []),
        ("The case was put off to 18 May and the report came out in May.", []),
        ("Mr May came in May.", [("May", "person")]),
        ("The UN Forest Forum met.", [("UN Forest Forum", "organisation")]),
        ("Moody's said so.", [("Moody's", "organisation")]),
        (
            "The Securities and Futures Commission met Ann Lowe.",
            [("Securities and Futures Commission", "organisation"), ("Ann Lowe", "person")],
        ),
        ("Council and Acme Bank staff agreed.", [("Acme Bank", "organisation")]),
        (
            "Kelvo sells tea. The Kelvo Card is new, and Kelvo Pay is free.",
            [("Kelvo", "organisation"), ("Kelvo Card", "organisation"), ("Kelvo Pay", "organisation")],
        ),
    ],
)
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The mayor said taxes would fall.", "said", "The mayor"),
        ("Jane Roe, a spokeswoman for the port, said it was shut.", "said", "Jane Roe"),
        ("Jane Roe, 52, from Leeds, said it was shut.", "said", "Jane Roe"),
        ("The clerk who lost the keys told police.", "told", "The clerk"),
        ("A survey of 900 drivers found little.", "found", "A survey of 900 drivers"),
        ('"It is over," said Tom Hart, a fan.', "said", "Tom Hart"),
        ("It is over, said Tom Hart.", "said", "Tom Hart"),
        ("Smith, Jones and Brown said no.", "said", "Smith, Jones and Brown"),
        ("The judge rose and told the court.", "told", "The judge"),
        ("BNC, for instance, says it will move.", "says", "BNC"),
        ("The body - made up of farmers - wrote a letter.", "wrote", "The body"),
        ("In March, after the vote, ministers announced cuts.", "announced", "ministers"),
        ("Said.", "Said", None),
        ("Drivers who saw the crash or the fire are asked to call.", "are", "Drivers"),
        ("People who live in the north and work in the south will pay.", "will", "People"),
        ("She met people who lost homes and the mayor will pay.", "will", "the mayor"),
    ],
)
def test_subject(text: str, verb: str, expected: str | None) -> None:
    assert subject(text, verb) == expected


def test_nominative_leaves_out_article_and_possessive() -> None:
    sentence = only("The report's authors agree.")
    assert language.get("en").nominative(sentence, 0, 3) == "report"


def test_an_unknown_language_is_read_as_english() -> None:
    assert language.get("nl").code == "en"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aAbsS '’\"“”‘.,;:!?-–()$£5%\u00e9\u0436\n&", max_size=80) | st.text(max_size=60))
def test_tokens_cover_every_visible_character_in_order(text: str) -> None:
    document = language.get("en").analyse(text, [(0, len(text))])
    tokens = [token for sentence in document.sentences for token in sentence.tokens]
    assert "".join(token.text for token in tokens) == "".join(text.split())
    assert all(text[token.start : token.end] == token.text and token.readings for token in tokens)
    for sentence in document.sentences:
        for index in range(len(sentence.tokens)):
            first, stop = document.language.noun_phrase(sentence, index)
            assert 0 <= first <= index < stop <= len(sentence.tokens)
            assert document.language.nominative(sentence, first, stop)
            document.language.subject(sentence, index)
        assert all(0 <= name.first < name.stop <= len(sentence.tokens) for name in sentence.names)


@pytest.mark.parametrize(
    ("text", "word", "form"),
    [
        ("She wants to cut costs, open shops and hire staff.", "open", "inf"),
        ("He wanted to bake bread, milk cows and sleep.", "milk", "inf"),
        ("They plan to close the road and say it is unsafe.", "say", "fin"),
        ("The bank, based in Hull, will close.", "based", "part"),
        ("The firm plans to close.", "plans", "fin"),
        ("Acme told of its results for the quarter ended 28 March.", "ended", "part"),
        ("The firm said the quarter ended on 28 March.", "ended", "fin"),
        ("Firms in Leeds support the plan.", "support", "fin"),
        ("They won firms in Leeds support the mill needed.", "support", ""),
        ("They backed a plan that cuts fees by a third.", "cuts", "fin"),
        ("They backed a set of rules that limits exports.", "limits", "fin"),
        ("They backed a law against Acme that bans deals with banks.", "bans", "fin"),
        ("She heard a claim that cuts hurt schools.", "cuts", ""),
        ("The council asked that the school board review permits issued to shops.", "review", "inf"),
    ],
)
def test_forms(text: str, word: str, form: str) -> None:
    (token,) = (token for token in only(text).tokens if token.text == word)
    assert token.readings[0].form == form


@pytest.mark.parametrize(
    ("text", "word", "form"),
    [
        ("Ann Lowe urged divers to back the plan.", "back", "inf"),
        ("The club may further its aims.", "further", "inf"),
        ("It led to further delays.", "further", ""),
        ("The divers went back to the pier.", "back", ""),
    ],
)
def test_adverbs_are_verbs_before_an_object(text: str, word: str, form: str) -> None:
    assert next(token for token in only(text).tokens if token.text == word).readings[0].form == form
