"""Whom the words that are to be attributed name: nobody speaks so of himself."""

from __future__ import annotations

from briefing.extract.people import NameMention, Person
from briefing.extract.roles import Description

_OPENING = 3  # tokens of the words within which the name opens them


def is_named(person: Person, content: tuple[int, int] | None, phrase: Description) -> bool:
    """Whether the words name the person, the phrase for who speaks left out."""
    if content is None:
        return False
    start, end = content
    return any(start <= m.start < end and not phrase.start <= m.start < phrase.end for m in person.mentions)


def is_subject(person: Person, content: tuple[int, int] | None, phrase: Description) -> bool:
    """Whether the name is the subject that the words open with, in the phrase's sentence: “Mr Lee failed, he said”.

    There a pronoun never means the person whom it follows.
    """
    if content is None or not content[0] < phrase.start:
        return False
    for mention in person.mentions:
        tokens = mention.sentence.tokens
        if mention.sentence is not phrase.sentence or not content[0] <= mention.start < phrase.start:
            continue
        before = next((d.first for d in mention.descriptions if d.stop <= mention.name.first), mention.name.first)
        opens = before - mention.sentence.find(content[0]) < _OPENING
        after = tokens[mention.name.stop] if mention.name.stop < len(tokens) else None
        owned = after is not None and after.readings[0].case == "gen" and person.case_of(mention) == ""
        if opens and person.case_of(mention) in ("nom", "") and not owned:
            return True
    return False


def follows_verb(mention: NameMention) -> bool:
    """Whether the name stands right behind a finite verb, as an object does: “he called | Ann Lee”."""
    before = mention.sentence.tokens[mention.name.first - 1] if mention.name.first else None
    return before is not None and before.readings[0].form == "fin"
