"""Whether two mentions can mean one speaker, and two utterances are one."""

from __future__ import annotations

from briefing.extract.drafts import Mention, Utterance


def may_be_one(earlier: Mention, mention: Mention | None) -> bool:
    """Whether the mention can mean the earlier one, who spoke already: a pronoun, a name or no word that is new."""
    if mention is None:
        return False
    if mention.sentence.tokens[mention.first].pos == "PRON":
        return True
    said, again = (
        {token.lemma for token in one.sentence.tokens[one.first : one.stop] if token.is_word}
        for one in (earlier, mention)
    )
    return bool(_named(earlier) & _named(mention)) or again <= said  # «Глава района Лосев … Глава района …»


def _named(mention: Mention) -> set[str]:
    """Return the lemmas of the names in a mention: of the person's alone where it has one, and not of their firm."""
    sentence = mention.sentence
    names = [sentence.name_at(index) for index in range(mention.first, mention.stop)]
    person = any(name is not None and name.kind == "person" for name in names)
    return {
        token.lemma
        for token, name in zip(sentence.tokens[mention.first : mention.stop], names, strict=True)
        if token.is_capital and (not person or (name is not None and name.kind == "person"))
    }


def is_same(one: Utterance, other: Utterance) -> bool:
    """Whether two utterances are the same words but for a few at an edge."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    if (
        one.kind == other.kind == "indirect"
        and one.mention
        and other.mention
        and not _is_one(one.mention, other.mention)
    ):
        return False
    longest = max(one.end - one.start, other.end - other.start)
    return shared > 0.8 * longest


def _is_one(one: Mention, other: Mention) -> bool:
    return (one.sentence.index, one.first) == (other.sentence.index, other.first)
