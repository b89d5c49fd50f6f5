"""The phrase that names the speaker of a cue: subject, owner, institution or document."""

from __future__ import annotations

from briefing.extract import roles
from briefing.extract.drafts import Mention
from briefing.extract.quotes import documents, houses, someone
from briefing.extract.quotes.cues import Cue
from briefing.extract.quotes.lexicon import Speech
from briefing.extract.quotes.periods import Period
from briefing.language import Sentence


def of_verb(period: Period, cue: Cue, speech: Speech, within: tuple[int, int] | None = None) -> Mention | None:
    """Return the mention of whom the verb's words are attributed to, or None if the sentence names nobody.

    ``within`` are the tokens in which it has to stand.
    """
    found = _of_verb(period, cue, speech)
    if found is None or within is None:
        return found
    begin, end = period.span(*within)
    if begin <= found.start < end:
        return found
    return houses.institution(period, cue, speech) or houses.rulers_after(period, cue, within[1])


def _of_verb(period: Period, cue: Cue, speech: Speech) -> Mention | None:
    if cue.takes("cites") and (cited := _cited(period, cue, speech)) is not None:
        return cited
    if cue.form == "passive":
        return _agent(period, cue) or documents.after(period, cue, speech)
    if cue.form == "participle":
        return _modified(period, cue.first)
    verb = cue.first
    if cue.form in ("infinitive", "converb"):
        main = governing(period, cue)
        if main is None:
            return None
        verb = main
    found = subject(period, verb)
    shown = found is not None and _is_shown(period, found)
    if cue.reading.number == "plur" and not shown and (body := houses.institution(period, cue, speech)) is not None:
        return body
    if found is not None and (_is_only_object(cue, found) or _is_past_relative(period, cue, found, speech)):
        return houses.institution(period, cue, speech)
    if found is not None and _is_relative(found, speech):
        return _antecedent(period, found)
    return found or houses.institution(period, cue, speech)


def _is_shown(period: Period, found: Mention) -> bool:
    """Whether the form shows that several people are the subject, wherever they speak: «депутаты заявили в мэрии»."""
    if len(period.language.conjuncts(found.sentence, found.first, found.stop)) > 1:
        return True
    head, _ = period.language.head(found.sentence, found.first, found.stop)
    likely = found.sentence.tokens[head].readings[0]
    return (likely.pos, likely.case, likely.number) == ("NOUN", "nom", "plur") and likely.animate


def _is_only_object(cue: Cue, found: Mention) -> bool:
    """Whether a plural without a subject is said of a single one: «Ольгу называли», «закон, который называют»."""
    head = found.sentence.tokens[found.first]
    if cue.form != "finite" or cue.reading.number != "plur" or head.reading(case="acc", number="sing") is None:
        return False
    joined = any(token.pos == "CCONJ" for token in found.sentence.tokens[found.first : found.stop])
    nominative = head.reading(case="nom") is not None
    relative = head.pos == "PRON" or (found.stop - found.first == 1 and head.pos in ("DET", "ADJ"))
    return not joined and (relative or not nominative) and head.reading(case="nom", number="plur") is None


def _is_past_relative(period: Period, cue: Cue, found: Mention, speech: Speech) -> bool:
    """Whether a clause in which people name it parts a single one from the verb: «Ольга, которую | называют»."""
    tokens, verb = found.sentence.tokens, period.places[cue.first][1]
    if cue.form != "finite" or cue.reading.number != "plur" or tokens[found.stop - 1].reading(number="sing") is None:
        return False
    between = tokens[found.stop : verb]
    return any(speech.is_in("relative", token) and token.reading(case="acc", number="sing") for token in between)


def _agent(period: Period, cue: Cue) -> Mention | None:
    """Return by whom something is said in the passive, in the instrumental: «прокуратурой района | установлено»."""
    kinds = roles.lexicon(period.language).kinds
    first, stop = period.segment(cue.first)
    for index in (*range(cue.first - 1, first - 1, -1), *range(cue.stop, stop)):
        noun = period.tokens[index].reading(pos="NOUN", case="ins")
        if (
            noun is None
            or noun.fixed
            or period.inside[index] is not None
            or not (noun.animate or kinds(noun.lemma) & roles.SPEAKING)
        ):
            continue
        sentence, local = period.places[index]
        begin, end = period.language.noun_phrase(sentence, local)
        offset = index - local
        if cue.takes("infinitive") and all(sentence.tokens[i].reading(case="dat") for i in (begin, local)):
            continue  # «рабочим поручено»: who is told
        if begin + offset == 0 or period.tokens[begin + offset - 1].pos != "ADP":
            return period.mention(begin + offset, end + offset)
    return None


