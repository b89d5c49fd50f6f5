"""What words say about who somebody is: the lexicon of roles, and the role that an article gives a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import Any

from briefing import language
from briefing.extract.drafts import Phrase
from briefing.frozen import frozen
from briefing.language import Document, Language, Reading, Sentence, Token, lexicons
from briefing.language.lexicons import Lists

PERSONAL = lexicons.PERSONAL
BODIES = frozenset(("organisation", "media", "company"))
SPEAKING = frozenset((*PERSONAL, *BODIES, "group"))
"""Kinds of nouns for those who can speak and act."""
_KINDS = (*PERSONAL, "group", *BODIES, "territory", "document", "message")
_STEM = 5
# How much a relation says of somebody, and a mere rank or title; a calling and a post say more.
_RELATION, _RANK, _CALLING, _POST = 1, 2, 3, 4
_HUMAN = frozenset({"human"})
QUOTED = {"''": "''", "«": "»", '"': '"', "“": "”", "„": "“", "‘": "’"}


class RoleLexicon:
    """The lexicon ``roles`` of a language (its file says what the keys mean)."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        words = Lists(data)
        kinds: dict[str, set[str]] = {}
        for kind in _KINDS:
            for word in words[kind]:
                kinds.setdefault(word, set()).add(kind)
        self._kinds = {word: frozenset(found) for word, found in kinds.items()}
        self.generic = words["generic"]
        self.former = words["former"]
        self.gone = words["gone"]
        self.portfolios = words["portfolios"]
        self.ministries = words["ministries"]
        self.lesser = frozenset(map(stem, words["lesser"]))
        self.differing = words["differing"]
        self.civic = words["civic"]
        self.trades = words["trades"]
        self.businesses, self.behind = words["businesses"], words["behind"]
        self.agencies = words["agencies"]
        self.premises = words["premises"]
        self.securities = words["securities"]
        self.free = words["free"]
        self.corporate = words["corporate"]
        self.seats = tuple(words["seats"])
        self.ages = tuple(words["ages"])
        self.aged = tuple(words["aged"])
        self.continuing = words["continuing"]
        self.epithets = words["epithets"]
        self.standalone = words["standalone"]
        self.serving = words["serving"]
        self.determiners = words["determiners"]
        self.pointing = words["pointing"]
        self.possessive = words["possessive"]
        self.partitive = words["partitive"]
        self.articles = words["articles"]
        self.repeated = words["repeated"]
        self.indefinite = words["indefinite"]
        self.services = words["services"]
        self.representing = words["representing"]
        self.citing, self.answering, self.outlets = words["citing"], words["answering"], words["outlets"]
        self.single = words["single"]
        self.collected = words["collected"]
        self.purposes = words["purposes"]
        self.shares = words["shares"]
        self.fractions = words["fractions"]
        self.ratios = words["ratios"]
        self.asked = words["asked"]
        self.asking = words["asking"]
        self.personal_texts = words["personal_texts"]
        self.origins = words["origins"]
        self.issued = words["issued"]
        self._pronouns: dict[str, str] = {}
        for kind, pronouns in data.get("pronouns", {}).items():
            for word in pronouns:
                self._pronouns.setdefault(word, kind)
        self._masculine: Mapping[str, str] = data.get("feminines", {})
        self.hypernyms = {word: frozenset(meant) for word, meant in data.get("hypernyms", {}).items()}
        self._apart = [frozenset(group) for group in data.get("apart", {}).get("posts", ())]
        self._equivalents: dict[str, list[int]] = {}
        for number, group in enumerate(data.get("equivalents", {}).get("posts", ())):
            for phrase in group:
                self._equivalents.setdefault(phrase, []).append(number)

    def kinds(self, lemma: str) -> frozenset[str]:
        """Return the kinds of a noun; a compound («вице-мэр») has those of its last part, else of its first."""
        lemma = self._masculine.get(lemma, lemma)
        for word in (lemma, lemma.rpartition("-")[2], lemma.partition("-")[0]):
            if word in self._kinds:
                return self._kinds[word]
        return _HUMAN if self.ages and lemma.endswith(self.ages) else frozenset()

    def pronoun(self, lemma: str) -> str:
        """Return which pronoun the lemma is («masculine», «plural», «relative» …), or an empty string."""
        return self._pronouns.get(lemma, "")

    def means(self, later: str, earlier: str) -> float:
        """Return from 0 to 1 how well a noun can name again somebody introduced with another noun.

        A compound is what its parts are: «музыкант» for a «рэп-исполнитель», «писатель» for a «писатель-сатирик».
        """
        later, earlier = self._masculine.get(later, later), self._masculine.get(earlier, earlier)
        if later == earlier:
            return 1.0
        meant = self.hypernyms.get(later, frozenset())
        if not meant.isdisjoint((earlier, earlier.rpartition("-")[2], earlier.partition("-")[0])):
            return 0.65
        return 0.5 if meant & self.kinds(earlier) else 0.0

    def excludes(self, one: str, other: str) -> bool:
        """Whether nobody holds both posts: a «мэр» is no «депутат». What is no such post excludes nothing."""
        ones, others = ([group for group in self._apart if post in group] for post in (one, other))
        return bool(ones and others) and not any(group in others for group in ones)

    def equivalent(self, one: str, other: str) -> bool:
        """Whether two posts, as lemmas («глава регион», «губернатор»), begin like two names of one post."""
        return not self._groups(one).isdisjoint(self._groups(other))

    def _groups(self, post: str) -> set[int]:
        """Return the numbers of the groups of equivalent posts with one of which the post begins."""
        beginnings = accumulate(post.split(), "{} {}".format)
        return {group for beginning in beginnings for group in self._equivalents.get(beginning, ())}


