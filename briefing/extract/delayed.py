"""A post that is told after the name: “…, Ann Lee has said. “…”, the Labour leader told members.”"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.people import NameMention, Person
from briefing.extract.roles import Description, RoleLexicon


def is_told_now(words: RoleLexicon, phrase: Description, person: Person, kinds: frozenset[str]) -> bool:
    """Whether the phrase can tell the post of somebody who has been named in full without one.

    A bare noun (“the mayor”) may mean another of whom the reader knows.
    """
    definite = phrase.sentence.tokens[phrase.first].fold in words.articles - words.indefinite
    definite = definite and phrase.head - phrase.first > 1
    bare = not person.descriptions and any(mention.is_full for mention in person.mentions)
    return "office" in kinds and definite and bare


def answers(words: RoleLexicon, phrase: Description) -> bool:
    """Whether the phrase names who sets their words against those before: “But | the mayor | said”."""
    tokens = phrase.sentence.tokens
    return phrase.first > 0 and tokens[phrase.first - 1].fold in words.answering and phrase.first <= 1


def leading(named: Sequence[tuple[NameMention, Person]]) -> Person | None:
    """Return the one person named without a post, and as a subject, in the sentence before words to be attributed."""
    plain = [found for found in named if not found[0].descriptions]
    if len(plain) != 1 or plain[0][1].case_of(plain[0][0]) not in ("nom", ""):
        return None
    return plain[0][1]
