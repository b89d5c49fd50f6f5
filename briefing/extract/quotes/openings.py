"""Whether a conjunction or question word opens what is said, or a clause of another kind."""

from __future__ import annotations

from briefing.extract import roles
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period
from briefing.language import Reading

_NEAR = 4  # tokens


def content_after(period: Period, index: int, cue: Cue, speech: Speech) -> int | None:
    """Return where content begins if a conjunction or question word that the cue takes stands at ``index``."""
    if index >= len(period):
        return None
    token = period.tokens[index]
    if cue.takes("that") and speech.is_in("that", token):
        no_content = (
            _is_which(period, index, cue, speech)
            or (speech.is_in("reputed", token) and _is_reputed(period, index))
            or _is_reason(period, index, speech)
        )
        return index + 1 if not no_content else None
    if (cue.takes("purpose") or (cue.takes("infinitive") and cue.form == "noun")) and speech.is_in("purpose", token):
        return index + 1 if not _is_aim(period, index + 1) else None
    if cue.takes("question") and speech.is_in("question", token):
        if speech.is_in("as", token) and (index == cue.stop or _is_example(period, index, speech)):
            return None  # «описал как строгого учителя», «такие беды, как …»
        if (
            index > cue.stop + 1
            and speech.is_in("attributive", token)
            and _is_described(period, index - 2, cue, speech)
        ):
            return None
        return index if not speech.is_in("comparing", token) or _has_verb(period, index) else None
    if cue.takes("question") and index + 1 < len(period) and speech.is_in("whether", period.tokens[index + 1]):
        return index
    return None


def _is_aim(period: Period, first: int) -> bool:
    """Whether an infinitive without a subject follows, which tells why something is said: «дал совет, чтобы помочь»."""
    following = (token for token in period.tokens[first : first + _NEAR] if token.pos not in ("ADV", "PART"))
    verb = next(following, None)
    return verb is not None and verb.readings[0].form == "inf"


def _is_example(period: Period, index: int, speech: Speech) -> bool:
    """Whether «как» gives examples: «такие факторы, как …»."""
    first, _ = period.segment(index - 2) if index > 1 else (0, 0)
    return any(speech.has_lemma("such", token) for token in period.tokens[first : index - 1])


def _is_described(period: Period, last: int, cue: Cue, speech: Speech) -> bool:
    """Whether the clause tells more of a noun that is told of: «указан дом, | где …», «вспомнил о дне, | когда …».

    ``last`` is the last word before the clause.
    """
    sentence, local = period.places[last]
    first = min(
        (
            period.language.noun_phrase(sentence, i)[0]
            for i in range(max(0, local - last + cue.stop), local + 1)
            if sentence.tokens[i].pos in ("NOUN", "PROPN") and period.language.noun_phrase(sentence, i)[1] > local
        ),
        default=local,
    )
    before = sentence.tokens[first - 1] if first > 0 else None
    if first == local and speech.is_in("correlates", sentence.tokens[local]):
        return False  # «рассказал о том, | где …»
    if before is not None and before.pos == "ADP":
        pointed = any(speech.is_in("correlates", token) for token in sentence.tokens[first:local])
        return pointed or speech.is_in("about", before)  # «с того времени, | когда …»
    at, head = period.language.head(sentence, first, local + 1)
    told = sentence.tokens[at].reading(case="dat") and roles.lexicon(period.language).kinds(head.lemma) & roles.SPEAKING
    return not (told or head.animate or period.inside[last]) and head.case in ("nom", "acc", "")


def _is_reason(period: Period, index: int, speech: Speech) -> bool:
    """Whether «что» tells why or when something is done and not what is said: «перенесли в связи с тем, что …»."""
    if index < 3 or period.tokens[index - 1].text != ",":
        return False
    return any(
        speech.phrase_at("because", period.tokens, i) == index - 1 - i for i in range(max(0, index - 5), index - 2)
    )


def _is_reputed(period: Period, index: int) -> bool:
    """Whether a participle follows and no predicate: «травмой, якобы полученной на войне»."""
    reading = period.tokens[index + 1].readings[0] if index + 1 < len(period) else None
    if reading is None or reading.form != "part":
        return False
    _, stop = period.segment(index + 1)
    if reading.case == "nom" and not period.is_stop(min(stop, len(period) - 1)):
        stop = len(period)  # «что обвиняемый в убийстве, случившемся вчера, сбежал»
    return not any(t.readings[0].form in ("fin", "short") for t in period.tokens[index + 1 : stop])


def _is_which(period: Period, index: int, cue: Cue, speech: Speech) -> bool:
    """Whether «что» takes up all that was said: «ввёл режим, что стало мерой», an object or topic before it."""
    after = period.tokens[index + 1] if index + 1 < len(period) else None
    if after is None or after.readings[0].form != "fin" or index == cue.stop or not _is_neuter(after.readings[0]):
        return False
    if speech.is_in("about", period.tokens[cue.stop]):
        return period.tokens[index - 1].text == "," and period.tokens[index - 2].pos == "NOUN"
    first, _ = period.segment(cue.first)
    led = cue.form == "converb" or any(t.readings[0].case == "nom" for t in period.tokens[first : cue.first])
    between = [t for i, t in enumerate(period.tokens[cue.stop : index], cue.stop) if period.inside[i] is None]
    objects = [t for t in between if t.pos == "NOUN" and not t.text.isupper() and t.reading(case="acc") is not None]
    return led and bool(objects) and period.tokens[cue.stop].pos != "ADP"


def _is_neuter(verb: Reading) -> bool:
    """Whether «что» can be the subject of the verb: «стало», «является», not «подаст»."""
    if verb.number == "plur" or verb.tense == "fut" or verb.person in ("1", "2"):
        return False
    return verb.tense != "past" or verb.gender == "neut"


def _has_verb(period: Period, first: int) -> bool:
    """Whether a reported question has a predicate: no «больше короб, чем платье»."""
    stop = first
    while stop < len(period) and not period.is_edge(stop):
        stop += 1
    if stop < len(period) and not period.is_stop(stop):
        return True
    return any(t.pos in ("VERB", "ADV") or t.readings[0].form == "short" for t in period.tokens[first:stop])


def compares(period: Period, index: int, speech: Speech) -> bool:
    """Whether «как» goes with a word before it: «так же, как», «с тех пор, как»."""
    words = [token.fold for token in period.tokens[max(0, index - 5) : index] if token.is_word]
    phrases = [phrase for listed in speech.phrases["before_as"].values() for phrase in listed]
    return any(tuple(words[-len(phrase) :]) == phrase for phrase in phrases)


def is_perceived(period: Period, index: int, speech: Speech) -> bool:
    """Whether «как» opens what somebody saw or showed: «на видео видно, как толпа кричит»."""
    before = next((token for token in reversed(period.tokens[:index]) if token.is_word), None)
    return before is not None and speech.has_lemma("perceived", before)
