"""Who speaks where nobody is named, since the sentence before tells who sent a message or made an inquiry.

«Мэр выразил соболезнования семье. «Скорбим вместе с вами», — говорится в телеграмме.» «Прокуратура провела проверку.
Установлено, что …»
"""

from __future__ import annotations

from dataclasses import replace

from briefing.extract import roles
from briefing.extract.drafts import Mention
from briefing.extract.quotes import mentions, someone
from briefing.extract.quotes.claim import Claim
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period

_LEAD = 5  # words before the verb: «В ходе проверки установлено»


def sent(before: Period | None, period: Period, claim: Claim, speech: Speech) -> Claim:
    """Return the claim with its speaker, if only the message is named in which something is said, or what came out."""
    if before is None or claim.cue is None:
        return claim
    if claim.mention is None and (inquirer := _inquirer(before, period, claim.cue, speech)) is not None:
        return replace(claim, mention=inquirer, elided=False)
    if claim.mention is None:
        if not claim.elided or not _names_message(period, speech):
            return claim
    elif not _is_message(claim.mention, speech):
        return claim
    sender = _sender(before, speech)
    return replace(claim, mention=sender, elided=False) if sender is not None else claim


def _inquirer(before: Period, period: Period, cue: tuple[int, int], speech: Speech) -> Mention | None:
    """Return the body that made the inquiry of the sentence before, if this one only tells what came out."""
    opening = next((i for i, token in enumerate(period.tokens) if token.start == cue[0]), len(period))
    told = opening < len(period) and speech.has_lemma("found_out", period.tokens[opening])
    if not told or any(not period.tokens[i].is_word for i in range(opening)) or opening > _LEAD:
        return None
    inquiry = any(speech.has_lemma("inquiries", token) for token in before.tokens)
    verb = before.finite(0, len(before)) if inquiry else None
    if verb is None or not speech.has_lemma("conducting", before.tokens[verb]):
        return None
    mention = mentions.subject(before, verb)
    if mention is None:
        return None
    _, reading = before.language.head(mention.sentence, mention.first, mention.stop)
    kinds = roles.lexicon(before.language).kinds(reading.lemma)
    return mention if kinds & roles.BODIES else None


def _names_message(period: Period, speech: Speech) -> bool:
    outside = (token for token, inside in zip(period.tokens, period.inside, strict=True) if inside is None)
    return any(speech.has_lemma("messages", token) for token in outside)


def _is_message(mention: Mention, speech: Speech) -> bool:
    """Whether the mention is no more than the word for a message, or a pronoun in its stead: «в ней»."""
    if mention.stop - mention.first > 1:
        return False
    token = mention.sentence.tokens[mention.first]
    return speech.has_lemma("messages", token) or (token.pos == "PRON" and token.reading(case="loc") is not None)


def _sender(before: Period, speech: Speech) -> Mention | None:
    """Return who sends or says it in the sentence before: «Губернатор | выразил соболезнования»."""
    for index, token in enumerate(before.tokens):
        if before.inside[index] is None and speech.has_lemma("sending", token) and before.is_predicate(index):
            mention = mentions.subject(before, index)
            return mention if mention is not None and someone.can_speak(mention) else None
    return None
