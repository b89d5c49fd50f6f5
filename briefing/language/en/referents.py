"""Which unknown names of one word are people's: what the pronouns after them tell, over the whole article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.language.base import Name, Sentence
from briefing.language.lexicons import listed

_PERSONAL = listed("en", "phrases", "personal_pronouns")
_THINGS = listed("en", "phrases", "thing_pronouns")
_NO_NAME = listed("en", "phrases", "locative") | {"the"}


def people(sentences: Sequence[Sentence], known: frozenset[str]) -> set[str]:
    """Return the single words, folded, that a pronoun for a person takes up: “Scott hopes that his …”.

    ``known`` are words that name an organisation for certain.
    """
    votes: Counter[str] = Counter()
    for number, sentence in enumerate(sentences):
        following = sentences[number + 1] if number + 1 < len(sentences) else None
        for name in sentence.names:
            token = sentence.tokens[name.first]
            single = name.kind == "organisation" and name.stop - name.first == 1 and token.text.istitle()
            if single and token.fold not in known and not token.fold.endswith("-old"):
                votes[token.fold] += _vote(sentence, name, following)
    return {fold for fold, vote in votes.items() if vote > 0}


def _vote(sentence: Sentence, name: Name, following: Sentence | None) -> int:
    """Return 1 where a pronoun for a person takes up the name, -1 where it cannot be a person's, else 0."""
    tokens = sentence.tokens
    if name.first and tokens[name.first - 1].fold in _NO_NAME:
        return -1
    if [token.fold for token in tokens[name.stop : name.stop + 2]] == [",", "who"]:
        return 1
    verb = name.stop
    while verb < len(tokens) and tokens[verb].pos == "ADV":
        verb += 1
    if verb >= len(tokens) or tokens[verb].readings[0].form != "fin":
        return 0
    for index in range(name.stop, len(tokens)):
        other = sentence.name_at(index)
        if other is not None and other.kind == "person":
            return 0
        if tokens[index].fold in _PERSONAL:
            return 1
        if tokens[index].fold in _THINGS:
            return -1
    alone = following is not None and len(sentence.names) == 1
    return int(alone and following is not None and following.tokens[0].fold in ("he", "she"))
