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
        if any(_is_town(sentence, name) for name in sentence.names):
            sentence.names = [_as_place(name) if _is_free(sentence, name, borne) else name for name in sentence.names]


def _is_town(sentence: Sentence, name: Name) -> bool:
    readings = sentence.tokens[name.first].readings
    alone = name.kind == "person" and name.stop - name.first == 1
    return alone and all(r.known and r.name == "place" and r.number == "sing" for r in readings)


def _is_free(sentence: Sentence, name: Name, borne: set[str]) -> bool:
    return _is_town(sentence, name) and sentence.tokens[name.first].lemma not in borne


def _as_place(name: Name) -> Name:
    return Name(name.first, name.stop, "place")
