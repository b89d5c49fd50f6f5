"""The clause of what somebody demands: «чтобы суд вернул …», “that the court review …”, “the court review …”."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.agents import is_agent
from briefing.extract.clauses import Piece, is_finite
from briefing.extract.cues import Cue, Lexicon
from briefing.extract.governed import Complement, is_infinitive
from briefing.extract.insertions import relative_end
from briefing.extract.openers import Rules, rules
from briefing.language import Sentence, Token

_REACH = 12  # tokens of those who are to act
_ACTING = ("DET", "NOUN", "PROPN", "ADJ", "NUM", "ADP", "CCONJ", "ADV", "PART")


def that_clause(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The clause of «потребовал, чтобы суд …», "demanded that the court …" after an object at most."""
    tokens = sentence.tokens
    for index in range(cue.stop, min(cue.stop + 6, parts[-1].stop)):
        if known.has("mandative", tokens[index]):
            if known.grammar.base_demand and index > cue.stop and is_finite(tokens[min(index + 1, parts[-1].stop - 1)]):
                return None  # “propose a method that can find stars”
            verbs = _outside_relatives(tokens, index + 1, min(index + 15, parts[-1].stop), rules(known.code))
            verb = next((i for i in verbs if _decides(tokens, i, cue, known)), None)
            if verb is not None and not _is_subjunctive(tokens, verb, cue, known):
                return None  # “vital that she has a say”
            if verb is None or known.has_any("reported", tokens[index : verb + 1]):
                return None  # “insisted that the show would go on”: nothing is demanded
            state = known.has("perfect", tokens[verb])  # “vital that they have a say”
            return Complement(index + 1, verb) if not state else None
        if is_finite(tokens[index]):
            return None
    return None


def _outside_relatives(tokens: Sequence[Token], first: int, stop: int, words: Rules) -> list[int]:
    """Return the tokens that stand in no clause set in: «чтобы совет, | который молчит, | ответил»."""
    found, inside = [], first
    for index in range(first, stop):
        if index >= inside:
            found.append(index)
            closing = relative_end(tokens, index, stop, words) if tokens[index].text == "," else None
            inside = closing if closing is not None else inside
    return found


def _decides(tokens: Sequence[Token], index: int, cue: Cue, known: Lexicon) -> bool:
    """Whether the verb shows if the clause demands something: by its form, or because it tells what somebody has."""
    owned = known.has("perfect", tokens[index]) and tokens[index].readings[0].form == "fin"
    return _is_subjunctive(tokens, index, cue, known) or owned


def _is_subjunctive(tokens: Sequence[Token], index: int, cue: Cue, known: Lexicon) -> bool:
    """Whether the verb has the form of a demand: «чтобы вернули» (past), "that he leave", "that he should leave"."""
    token, reading = tokens[index], tokens[index].readings[0]
    if not known.grammar.base_demand:
        return reading.form in ("fin", "inf")
    if reading.pos == "NOUN" and index + 1 < len(tokens):  # "that the firm halt its sales"
        return token.reading(form="inf") is not None and tokens[index + 1].pos in ("DET", "PRON")
    base = (
        reading.tense == "pres"
        and token.fold == reading.lemma
        and (tokens[index - 1].readings[0].number != "plur" or known.has_any("mandating", tokens[cue.first : cue.stop]))
    )
    return reading.form == "inf" or base or known.has("obligations", token)


def bare_clause(sentence: Sentence, cue: Cue, known: Lexicon, parts: Sequence[Piece]) -> Complement | None:
    """The clause without conjunction whose bare verb shows the demand: “requested | the agency publish its data”."""
    tokens = sentence.tokens
    if not known.grammar.base_demand:
        return None
    for index in range(cue.stop, min(cue.stop + _REACH, parts[-1].stop)):
        if is_infinitive(tokens, index, known):
            return None
        if tokens[index].pos == "VERB":
            demanded = index > cue.stop and tokens[index].readings[0].form == "inf"
            acts = demanded and any(is_agent(sentence, i, known.code) for i in range(cue.stop, index))
            return Complement(cue.stop, index) if acts else None
        if tokens[index].pos not in _ACTING:
            return None
    return None
