"""Noun, verb, adjective or name: which reading of a word of an open class its neighbours ask for."""

from __future__ import annotations

from briefing.language.base import Reading, Token
from briefing.language.en import duties, reported
from briefing.language.en import neighbours as near
from briefing.language.en.gazetteer import gazetteer
from briefing.language.en.morphology import words
from briefing.language.en.persons import personal_nouns
from briefing.language.lexicons import listed

_CALLING = listed("en", "readings", "calling")
_DAYS = listed("en", "time", "weekdays") | listed("en", "time", "near_days")

_ABSTRACT = ("tion", "sion", "ship", "hood", "ism", "ility", "ality", "ivity")  # no name ends so


def unknown_verb(token: Token, tokens: list[Token], index: int, before: Token | None) -> Reading | None:
    """Return a verb's reading of an unknown word where only a verb fits: “they gatecrash”."""
    lemma = token.fold
    if before is None or token.is_capital or token.readings[0].pos not in ("NOUN", "ADJ") or lemma.endswith("ings"):
        return None
    if before.lemma in near.MODAL and before.pos == "VERB":
        if lemma.endswith("ly"):
            return Reading(lemma, "ADV")  # “will likely play”
        return Reading(lemma, "VERB", form="inf", voice="act")
    after = near.following(tokens, index)
    if before.pos in ("NOUN", "PROPN") and before is tokens[index - 1] and lemma.endswith("s"):
        opens = after is not None and (after.pos in ("DET", "PRON") or after.is_capital)
        if opens and before.readings[0].number == "sing" and not near.finite_behind(tokens, index):
            alone = not near.finite_ahead(tokens, index)
            return Reading(lemma[:-1], "VERB", "", "sing", "", "3", "pres", "fin", "act") if alone else None
    if before.fold in ("i", "we", "they", "he", "she", "who"):
        third = before.fold in ("he", "she", "who") and lemma.endswith("s")
        if third or before.fold in ("i", "we", "they") or (before.fold == "who" and "-" in lemma):
            after = near.following(tokens, index)
            relative = before.fold == "who" and "-" in lemma  # “people who spear-fish say”
            if after is None or relative or not near.is_finite(after):
                return Reading(
                    lemma.removesuffix("s") if third else lemma, "VERB", tense="pres", form="fin", voice="act"
                )
    return None


def read(tokens: list[Token], index: int) -> Reading | None:
    """Decide between noun, verb, adjective and name by the word before and what follows."""
    token = tokens[index]
    proper = near.find(token, "PROPN")
    before = near.preceding(tokens, index)
    if proper is not None:
        initial = before is None or before.text in near.QUOTES or before.text in (":", "-", "–", "—", "•", "(")
        if not initial:
            return proper
        return _initial(tokens, index, proper)
    if not near.has(token, "VERB"):
        return unknown_verb(token, tokens, index, before) or _noun_or_adjective(tokens, index)
    if before is None or before.pos == "PUNCT":
        return duties.read(tokens, index) or _after_pause(tokens, index)
    if near.shows(tokens, index) and not near.finite_behind(tokens, index):
        return near.find(token, "VERB", "fin")
    if before.lemma in near.MODAL or (before.pos == "PART" and before.fold == "to") or before.lemma == "do":
        return near.find(token, "VERB", "inf") or _default(tokens, index)
    if before.pos == "VERB" and (before.lemma in near.AUXILIARY or before.lemma in near.LASTING):
        return near.find(token, "VERB", "part") or _noun_or_adjective(tokens, index)
    if before.pos == "PART" and before.readings[0].case == "gen" and _predicate_follows(tokens, index):
        return near.find(token, "VERB", "fin")
    if before.pos in ("ADJ", "NUM") and (told := reported.after_one(tokens, index)) is not None:
        return told
    if before.pos == "DET" and (lacking := reported.after_amount(tokens, index)) is not None:
        return lacking
    if before.pos in ("DET", "ADJ", "NUM") or before.readings[0].case == "gen":
        return _in_phrase(tokens, index)
    if before.pos == "ADP":
        return near.find(token, "VERB", "part", "pres") or _in_phrase(tokens, index)
    if before.pos == "PRON":
        return _after_pronoun(tokens, index, before)
    return _default(tokens, index)


