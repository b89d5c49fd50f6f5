"""Who says what in English without saying it outright: courts, shares of those asked, talk of nobody, labels."""

from __future__ import annotations

import pytest

from briefing.extract import extract
from briefing.sources import article
from tests.extract.test_english_quotes import said


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The inquest heard that the pier was rotten.", "the pier was rotten", None),
        ("There are fears that the pier may collapse.", "the pier may collapse", None),
        ("The firm was accused of wasting public money by rivals.", "wasting public money", "rivals"),
        ("Ann Lowe has been accused of wasting public money.", "wasting public money", None),
        ("Ann Lowe was charged with setting two boats on fire.", "setting two boats on fire", None),
        ("It is hoped the pier will open in May.", "the pier will open in May", None),
        ("The mayor stressed the need to mend the pier.", "the need to mend the pier", "the mayor"),
        ("The union complained about the lack of lifeboats.", "the lack of lifeboats", "the union"),
        ("Divers, most of whom are unpaid, say it is cold.", "it is cold", "divers"),
        ("Divers with whom the mayor had spoken said it was cold.", "it was cold", "divers"),
        ("Someone else said the gate was open.", "the gate was open", "someone else"),
        ("A poll by Acme found 60 percent of divers oppose it.", "60 percent of divers oppose it", "Acme"),
        ("It is cold, said Ann Lowe, who has dived there for years.", "It is cold", "Ann Lowe"),
        ("The film split the town, with many saying it was too long.", "it was too long", "many"),
        ("Divers who spear-fish say it is cold.", "it is cold", "divers"),
        ("The firm insists it did nothing wrong.", "it did nothing wrong", "the firm"),
        ("The firm says its divers “acted with due care”.", "acted with due care", "the firm"),
        ("Ann Lowe denied lying to the council.", "lying to the council", "Ann Lowe"),
        ("Analysts expect prices to rise.", "prices to rise", "analysts"),
        ("Three in ten drivers said they had sped.", "they had sped", "drivers"),
        ("Two-thirds of nurses think pay is too low.", "pay is too low", "nurses"),
        ("Some 52% of those surveyed said they were tired.", "they were tired", "those surveyed"),
        ("Pay is low, research by Acme shows.", "Pay is low", "Acme"),
        ("According to a study published in May on Monday, bees can count.", "bees can count", "a study"),
        ("The band’s announcement that they would split shocked fans.", "they would split", "the band"),
        ("A Pier Trust spokesperson said it was late.", "it was late", "a Pier Trust spokesperson"),
        ("Mayor Ann Lowe, who said she would not run again, left.", "she would not run again", "Ann Lowe"),
        (
            "The audit by the Dorset Mills and Rivers Authority shows a fall in lead.",
            "a fall in lead",
            "Dorset Mills and Rivers Authority",
        ),
        ("Lowe's cousin left, Det. Tom Hart noted in the bulletin.", "Lowe's cousin left", "Tom Hart"),
        ("A new poll found only a third of divers backed it.", "only a third of divers backed it", "a new poll"),
        ("They gain, but a poll found just 12 percent wanted it.", "just 12 percent wanted it", "a poll"),
        ("Tom Hart, a Leeds Labour MP, said the leaks raise doubts.", "the leaks raise doubts", "Tom Hart"),
        ("Divers say clean water is dear.", "clean water is dear", "divers"),
        ("Divers were encouraged to bring a torch.", "to bring a torch", None),
        ("Tom Hart was quoted by the Brill Gazette as saying rents rose.", "rents rose", "Tom Hart"),
        ("The driver, identified only as “Bo”, said rents rose.", "rents rose", "the driver"),
        ('"It is late," Tom Hart was quoted as saying by the Brill Gazette.', "It is late", "Tom Hart"),
        ("Tom Hart said the combined leaks raise doubts.", "the combined leaks raise doubts", "Tom Hart"),
        ('The club posted a film: "We are champions now."', "We are champions now.", "the club"),
        ("Slopewatch.com said rents rose.", "rents rose", "Slopewatch.com"),
        ("Rents rose, according to New Zealand's Rent Office.", "Rents rose", "New Zealand's Rent Office"),
    ],
)
def test_talk_and_findings_are_quotes(text: str, words: str, who: str | None) -> None:
    assert said(text) == [(words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody thinks the pier is safe.",
        "It is still unclear whether the pier is safe.",
        "The crowd heard that old song again.",
        "The new engine is showing steady gains in trials.",
        "The pier, which is thought to be old, was sold.",
        "The pier is said to be haunted.",
        "Ann Lowe was charged with theft.",
        "The mayor spoke of the new pier.",
        "Her aunt had often spoken out against the guild.",
    ],
)
def test_what_nobody_says_is_no_quote(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('"It is late," fumed Ann Lowe.', "Ann Lowe"),
        ('"It is late," one neighbour fumed.', "one neighbour"),
        ('Ann Lowe left. Tom Hart stayed. Man: "Who left the gate open?"', "man"),
        ("Ann Lowe: The pier was never safe.", "Ann Lowe"),
        ('Tom Hart won. "We did it," said a delighted Hart.', "Tom Hart"),
        ('"Too sweet," one user wrote. A third added: "Not for me."', "a third"),
    ],
)
def test_who_speaks_beside_a_quotation(text: str, who: str) -> None:
    assert said(text)[-1][1] == who


