"""English clauses without a conjunction, appositions, names for people who are not named there: who says what."""

from __future__ import annotations

import pytest

from tests.extract.test_english_quotes import said

CLAUSES = [
    ("The council says most streets have reopened.", "most streets have reopened", "the council"),
    ("The vicar said the bell needs a rope.", "the bell needs a rope", "the vicar"),
    ("The vicar said the bell needs ropes.", "the bell needs ropes", "the vicar"),
    ("The guild told Radio North the mill plans a second shift.", "the mill plans a second shift", "the guild"),
    ("The guild said the firm uses its old name.", "the firm uses its old name", "the guild"),
    ("The guild said bread price rises were unfair.", "bread price rises were unfair", "the guild"),
    ("The guild announced price rises in May.", "price rises in May", "the guild"),
    ("The bishop hinted the abbey could be sold.", "the abbey could be sold", "the bishop"),
    ("Records kept in the mill show that the dam leaked.", "the dam leaked", "records"),
    ("Tests on Monday showed the well was clean.", "the well was clean", "tests"),
    ("The writ charges that the bank hid its debts.", "the bank hid its debts", "the writ"),
    ("Rents will rise, said the mill's newly named manager Ann Lowe.", "Rents will rise", "Ann Lowe"),
    ("Rents will rise, said recently elected reeve Ann Lowe.", "Rents will rise", "Ann Lowe"),
    ("The guild said it has a mill; two barns; and a forge.", "it has a mill; two barns; and a forge", "the guild"),
    ("The guild said it owed 20m yen ($2m; £1m) more.", "it owed 20m yen ($2m; £1m) more", "the guild"),
    ("The guild said it was late; the mill had shut.", "it was late", "the guild"),
    ("The piers at Ayr, Hull and Brill will stay, Lowe said.", "The piers at Ayr, Hull and Brill will stay", "Lowe"),
    ("The heads of clubs in Ayr, Hull and Brill said it was late.", "it was late", "the heads of clubs in Ayr"),
    ("After talks in Ayr, Hull and Brill said it was late.", "it was late", "Hull and Brill"),
    ("The carrier said nine riders stayed in the depot.", "nine riders stayed in the depot", "the carrier"),
    ("Some fishermen thought the ferry overshot the pier.", "the ferry overshot the pier", "some fishermen"),
    ("The union claims wages fell behind prices.", "wages fell behind prices", "the union"),
    ("Some say the bridge is cursed.", "the bridge is cursed", "some"),
    ("The 52-year-old says she now repairs clocks.", "she now repairs clocks", "the 52-year-old"),
    ("Chinese and Indian officials have said the pass is calm.", "the pass is calm", "Chinese and Indian officials"),
    ("The navy and the coast guard both said the boat sank.", "the boat sank", "the navy and the coast guard"),
    ("Ann Lowe, 52, a nurse who has a shop here, said the water rose.", "the water rose", "Ann Lowe"),
    ("Ministry of Rivers Surveyor Tom Reed testified that it was safe.", "it was safe", "Tom Reed"),
    ("A neighbour, who asked not to be named, said he heard shots.", "he heard shots", "a neighbour"),
    ("The minister's claim that taxes fell was false.", "taxes fell", "the minister"),
    ("Lowe said it was late but declined to comment.", "it was late", "Lowe"),
    ("Lowe said it was late, but he gave no details.", "it was late", "Lowe"),
    ("Lowe said it was late, although he did not say why.", "it was late", "Lowe"),
    ("Lowe said it was late, without giving details.", "it was late", "Lowe"),
    ("Lowe said it was late, although he did not go.", "it was late, although he did not go", "Lowe"),
    ("Lowe said it left without giving me time.", "it left without giving me time", "Lowe"),
    ("Lowe said it was late but provided no chairs.", "it was late but provided no chairs", "Lowe"),
    ("Lowe said it ran without stopping.", "it ran without stopping", "Lowe"),
    ("Guards said two men were held but did not name them.", "two men were held", "guards"),
    ("The mill said it would sell the pier, but it did not say when.", "it would sell the pier", "the mill"),
    ("Lowe said he had tried to leave, but he did not go.", "he had tried to leave, but he did not go", "Lowe"),
    (
        "Lowe said they asked the guard but he declined to say more.",
        "they asked the guard but he declined to say more",
        "Lowe",
    ),
    ("The mayor said further cuts could follow in spring.", "further cuts could follow in spring", "the mayor"),
    (
        "Footage reveals a pattern of thefts by guards, who emptied the sheds, said Fair Ports.",
        "Footage reveals a pattern of thefts by guards, who emptied the sheds",
        "Fair Ports",
    ),
    ("The guards, who emptied the sheds, said they were owed wages.", "they were owed wages", "the guards"),
    ("Traders rejected the plan, with the mayor calling it “a slow theft”.", "a slow theft", "the mayor"),
    ("Kelvo, a mill focused on oats, announced a new oven for Hull.", "a new oven for Hull", "Kelvo"),
    ("In May, a mill burned in Hale, said the mayor.", "In May, a mill burned in Hale", "the mayor"),
    ("The plant, according to a report by the union, lost money every year.", "lost money every year", "a report"),
    ("Lee told Ann Moss of Radio North, in Hull, that the ship was safe.", "the ship was safe", "Lee"),
    ("Rangers have urged hikers who found bones to call.", "hikers who found bones to call", "rangers"),
    ("The road is shut, reported Acme.", "The road is shut", "Acme"),
    ('"I hid nothing from them," Lowe told the committee, The Gazette reported.', "I hid nothing from them", "Lowe"),
    ('"It was fun," Lowe said in reply to a question on how the team had won.', "It was fun", "Lowe"),
    (
        "The study, by Acme, found 30 per cent of bakers had two ovens.",
        "30 per cent of bakers had two ovens",
        "the study",
    ),
    (
        "Lowe described to the panel how he used the maps to find the well.",
        "how he used the maps to find the well",
        "Lowe",
    ),
    (
        "Downing Street said the minister's thoughts were with them.",
        "the minister's thoughts were with them",
        "Downing Street",
    ),
    ("The letter follows a union report, which found that wages had fallen.", "wages had fallen", "a union report"),
    ("Acme Foods, Inc. announced that it would buy a mill.", "it would buy a mill", "Acme Foods, Inc."),
    ("Founder Étienne Marchal said the mill was safe.", "the mill was safe", "Étienne Marchal"),
    ("Chief Executive Lise Brandt said the mill was safe.", "the mill was safe", "Lise Brandt"),
    (
        "Senator Ann Lowe (D-OR), with Tom Hale (D-MD), sent a letter to Secretary Mark Dell demanding that he resign.",
        "he resign",
        "Ann Lowe",
    ),
    ("The work, which the agency says will cost a fortune, was put off twice.", "will cost a fortune", "the agency"),
    ("Owners beside the river fear they will lose customers.", "they will lose customers", "owners"),
    ("According to a report by the union, seen by the Gazette, a shelter would do.", "a shelter would do", "a report"),
    ("Lee says pilots were careless, a claim Ann Moss denies.", "pilots were careless", "Lee"),
    ("Lowe blamed the crash on poor lighting.", "the crash on poor lighting", "Lowe"),
    ("Police cited safety concerns over the bridge.", "safety concerns over the bridge", "police"),
    ('Lowe praised the crew\'s "calm and skill".', "calm and skill", "Lowe"),
    ('Lowe likened the plan to "a house of cards".', "a house of cards", "Lowe"),
    ('The firm calls the device a "personal weather keeper".', "personal weather keeper", "the firm"),
]


