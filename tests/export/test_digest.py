"""A digest of many articles."""

from markdown_it import MarkdownIt

from briefing.export.digest import document
from briefing.model import Briefing


def changed(briefing: Briefing, day: str | None, title: str, deadline: str | None) -> Briefing:
    article = briefing.article.model_copy(update={"date": day, "title": title})
    actions = tuple(action.model_copy(update={"deadline": deadline}) for action in briefing.actions[:1])
    return briefing.model_copy(update={"article": article, "actions": actions})


def test_facts_by_article_speakers_once_and_the_agenda_by_deadline(bridge: Briefing) -> None:
    text = document(
        [
            changed(bridge, "2025-04-03", "Старая", "2026"),
            changed(bridge, None, "Без даты", None),
            changed(bridge, "2025-05-07", "Новая", "/2025-12-31"),
        ]
    )
    lines = text.splitlines()
    assert lines[:4] == ["# Обзор", "", "- **Дата:** 3 апреля – 7 мая 2025 года", "- **Статей:** 3"]
    headings = [line for line in lines if line.startswith("### ")]
    assert headings == ["### Новая", "### Старая", "### Без даты", "### Анна Речная"]
    assert [line for line in lines if "Откроем движение" in line] == [
        f"- «Откроем движение в декабре» — {title}" for title in ("Новая", "Старая", "Без даты")
    ]
    due = [lines[at + 1].rpartition(" · ")[2] for at, line in enumerate(lines) if line.startswith("- [ ]")]
    assert due == ["Новая", "Старая", "Без даты"]


def test_only_the_first_facts_of_an_article(bridge: Briefing) -> None:
    assert "По её словам" in document([bridge])
    assert "По её словам" not in document([bridge], facts=1)


def test_texts_stay_texts(bridge: Briefing) -> None:
    hostile = changed(bridge, "2025-04-03", "# *a* [b](c) <i> 1.", None)
    tokens = MarkdownIt("commonmark").parse(document([hostile]))
    kinds = {child.type for token in tokens for child in token.children or []}
    assert kinds <= {"text", "strong_open", "strong_close"}


def test_no_articles_make_an_empty_digest() -> None:
    assert document([]) == "# Digest\n\n- **Articles:** 0\n\n## Key facts by article\n"


def test_one_day_does_not_head_several_articles(bridge: Briefing) -> None:
    assert "**Дата:**" not in document([bridge, changed(bridge, None, "Без даты", None)])
    assert "**Дата:**" not in document([bridge, bridge])
    assert "**Дата:** 3 апреля 2025 года" in document([bridge])