def _is_led(tokens: list[Token], index: int) -> bool:
    """Whether a modal stands before the quotation marks around the verb: “would ‘sell’ it”, “would ‘never’ sell”."""
    marks = index - 1
    while marks > 0 and (
        tokens[marks].text in near.QUOTES or tokens[marks].pos == "ADV" or tokens[marks].fold == "not"
    ):
        marks -= 1
    return marks >= 0 and tokens[marks].pos == "VERB" and tokens[marks].lemma in near.MODAL


def _predicate_follows(tokens: list[Token], index: int) -> bool:
    """“Sainsbury’s said it …”: the possessive belongs to a name, and the verb is the sentence’s own."""
    token, after = tokens[index], near.following(tokens, index)
    if near.find(token, "VERB", "fin") is None or (
        (noun := near.find(token, "NOUN")) is not None and noun.score == 1.0
    ):
        return False
    return token.readings[0].tense == "past" and (after is None or after.pos in ("DET", "PRON", "SCONJ", "PART", "ADP"))


def _initial(tokens: list[Token], index: int, proper: Reading) -> Reading:
    """A capital at the start says nothing, unless the word is unknown or opens a run of capitals."""
    token, after = tokens[index], near.following(tokens, index)
    if after is not None and after.is_capital and after.pos == "PROPN":
        lists = gazetteer()
        named = (token.fold, after.fold) in lists.known or (token.fold, after.fold) in lists.places
        if named or not token.fold.endswith(("ing", "ly")):
            return proper
    adverb = near.find(token, "ADV")
    if adverb is not None:
        return adverb
    participle = near.find(token, "VERB", "part")
    if participle is not None and participle.lemma in words().verbs and not (after and near.is_finite(after)):
        return participle  # not “Hameed, 30, said”
    adjective = near.find(token, "ADJ")
    if adjective is not None and after is not None and (near.has(after, "NOUN") or after.pos == "ADJ"):
        return adjective
    noun = near.find(token, "NOUN")
    known = noun is not None and (noun.lemma in words().mass_nouns or noun.lemma in personal_nouns())
    known = known or token.fold.endswith(_ABSTRACT)
    common = noun is not None and (noun.number == "plur" or noun.score < 1.0 or known)
    return noun if noun is not None and common else proper


def _noun_or_adjective(tokens: list[Token], index: int) -> Reading | None:
    token, after = tokens[index], near.following(tokens, index)
    adjective, noun = near.find(token, "ADJ"), near.find(token, "NOUN")
    if adjective is None or noun is None:
        return token.readings[0]
    if noun.score == 1.0 and after is not None and (_has_object(tokens, index + 1) or near.is_finite(after)):
        return noun  # “a shipping firm has …”
    if (
        after is not None
        and (after.pos in ("NOUN", "PROPN", "ADJ") or near.has(after, "NOUN"))
        and after.pos != "PUNCT"
    ):
        return adjective
    before = tokens[index - 1] if index else None
    if (
        before is not None
        and before.pos == "VERB"
        and before.lemma in ("be", "seem", "become", "remain", "feel", "look")
    ):
        return adjective
    return (
        noun
        if before is not None and noun.score == 1.0 and before.pos in ("DET", "ADJ", "NUM", "NOUN", "PROPN")
        else token.readings[0]
    )


def _in_phrase(tokens: list[Token], index: int) -> Reading | None:
    """Inside a noun phrase: a noun, or a modifier where a noun follows."""
    token, after = tokens[index], near.following(tokens, index)
    nominal = (
        after is not None
        and (after.pos in ("NOUN", "PROPN", "ADJ") or near.has(after, "NOUN"))
        and not (near.is_closed(after) or near.is_subject(tokens, index))
    )
    noun = near.find(token, "NOUN")
    if tokens[index - 1].pos in ("ADJ", "NUM") and _opens_object(tokens, index):
        return near.find(token, "VERB", "fin")
    subject = near.find(tokens[index - 1], "NOUN")
    if tokens[index - 1].pos == "ADJ" and subject is not None and subject.score == 1.0 and _has_object(tokens, index):
        return near.find(token, "VERB", "fin")  # “the firm calls the device …”, not “recent reports that …”
    if nominal:
        modifier = near.find(token, "ADJ") or near.find(token, "VERB", "part")
        if modifier is not None and (noun is None or noun.score < 1.0):
            return modifier
    if noun is not None and noun.score == 1.0:
        return noun
    before, finite = tokens[index - 1], near.find(token, "VERB", "fin", "pres")
    if noun is not None and before.pos == "NUM":
        told = (
            finite is not None and finite.person == "3" and noun.score < 0.2 and not near.finite_behind(tokens, index)
        )
        return finite if told else noun  # “a deal worth $3 million | requires …”
    return near.find(token, "VERB", "part") or near.find(token, "ADJ") or noun or token.readings[0]


