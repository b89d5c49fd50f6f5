"""Whether two phrases for somebody whom the article does not name on purpose can mean one: «источник в полиции»."""

from __future__ import annotations

from briefing.extract.roles import BODIES, Description, RoleLexicon


def whose(words: RoleLexicon, phrase: Description) -> frozenset[str]:
    """Return the nouns (lemmas) of whose source or representative the phrase tells, none for «собеседник агентства».

    Whoever publishes and stands right after a source is whom it talks to, not whom it comes from.
    """
    sentence, lemmas = phrase.sentence, set()
    for index in range(phrase.head + 1, phrase.stop):
        token = sentence.tokens[index]
        if not token.is_word or token.pos not in ("NOUN", "PROPN", "X"):
            continue
        governed = sentence.tokens[index - 1].pos == "ADP"
        told = phrase.lemma not in words.representing and not governed
        if told and ("media" in words.kinds(token.lemma) or sentence.name_at(index) is not None):
            continue
        lemmas.add(token.lemma)
    return frozenset(lemmas)


def may_be_one(words: RoleLexicon, later: frozenset[str], earlier: frozenset[str]) -> bool:
    """Whether those of whom ``later`` tells can be those of ``earlier``: «компания» any firm named, «ведомство» МЧС."""
    if later & earlier:
        return True
    for noun in later:
        if any(words.means(noun, other) for other in earlier):
            return True
        firm = words.kinds(noun) & {"company", "organisation"} and words.hypernyms.get(noun, frozenset()) & BODIES
        if firm and any(not words.kinds(other) for other in earlier):
            return True  # «представитель «Яндекса»», later «представитель компании»
    return False
