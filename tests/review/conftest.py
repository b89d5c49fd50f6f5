"""A briefing with two of each layer, made by hand, and every kind of thing that a person can do to one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import strategies as st

from briefing.model import Action, Article, Briefing, Fact, Figure, Paragraph, Quote, Span, Speaker
from briefing.review import Review, Reviewed, changes
from briefing.sources.clean import inline

TITLE = "В Луговом чинят мост"
BODY = (
    "Мост через Тихую откроют к 1 декабря, на ремонт ушло 30% бюджета. Мэр Анна Речная назвала срок окончательным.",
    "«Мы успеем до морозов», — сказала Речная. Её заместитель Пётр Лесной пообещал, что автобусы пойдут сразу.",
    "На вторую очередь отложено 30% бюджета. «Объезд закроем последним», — добавил Лесной.",
)


def span(text: str, words: str, nth: int = 0) -> dict[str, int | str]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words}


def article(*paragraphs: str, source: str = "most.txt") -> Article:
    text = "\n\n".join(paragraphs)
    places, start = [], 0
    for number, paragraph in enumerate(paragraphs):
        places.append(Paragraph(start=start, end=start + len(paragraph), kind="body" if number else "title"))
        start += len(paragraph) + 2
    return Article(
        id=Article.identify(text),
        source=source,
        language="ru",
        title=paragraphs[0],
        date="2025-10-02",
        text=text,
        paragraphs=tuple(places),
    )


def find(made: Article) -> Briefing:
    """Find in a text what a program would that looks for these very words; what is not there is not found."""
    text = made.text

    def at(words: str, nth: int = 0) -> dict[str, int | str] | None:
        return span(text, words, nth) if text.count(words) > nth else None

    names = (("s1", "Анна Речная", "мэр"), ("s2", "Пётр Лесной", "заместитель мэра"))
    speakers = [
        Speaker(id=id_, name=name, kind="person", role=role, mentions=(Span(**where),))
        for id_, name, role in names
        if (where := at(name))
    ]
    known = {speaker.id for speaker in speakers}
    said = (
        ("direct", "s1", "Мы успеем до морозов"),
        ("indirect", "s2", "автобусы пойдут сразу"),
        ("direct", "s2", "Объезд закроем последним"),
    )
    to_do = (("Мост через Тихую откроют к 1 декабря", "/2025-12-01"), ("автобусы пойдут сразу", None))
    key = ((BODY[0].partition(". ")[0] + ".", 0.9), ("На вторую очередь отложено 30% бюджета.", 0.5))
    return Briefing(
        article=made,
        speakers=tuple(speakers),
        quotes=tuple(
            Quote(id=f"q{n}", kind=kind, speaker=speaker if speaker in known else None, via="name", **where)
            for n, (kind, speaker, words) in enumerate(said, 1)
            if (where := at(words))
        ),
        figures=tuple(
            Figure(id=f"n{n}", kind="percent", value=30, unit="%", **where)
            for n in (1, 2)
            if (where := at("30%", n - 1))
        ),
        facts=tuple(
            Fact(id=f"f{n}", kind="statement", score=score, **where)
            for n, (words, score) in enumerate(key, 1)
            if (where := at(words))
        ),
        actions=tuple(
            Action(id=f"a{n}", status="planned", deadline=deadline, **where)
            for n, (words, deadline) in enumerate(to_do, 1)
            if (where := at(words))
        ),
    )


@pytest.fixture(scope="session")
def bridge() -> Briefing:
    return find(article(TITLE, *BODY))


Step = Callable[[Reviewed], Review]
TEXTS = st.text(max_size=12)
VALUES = {
    "facts": st.just({}),
    "quotes": st.fixed_dictionaries({"kind": st.sampled_from(["direct", "indirect"])}),
    "actions": st.fixed_dictionaries(
        {},
        optional={
            "wording": st.sampled_from(["открыть мост", None]),
            "status": st.sampled_from(["agreed", "planned"]),
            "actor": st.sampled_from(["мэрия", None]),
            "deadline": st.sampled_from(["2025-11", "/2025-12-01", None]),
        },
    ),
    "figures": st.fixed_dictionaries(
        {}, optional={"value": st.integers(-9, 99) | st.just("2025"), "unit": st.just("%")}
    ),
    "speakers": st.fixed_dictionaries(
        {}, optional={"name": st.sampled_from(["Анна Речная", "А. Речная"]), "role": st.sampled_from(["мэр", None])}
    ),
}


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """One thing that a person does to some item."""
    what = draw(st.sampled_from(("decide", "comment", "pin", "done", "edit", "move", "add", "merge", "give")))
    place = draw(st.integers(0, 99))
    other = draw(st.integers(0, 99))
    text = draw(TEXTS)
    switch = draw(st.booleans())
    state = draw(st.sampled_from(("accepted", "dismissed", "undecided")))
    edits = {layer: draw(values) for layer, values in VALUES.items()}

    def step(reviewed: Reviewed) -> Review:
        item = reviewed.items[place % len(reviewed.items)]
        speakers = reviewed.layer("speakers")
        start = place * 3
        end = start + 4 + other % 30
        words = bool(reviewed.article.text[start:end].strip()) and end <= len(reviewed.article.text)
        match what:
            case "decide":
                return changes.decide(reviewed, item, state)
            case "comment":
                return changes.comment(reviewed, item, text)
            case "pin":
                return changes.pin(reviewed, item, switch)
            case "done" if item.layer == "actions":
                return changes.done(reviewed, item, switch)
            case "edit":
                return changes.edit(reviewed, item, edits[item.layer])
            case "move" if item.layer != "speakers" and words:
                return changes.move(reviewed, item, start, end)
            case "add" if words:
                layer = ("facts", "quotes", "actions", "figures")[other % 4]
                return changes.add(reviewed, layer, start, end, edits[layer])[0]
            case "merge" if len(speakers) > 1:
                one, two = speakers[place % len(speakers)], speakers[(place + 1) % len(speakers)]
                return changes.merge(reviewed, one, two)
            case "give" if item.layer in ("quotes", "actions"):
                named = changes.speaker_name(speakers[other % len(speakers)]) if speakers and switch else ""
                name = named or inline(text) or "Кто-то иной"
                return changes.give(reviewed, [item], name)
        return reviewed.review

    return step