def _opens_object(tokens: list[Token], index: int) -> bool:
    """“in 2014 found that …”, “the forward used his …”: no noun phrase goes on with a determiner or clause.

    Of a present only what is hardly a noun: “a deal worth $2 million requires the firm …”.
    """
    finite, after = near.find(tokens[index], "VERB", "fin"), near.following(tokens, index)
    if finite is None or after is None or near.finite_behind(tokens, index):
        return False
    noun = near.find(tokens[index], "NOUN")
    if finite.tense != "past" and (noun is None or noun.score == 1.0 or tokens[index - 1].pos != "NUM"):
        return False
    named = finite.tense != "past" and after.pos in ("PROPN", "PRON")
    return named or after.pos in ("DET", "SCONJ") or after.readings[0].case == "gen" or after.fold == "that"


def _has_object(tokens: list[Token], index: int) -> bool:
    """“the firm calls the device …”: a third person between a noun that may be an adjective and its object.

    The object opens with a determiner or, of a verb of intention, is an infinitive.
    """
    finite, after = near.find(tokens[index], "VERB", "fin"), near.following(tokens, index)
    if finite is None or finite.person != "3" or after is None or near.finite_behind(tokens, index):
        return False
    return (
        _intends(tokens, index, finite)
        or after.pos in ("DET", "SCONJ")
        or after.readings[0].case == "gen"
        or after.fold == "that"
    )


def _intends(tokens: list[Token], index: int, finite: Reading) -> bool:
    """“ministers hope to act before winter comes”: a verb of intention before an infinitive, its clause's only one."""
    after = near.following(tokens, index)
    if after is None or after.fold != "to" or finite.lemma not in near.INTENDING:
        return False
    return not (near.finite_behind(tokens, index) or near.finite_ahead(tokens, index, near.CONJUNCTIONS))


def _after_pronoun(tokens: list[Token], index: int, before: Token) -> Reading | None:
    token = tokens[index]
    pronoun = before.readings[0]
    if pronoun.case == "acc" or before.fold in ("it", "you", "that", "what"):
        governed = _governed(tokens, index)
        if governed is not None:
            return governed
    if pronoun.case == "acc":
        return _default(tokens, index)
    finite = near.find(token, "VERB", "fin")
    after = near.following(tokens, index)
    if before.fold == "those" and near.find(token, "VERB", "part") and near.finite_ahead(tokens, index):
        return near.find(token, "VERB", "part")  # “those surveyed said”
    if finite is not None and after is not None and after.fold == "by" and pronoun.case != "nom":
        return near.find(token, "VERB", "part") or finite
    return finite or _default(tokens, index)


def _governed(tokens: list[Token], index: int) -> Reading | None:
    """“made it work”, “let them go”: the infinitive after a verb of causing and its object."""
    if index >= 2 and tokens[index - 2].lemma in ("make", "let", "help", "have", "see", "hear", "watch"):
        return near.find(tokens[index], "VERB", "inf")
    return None