def lexicon(of: Language) -> RoleLexicon:
    """Return the lexicon of roles of a language."""
    return _lexicon(of.code)


@cache
def _lexicon(code: str) -> RoleLexicon:
    return RoleLexicon(language.get(code).lexicon("roles"))


def begun(sentence: Sentence, first: int, text: str) -> str:
    """Return the phrase without the capital that only the beginning of the sentence gives its first word."""
    token = sentence.tokens[first]
    plain = (
        (token.text[1:].islower() or (len(token.text) == 1 and token.pos == "DET"))
        and token.pos != "PROPN"
        and sentence.name_at(first) is None
        and not token.readings[0].name
    )
    opens = first == 0 or not any(other.is_word for other in sentence.tokens[:first])
    return text[:1].lower() + text[1:] if plain and opens and text.startswith(token.text[:2]) else text


def without_determiners(words: RoleLexicon, description: Description) -> int:
    """Return where the phrase begins without «этот», «его», «сам»."""
    first = description.first
    while first < description.head and description.sentence.tokens[first].lemma in words.determiners:
        first += 1
    return first


def _without_age(words: RoleLexicon, description: Description, first: int) -> int:
    """Return where the phrase begins without an age, which is no part of a post: “a 40-year-old | nurse”."""
    token = description.sentence.tokens[first]
    aged = first < description.head and token.text[0].isdigit() and token.lemma.endswith(words.aged)
    return first + 1 if words.aged and aged else first


@frozen
class Description(Phrase):
    """A phrase that says who somebody is, its head, and the stems and lemmas of what it says beside the head."""

    sentence: Sentence
    first: int
    stop: int
    head: int
    lemma: str
    reading: Reading
    stems: frozenset[str]
    heads: frozenset[str]
    wordings: tuple[str, ...]
    is_of_another: bool
    is_relation: bool


def stem(word: str) -> str:
    """Return the beginning of a word by which forms of it compare."""
    return word[:_STEM]


def describe(document: Document, sentence: Sentence, first: int, stop: int) -> Description:
    """Analyse the phrase of these tokens."""
    words = lexicon(document.language)
    head, reading = document.language.head(sentence, first, stop)
    tokens = sentence.tokens[first:stop]
    content = [token for token in tokens if token.is_word and token.pos in ("NOUN", "PROPN", "ADJ", "X", "VERB")]
    others = [token for token in content if token is not sentence.tokens[head]]
    after = [token for token in sentence.tokens[head + 1 : stop] if token.is_word]
    nouns = [token.lemma for token in after if token.pos != "ADJ"]
    lemma = reading.lemma
    return Description(
        sentence=sentence,
        first=first,
        stop=stop,
        head=head,
        lemma=lemma,
        reading=reading,
        stems=frozenset(stem(token.fold) for token in others if not _is_generic(document, token)),
        heads=frozenset({lemma, *_further_heads(words, sentence, head, stop, reading)}),
        wordings=_wordings(words, lemma, [token.lemma for token in after], nouns, _adjectives(sentence, first, head)),
        is_of_another="relation" in words.kinds(lemma) or lemma in words.serving,
        is_relation="relation" in words.kinds(lemma),
    )


