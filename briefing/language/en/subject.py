"""The subject of an English verb, by word order: after the verb in “…,” said X, else before it."""

from __future__ import annotations

from briefing.language import lexicons
from briefing.language.base import Sentence
from briefing.language.en import housed, inversion, relatives
from briefing.language.en.persons import is_degree, is_personal
from briefing.language.en.phrases import approximated, noun_phrase, start
from briefing.language.lexicons import listed
from briefing.language.memory import remembered

_ASKING = listed("en", "clauses", "asking")
_TIMES = frozenset().union(
    *(listed("en", "time", name) for name in ("day_parts", "periods", "weekdays", "near_days", "relative"))
)
_WEEKDAYS = listed("en", "time", "weekdays")
_NOMINATIVE = listed("en", "phrases", "nominative")
_FRACTIONS = frozenset(lexicons.load("en", "roles")["fractions"])
_AUXILIARIES = frozenset("be have do will would may might can could should must shall 'd 'll keep".split())
# What future and possibility become where somebody told of them.
_REPORTED = frozenset("would could might 'd".split())
_PRONOMINAL = frozenset("all some many most several few both half none this that these those".split())


@remembered
def subject(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """Return the subject's tokens: after the verb where the order is inverted (“…,” said X), else before it."""
    behind = inversion.inverted(sentence, verb)
    if behind is not None:
        return behind
    return _Search(sentence, verb).run()


class _Search:
    """The walk from a verb to the left until its subject, past what may stand between them."""

    def __init__(self, sentence: Sentence, verb: int) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.verb = verb

    def run(self) -> tuple[int, int] | None:
        """Return the bounds of the subject, looked for backwards from the verb."""
        at = self.verb - 1
        while at >= 0:
            step = self.step(at)
            if not isinstance(step, int):
                return step
            at = step
        return None

    def step(self, at: int) -> int | tuple[int, int] | None:
        """Return the next index to look at, the subject, or None where there is none."""
        token = self.tokens[at]
        if token.text in (",", ")", "]") or token.text in inversion.DASHES:
            return self.past_insertion(at)
        if at and is_degree(token) and self.sentence.name_at(at - 1) is not None:
            return at - 1  # “Ann Lee | QC said”
        if at and token.fold in _WEEKDAYS and self.tokens[at - 1].pos in ("NOUN", "PROPN") and not self.is_named(at):
            return at - 1  # “Acme Industries | Friday said”, “the mayor | Friday said”
        if token.fold in ("both", "all", "each") and at and self.tokens[at - 1].pos in ("NOUN", "PROPN", "PRON"):
            return at - 1
        if (
            token.pos in ("NOUN", "PROPN", "PRON", "NUM")
            or self.sentence.name_at(at) is not None
            or self.is_pronominal(at)
        ):
            return self.phrase(at)
        if token.pos == "ADJ" and at == self.verb - 1 and at and self.tokens[at - 1].pos == "DET":
            governed = at > 2 and self.tokens[at - 2].pos == "ADP" and self.tokens[at - 3].pos in ("NOUN", "PROPN")
            # “A third said”, “the accused denied it”, but “towns in | the north said”
            return at - 3 if governed else (at - 1, at + 1)
        if token.pos == "ADJ" and at and self.tokens[at - 1].pos == "DET" and self.tokens[at + 1].fold == "of":
            return at - 1, noun_phrase(self.sentence, at)[1]  # “A third of students said”
        if token.pos == "CCONJ":
            return self.shared(at)
        if token.pos == "VERB" and token.readings[0].form == "fin" and not self.is_own_auxiliary(at):
            return relatives.described_end(self.sentence, at)
        if token.pos == "SCONJ" or token.text in (":", ";"):
            return None
        return at - 1

    def is_named(self, at: int) -> bool:
        """Whether a day of the week is part of a name: “Sheffield Wednesday”."""
        name = self.sentence.name_at(at)
        return name is not None and name.first < at

    def is_pronominal(self, at: int) -> bool:
        """Whether a determiner stands for its noun: “many”, “both”."""
        return self.tokens[at].pos == "DET" and self.tokens[at].fold in _PRONOMINAL

    def is_own_auxiliary(self, at: int) -> bool:
        """Whether everything between this verb and ours is part of one verb group: “has repeatedly said”."""
        told = self.tokens[self.verb].readings[0].form == "fin"
        if told and any(token.readings[0].form == "part" for token in self.tokens[at + 1 : self.verb]):
            return False  # “those whom he had met said”
        return (
            all(
                token.pos in ("ADV", "VERB", "PART")
                and not (
                    token.pos == "VERB"
                    and index < self.verb
                    and token.readings[0].form == "fin"
                    and index != at
                    and token.readings[0].lemma not in ("be", "have", "do")
                )
                for index, token in enumerate(self.tokens[at + 1 : self.verb], at + 1)
            )
            and self.tokens[at].lemma in _AUXILIARIES
        )

    def past_insertion(self, at: int) -> int | None:
        """Return the index before the insertion that a comma, dash or bracket at ``at`` closes."""
        mark = self.tokens[at].text
        openers = {")": ("(",), "]": ("[",), ",": (",",)}.get(mark, inversion.DASHES)
        for index in range(at - 1, -1, -1):
            if self.tokens[index].text in openers:
                if mark == "," and self.tokens[index + 1].pos == "CCONJ" and self.tokens[index + 2].pos == "ADP":
                    return index + 1
                if inversion.is_insertion(self.sentence, index + 1, at):
                    return self.outermost(inversion.row_start(self.sentence, index, at), openers)
                if mark == ",":
                    continue
                return index - 1
        return at - 1

    def outermost(self, index: int, openers: tuple[str, ...]) -> int:
        """Go on past further insertions (“Smith, 37, from Leeds, …”) as long as what is before is no subject itself."""
        while openers == (",",) and index > 1:
            previous = self.tokens[index - 1]
            first = self.conjunct_start(index - 1)
            governed = first > 0 and self.tokens[first - 1].pos in ("ADP", "CCONJ")
            name = self.sentence.name_at(index - 1)
            loose = (
                previous.pos == "NUM" or is_degree(previous) or (name is not None and name.kind == "place") or governed
            )
            loose = loose or self.lists_several(index)
            earlier = next((i for i in range(index - 1, -1, -1) if self.tokens[i].text == ","), None)
            if not loose or earlier is None or self.tokens[earlier + 1].pos in ("SCONJ", "CCONJ"):
                break
            if not inversion.is_insertion(self.sentence, earlier + 1, index):
                break
            index = earlier
        return index - 1

    def lists_several(self, comma: int) -> bool:
        """Whether the names around a comma are those of several told before: “The sisters, Ann|, Jo and Kim Lee”."""
        rest = self.tokens[comma + 1 :]
        stop = next((i for i, token in enumerate(rest) if token.text == ","), len(rest))
        name = self.sentence.name_at(comma - 1)
        before = self.tokens[name.first - 2 : name.first] if name is not None and name.first > 1 else []
        several = len(before) == 2 and before[1].text == "," and before[0].readings[0].number == "plur"
        return several and any(token.pos == "CCONJ" for token in rest[:stop])

    def phrase(self, at: int) -> int | tuple[int, int] | None:
        """Return the bounds of the subject whose phrase ends at the token, or where to look on."""
        token = self.tokens[at]
        if token.fold in inversion.RELATIVE and token.pos == "PRON":
            return self.antecedent(at)
        if token.fold in _NOMINATIVE:
            return at, at + 1  # “admitting | she thought”
        first = self.begin(at)
        if first < at and self.tokens[first].fold in ("which", "what", "whatever"):
            return first + 1, noun_phrase(self.sentence, at)[1]
        if token.fold in _TIMES and self.is_time(first, at):
            return first - 1
        before = self.tokens[first - 1] if first else None
        if before is None:
            return noun_phrase(self.sentence, at)
        if (about := self.approximated(first)) is not None:
            return about
        if (number := self.compared(first)) is not None:
            return number, noun_phrase(self.sentence, at)[1]
        if before.pos == "ADP" and self.is_titled(first, at):
            return start(self.sentence, first - 2), at + 1
        if before.fold == "as" and at + 1 == self.verb and (first == 1 or not self.tokens[first - 2].is_word):
            return noun_phrase(self.sentence, at)  # “As the mayor put it, …”
        if before.pos == "ADP" or before.fold == "close":
            return first - 2
        if before.pos == "VERB" and before.readings[0].form != "fin" and not self.is_predicate(first - 1):
            return first - 2
        if (described := self.described_before(first)) is not None:
            return described
        if before.text == "," and (named := self.named_before(first, at)) is not None:
            return named
        return self.with_first_conjuncts(first, at)

    def begin(self, at: int) -> int:
        """Return where the phrase that ends at the token begins: “firms with | more than 50 workers”."""
        first = start(self.sentence, at)
        compared = first > 2 and self.tokens[first - 1].fold == "than" and self.tokens[first - 3].pos == "ADP"
        return first - 2 if compared else first

    def compared(self, first: int) -> int | None:
        """Return the number that stands before another one at ``first``: “three in ten drivers”, “two to four men”."""
        if self.tokens[first].pos != "NUM" and self.tokens[first].fold not in ("every", "the"):
            return None
        before = self.tokens[first - 1].fold if first > 1 else ""
        back = first - 3 if before == "of" and self.tokens[first - 2].fold == "out" else first - 2
        told = before in ("in", "of", "to") and back >= 0 and self.counts(back)
        return back if told else self.more_than(first)

    def counts(self, at: int) -> bool:
        return self.tokens[at].pos == "NUM" or self.tokens[at].fold == "one"

    def more_than(self, first: int) -> int | None:
        """Return where a comparison that leads to a number at ``first`` begins: “More than 70 per cent said”."""
        after = self.tokens[first + 1].fold
        share = self.tokens[first].pos != "NUM" or after in ("%", "percent", "per") or after in _FRACTIONS
        if first < 2 or self.tokens[first - 1].fold != "than" or not (self.is_amount(first) and share):
            return None
        opens = first == 2 or self.opens(first - 2) or self.tokens[first - 3].pos in ("ADV", "CCONJ")
        return first - 2 if opens and self.tokens[first - 2].fold in ("more", "less", "fewer") else None

    def approximated(self, first: int) -> int | tuple[int, int] | None:
        """Return the subject that opens with a number which is not exact: “At least 30 nurses | said”."""
        number = first + (not self.is_amount(first))
        begin = approximated(self.sentence, number) if number < self.verb else number
        if begin == number or not self.is_amount(number):
            return None
        before = self.tokens[begin - 1] if begin else None
        found = begin, noun_phrase(self.sentence, number)[1]
        if before is not None and before.pos == "VERB" and before.readings[0].form == "fin":
            return relatives.described_end(self.sentence, begin - 1) or found
        # not “ships over 300 tonnes”
        free = begin == number - 1 and not (before is not None and before.pos == "NOUN")
        return found if before is None or before.pos == "CCONJ" or self.opens(begin) or free else None

    def is_amount(self, first: int) -> bool:
        """Whether a number or “half” begins the phrase: “about half of those asked said”."""
        return self.tokens[first].pos == "NUM" or self.tokens[first].fold == "half"

    def named_before(self, first: int, at: int) -> tuple[int, int] | None:
        """Return the name whose post, or post and body, stand behind it up to there: “Ann Lee, head of Acme said”."""
        if is_personal(self.tokens[at]):
            name = self.sentence.name_at(self.before_age(first - 2)) if self.is_apposed(first, at) else None
        else:
            name = housed.named(self.sentence, first)
        return (start(self.sentence, name.stop - 1), name.stop) if name is not None else None

    def is_apposed(self, first: int, at: int) -> bool:
        """Whether a description follows a person's name, its second comma left out: “Ann Lee, head of Acme said”."""
        name = self.sentence.name_at(self.before_age(first - 2)) if first > 1 else None
        described = is_personal(self.tokens[at]) and self.sentence.name_at(at) is None
        if not described or name is None or name.kind != "person" or self.tokens[at].readings[0].number == "plur":
            return False
        return self.opens(start(self.sentence, name.stop - 1))  # not “in a letter to Ann Lee, the senator wrote”

    def before_age(self, at: int) -> int:
        """Return the token before an age that ends at ``at`` with its comma: “Ann Lee, 52, …”."""
        aged = self.tokens[at].pos == "NUM" and at > 1 and self.tokens[at - 1].text == ","
        return at - 2 if aged else at

    def is_titled(self, first: int, at: int) -> bool:
        """Whether the complement of a title runs on into the name: “Special Agent in Charge Ann Lee”."""
        name = self.sentence.name_at(at)
        if name is None or name.kind != "person" or first >= name.first or first < 2:
            return False
        between = self.tokens[first : name.first]
        plain = any(token.pos == "PROPN" and not is_personal(token) for token in between)
        return plain and self.tokens[first].is_capital and is_personal(self.tokens[first - 2])

    def is_time(self, first: int, at: int) -> bool:
        """Whether a noun of time tells when, and does not act: “on Monday”, “last week”."""
        before = self.tokens[at - 1].fold if at else ""
        return (first == at and before != "the") or before in (
            "last",
            "this",
            "next",
            "earlier",
            "later",
            "that",
            "each",
            "every",
        )

    def antecedent(self, at: int) -> int | tuple[int, int] | None:
        """“…, who said”: the noun before the relative pronoun."""
        back = at - 1
        while back >= 0 and (self.tokens[back].text == "," or self.tokens[back].pos == "ADP"):
            back -= 1
        if back < 0:
            return at, at + 1
        return relatives.antecedent_ending(self.sentence, back, who=self.tokens[at].fold == "who")

    def described_before(self, first: int) -> int | None:
        """Return where the noun ends whose relative clause goes on up to there: “Drivers who saw fire or | smoke”."""
        if self.tokens[first - 1].pos == "VERB":
            return relatives.described_end(self.sentence, first - 1)
        if self.tokens[first - 1].fold not in ("and", "or"):
            return None
        for index in range(first - 2, -1, -1):
            token = self.tokens[index]
            if not token.is_word:
                return None
            if token.pos == "VERB" and token.readings[0].form == "fin":
                relative = relatives.pronoun_before(self.sentence, index)
                opens = relative is not None and self.opens(start(self.sentence, relative - 1))
                return relative - 1 if relative is not None and opens else None
        return None

    def is_predicate(self, at: int) -> bool:
        """Whether a participle or infinitive belongs to a finite group: “are concerned the law …”."""
        before = self.tokens[at - 1] if at else None
        return before is not None and before.pos == "VERB" and before.lemma in ("be", "have")

    def shared(self, at: int) -> tuple[int, int] | None:
        """“She smiled and said”: the subject of the main clause's verb before the conjunction.

        Of a clause within it where the tense goes with that alone: “Smith says | Lee left and told …”, “Smith said
        | Lee had left and would write”.
        """
        found, tense = None, self.tokens[self.verb].readings[0].tense
        inner = ""
        for index in range(at - 1, -1, -1):
            token = self.tokens[index]
            if (
                token.pos != "VERB"
                or token.readings[0].form != "fin"
                or relatives.pronoun_before(self.sentence, index) is not None
            ):
                continue
            candidate = subject(self.sentence, index)
            if candidate is None:
                continue
            own = token.readings[0].tense
            if found is not None and (inner == tense != own or self.tokens[self.verb].fold in _REPORTED):
                return found
            found, inner = candidate, own
            opener = self.tokens[candidate[0] - 1] if candidate[0] else None
            if any(token.fold in _ASKING for token in self.tokens[max(0, candidate[0] - 2) : candidate[0]]):
                continue  # “Acme was unable to say how long work would stop, but warned …”
            if opener is None or (opener.pos not in ("VERB", "SCONJ") and opener.text not in inversion.QUOTES):
                break
        return found

    def with_first_conjuncts(self, first: int, at: int) -> int | tuple[int, int]:
        """Return the phrase, with the conjuncts before it where they open the clause: “Smith, Jones and Brown”.

        A list behind a preposition belongs to the noun before that: “The grants | for Leeds, Hull and York will …”.
        """
        begin, stop = noun_phrase(self.sentence, at)
        begin = whole = min(begin, first)
        while (back := self.conjunct_before(whole, at)) is not None:
            whole = self.conjunct_start(back)
            if whole > 1 and self.tokens[whole - 1].text == "," and self.is_apposed(whole, back):
                whole = start(self.sentence, whole - 2)  # “Ann Lee, the mayor, and Jo Fox”
            if self.opens(whole) and self.is_list(whole, at):
                begin = whole
            if self.tokens[back].pos == "ADJ":
                break
        listed = whole < begin and whole > 1 and self.tokens[whole - 1].pos == "ADP"
        opening = self.conjunct_start(whole - 2) if listed and self.tokens[whole - 2].pos == "NOUN" else None
        leads = opening is not None and self.opens(opening) and self.tokens[opening - 1].pos != "SCONJ"
        return whole - 2 if leads else (begin, stop)

    def opens(self, first: int) -> bool:
        """Whether a clause can begin with the phrase at ``first``."""
        opener = self.tokens[first - 1] if first else None
        return opener is None or opener.text in inversion.QUOTES or opener.text == "," or opener.pos == "SCONJ"

    def conjunct_before(self, whole: int, at: int) -> int | None:
        """Return the last token of the conjunct before the one that begins at ``whole``."""
        if whole < 2:
            return None
        mark, back = self.tokens[whole - 1], whole - 2
        listed = mark.text == "," and self.tokens[back].fold not in _TIMES and self.is_list(whole, at)
        if mark.fold not in ("and", "&") and not listed:
            return None  # nor is a day one of them: “Friday, Ann Lee and Jo Fox said”
        if self.tokens[back].text == "," and back:
            back -= 1
        if self.tokens[back].text == ")":
            back = next((i - 1 for i in range(back, 0, -1) if self.tokens[i].text == "("), back)
        nominal = self.tokens[back].pos in ("NOUN", "PROPN") or self.sentence.name_at(back) is not None
        return back if nominal or self.is_attribute(back) else None

    def is_attribute(self, at: int) -> bool:
        """Whether an adjective that “and” joins to another opens the clause: “…, Chinese and U.S. experts say”."""
        before = self.tokens[at - 1] if at else None
        opens = (
            before is None or before.text == "," or before.text in inversion.QUOTES or before.pos in ("DET", "SCONJ")
        )
        return self.tokens[at].pos == "ADJ" and opens

    def conjunct_start(self, at: int) -> int:
        """The start of a conjunct; a noun inside a complement (“the heads of A and B”) leads to the whole."""
        first = start(self.sentence, at)
        while first > 1 and self.tokens[first - 1].fold == "of":
            first = start(self.sentence, first - 2)
        return first

    def is_list(self, first: int, at: int) -> bool:
        """Whether the tokens join several members."""
        return any(token.fold in ("and", "&") for token in self.tokens[first:at])