def _cited(period: Period, cue: Cue, speech: Speech) -> Mention | None:
    """Return whose words a verb cites: «приводит агентство слова | мэра», «цитирует | мэра агентство»."""
    first, stop = period.segment(cue.first)
    for index in [*range(cue.stop, stop), *range(first, cue.first)]:
        if period.inside[index] is None and period.tokens[index].readings[0].lemma in speech.nouns:
            if index and speech.is_in("possessors", period.tokens[index - 1]):
                return period.mention(index - 1, index)  # «приводит газета его слова»
            return _without_citing(period, cue, documents.owner(period, index + 1))
    if not cue.takes("whom"):
        return None
    around = [*range(cue.stop, stop), *range(first, cue.first)]
    whom = (period.mention(i, _past_phrase(period, i)) for i in around if _is_whom(period, i, cue.first, speech))
    return _without_citing(period, cue, next(whom, None))


def _without_citing(period: Period, cue: Cue, mention: Mention | None) -> Mention | None:
    """Return the mention without the outlet that cites, if that ends it: «цитирует | губернатора | ТАСС»."""
    if mention is None or cue.form != "finite":
        return mention
    last = mention.sentence.name_at(mention.stop - 1)
    named = last is not None and last.kind == "organisation" and mention.first < last.first
    shown = named and mention.sentence.tokens[mention.stop - 1].reading(case="nom") is not None
    if last is None or not named or not (shown or not mention.sentence.tokens[mention.stop - 1].readings[0].case):
        return mention
    found = subject(period, cue.first)
    alone = found is None or mention.first <= found.first < mention.stop
    return Mention(mention.sentence, mention.first, last.first) if alone else mention


def _is_whom(period: Period, index: int, verb: int, speech: Speech) -> bool:
    """Whether a person or body in the accusative begins here; a post after a noun may be its attribute."""
    if period.inside[index] is not None:
        return False
    token, before = period.tokens[index], period.tokens[index - 1] if index else None
    sentence, local = period.places[index]
    name = sentence.name_at(local)
    if name is not None:
        return name.kind == "person" and name.first == local and token.reading(case="acc") is not None
    if index == verb + 1 and speech.is_in("of_others", token) and token.pos == "DET":
        return True  # «цитирует её | пресс-служба»
    behind_name = local > 0 and sentence.name_at(local - 1) is not None  # «цитирует «Смена» пресс-службу»
    if roles.lexicon(period.language).kinds(token.lemma) & roles.BODIES and (index == verb + 1 or behind_name):
        return token.reading(case="acc") is not None and token.reading(case="nom") is None
    object_ = token.reading(case="acc")
    if object_ is None or (before is not None and (before.pos == "ADP" or before.pos == "NOUN") and index != verb + 1):
        return False
    personal = object_.pos == "PRON" and object_.person == "3"
    speaks = object_.animate or houses.is_house(period, token, speech)
    return personal or (object_.pos == "NOUN" and speaks and token.reading(case="nom") is None)


def _past_phrase(period: Period, index: int) -> int:
    sentence, local = period.places[index]
    _, stop = period.language.noun_phrase(sentence, local)
    whose = period.tokens[index].pos == "DET"  # «её | пресс-служба»
    return index + max(1, stop - local) if not whose else index + 1


def is_accused(period: Period, cue: Cue, mention: Mention) -> bool:
    """Whether the mention is no subject but the verb's object, which nothing else can be: «директора обвиняют в …»."""
    if cue.form != "finite":
        return False
    head, _ = period.language.head(mention.sentence, mention.first, mention.stop)
    if mention.sentence.tokens[head].reading(case="acc", number="sing") is None or cue.reading.number != "plur":
        return False
    first, stop = period.segment(cue.first)
    return not any(
        period.inside[i] is None
        and not mention.start <= period.tokens[i].start < mention.end
        and period.tokens[i].pos in ("NOUN", "PROPN", "PRON", "DET", "X")
        and period.tokens[i].reading(case="acc") is not None
        and period.tokens[i - 1].pos not in ("ADP", "ADJ")
        for i in range(first, stop)
    )


def subject(period: Period, verb: int) -> Mention | None:
    """Return the subject of the verb at ``verb``, cut to the sentence in which it begins."""
    sentence, local = period.places[verb]
    found = period.language.subject(sentence, local)
    if found is None:
        return None
    offset = verb - local
    return period.mention(found[0] + offset, found[1] + offset)


def governing(period: Period, cue: Cue) -> int | None:
    """Return the finite verb on which an infinitive or converb depends: the nearest to the left, else to the right."""
    sentence = period.places[cue.first][0]
    indices = [i for i in range(len(period)) if period.places[i][0] is sentence and period.inside[i] is None]
    left = [i for i in indices if i < cue.first and period.is_predicate(i)]
    right = [i for i in indices if i > cue.first and period.is_predicate(i)]
    if cue.form == "infinitive":
        return left[-1] if left else None
    if left:
        return left[-1]
    # «Заявив, что готов уйти, тренер вышел»: the clause of content comes before the main one.
    clause = any(t.pos == "SCONJ" for t in period.tokens[cue.stop : right[0]]) if right else False
    return right[1] if clause and len(right) > 1 else right[0] if right else None