def _wordings(
    words: RoleLexicon, lemma: str, after: list[str], nouns: list[str], adjectives: list[str]
) -> tuple[str, ...]:
    """Return the post in lemmas, with and without adjectives, without «врио» too."""
    acting = [" ".join(noun for noun in nouns if noun not in words.former)] if lemma in words.former else []
    whole = [" ".join([*adjectives, lemma, *after])] if adjectives else []
    return (" ".join([lemma, *after]), " ".join([lemma, *nouns]), *acting, *whole)


def _adjectives(sentence: Sentence, first: int, head: int) -> list[str]:
    return [token.lemma for token in sentence.tokens[first:head] if token.pos == "ADJ"]


def _further_heads(words: RoleLexicon, sentence: Sentence, head: int, stop: int, reading: Reading) -> Iterator[str]:
    """Yield the other posts in the phrase: those joined to the first, and whose duties somebody acting has."""
    acting = words.kinds(reading.lemma) <= {"office"} and reading.lemma in words.former
    for index in range(head + 1, stop):
        noun = sentence.tokens[index].reading(pos="NOUN", case=reading.case) if reading.case else None
        if noun is not None and reading.case != "gen" and words.kinds(noun.lemma) & PERSONAL:
            yield noun.lemma
        elif acting and words.kinds(sentence.tokens[index].lemma) & PERSONAL:
            yield sentence.tokens[index].lemma
            acting = False


def _is_generic(document: Document, token: Token) -> bool:
    words = lexicon(document.language)
    return token.lemma in words.generic or token.lemma in words.former


@frozen
class Role:
    """A person's post or description in the nominative, and the organisation named in it."""

    text: str
    organisation: str | None


def is_called(description: Description) -> bool:
    """Whether a body's name, no owner in the genitive, stands right behind a noun for it: “hedge fund | Acme”."""
    sentence, after = description.sentence, description.head + 1
    name = sentence.name_at(after) if after < description.stop else None
    if name is None or name.kind != "organisation" or name.first != after or description.reading.case:
        return False
    noun = sentence.tokens[description.head]
    return not noun.is_capital or description.head == 0


def kinds_of(words: RoleLexicon, description: Description) -> frozenset[str]:
    """Return the kinds of a description's head; of what the lexicon lacks the dictionary tells a body or person."""
    kinds, reading = words.kinds(description.lemma), description.reading
    if not kinds and reading.name == "organisation":
        return frozenset({"organisation"})
    if not kinds and reading.animate and reading.pos == "NOUN" and not reading.name and reading.number == "sing":
        return frozenset({"status"})
    return kinds


def role(
    document: Document,
    descriptions: Sequence[Description],
    epithets: Sequence[Description] = (),
    introducing: Sequence[Description] = (),
) -> Role | None:
    """Return the fullest description that one mention gives: posts before relations, then by length.

    ``epithets`` are phrases that mean the person without the name; they tell where the descriptions give no post.
    ``introducing`` are the descriptions right before a full name: of two that say as much, what else is told of the
    person («поэт Иван Лосев … автор трёх книг») says less than these.
    """
    words = lexicon(document.language)
    first_told = {id(description) for description in introducing}
    if all(_fullness(words, description)[0] <= _RELATION for description in descriptions):
        descriptions = [*descriptions, *epithets]

    def weight(description: Description) -> tuple[int, bool, int]:
        rank, length = _fullness(words, description)
        return rank, id(description) in first_told, length

    ranked = sorted(descriptions, key=weight, reverse=True)
    if not ranked or _fullness(words, ranked[0])[0] < 0:
        return None
    best = ranked[0]
    first = _without_age(words, best, without_determiners(words, best))
    name = best.sentence.name_at(best.head)  # “League Against Cruel Sports” is one, and none of several
    several = best.reading.number == "plur" and (name is None or name.kind != "organisation")
    text = (document.language.singular if several else document.language.nominative)(best.sentence, first, best.stop)
    named = _is_name_elsewhere(document, best.sentence.tokens[first])
    text = text if named else begun(best.sentence, first, text)
    return Role(text, _organisation(document, words, best)) if text else None


