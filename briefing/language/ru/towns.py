"""Towns that a tagger takes for people: «в Галиче, Буе и | Нерехте», «в Кашин и | Бежецк»."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.language.base import Name, Sentence


def put_right(sentences: Sequence[Sentence]) -> None:
    """Make a place of each name of one word that the dictionary knows as a place alone, unless a person bears it."""
    borne = {
        sentence.tokens[index].lemma
        for sentence in sentences
        for name in sentence.names
        if name.kind == "person" and name.stop - name.first > 1
        for index in range(name.first, name.stop)
    }
    for sentence in sentences:
        for place, name in enumerate(sentence.names):
            if _is_town(sentence, name) and sentence.tokens[name.first].lemma not in borne:
                sentence.names[place] = Name(name.first, name.stop, "place")


def _is_town(sentence: Sentence, name: Name) -> bool:
    """Whether the dictionary knows the one word of a person's name as a town's, and as nothing else."""
    if name.kind != "person" or name.stop - name.first > 1:
        return False
    return all(r.known and r.name == "place" and r.number == "sing" for r in sentence.tokens[name.first].readings)