def _after_pause(tokens: list[Token], index: int) -> Reading | None:
    """First in the sentence or after a mark: a participle, a verb before its subject, or a noun."""
    if _is_led(tokens, index) and near.has(tokens[index], "VERB", "inf"):
        return near.find(tokens[index], "VERB", "inf")
    token, after = tokens[index], near.following(tokens, index)
    if index and duties.is_attribute(tokens, index):
        return near.find(token, "ADJ") or Reading(token.fold, "ADJ")  # “Lee, managing director of Acme”
    if near.opens_insertion(tokens, index):
        return near.find(token, "VERB", "part", "past")
    quoted = index > 0 and (tokens[index - 1].text in near.QUOTES or tokens[index - 1].text == ",")
    finite = near.find(token, "VERB", "fin")
    opening = quoted and index > 1 and tokens[index - 1].end == token.start and tokens[index - 2].pos == "NOUN"
    if opening and finite is not None and finite.tense == "past" and near.opens_clause(tokens, index - 1):
        return finite  # “says its staff “acted properly””
    if quoted and finite is not None and (finite.tense == "past" or finite.number == "sing"):
        comma = tokens[index - 1].text == ","
        nominal = ("DET", "PRON", "NOUN", "SCONJ") if comma else ("DET", "PRON", "NOUN", "ADP", "SCONJ", "PART")
        subject = after is not None and (after.is_capital or after.pos in nominal)
        if subject and not (after is not None and after.fold in ("by", "in", "with")):
            return finite if finite.lemma != "include" else near.find(token, "VERB", "part") or finite
        if token.fold.endswith("ed") and not comma:
            return near.find(token, "VERB", "part")
    if quoted and finite is not None and _intends(tokens, index, finite) and not near.main_verb_behind(tokens, index):
        return finite  # “the trust, founded in 1920, plans to …”
    participle = near.find(token, "VERB", "part", "pres")
    goes_on = after is not None and (
        after.pos in ("DET", "PRON", "SCONJ", "PROPN") or after.text in near.QUOTES or after.text == ":"
    )
    told = finite is not None and finite.lemma == "say"
    shows = finite is not None and finite.lemma in ("find", "show") and after is not None and after.pos == "NUM"
    if shows and near.finite_ahead(tokens, index):
        return finite  # “the survey, by Acme, found 30 per cent had …”
    if participle is None and index and tokens[index - 1].text == "," and not goes_on and not told:
        participle = near.find(token, "VERB", "part") if near.has_main_verb(tokens, index) else None
    return participle or _default(tokens, index)


def _default(tokens: list[Token], index: int) -> Reading | None:
    """After a noun, a verb or a conjunction."""
    token, after = tokens[index], near.following(tokens, index)
    before = tokens[index - 1] if index else None
    finite, noun = near.find(token, "VERB", "fin"), near.find(token, "NOUN")
    if finite is None:
        return _participle_or_noun(tokens, index)
    if finite.tense == "past":
        return _past(tokens, index, finite)
    if (told := reported.read(tokens, index, finite)) is not None:
        return told
    if noun is None or noun.score < 0.2 or near.goes_on(tokens, index, finite) or _finds_share(tokens, index, finite):
        return finite
    if (after is not None and near.is_finite(after)) or (token.is_capital and before is not None and before.is_word):
        return noun
    if before is not None and before.pos == "VERB" and before.readings[0].form != "part":
        return noun
    if near.ends_list(tokens, index, finite):
        return noun
    if near.opens_circumstance(tokens, index):
        return finite
    if (
        near.is_object(tokens, index)
        and near.has_finite(tokens, index)
        and not (after is not None and after.fold in ("that", "to", "it", "he", "she", "they"))
    ):
        return noun
    counting = tokens[near.phrase_start(tokens, index)]
    if after is not None and after.text == "," and near.is_governed(tokens, index):
        return noun  # “according to the police report, …”
    several = counting.pos == "NUM" and counting.fold not in ("one", "1") and not counting.fold.endswith("-old")
    if several and before is not None and before.readings[0].number == "sing":
        return noun  # "two penalty claims"
    plural = before is not None and before.readings[0].number == "plur"
    agrees = plural != token.fold.endswith("s")
    nominal = before is not None and before.pos in ("NOUN", "PROPN", "PRON", "ADV")
    opens = after is not None and (
        after.pos in ("DET", "PRON", "SCONJ", "PART", "PROPN", "NUM")
        or after.readings[0].case == "gen"
        or after.text in near.QUOTES
    )
    if nominal and agrees and _intends(tokens, index, finite):
        return finite
    if nominal and agrees and opens and after is not None and after.readings[0].case != "gen":
        return finite if not near.finite_ahead(tokens, index) or after.pos in ("DET", "PRON", "SCONJ") else noun
    listed = after is not None and after.text == "," and finite.lemma not in near.BRIDGES
    alone = not near.finite_ahead(tokens, index) and not near.finite_behind(tokens, index)
    return finite if nominal and agrees and alone and not listed and not _is_verbs_object(tokens, index) else noun