def _is_relative(mention: Mention, speech: Speech) -> bool:
    token = mention.sentence.tokens[mention.first]
    return mention.stop - mention.first == 1 and speech.is_in("relative", token)


def _antecedent(period: Period, relative: Mention) -> Mention | None:
    """Return the noun phrase that a relative pronoun takes up: the one that ends before its comma."""
    sentence, index = relative.sentence, relative.first - 1
    while index >= 0 and not sentence.tokens[index].is_word:
        index -= 1
    if _agreeing_head(sentence, index, relative.first):
        first, _ = period.language.noun_phrase(sentence, index)
        return Mention(sentence, first, index + 1) if first <= index else None
    found = _phrase_ending(period, sentence, index)
    name = sentence.name_at(index) if index >= 0 else None
    if found is not None and name is not None and name.kind == "person" and not _may_be_who(period, found):
        return Mention(sentence, name.first, name.stop)  # «вопрос о здоровье мэра Льва Лосева, который сказал»
    return found if found is None or _may_mean(period, found, relative) else _named_before(sentence, relative) or found


def antecedent(period: Period, pronoun: int) -> Mention | None:
    """Return the noun phrase that the relative pronoun at ``pronoun`` takes up, a preposition before it left out."""
    sentence, local = period.places[pronoun]
    first = next((i for i in range(local, -1, -1) if sentence.tokens[i].text == ","), local)
    mention = _antecedent(period, Mention(sentence, first + 1, first + 2))
    one, head = sentence.tokens[local].readings[0], None
    if mention is not None:
        _, head = period.language.head(sentence, mention.first, mention.stop)
    return mention if head is not None and head.number in ("", one.number) else None


def _may_be_who(period: Period, antecedent: Mention) -> bool:
    """Whether the head of the phrase is somebody or a body, who then may speak."""
    if someone.can_speak(Mention(antecedent.sentence, antecedent.first, antecedent.first + 1)):
        return True
    _, head = period.language.head(antecedent.sentence, antecedent.first, antecedent.stop)
    return head.animate or bool(roles.lexicon(period.language).kinds(head.lemma) & {*roles.BODIES, "group"})


def _may_mean(period: Period, antecedent: Mention, relative: Mention) -> bool:
    """Whether the antecedent has the number of the relative pronoun."""
    one = relative.sentence.tokens[relative.first].readings[0].number
    _, head = period.language.head(antecedent.sentence, antecedent.first, antecedent.stop)
    return not (one and head.number) or one == head.number


def _named_before(sentence: Sentence, relative: Mention) -> Mention | None:
    """Return the person named last before the pronoun: «попытки Лосева привлечь избирателей, который обещал»."""
    names = [n for n in sentence.names if n.kind == "person" and n.stop <= relative.first]
    return Mention(sentence, names[-1].first, names[-1].stop) if names else None


def _modified(period: Period, participle: int) -> Mention | None:
    """Return the noun that a participle modifies: the phrase before its comma, which agrees with it."""
    sentence, local = period.places[participle]
    index = local - 1
    while index >= 0 and not sentence.tokens[index].is_word:
        index -= 1
    return _phrase_ending(period, sentence, index)


def _agreeing_head(sentence: Sentence, index: int, pronoun: int) -> bool:
    """Whether the word before a relative pronoun is a living being that agrees with it, which it then means."""
    head = sentence.tokens[index].reading(pos="NOUN") if index >= 0 else None
    one = sentence.tokens[pronoun].readings[0]
    return head is not None and head.animate and (head.number, head.gender) == (one.number, one.gender)


def _phrase_ending(period: Period, sentence: Sentence, index: int) -> Mention | None:
    if index < 0:
        return None
    best: tuple[int, int] | None = None
    for head in range(index, max(-1, index - 8), -1):
        token = sentence.tokens[head]
        if not token.is_word or token.pos in ("VERB", "ADP"):
            break
        if token.pos in ("NOUN", "PROPN", "X") or sentence.name_at(head) is not None:
            first, stop = period.language.noun_phrase(sentence, head)
            if stop > index:
                best = (first, index + 1)
    return Mention(sentence, *best) if best is not None else None


def phrase_ending(period: Period, index: int) -> Mention | None:
    """Return the noun phrase that ends with the token at ``index`` of the period."""
    sentence, local = period.places[index]
    return _phrase_ending(period, sentence, local)
