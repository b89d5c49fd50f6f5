"""An article of our own with a briefing made by hand, so that nothing here changes when extraction improves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from briefing.app.engine import ReadError
from briefing.extract.marking import as_quote
from briefing.model import Action, Article, Briefing, Fact, Figure, Paragraph, Quote, Span, Speaker
from briefing.review.keeping import Keeper, Medium

TEXT = (Path(__file__).parent / "bridge.txt").read_text(encoding="utf-8")


def span(words: str, occurrence: int = 0) -> tuple[int, int, str]:
    """Return the place of these words in the text."""
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words), words


def piece(words: str, occurrence: int = 0) -> Span:
    start, end, text = span(words, occurrence)
    return Span(start=start, end=end, text=text)


def fields(words: str, occurrence: int = 0) -> dict[str, object]:
    start, end, text = span(words, occurrence)
    return {"start": start, "end": end, "text": text}


def make_article(text: str = TEXT, where: str = "bridge.txt") -> Article:
    paragraphs = []
    start = 0
    for part in text.split("\n\n"):
        stripped = part.rstrip("\n")
        kind = "body"
        if start == 0:
            kind = "title"
        elif stripped.startswith("Фото:"):
            kind = "credit"
        elif len(stripped) < 20:
            kind = "heading"
        if stripped:
            paragraphs.append(Paragraph(start=start, end=start + len(stripped), kind=kind))
        start += len(part) + 2
    return Article(
        id=Article.identify(text),
        source=where,
        language="ru",
        title=text.partition("\n")[0] or None,
        date="2020-10-14",
        place="Заречная",
        text=text,
        paragraphs=tuple(paragraphs),
    )


def make_briefing() -> Briefing:
    figures = (
        Figure(id="n1", kind="measure", value=412, unit="метр", **fields("412 метров")),
        Figure(id="n2", kind="date", value="2020-10-14", **fields("14 октября", 1)),
        Figure(id="n3", kind="money", value=1_800_000_000, unit="RUB", **fields("1,8 млрд рублей")),
        Figure(id="n4", kind="time", value=12, unit="минута", **fields("12 минут")),
        Figure(id="n5", kind="date", value="2020-11-01", **fields("1 ноября")),
        Figure(id="n6", kind="date", value="2020-12-20", **fields("20 декабря")),
        Figure(id="n7", kind="date", value="2021", **fields("2021 году")),
    )
    speakers = (
        Speaker(
            id="s1",
            name="Марина Соловьёва",
            kind="person",
            role="глава округа",
            mentions=(piece("Марина Соловьёва"), piece("Она"), piece("Соловьёвой")),
        ),
        Speaker(
            id="s2",
            name="Олег Вершинин",
            kind="person",
            role="директор подрядной компании",
            mentions=(piece("Олег Вершинин"), piece("Вершинин", 1)),
        ),
        Speaker(id="s3", name="губернатор", kind="unnamed", mentions=(piece("Губернатор"),)),
    )
    quotes = (
        Quote(
            id="q1",
            kind="direct",
            speaker="s1",
            cue=piece("сказала"),
            via="name",
            **fields("Мы ждали этот мост двадцать лет. Теперь дорога до больницы занимает 12 минут вместо часа"),
        ),
        Quote(
            id="q2",
            kind="indirect",
            speaker="s1",
            cue=piece("добавила"),
            via="pronoun",
            **fields("движение грузовиков начнётся 1 ноября"),
        ),
        Quote(
            id="q3",
            kind="indirect",
            speaker="s2",
            cue=piece("сообщил"),
            via="name",
            **fields("бригады работали без выходных"),
        ),
        Quote(
            id="q4",
            kind="direct",
            speaker="s2",
            cue=piece("подчеркнул"),
            via="name",
            **fields("Опоры рассчитаны на сто лет, и за каждую мы отвечаем"),
        ),
        Quote(
            id="q5",
            kind="indirect",
            speaker="s1",
            cue=piece("По словам Соловьёвой"),
            via="name",
            **fields("жители левого берега смогут оформить льготный проезд в декабре"),
        ),
        Quote(
            id="q6",
            kind="indirect",
            cue=piece("Было отмечено"),
            **fields("старый паром будут содержать ещё один сезон"),
        ),
    )
    facts = (
        Fact(
            id="f1",
            kind="event",
            score=0.9,
            figures=("n1", "n2"),
            **fields("Мост длиной 412 метров открыли в Заречной во вторник, 14 октября."),
        ),
        Fact(
            id="f2",
            kind="money",
            score=0.8,
            figures=("n3",),
            **fields("Строительство обошлось в 1,8 млрд рублей, треть суммы выделил областной бюджет."),
        ),
    )
    actions = (
        Action(
            id="a1",
            status="directed",
            actor=None,
            speaker="s3",
            deadline="2020-12-20",
            deadline_span=piece("20 декабря"),
            **fields("установить освещение на подходах к мосту"),
        ),
        Action(
            id="a2",
            status="planned",
            actor="Администрация округа",
            deadline="2099",
            **fields("продлить автобусный маршрут № 7 на правый берег"),
        ),
    )
    return Briefing(
        article=make_article(), speakers=speakers, quotes=quotes, figures=figures, facts=facts, actions=actions
    )


class ExampleEngine:
    """Serves texts from memory: the example with its briefing, any other text with an empty one."""

    def __init__(self, texts: dict[str, str] | None = None, medium: Medium | None = None) -> None:
        self.medium = medium
        self.texts = {"bridge.txt": TEXT} | (texts or {})
        self.saved: dict[Path, str | bytes] = {}
        self.rendered: list[Briefing] = []

    def opening(self, where: str) -> str | None:
        return None

    def text(self, where: str) -> str:
        if where not in self.texts:
            raise ReadError(f"{where}: no such file")
        return self.texts[where]

    def title(self, text: str) -> str:
        return ""

    def heading(self, where: str) -> str:
        return self.texts[where].partition("\n")[0]

    def article(self, text: str, where: str) -> Article:
        return make_article(text, where)

    def briefing(self, article: Article, progress: Callable[[float], None]) -> Briefing:
        return make_briefing() if article.text == TEXT else Briefing(article=article)

    def people(self, article: Article) -> list[str]:
        return ["Марина Соловьёва", "Пётр Лугов"]

    def as_quote(self, article: Article, start: int, end: int) -> tuple[str, int, int]:
        return as_quote(article, start, end)

    def keeper(self, article: Article) -> Keeper | None:
        return Keeper(article, self.medium) if self.medium is not None else None

    def samples(self) -> list[str]:
        return list(self.texts)

    def lemma(self, word: str) -> str:
        return word[:4]

    def markdown(self, briefing: Briefing) -> str:
        self.rendered.append(briefing)
        return "# " + (briefing.article.title or "") + "\n\n" + briefing.article.text

    def formats(self) -> dict[str, str]:
        return {"markdown": ".md", "json": ".json", "docx": ".docx"}

    def render(
        self, briefing: Briefing, form: str, layers: Sequence[str], extras: Collection[str] = ()
    ) -> dict[str, str | bytes]:
        self.rendered.append(briefing)
        if form == "docx":
            return {"": b"PK"}
        added = f"with {' and '.join(sorted(extras))}\n" if extras else ""
        return {"": f"{self.markdown(briefing)}\n{form}: {', '.join(layers)}\n{added}"}

    def output(self, source: str, suffix: str) -> Path:
        return Path(source).with_suffix(suffix)

    def save(self, path: Path, written: Mapping[str, str | bytes], source: str, *, overwrite: bool) -> None:
        if path in self.saved and not overwrite:
            raise FileExistsError(path)
        self.saved[path] = written[""]