def test_a_short_quotation_goes_on_with_the_one_before() -> None:
    assert said('"I do not know," Ann Lowe said. "Maybe."') == [("I do not know", "Ann Lowe"), ("Maybe.", "Ann Lowe")]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Over two days loud fans chanting “Give it back” walked on.", "Give it back", "loud fans"),
        (
            "Sixty-four percent of “loyal” riders said rents rose.",
            "rents rose",
            "“loyal” riders",
        ),
        ("The town and the county said it was late.", "it was late", "the town and the county"),
        ("According to the trust’s own figures, rents rose.", "rents rose", "the trust’s own figures"),
        (
            "Critics of the mayor’s handling of the sale said rents rose.",
            "rents rose",
            "critics of the mayor’s handling of the sale",
        ),
        ("While Acme is hiring, it is not sure whether rents will fall.", "whether rents will fall", "Acme"),
    ],
)
def test_the_whole_phrase_is_the_speaker(text: str, words: str, who: str) -> None:
    assert said(text) == [(words, who)]


def test_a_source_within_a_quotation_is_quoted_too() -> None:
    text = '"According to the Met Office, it will snow till Easter," skyline.org reported.'
    assert ("it will snow till Easter", "Met Office") in said(text)


def test_the_paper_itself_is_no_other_body() -> None:
    text = "The Harbour Guild met. She lost two sponsors when this paper reported that she had cheated."
    assert said(text) == [("she had cheated", "this paper")]


def test_a_statement_that_is_to_come_is_of_whoever_issues_it() -> None:
    text = (
        "Lowe Welcomes New Pier, Thanks Workers\n\n"
        "Mayor Ann Lowe issued the following statement after Governor John Crane confirmed that the pier is open.\n\n"
        "“The pier is ours. It is safe.\n\n“It will stay so.”"
    )
    briefing = extract(article(text, "x"))
    names = {speaker.id: speaker.name for speaker in briefing.speakers}
    assert [(quote.text, names[quote.speaker or ""]) for quote in briefing.quotes if quote.kind == "direct"] == [
        ("The pier is ours. It is safe.", "Ann Lowe"),
        ("It will stay so.", "Ann Lowe"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The pier is shut, the mayor said, adding that divers had left.", ["The pier is shut", "divers had left"]),
        ("The mayor said on Monday the pier was shut.", ["the pier was shut"]),
        ("The mayor said Monday ticket sales fell.", ["ticket sales fell"]),
        ("The mayor said in a letter sent to the trust that the pier was shut.", ["the pier was shut"]),
        ("The firm said profits, excluding tax, fell.", ["profits, excluding tax, fell"]),
        ("On the day he left, the mayor said the pier was shut.", ["the pier was shut"]),
        ("Ticket sales rose, says a study co-written by two divers.", ["Ticket sales rose"]),
        ("Old piers rot fast, local divers report.", ["Old piers rot fast"]),
        ("The pier is shut. That is according to Ann Lowe, who runs it.", ["The pier is shut"]),
        ("There are growing calls for a public inquiry.", ["a public inquiry"]),
        ("Rumours that the pier is shut upset divers.", ["the pier is shut"]),
        ("The mayor was urged to resign by members of her party.", ["to resign"]),
        ("The trust confirmed the signing of Ann Lowe as a diver.", ["the signing of Ann Lowe as a diver"]),
        ("Divers described seeing seals leap from the pier.", ["seeing seals leap from the pier"]),
        ("The mayor responded to calls for more lifeboats at sea.", []),
        ("The trust condemns the raid and urges the police to leave.", ["the police to leave"]),
        ("It cannot be denied that the pier is shut.", []),
        ("The mayor rejected calls to resign from the trust.", []),
        ("The firm reported today ticket sales that beat its forecast.", []),
    ],
)
def test_where_content_begins_and_ends(text: str, words: list[str]) -> None:
    assert [what for what, _ in said(text)] == words
