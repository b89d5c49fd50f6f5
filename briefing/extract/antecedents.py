"""Whom of an article's people a pronoun, a post or an epithet means: features, each with a weight, added up.

For a pronoun the person with the highest salience is meant. A description («юный учёный», "the midfielder") may also
bring in somebody new: it means a person only if salience, wording and kind of description reach `_TELLS` together.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import delayed, pronouns, spoken_of
from briefing.extract.bodies import Body
from briefing.extract.drafts import covers
from briefing.extract.holders import fit, holds_other
from briefing.extract.likeness import are_kin
from briefing.extract.people import NameMention, Person, cast
from briefing.extract.roles import Description, RoleLexicon, lexicon
from briefing.language import Document, Sentence, Token

_FAR = 12  # sentences after which being near no longer tells
_OPENING = 3  # tokens within which a name opens its sentence

# What makes a person the antecedent.
_PER_SENTENCE = -0.8  # since the last mention
_MOST_SENTENCES = 2  # that count so for whom the article is about
_SPOKE_LAST = 1.6
_SPOKE_BEFORE = 1.0  # the last person who spoke, though a body has spoken since
_PER_MENTION, _MOST_MENTIONS = 0.2, 5
_SUBJECT = 0.7
_TAKEN_UP = 0.7  # more for that where a pronoun follows
_OPENED_BEFORE = 0.8  # the name opened the sentence before as its subject
_UNKNOWN_GENDER = -1.5
_BESIDE = -1.5  # in the same sentence, no subject: «обращаясь к г-же Мэй, она добавила»
_OVERSHADOWED = -1.2  # somebody else was the subject of the sentence before, the person only its object
_SPOKEN_OF = -2.0  # named in the words that are to be attributed: nobody speaks so of himself

_BROUGHT_IN = 1.6  # introduced as the subject of the sentence right before the words: «Выступил депутат Лосев. «…»»
_CITED = 2.5  # somebody has referred to what the person said

# What makes a description mean somebody whom the article has named.
_WORDING = 1.5  # times the fit with what the article says of the person
_EITHER = 1.0  # of unknown gender: a noun excludes less than a pronoun
_NOUN_FOR_MEN = -0.5  # «демократ», said of a woman
_IN_HEADLINE = 0.7
_ONLY_ONE = 1.0  # of that gender in the article so far
_OTHER_POST = -2.0  # a post, where the person holds another one
_OTHER_WORK = -0.7  # any word, where the article has said what else the person does
_MARKED = 1.0  # «бывший», an age or «этот» before the noun
_BARE = 0.3
_KINDS = {"human": 1.2, "office": -0.7}
_COMPLEMENT = -0.7  # a common noun after it: «любимец публики»
_POST_OF = -2.2  # a post whose holder is known by it: «менеджер рынка», “the mayor”
_ANCHORED = -1.5  # a name after it: «житель Сан-Хосе»
_STANDALONE = -2.0  # a word that often speaks without a name, or an aide named by whom he serves
_TOLD_NOW = 3.0  # named bare where they spoke, and their post said in the sentence after: “…, the Labour leader said”
_GOES_ON = 2.2  # the verb says that who spoke last speaks on
_TELLS = 1.0

_HOLDER = 0.85  # the score from which on a post is taken for that of a person named elsewhere


class Antecedents:
    """The people of one article, where they were last mentioned, and who spoke last.

    ``quoted`` are the spans of direct speech: whom a speaker talks about there is less likely the next speaker.
    ``content`` is the span of the words that are just being attributed, ``said_last`` that of those before, ``told``
    the gender that their verb gives the speaker («сказала»), empty where it gives none, and ``goes_on`` whether it says
    that somebody speaks on («добавил»).
    ``telling`` is who tells in a quotation what is being attributed: a pronoun there means somebody else.
    """

    def __init__(self, document: Document, quoted: Sequence[tuple[int, int]] = ()) -> None:
        self.document = document
        self.people = cast(document)
        pronouns.weigh(document, self.people)
        self.last: Person | Body | None = None
        self._last_person: Person | None = None
        self.content: tuple[int, int] | None = None
        self.said_last: tuple[int, int] | None = None
        self.told = ""
        self.goes_on = False
        self.telling: Person | Body | None = None
        self._words: RoleLexicon = lexicon(document.language)
        self._quoted = quoted
        self._by_sentence: dict[int, list[tuple[NameMention, Person]]] = {}
        for person in self.people:
            for mention in person.mentions:
                self._by_sentence.setdefault(mention.sentence.index, []).append((mention, person))
        self._places: dict[int, list[int]] = {
            id(person): [m.start for m in person.mentions if not self.is_quoted(m.start)] for person in self.people
        }
        self._hero = self._protagonist()

    def _protagonist(self) -> Person | None:
        """Return the one person whom the article is about: named most, and in the headline or first."""
        often = sorted(self.people, key=lambda person: -len(self._places[id(person)]))
        if len(often) > 1 and len(self._places[id(often[0])]) == len(self._places[id(often[1])]):
            often = [person for person in self.people if person.headline] or self.people[:1]
        return often[0] if often and (often[0].headline or often[0] is self.people[0]) else None

    def here(self, sentence: Sentence) -> Sequence[tuple[NameMention, Person]]:
        """Return the people named in a sentence."""
        return self._by_sentence.get(sentence.index, ())

    def is_quoted(self, offset: int) -> bool:
        """Whether the text offset is inside direct speech."""
        return covers(self._quoted, offset)

    def add(self, person: Person, mention: NameMention) -> None:
        """Take in a mention that had not been seen as a name."""
        person.add(mention)
        self._by_sentence.setdefault(mention.sentence.index, []).append((mention, person))

    def spoke(self, entity: Person | Body, place: int) -> None:
        """Remember that the entity has spoken where a phrase or name stands."""
        self.last, self.said_last = entity, self.content
        if isinstance(entity, Body):
            entity.places.append(place)
        else:
            self._last_person = entity
            self._places.setdefault(id(entity), []).append(place)

    # Pronouns

    def pronoun(self, phrase: Description, gender: str) -> Person | None:
        """Return the person of this gender whom a pronoun means."""
        best: tuple[float, Person] | None = None
        for person in self.people:
            score = self._salience(person, phrase, gender)
            if score is None or person is self.telling or spoken_of.is_subject(person, self.content, phrase):
                continue
            score += _TAKEN_UP * self._opened_last(person, self.latest(person, phrase.start), phrase.sentence)
            if best is None or score > best[0]:
                best = (score, person)
        return best[1] if best is not None else None

    def latest(self, person: Person, before: int) -> int:
        """Return where the person was last named or spoke before the offset, or -1."""
        return max((place for place in self._places.get(id(person), ()) if place < before), default=-1)

    def was_subject(self, person: Person, before: int) -> int:
        """Return where the person was last the subject of a clause or spoke before the offset, or -1."""
        places = self._places.get(id(person), ())
        return max((p for p in places if p < before and self._is_subject(person, p)), default=-1)

    def _salience(self, person: Person, phrase: Description, gender: str, reach: int = _FAR) -> float | None:
        """Return how present the person is where the phrase stands; None for who cannot be meant.

        ``reach`` is the number of sentences after which it no longer matters when the person was named.
        """
        if gender and person.gender and person.gender != gender:
            return None
        places = [place for place in self._places.get(id(person), []) if place < phrase.start]
        if not places:
            return None
        latest = max(places)
        subject = self._is_subject(person, latest)
        score = 0.0 if person.gender == gender else _UNKNOWN_GENDER
        score += _PER_SENTENCE * min(self._sentences_between(latest, phrase.sentence), reach)
        score += _SPOKE_LAST if person is self.last else _SPOKE_BEFORE * (person is self._last_person)
        score += _PER_MENTION * min(len(places), _MOST_MENTIONS)
        score += _SUBJECT * subject + _OPENED_BEFORE * self._opened_last(person, latest, phrase.sentence)
        if phrase.sentence.start <= latest and not subject:
            score += _BESIDE
        if not subject and self._is_overshadowed(person, latest, phrase.sentence, gender):
            score += _OVERSHADOWED
        if spoken_of.is_named(person, self.content, phrase):
            score += _SPOKEN_OF
        if self._is_cited(person, latest):
            score += _CITED
        return score + _BROUGHT_IN * self._is_brought_in(person, phrase)

    def is_beside(self, person: Person, sentence: Sentence) -> bool:
        """Whether the sentence names the person only as an object, or not at all, and refers to nothing they said."""
        named = [mention for mention in person.mentions if mention.sentence is sentence]
        return not any(
            self._is_cited(person, m.start) or (self._is_subject(person, m.start) and not spoken_of.follows_verb(m))
            for m in named
        )

    def _is_cited(self, person: Person, place: int) -> bool:
        """Whether somebody refers to the person there, who then has told it: «… со ссылкой на врача Льва Кротова»."""
        mention = next((m for m in person.mentions if m.start == place), None)
        if mention is None:
            return False
        for token in reversed(mention.sentence.tokens[: mention.name.first]):
            if token.lemma in self._words.citing:
                return True
            if token.text in (",", ";", ":") or token.readings[0].form == "fin":
                return False
        return False

    def _is_overshadowed(self, person: Person, place: int, sentence: Sentence, gender: str) -> bool:
        """Whether somebody else of the gender opened the sentence before, where the person is named too."""
        before = self.document.sentence_at(place)
        if before is None or before.index != sentence.index - 1:
            return False
        return any(
            other is not person and other.gender in ("", gender) and self._opened_last(other, m.start, sentence)
            for m, other in self.here(before)
        )

    def _is_brought_in(self, person: Person, phrase: Description) -> bool:
        """Whether the sentence right before the words to be attributed introduces the person as its one subject."""
        first = person.mentions[0] if person.mentions else None
        if self.content is None or first is None or not first.descriptions or self.is_quoted(first.start):
            return False
        if person in (self.last, self._last_person) or phrase.stop > phrase.head + 1:
            return False
        here = self.document.sentence_at(self.content[0])
        if here is None or first.sentence.index != here.index - 1 or first.start > phrase.start:
            return False
        if not any(known.reading.case == "nom" for known in first.descriptions):
            return False  # no subject, or the language does not show it
        return [p for m, p in self.here(first.sentence) if p.case_of(m) in ("nom", "")] == [person]

    def _opened_last(self, person: Person, place: int, sentence: Sentence) -> bool:
        """Whether the person's name opened the sentence before this one."""
        mention = next((m for m in person.mentions if m.start == place), None)
        return mention is not None and mention.sentence.index == sentence.index - 1 and self.opens(person, mention)

    def opens(self, person: Person, mention: NameMention) -> bool:
        """Whether the name opens its sentence as the subject, after a circumstance at most: «На встрече с … Лосев»."""
        before = next((d.first for d in mention.descriptions if d.stop <= mention.name.first), mention.name.first)
        lead = mention.sentence.tokens[:before]
        led_in = bool(lead) and (lead[-1].text == "," or lead[0].pos == "ADP")
        led_in = led_in and not any(t.readings[0].form == "fin" for t in lead)
        return (before <= _OPENING or led_in) and self._is_subject(person, mention.start)

    def is_told_of(self, person: Person, before: int) -> bool:
        """Whether the person's last mention was in no sentence's subject, and nothing that the person said is near."""
        place = self.latest(person, before)
        return person not in (self.last, self._last_person) and not self._is_subject(person, place)

    def _is_subject(self, person: Person, place: int) -> bool:
        mention = next((m for m in person.mentions if m.start == place), None)
        return mention is None or person.case_of(mention) in ("nom", "")

    def _sentences_between(self, place: int, sentence: Sentence) -> int:
        found = self.document.sentence_at(place)
        return sentence.index - found.index if found is not None else _FAR

    # Posts

    def holder(self, phrase: Description) -> Person | None:
        """Return the person whom the article says to have the post, profession or relation of the phrase."""
        best: tuple[float, Person] | None = None
        fits = [(self._holds(phrase, person), person) for person in self.people]
        only = sum(score > 0 for score, _ in fits) == 1
        for score, person in fits:
            score += 0.2 if only and score and len(self._places.get(id(person), ())) > 2 else 0.0
            if score >= _HOLDER and (best is None or score > best[0]):
                best = (score, person)
        return best[1] if best is not None else None

    def _holds(self, phrase: Description, person: Person) -> float:
        """Return how well the phrase fits the person, by what the article says and by where."""
        match = fit(self._words, phrase, person, self.told)
        if not match or self._contradicts(person):
            return 0.0
        return match + 0.35 * self._nearness(phrase, person) + (0.25 if person is self.last else 0.0)

    def _contradicts(self, person: Person) -> bool:
        """Whether the verb tells that somebody of the other gender is meant: «губернатор отметил» is no woman."""
        return bool(self.told and person.gender) and self.told != person.gender

    def _nearness(self, phrase: Description, person: Person) -> float:
        """Return 1 for a person named in this sentence, falling to 0 with the sentences between."""
        before = [place for place in self._places.get(id(person), []) if place < phrase.start]
        if not before:
            return 0.1
        return max(0.0, 1 - self._sentences_between(max(before), phrase.sentence) / _FAR)

    # Epithets

    def epithet(self, phrase: Description, kinds: frozenset[str]) -> Person | None:
        """Return the person for whom the phrase is another word, or None where it brings in somebody new."""
        if "relation" in kinds and not self._is_of_number(phrase):
            return self._kin(phrase)
        if "relation" in kinds:
            kinds = frozenset(("human",))
        return self._named_again(phrase, kinds) or self.incumbent(phrase)

    def _is_of_number(self, phrase: Description) -> bool:
        """Whether the phrase tells how many children somebody has: “the father of three”, “the mum-of-two”."""
        tokens = phrase.sentence.tokens
        counted = any(t.pos == "NUM" for t in tokens[phrase.head + 1 : phrase.stop])
        compound = not self._words.partitive.isdisjoint(tokens[phrase.head].fold.split("-"))
        return (counted or compound) and tokens[phrase.first].fold in self._words.articles - self._words.indefinite

    def _kin(self, phrase: Description) -> Person | None:
        """Return the one person of the relation's gender who shares a family name: Анна Кротова, Кротов's «жена»."""
        gender = phrase.reading.gender
        named = [p for p in self.people if p.reading.given and p.gender == gender and not p.descriptions]
        kin = [
            p
            for p in named
            if any(are_kin(p.reading.family, other.reading.family) for other in self.people if other is not p)
        ]
        return kin[0] if gender and len(kin) == 1 else None

    def incumbent(self, phrase: Description) -> Person | None:
        """Return the one person taken for known whom a bare post means: “the President” of an article on Marlow.

        A complement that only points back makes it no less bare: «глава государства».
        """
        kinds = self._words.kinds(phrase.lemma)
        is_post = "office" in kinds and "profession" not in kinds and phrase.lemma not in self._words.standalone
        tells_nothing = self._is_bare(phrase) or (phrase.stop > phrase.head + 1 and not phrase.stems)
        return self._unintroduced() if is_post and tells_nothing else None

    def _named_again(self, phrase: Description, kinds: frozenset[str]) -> Person | None:
        hidden = kinds & {"source", "relation"} and phrase.lemma not in self._words.epithets
        if hidden or not kinds & {"office", "profession", "status", "human"}:
            return None
        beside = phrase.sentence.tokens[max(0, phrase.first - 1) : phrase.first + 1]
        if any(token.fold in self._words.possessive for token in beside):
            return None  # «его девушка»
        here = self.document.sentence_at(self.content[0]) if self.content and self.is_quoted(self.content[0]) else None
        named = self._by_sentence.get(here.index - 1, ()) if here is not None else ()
        leading = delayed.leading([found for found in named if not self.is_quoted(found[0].start)])
        if leading is not None and delayed.is_told_now(self._words, phrase, leading, kinds):
            return leading
        best: tuple[float, Person] | None = None
        rivals = []
        gender = "fem" if self.told == "fem" and phrase.reading.animate else phrase.reading.gender
        for person in self.people:
            her = person.gender == "fem" and gender == "masc" and not self.told and phrase.reading.animate
            reach = _MOST_SENTENCES if person is self._hero else _FAR
            score = self._salience(person, phrase, "fem" if her else gender, reach)
            if score is not None:
                if not gender and person.gender and "human" in kinds:
                    score -= _UNKNOWN_GENDER  # the noun has no gender: “the Spaniard”
                rivals.append((score + _NOUN_FOR_MEN * her + _EITHER * (not person.gender), person))
        for score, person in rivals:
            match = fit(self._words, phrase, person, self.told)
            score += _GOES_ON * (self.goes_on and person is self.last)
            if not match and person is self.last:
                if delayed.answers(self._words, phrase):
                    continue
                far = self._sentences_between(self.latest(person, phrase.start), phrase.sentence)
                score += _TOLD_NOW * (far == 1 and delayed.is_told_now(self._words, phrase, person, kinds))
            score += _WORDING * match + _IN_HEADLINE * bool(person.headline) + _ONLY_ONE * (len(rivals) == 1)
            other = not match and holds_other(self._words, phrase, person)
            if other or spoken_of.is_named(person, self.content, phrase) or self._contradicts(person):
                continue
            if not match and phrase.lemma not in self._words.epithets:
                known = {kind for d in person.descriptions for kind in self._words.kinds(d.lemma)}
                score += _OTHER_POST if "office" in known & kinds else 0.0
                score += _OTHER_WORK if known & {"office", "profession"} and "human" not in kinds else 0.0
            if best is None or score > best[0]:
                best = (score, person)
        return best[1] if best is not None and best[0] + self._prior(phrase, kinds) >= _TELLS else None

    def _unintroduced(self) -> Person | None:
        """Return the one person whom the article takes for known: named by the family name alone, without a post."""
        known = [p for p in self.people if not p.descriptions and not p.reading.given]
        known = [p for p in known if len(p.mentions) > 1] or known
        known = [p for p in known if p.headline] or known
        return known[0] if len(known) == 1 else None

    def _is_bare(self, phrase: Description) -> bool:
        """Whether the phrase is a noun alone, with an article that says it is known where the language has those."""
        tokens = phrase.sentence.tokens[phrase.first : phrase.head]
        return phrase.stop == phrase.head + 1 and all(
            t.fold in self._words.articles and t.fold not in self._words.indefinite for t in tokens
        )

    def _prior(self, phrase: Description, kinds: frozenset[str]) -> float:
        """Return how readily the phrase by itself is taken for another word for somebody named."""
        opening = phrase.sentence.tokens[phrase.first : phrase.head]
        article = bool(opening) and opening[0].fold in self._words.articles
        opening = opening[article:]
        after = [phrase.sentence.tokens[i] for i in range(phrase.head + 1, phrase.stop)]
        score = sum(weight for kind, weight in _KINDS.items() if kind in kinds)
        score -= _KINDS["office"] * ("office" in kinds and phrase.lemma in self._words.epithets)
        marked = bool(opening) and self._points_back(opening[0])
        if marked:
            score += _MARKED
        elif phrase.lemma in self._words.standalone or (phrase.lemma in self._words.serving and after):
            score += _STANDALONE
        score += _BARE * self._is_bare(phrase)
        named = any(phrase.sentence.name_at(index) for index in range(phrase.first, phrase.head))
        if (article or named) and "office" in kinds and not marked:
            score += _POST_OF
        elif any(token.is_capital for token in after):
            score += _ANCHORED
        elif any(not self._is_vague(token) for token in after):
            score += _POST_OF if "office" in kinds and not marked else _COMPLEMENT
        return score

    def _points_back(self, token: Token) -> bool:
        """Whether the word before a noun says that it is about somebody known: «бывший», «этот», «54-летний»."""
        words = self._words
        known = token.lemma in words.pointing or token.lemma in words.former - words.determiners
        return known or token.fold in words.repeated or token.text[0].isdigit()

    def _is_vague(self, token: Token) -> bool:
        return token.lemma in self._words.generic or not token.is_word