def _is_name_elsewhere(document: Document, opening: Token) -> bool:
    """Whether the text names somebody by the word where no sentence begins: “Rovers boss …. City beat | Rovers”."""
    if opening.pos != "NOUN" or not opening.is_capital:
        return False
    inside = (token for sentence in document.sentences for token in sentence.tokens[1:])
    return any(token.text == opening.text and token.pos == "PROPN" for token in inside)


def _fullness(words: RoleLexicon, description: Description) -> tuple[int, int]:
    acting = description.lemma in words.former  # «исполняющий обязанности министра» says as much as «министр»
    kinds = frozenset[str]().union(
        *(words.kinds(head) for head in (description.heads if acting else (description.lemma,)))
    )
    rank = _RELATION if "relation" in kinds else 0
    phrase = [token for token in description.sentence.tokens[description.first : description.stop] if token.is_word]
    length = len(phrase)
    if kinds & {"office", "profession", "status", "source", "group"}:
        rank = _POST if "office" in kinds else _CALLING
        if all("rank" in words.kinds(token.lemma) for token in phrase):
            rank = _RANK  # «капитан», “Lt. Col.”
    name = description.sentence.name_at(description.first)
    if rank == 0 and length == 1 and (name is None or name.kind != "organisation"):
        return -1, 0
    return rank, min(length, 14)


def _organisation(document: Document, words: RoleLexicon, description: Description) -> str | None:
    """Return the organisation in a role, in the nominative: a noun for a body with its complements, or its name."""
    found = list(_bodies(document, words, description))
    if not found:
        return None
    sentence = description.sentence
    named = [span for span in found if any(_is_body_name(sentence, index) for index in range(*span))]
    return unquoted(document.language.nominative(sentence, *(named or found)[0]))


def unquoted(text: str) -> str:
    """Take off marks that stand around the whole, and a mark whose partner is not there."""
    for opening, closing in QUOTED.items():
        inside = text.removeprefix(opening).removesuffix(closing)
        if closing in inside or opening in inside or not inside.strip():
            continue
        whole = text.startswith(opening) and text.endswith(closing)
        if whole or (opening != closing and (text.startswith(opening) != text.endswith(closing))):
            return inside.strip()
        if opening == closing and text.count(opening) == 1:
            return inside.strip()
    return text


def _bodies(document: Document, words: RoleLexicon, description: Description) -> Iterator[tuple[int, int]]:
    """Yield the tokens of each phrase for a body in a role, without a rank that follows it."""
    sentence = description.sentence
    for index in range(description.head + 1, description.stop):
        kinds = words.kinds(sentence.tokens[index].lemma)
        field = sentence.tokens[index].lemma in words.single and sentence.tokens[index - 1].pos == "ADJ"
        if not _is_body_name(sentence, index) and (field or "territory" in kinds or not kinds & BODIES):
            continue  # «министр социальной | защиты»
        first, stop = document.language.noun_phrase(sentence, index)
        if index and sentence.tokens[index - 1].text in ("«", "“", "„", '"') and index - 1 == description.head + 1:
            name = sentence.name_at(index)
            first, stop = index, name.stop if name is not None else index + 1
        elif first <= description.head:  # the phrase of the whole role: only what belongs to the body counts
            first, stop = index, _complement_end(sentence, index, description.stop)
            while first - 1 > description.head and sentence.tokens[first - 1].pos == "ADJ":
                first -= 1
        stop = min(stop, description.stop)
        people = (i for i in range(index + 1, stop) if words.kinds(sentence.tokens[i].lemma) & PERSONAL)
        stop = next(people, stop)
        while stop - 1 > index and not _may_end(sentence.tokens[stop - 1]):
            stop -= 1
        if first < stop:
            yield first, stop


def _complement_end(sentence: Sentence, index: int, stop: int) -> int:
    """Return where what belongs to a body ends: at a preposition, a comma or a dash."""
    for other in range(index + 1, stop):
        token = sentence.tokens[other]
        if token.pos == "ADP" or token.text in (",", ";", "-", "–", "—", "("):
            return other
    return stop


def _may_end(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN", "X") or token.text in ("»", "”", "“", '"')


def _is_body_name(sentence: Sentence, index: int) -> bool:
    name = sentence.name_at(index)
    return name is not None and name.kind == "organisation"