def _finds_share(tokens: list[Token], index: int, finite: Reading) -> bool:
    """“research by Acme also finds 30 per cent of drivers speed”: a verb of finding before a number and its verb."""
    after = near.following(tokens, index)
    counted = after is not None and after.pos == "NUM" and near.finite_ahead(tokens, index)
    return (
        counted and finite.person == "3" and finite.lemma in ("find", "show") and not near.finite_behind(tokens, index)
    )


def _is_verbs_object(tokens: list[Token], index: int) -> bool:
    """“having sold nine old boats”: the noun phrase up to the word depends on a verb that is no clause's own."""
    start = near.phrase_start(tokens, index)
    before = tokens[start - 1] if 0 < start < index else None
    return before is not None and before.pos == "VERB" and before.lemma not in near.BRIDGES


def _participle_or_noun(tokens: list[Token], index: int) -> Reading | None:
    token = tokens[index]
    before = tokens[index - 1] if index else None
    noun = near.find(token, "NOUN")
    if noun is not None and noun.score == 1.0 and before is not None and before.pos in ("NOUN", "PROPN", "ADJ", "VERB"):
        return noun
    return token.readings[0]


def _past(tokens: list[Token], index: int, finite: Reading) -> Reading | None:
    """“the plan announced today would …” against “the mayor announced the plan”."""
    participle = near.find(tokens[index], "VERB", "part")
    if participle is None or finite.lemma in words().intransitive or finite.lemma == "say":
        return finite
    if tokens[index - 1].fold in near.ELLIPTICAL or reported.have_views(tokens, index):
        return participle  # “the scheme, if approved, …”
    if tokens[index - 1].pos == "ADV" and (verb := near.preceding(tokens, index)) is not None and verb.lemma == "say":
        return participle  # “…, said newly elected leader Ann Lee”
    after = near.following(tokens, index)
    if after is not None and (after.fold == "by" or (after.fold == "as" and finite.lemma in _CALLING)):
        return participle  # “those described as experts”
    asked = index > 1 and tokens[index - 2].fold == "to" and tokens[index - 1].readings[0].form == "inf"
    if asked and after is not None and after.pos in ("NOUN", "ADJ") and near.finite_behind(tokens, index):
        return participle  # “failed to conduct | promised checks”
    noun = near.find(tokens[index], "NOUN")
    compound = after is not None and (after.pos in ("NOUN", "PROPN") or near.has(after, "NOUN"))
    if noun is not None and noun.score == 1.0 and compound and near.finite_ahead(tokens, index):
        return noun
    if near.opens_clause(tokens, index) and not near.finite_ahead(tokens, index):
        return finite
    object_follows = after is not None and after.pos in ("DET", "PRON", "SCONJ", "PROPN", "PART")
    if after is not None and after.fold not in _DAYS and (object_follows or after.text in near.QUOTES):
        return finite
    if after is not None and near.find(after, "VERB", "part", "pres") is not None and after.readings[0].form == "part":
        return finite  # “witnesses described seeing flames leap”
    telling = finite.lemma in near.BRIDGES or finite.lemma == "find"
    told = next((token for token in tokens[index + 1 :] if token.pos != "ADV"), None)
    counted = told is not None and (told.pos in ("NUM", "NOUN", "ADJ") or (told.pos == "DET" and told is not after))
    counted = counted and not (near.finite_ahead(tokens, index) and near.is_how_far(tokens, index + 1))
    if telling and counted and not near.finite_behind(tokens, index):
        return finite  # “a poll by Acme found only 60 percent oppose it”
    if near.finite_ahead(tokens, index):
        return participle
    before = tokens[index - 1] if index else None
    loose = after is not None and (after.pos in ("ADP", "NUM") or after.fold in _DAYS)
    if before is not None and before.pos in ("NOUN", "PROPN") and loose:
        reduced = near.finite_behind(tokens, index) or (
            near.is_object(tokens, index) and near.has_finite(tokens, index)
        )
        return participle if reduced else finite
    return finite
