"""Nothing of an article is ever read as markup or reaches the terminal as a command."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import briefing.app
from briefing.app.safe import plain
from briefing.model import Action, Article, Briefing, Fact, Paragraph, Quote, Span, Speaker
from tests.app.conftest import SIZES, SLOW_SIZES, Open, reader, until
from tests.app.example import ExampleEngine

APP = Path(briefing.app.__file__).parent


@cache
def lists() -> set[str]:
    """Return what reads its rows as markup unless it is told not to: Textual's list, and those of the app made of it.

    A class that tells its base so itself is none of them, nor what is made of it.
    """
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in APP.rglob("*.py")]
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    open_to_markup = [each for each in classes if not any(map(tells_its_base, ast.walk(each)))]
    found, before = {"OptionList"}, 0
    while len(found) > before:
        before = len(found)
        found |= {
            each.name for each in open_to_markup if found & {ast.unparse(base).partition("[")[0] for base in each.bases}
        }
    return found


def tells_its_base(node: ast.AST) -> bool:
    """Whether this is ``super().__init__(…, markup=False)``."""
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "super().__init__" and is_plain(node)


def is_plain(call: ast.Call) -> bool:
    """Whether a call says ``markup=False``."""
    return any(word.arg == "markup" and getattr(word.value, "value", None) is False for word in call.keywords)


SINKS = {"Static", "Label", "Button", "ListItem", "ListView", "Collapsible", "Tab", "Markdown", "DataTable", "Option"}
SINKS |= {"notify", "Select", "RadioButton", "Checkbox", "Tree", "RichLog", "Log", "from_markup", "highlight"}
ATTRIBUTES = {"tooltip", "border_title", "border_subtitle"}
MARKUP = (
    "[bold]б[/bold]", "[/]", "[/path]", "see [/ now", "[link=https://x]y[/link]", "[b]", "[Bold]", "[a=b]", "[$x]",
    "[@click=app.quit]x[/]", "[red on", "[#ff0000]", "[]", "[[", "]]", "\\[b]",
)  # fmt: skip
CONTROL = "".join(map(chr, [*range(0x0A), *range(0x0B, 0x20), 0x7F, *range(0x80, 0xA0)]))
CONTROL += "\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\xad"
COMMANDS = "\x1b[31m\x1b]0;title\x07\x1b]8;;http://x\x1b\\y\x1b]8;;\x1b\\\x1b]52;c;eA==\x1b\\"


@pytest.mark.parametrize("path", sorted(APP.rglob("*.py")), ids=lambda path: path.name)
def test_only_the_safe_helpers_touch_what_reads_markup(path: Path) -> None:
    if path.name == "safe.py":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert name not in SINKS, f"{path.name}:{node.lineno} calls {name}"
            if name in lists():
                assert is_plain(node), f"{path.name}:{node.lineno}: {name} without markup=False"
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                assert not (isinstance(target, ast.Attribute) and target.attr in ATTRIBUTES), (
                    f"{path.name}:{node.lineno}"
                )


def test_plain_text_keeps_brackets_and_drops_commands() -> None:
    for text in MARKUP:
        assert plain(text).plain == text
    assert not set(plain(f"a{CONTROL}b\nc").plain) - set("ab\nc")


def hostile() -> tuple[str, Briefing]:
    """A text of nothing but traps, not cleaned by the sources, and a briefing that points at all of them."""
    lines = [f"{text} слово" for text in MARKUP] + [f"а{CONTROL}б", f"{COMMANDS} конец", "x" * 3000, "👩‍👩‍👧 漢字 é"]
    text = "\n\n".join(lines)
    spans, start = [], 0
    for line in lines:
        spans.append(Span(start=start, end=start + len(line), text=line))
        start += len(line) + 2
    name = MARKUP[9]
    speaker = Speaker(id="s1", name=name, kind="person", role=COMMANDS, organisation="[/]", mentions=(spans[9],))
    article = Article(
        id="0", source="[/]\x1b[31m.txt", language="ru", title=MARKUP[3] + COMMANDS, date="2025-01-01", place="[/",
        agency=CONTROL, text=text, paragraphs=tuple(Paragraph(start=s.start, end=s.end, kind="body") for s in spans),
    )  # fmt: skip
    fields = [span.model_dump() for span in spans]
    return text, Briefing(
        article=article,
        speakers=(speaker,),
        quotes=tuple(Quote(id=f"q{n}", kind="direct", speaker="s1", cue=spans[9], **f) for n, f in enumerate(fields)),
        facts=tuple(Fact(id=f"f{n}", kind="[b]", score=0.5, **f) for n, f in enumerate(fields)),
        actions=tuple(
            Action(id=f"a{n}", status="planned", actor=name, deadline="[/]", speaker="s1", **f)
            for n, f in enumerate(fields)
        ),
    )


class HostileEngine(ExampleEngine):
    def __init__(self) -> None:
        text, self.made = hostile()
        super().__init__({self.made.article.source: text})

    def article(self, text: str, where: str) -> Article:
        return self.made.article

    def briefing(self, article: Article, progress: Callable[[float], None]) -> Briefing:
        return self.made


# One size shows all panes at once; the others, which take as long, are for a machine that has time.
@pytest.mark.parametrize(
    "size", [SIZES[0], *(pytest.param(size, marks=pytest.mark.slow) for size in [*SIZES[1:], *SLOW_SIZES])]
)
async def test_a_hostile_article_goes_through_every_pane_and_dialog(opened: Open, size: tuple[int, int]) -> None:
    engine = HostileEngine()
    async with opened(engine.made.article.source, size=size, engine=engine) as pilot:
        screen = reader(pilot)
        written: list[str] = []

        def look() -> None:
            written.extend(line.text for line in pilot.app.screen._compositor.render_strips())

        walk = ("]", "2 j j G", "3 j enter enter G", "4 j G s", "1 G g v space w w y", "3 j y", "J K Q F A P")
        for keys in (*walk, "4 j x p d full_stop u U"):
            await pilot.press(*keys.split())
            await pilot.pause()
            look()
        for key in ("question_mark", "ctrl+p", "e", "f2", "o", "slash"):
            await pilot.press(key)
            await until(pilot, lambda: bool(pilot.app.focused))
            look()
            await pilot.press("[", "a", "escape")
            await pilot.pause()
            if pilot.app.screen is not screen:
                pilot.app.pop_screen()
                await pilot.pause()
        for keys in ("2 j i", "3 j i", "4 j i", "4 c", "3 S", "1 m space l l m"):
            for key in keys.split():
                await pilot.press(key)
                await pilot.pause()
            await until(pilot, lambda: pilot.app.screen is not screen and bool(pilot.app.focused))
            await pilot.pause()
            look()
            await pilot.press("escape")
            await until(pilot, lambda: pilot.app.screen is screen)
        shown = "".join(written)
        assert "[@click=app.quit]x[/]" in shown.replace("\n", "")
        assert not set(shown) & set(CONTROL)
        assert pilot.app.is_running
