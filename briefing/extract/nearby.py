"""Who is meant though no name says so: whose a text or figures are, what a pronoun takes up."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import roles
from briefing.extract.antecedents import Antecedents
from briefing.extract.drafts import Mention
from briefing.extract.people import Person
from briefing.language import Document, Name, Sentence, Token

_OPENING = 3  # tokens within which a subject opens its sentence
_TEXTS = frozenset(("document", "message"))
_DATED = 7  # tokens between how a text came out and by whom: “released late on Monday by”


def text_before(
    document: Document, phrase: roles.Description, before: Sentence | None, gender: str
) -> roles.Description | None:
    """Return the thing told of before that a governed pronoun means: «Работа вышла. Согласно ей, …», «… В ней …»."""
    tokens = phrase.sentence.tokens
    if before is None or phrase.first == 0 or tokens[phrase.first - 1].pos != "ADP":
        return None
    if phrase.reading.case == "loc":
        return _text_told_of(document, before, gender)
    if phrase.reading.case != "dat":
        return None
    head = next((i for i, token in enumerate(before.tokens[:_OPENING]) if token.pos == "NOUN"), None)
    reading = before.tokens[head].readings[0] if head is not None else None
    if head is None or reading is None or reading.animate or (reading.case, reading.gender) != ("nom", gender):
        return None
    return roles.describe(document, before, *document.language.noun_phrase(before, head))


def _text_told_of(document: Document, before: Sentence, gender: str) -> roles.Description | None:
    """Return the text named last in the sentence before: «Фонд издал доклад. В нём говорится, …»."""
    kinds = roles.lexicon(document.language).kinds
    genders = ("masc", "neut") if gender == "masc" else (gender,)  # «в нём» is said of both
    for index in range(len(before.tokens) - 1, -1, -1):
        noun = before.tokens[index].reading(pos="NOUN", number="sing")
        if noun is not None and noun.gender in genders and kinds(noun.lemma) & {"document", "message"}:
            return roles.describe(document, before, *document.language.noun_phrase(before, index))
    return None


def collector(words: roles.RoleLexicon, phrase: roles.Description) -> Mention | None:
    """Return whose figures or text these are: “data from | the Met Office | show …”, “a report by | Acme | says …”."""
    tokens = phrase.sentence.tokens
    if phrase.lemma not in words.collected and not words.kinds(phrase.lemma) & _TEXTS:
        return None
    at = _past_issue(words, tokens, phrase.head + 1)
    if at + 1 >= len(tokens) or tokens[at].fold not in words.origins:
        return None
    first = at + 2 if tokens[at + 1].fold in words.articles else at + 1
    name = phrase.sentence.name_at(first) if first < len(tokens) else None
    if name is None or name.first != first or name.kind not in ("organisation", "person"):
        return _described(words, phrase.sentence, at + 1) if phrase.lemma in words.personal_texts else None
    return Mention(phrase.sentence, first, name.stop)


def _described(words: roles.RoleLexicon, sentence: Sentence, first: int) -> Mention | None:
    """Return the noun for a body or people with which the phrase at ``first`` ends: “a letter from | the council”."""
    tokens, stop = sentence.tokens, first
    while stop < len(tokens) and tokens[stop].pos in ("DET", "ADJ", "NOUN") and sentence.name_at(stop) is None:
        stop += 1
    noun = tokens[stop - 1] if stop > first else None
    speaks = noun is not None and noun.pos == "NOUN" and words.kinds(noun.lemma) & roles.SPEAKING
    return Mention(sentence, first, stop) if speaks else None


def maker(document: Document, words: roles.RoleLexicon, phrase: roles.Description) -> Mention | None:
    """Return who puts out the text that is the object of their verb: “| Acme | issued a statement saying …”."""
    tokens, verb = phrase.sentence.tokens, phrase.first - 1
    if verb < 1 or tokens[verb].pos != "VERB" or tokens[verb].lemma not in words.issued:
        return None
    listed = (
        tokens[verb].readings[0].form == "inf" and tokens[verb - 2].text == ","
    )  # “firms, among them Acme, to | issue …”
    span = document.language.subject(phrase.sentence, verb) if not listed else None
    return Mention(phrase.sentence, *span) if span is not None and span[1] <= verb else None


def _past_issue(words: roles.RoleLexicon, tokens: Sequence[Token], at: int) -> int:
    """Return ``at``, moved past what says how and when a text came out: “| released on Monday | by Acme”."""
    if at >= len(tokens) or tokens[at].lemma not in words.issued or tokens[at].reading(form="part") is None:
        return at
    preposition = next((i for i in range(at, min(len(tokens), at + _DATED)) if tokens[i].fold in words.origins), at)
    return at if any(token.is_mark or token.pos == "VERB" for token in tokens[at + 1 : preposition]) else preposition


def issuer(document: Document, words: roles.RoleLexicon, phrase: roles.Description) -> Mention | None:
    """Return the body or person in the genitive after a noun for a text, whose text it is: «отчёт | полиции Орска»."""
    first = phrase.head + 1
    if first >= phrase.stop or not phrase.reading.case:
        return None
    token = phrase.sentence.tokens[first]
    name = phrase.sentence.name_at(first)
    unchanging = (
        name is not None and name.kind == "organisation" and (token.text.isupper() or not token.readings[0].case)
    )
    if token.reading(case="gen") is None and not unchanging:
        return None
    head, reading = document.language.head(phrase.sentence, first, phrase.stop)
    name = phrase.sentence.name_at(head)
    named = name is not None and name.kind in ("organisation", "person")
    speaks = words.kinds(reading.lemma) & {*roles.BODIES, *roles.PERSONAL} and reading.lemma not in words.single
    if not named and (not speaks or reading.number == "plur"):
        return None
    return Mention(phrase.sentence, first, phrase.stop)


def publisher(sentence: Sentence) -> Name | None:
    """Return the one organisation that the sentence names, in Latin letters as newspapers and firms are."""
    names = [name for name in sentence.names if name.kind == "organisation"]
    return names[0] if len(names) == 1 and sentence.tokens[names[0].first].text.isascii() else None


def gender_told(verb: Token | None) -> str:
    """Return the gender of whom the verb is said of, where its form tells: «отметил», «уверена»."""
    reading = verb.readings[0] if verb is not None else None
    if reading is None or reading.number == "plur" or reading.gender not in ("masc", "fem"):
        return ""
    return reading.gender if reading.tense == "past" or reading.form == "short" else ""


def body_here(document: Document, phrase: roles.Description) -> roles.Description | None:
    """Return the organisation that is the subject of a clause before “it” in its sentence: “While Acme …, it …”.

    So too in “Acme cut jobs in what it called a pause”.
    """
    sentence = phrase.sentence
    tokens = sentence.tokens
    words = roles.lexicon(document.language)
    if phrase.first < 2 or (tokens[phrase.first - 1].text != "," and tokens[phrase.first - 1].fold not in words.free):
        return None
    for name in sentence.names:
        start = name.first - (name.first > 0 and tokens[name.first - 1].fold in words.articles)
        before = tokens[start - 1] if start else None
        opens = before is None or before.pos == "SCONJ" or before.text == ","
        acts = name.stop < phrase.first and tokens[name.stop].readings[0].form == "fin"
        if name.kind == "organisation" and opens and acts and not tokens[name.first].readings[0].case:
            return roles.describe(document, sentence, name.first, name.stop)
    return None


def acts_before(document: Document, antecedents: Antecedents, offset: int) -> Person | None:
    """Return the person whose name opens the sentence before that of the offset, in the same paragraph."""
    here = document.sentence_at(offset)
    before = document.sentences[here.index - 1] if here is not None and here.index else None
    if here is None or before is None or before.paragraph != here.paragraph or antecedents.is_quoted(before.start):
        return None
    return next((p for m, p in antecedents.here(before) if antecedents.opens(p, m)), None)