@pytest.mark.parametrize(("text", "words", "who"), CLAUSES)
def test_what_is_said(text: str, words: str, who: str) -> None:
    quoted = said(text)
    assert [(what, (name or "").casefold()) for what, name in quoted] == [(words, who.casefold())]


def test_coordinated_attributions_are_apart() -> None:
    text = "Marlow says it is ready for the return of its people and is asking for tools to mend the ports."
    assert next(what for what, _ in said(text)) == "it is ready for the return of its people"


def test_a_participle_goes_on_with_the_main_clause() -> None:
    text = "Lowe admitted that she would leave when the series ends, saying she was tired of it."
    assert said(text) == [("she would leave when the series ends", "Lowe"), ("she was tired of it", "Lowe")]


APPOSED = [
    ("One of her daughters, Jane Miles, said the family was glad.", "Jane Miles"),
    (
        "The country's largest union, the Federation of Dockers, said the ports would stay shut.",
        "Federation of Dockers",
    ),
    ("Her lawyer, Tom Reed, said she was ill.", "Tom Reed"),
]


@pytest.mark.parametrize(("text", "who"), APPOSED)
def test_a_name_in_apposition_is_the_speaker(text: str, who: str) -> None:
    assert [name for _, name in said(text)] == [who]


MEANT = [
    ('"It was hot," Ann Lowe said. "I ran well," said the three-time champion.', "Ann Lowe"),
    ("His cousin found the boat at dawn. He said that the engine was cold.", "his cousin"),
    ('One Yarrow farmer lost his herd. "They were fine on Friday," he said.', "one Yarrow farmer"),
    (
        "Solda is a company in Leeds. Solda uses Brampton and Orlo. Orlo is a park. The company said that it was glad.",
        "Solda",
    ),
    ("The ministry said it was glad. The maker, Lactina, has shut its plant. It said that it was sorry.", "Lactina"),
    ("The council will pay, according to a report by the port. It found that the quay is safe.", "a report"),
    ("The trustees said they thanked 3,000 donors for this. Entry will be free on Sundays, they said.", "the trustees"),
    ("The hall has named Ann Lowe as its director, the trustees announced on 12 June 2025.", "the trustees"),
    ("Marlow spoke in Wheeling. The President said that the bill was dead. Marlow said that he would go.", "Marlow"),
]


@pytest.mark.parametrize(("text", "who"), MEANT)
def test_who_is_meant(text: str, who: str) -> None:
    assert (said(text)[-1][1] or "").casefold() == who.casefold()


NOTHING = [
    "The attack required months of planning, and the hall felt cold and empty that night.",
    "In Hull this week the mayor showed why, making a long and odd speech.",
    "The ministry ordered the recall of three brands after 11 infants fell ill.",
    "She felt bad about what she had seen.",
    "Why did the mayor and her deputy want the police to act?",
    "The bank confirmed him to the post.",
    "She wants to win the race.",
    "He was asked about the fee and left.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_said(text: str) -> None:
    assert said(text) == []
