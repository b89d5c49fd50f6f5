"""Those who speak with one voice in English: named one after another, and taken up by “they”."""

from __future__ import annotations

import pytest

from tests.extract.quoting import speakers_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sens. Ann Moore, Jim Hale and Rosa Diaz said the rule would hurt.", "Ann Moore, Jim Hale and Rosa Diaz"),
        ("Mayor Ann Moore and Sheriff Jim Hale said on Monday that the pier was safe.", "Ann Moore and Jim Hale"),
        ("Ann Moore, mayor of Leeds, and Jim Hale, the sheriff, said that it was safe.", "Ann Moore and Jim Hale"),
        ("Senators Ann Moore (D-Ohio) and Jim Hale (R-Iowa) today urged the agency to act.", "Ann Moore and Jim Hale"),
        ("Ann Moore of Acme and Jim Hale of Bluefin said the plan was unfair.", "Ann Moore and Jim Hale"),
        ("“We will fight on,” said Ann Moore and Jim Hale.", "Ann Moore and Jim Hale"),
        ("According to Ann Moore and Jim Hale, the pier is safe.", "Ann Moore and Jim Hale"),
    ],
)
def test_people_named_together_are_one(text: str, name: str) -> None:
    assert speakers_of(text, "en") == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Moore told Jim Hale and Rosa Diaz that she was ill.", ["Ann Moore"]),
        ("Jim Hale sang and Ann Moore said the show was great.", ["Ann Moore"]),
        ("Johnson and Johnson said it would appeal.", ["Johnson and Johnson"]),
        ("Ann Moore, mayor of Leeds, said that the pier was safe.", ["Ann Moore"]),
        ("Ann Moore and Jim Hale own a shop. Hale said it was cold.", ["Jim Hale"]),
        (
            "It is safe, council and harbour officials said. The Leeds Council met. The council said it was glad.",
            ["council and harbour officials", "Leeds Council"],
        ),
    ],
)
def test_who_speaks_alone(text: str, names: list[str]) -> None:
    assert speakers_of(text, "en") == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Moore and Jim Hale met farmers on Monday. They said that the pier was safe.", "Ann Moore and Jim Hale"),
        ("The trustees thanked the donors on Friday. They said the roof was safe.", "the trustees"),
        ("Residents wrote to the councillors. They said the noise was too much.", "residents"),
        ("Police arrested two men. They said the pair had fled.", "police"),
    ],
)
def test_they_are_who_acted(text: str, name: str) -> None:
    assert speakers_of(text, "en") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Leading members of the club today called on the mayor to resign.", "leading members of the club"),
        ("“Leading” is one word. Visiting experts on Friday urged the city to act.", "visiting experts"),
        ("Striking drivers said they would stay out.", "striking drivers"),
        ("Leaving the court, Ann Moore said she would appeal.", "Ann Moore"),
        ("Speaking at the event, the mayor urged firms to hire.", "the mayor"),
        ("Visiting Leeds, the minister said the plan was ready.", "the minister"),
    ],
)
def test_a_participle_opens_the_subject_or_a_phrase_of_its_own(text: str, name: str) -> None:
    assert name in speakers_of(text, "en")
