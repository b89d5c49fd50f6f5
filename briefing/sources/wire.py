"""A plain text taken apart as news copy: header, headline, dateline, credits, captions, headings, lists, body."""

from __future__ import annotations

import re
from itertools import pairwise

from briefing.sources import letterhead, revisions
from briefing.sources.credits import is_contact, is_personal_name, labelled, recognise, without_outlet
from briefing.sources.dateline import dateline
from briefing.sources.dates import FULL, date_of_today, first_date
from briefing.sources.draft import Draft, Line
from briefing.sources.lexicon import lexicon
from briefing.sources.sentences import ENDS_SENTENCE, FINITE

_HEADER = re.compile(rf"date:?\s+(?P<date>{FULL})(?:[ T]\d\d?:\d\d(?::\d\d)?)?\s+(?P<rest>\S.*)", re.IGNORECASE)
_CREDIT_WITHIN = re.compile(r"\s(?=(?:Фото|Photos?):\s|©\s)")
_LONGEST_TITLE = 220
_LONGEST_CLOSED_TITLE = 150
_LONGEST_HEADING = 110
_LONGEST_CAPTION = 150
_LONGEST_QUESTION = 300
_LONGEST_GREETING = 60
_FEWEST_BLANKS = 3  # in what a headline says behind its label
_FEWEST_QUESTIONS = 3
_FRONT = 8
_MARGIN = 30  # lines at either end among which any credit may stand; further in only short ones do
_LONGEST_CREDIT_WITHIN = 90
_TAIL = 6
_CLOSED = re.compile(r"[.!?…:;,][»”\"'’)\]]*$|[»”\"][,.]?$")
_SENTENCE_BREAK = re.compile(r"[.!?…][»”\")]*\s+[«“\"(]?[A-ZА-ЯЁ]")
_ABBREVIATED = re.compile(r"\b(?:[A-ZА-ЯЁ]|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|vs|No|им|ул|г|св|ст)\.\s")
_ITEM = re.compile(r"(?:[•▪◦‣●○·*]|\d{1,2}[.)])\s")
_DASHED = re.compile(r"[–—-]\s")
_OPENS_SPEECH = re.compile(r"[«“\"„–—-]")
_DATED = re.compile(r", (?:\w+ ){0,3}(?:1[89]|20)\d\d(?: года?| г\.)?$")  # says when the picture was taken
_ONE_NAME = re.compile(r"[A-ZА-ЯЁ][^\W\d_]+(?:-[^\W\d_]+)*(?:, [A-ZА-ЯЁ][^\W\d_]+)?")
_WORD = re.compile(r"\w+")
_SIGNS = re.compile(r"[^\w!?.,…»”\")]+$")  # emoji and the like
_SECTION_NEWS = re.compile(r"(?:Новости|News)(?:\s+[\w-]+){1,2}")
_CYRILLIC = re.compile("[А-Яа-яЁё]")


def take_apart(draft: Draft) -> Draft:
    """Give every line of ``draft`` its kind and fill the fields that the text states; return the same draft."""
    if not draft.lines:
        return draft
    if not _header(draft):
        _front(draft)
    _dateline(draft)
    _appendix(draft)
    _furniture(draft)
    _tail(draft)
    _captions(draft)
    _lists(draft)
    _headings(draft)
    _questions(draft)
    if draft.metadata.date is None:
        draft.metadata.fill("date", date_of_today(draft.text))
    return draft


def _header(draft: Draft) -> bool:
    """Take apart the header line ``date YYYY-MM-DD TITLE RUBRIC CREDIT`` of a feed; True if the story begins in it."""
    match = _HEADER.match(draft.lines[0].text)
    day = first_date(match["date"]) if match else None
    if match is None or day is None:
        return False
    draft.metadata.fill("date", day)
    start, rest = match.start("rest"), match["rest"]
    if rest in lexicon().rubrics:
        title, rubric, headline = "", rest, rest
    elif rest.endswith(".") or len(rest) > _LONGEST_TITLE or recognise(Line(0, 0, rest), draft.metadata):
        draft.split(0, start)[0].kind = "meta"
        return True
    else:
        headline = _CREDIT_WITHIN.split(rest)[0].rstrip()
        title, rubric = _without_rubric(headline)
    draft.metadata.fill("title", title)
    draft.metadata.fill("rubric", rubric)
    for part in draft.split(0, start, start + len(title), start + len(headline)):
        if part.start < draft.lines[0].start + start + len(headline):
            part.kind = "title" if part.text == title else "meta"
    return False


def _without_rubric(headline: str) -> tuple[str, str | None]:
    """Split the section name off the end of a header's headline: the most words that together name one."""
    words = headline.split(" ")
    for count in (3, 2, 1):
        rubric = " ".join(words[-count:])
        if len(words) > count and rubric in lexicon().rubrics:
            return " ".join(words[:-count]).rstrip(" |/—–-"), rubric
    return headline, None


def _front(draft: Draft) -> None:
    """Recognise what stands before the story, the headline among it."""
    for place in range(_FRONT):
        if place >= len(draft.lines):
            return
        line = draft.lines[place]
        if line.kind is not None or (draft.metadata.title is None and letterhead.take(draft, place)):
            continue
        if rubric := lexicon().rubric_of_line.get(line.text.lower()):
            line.kind = "meta"
            draft.metadata.fill("rubric", rubric)
        elif _heads_with_label(draft, place):
            _take_title(draft, place)
        elif recognise(line, draft.metadata):
            continue
        elif _names_author(draft, place):
            draft.metadata.fill("byline", line.text)
            line.kind = draft.lines[place + 1].kind = "credit"
        elif _goes_on_contact(draft, place) or _names_section(draft, place) or _greets(draft, line.text):
            line.kind = "meta"
        elif draft.metadata.title is None and _is_title(draft, place):
            _take_title(draft, place)
        elif _repeats_title(draft, line.text):
            line.kind = "heading" if any(other.kind == "title" for other in draft.lines) else "title"
        elif not _may_precede_story(draft, place):
            return


def _take_title(draft: Draft, place: int) -> None:
    """Take a line as the headline, without the outlet and the day that copies of web pages have at its end.

    Nor does a label that only tells of an earlier version belong to it.
    """
    start = revisions.headline(draft.lines[place].text)
    title, agency, day = without_outlet(draft.lines[place].text[start:])
    draft.metadata.fill("title", title)
    draft.metadata.fill("agency", agency)
    draft.metadata.fill("date", day)
    for part in draft.split(place, start, start + len(title)):
        part.kind = "title" if part.text == title else "meta"


def _heads_with_label(draft: Draft, place: int) -> bool:
    """Tell whether the first line is a headline that names its medium: "Video: Man saved from river"."""
    found = labelled(draft.lines[0].text) if place == 0 and len(draft.lines) > 1 else None
    if found is None or found[0] != "video" or found[1].count(" ") < _FEWEST_BLANKS:
        return False
    headline, story = draft.lines[0].text, draft.lines[1].text
    return _is_title(draft, 0) and not ENDS_SENTENCE.search(headline) and ENDS_SENTENCE.search(story) is not None


def _names_section(draft: Draft, place: int) -> bool:
    """Tell whether a line such as «Новости Омска» stands over the headline."""
    section = _SECTION_NEWS.fullmatch(draft.lines[place].text) is not None
    return section and _is_title(draft, place) and _is_title(draft, place + 1)


def _greets(draft: Draft, text: str) -> bool:
    """Tell whether a line above the headline does nothing but greet, as posts begin: «Друзья, добрый день!»."""
    words = _SIGNS.sub("", text).lower()
    opens = any(words.startswith(start) and not words[len(start) :][:1].isalpha() for start in lexicon().greetings)
    ends = words.endswith(("!", ",")) or words.rstrip(".") in lexicon().greetings or len(words) < len(text)
    return draft.metadata.title is None and opens and len(text) <= _LONGEST_GREETING and ends


def _names_author(draft: Draft, place: int) -> bool:
    """Tell whether a name stands over itself with a post: «Иван Петров», «Иван Петров (корреспондент)»."""
    text = draft.lines[place].text
    below = draft.lines[place + 1].text if place + 1 < len(draft.lines) else ""
    return is_personal_name(text) and below.startswith(f"{text} (") and below.endswith(")")


def _goes_on_contact(draft: Draft, place: int) -> bool:
    text = draft.lines[place].text
    return _follows_contact(draft, place) and (is_contact(text) or is_personal_name(text))


def _follows_contact(draft: Draft, place: int) -> bool:
    above = draft.lines[place - 1] if place else None
    if above is None or above.kind != "meta":
        return False
    return is_contact(above.text) or any(word in above.text.lower() for word in lexicon().contacts)


def _is_title(draft: Draft, place: int) -> bool:
    """Judge by its shape whether a line at the head of the text is its headline."""
    text = draft.lines[place].text
    if place + 1 >= len(draft.lines) or len(text) > _LONGEST_TITLE or dateline(text) is not None:
        return False
    if _SENTENCE_BREAK.search(_ABBREVIATED.sub(" ", text)) and ENDS_SENTENCE.search(text):
        return False
    if text.endswith((":", ";", ",")) or _ITEM.match(text):
        return False
    if text.endswith("."):
        return len(text) <= _LONGEST_CLOSED_TITLE and not _OPENS_SPEECH.match(text)
    return True


def _repeats_title(draft: Draft, text: str) -> bool:
    title = draft.metadata.title
    return title is not None and text.startswith(title) and len(text) < 1.5 * len(title) and not text.endswith(".")


def _may_precede_story(draft: Draft, place: int) -> bool:
    """Tell whether a line that nothing recognised is short enough to have more of the front after it."""
    return len(draft.lines[place].text) <= _LONGEST_CAPTION and not ENDS_SENTENCE.search(draft.lines[place].text)


def _dateline(draft: Draft) -> None:
    """Split the dateline off the story's first paragraph, or take the line that is nothing else."""
    candidates = [place for place, _ in draft.unrecognised()][:3]
    for place in candidates:
        line = draft.lines[place]
        found = dateline(line.text)
        if found is None and _is_place_line(draft, place):
            draft.metadata.fill("place", line.text.capitalize() if line.text.isupper() else line.text)
            line.kind = "meta"
            return
        if found is None:
            continue
        for name in ("place", "date", "agency"):
            draft.metadata.fill(name, getattr(found, name))
        draft.metadata.fill("byline", found.reporter)
        parts = draft.split(place, found.end)
        parts[0].kind = "meta"
        return


def _is_place_line(draft: Draft, place: int) -> bool:
    """Tell whether a line of one name after a date line is the dateline's place ("PARIS", «Москва, Кремль»)."""
    text = draft.lines[place].text
    above = [line.text for line in draft.lines[max(0, place - 2) : place] if line.kind == "meta"]
    dated = any(first_date(line) is not None for line in above)
    return dated and place + 1 < len(draft.lines) and _ONE_NAME.fullmatch(text) is not None


def _furniture(draft: Draft) -> None:
    """Recognise credits, links, date lines and contacts wherever else they stand."""
    last = len(draft.lines)
    for place, line in draft.unrecognised():
        if len(line.text) > _LONGEST_CREDIT_WITHIN and _MARGIN < place < last - _MARGIN:
            continue
        if not recognise(line, draft.metadata) and _goes_on_contact(draft, place):
            line.kind = "meta"


def _appendix(draft: Draft) -> None:
    """Take everything under a heading such as «Источники» in the latter half of the text for no part of the story."""
    for place in range(len(draft.lines) // 2, len(draft.lines)):
        if draft.lines[place].text.strip("=* :").lower() in lexicon().appendix:
            for line in draft.lines[place:]:
                if not recognise(line, draft.metadata):
                    line.kind = "meta"
            return


def _tail(draft: Draft) -> None:
    """Recognise contacts, a signature and a heading of nothing at the end."""
    for place in range(len(draft.lines) - 1, max(len(draft.lines) - _TAIL, 2), -1):
        line = draft.lines[place]
        if line.kind is not None:
            continue
        if is_contact(line.text) and (_follows_contact(draft, place) or len(line.text) < 60):
            line.kind = "meta"
        elif is_personal_name(line.text) and not _named_elsewhere(draft, line):
            line.kind = "credit"
            draft.metadata.fill("byline", line.text)
        elif not _CLOSED.search(line.text) and len(line.text) <= 40 and not _ITEM.match(line.text):
            line.kind = "meta"
        else:
            return


def _named_elsewhere(draft: Draft, line: Line) -> bool:
    """Tell whether the story has the last word of a line in some form: then the line shows whom it is about."""
    stem = line.text.split()[-1][:5].lower()
    return any(stem in other.text.lower() for other in draft.lines if other is not line)


def _captions(draft: Draft) -> None:
    """Recognise captions: short lines right after the headline that name what a picture shows."""
    titled = [place for place, line in enumerate(draft.lines[:_FRONT]) if line.kind == "title"]
    if not titled:
        return
    for place in range(titled[-1] + 1, min(titled[-1] + 5, len(draft.lines) - 1)):
        line = draft.lines[place]
        if line.kind is None and not _is_caption(draft, place):
            return
        if line.kind is None:
            line.kind = "credit"


def _is_caption(draft: Draft, place: int) -> bool:
    text = draft.lines[place].text
    longer = any(len(line.text) > 1.5 * len(text) for line in draft.lines[place + 1 : place + 4])
    if not longer or len(text) > _LONGEST_CAPTION or text.endswith((":", ";", "?", "!")) or _OPENS_SPEECH.match(text):
        return False
    if _DATED.search(text):
        return True
    if FINITE.search(text) or _SENTENCE_BREAK.search(_ABBREVIATED.sub(" ", text)):
        return False
    words = len(_WORD.findall(text))
    if not _CYRILLIC.search(text):
        return words <= 5 and not text.endswith(".")  # the endings of English verbs do not show
    return words <= 9 if text.endswith(".") else words <= 16


def _lists(draft: Draft) -> None:
    """Recognise list items: lines with a bullet or a number, and dashed lines that are not speech."""
    previous = None
    for place, line in draft.unrecognised():
        dashed = _DASHED.match(line.text) is not None and _is_dashed_item(draft, place)
        if dashed or _ITEM.match(line.text) or (previous is not None and _goes_on(previous, line)):
            line.kind = "list"
        previous = line


def _goes_on(previous: Line, line: Line) -> bool:
    return previous.kind == "list" and previous.text.endswith(";") and line.text[0].islower()


def _is_dashed_item(draft: Draft, place: int) -> bool:
    text = draft.lines[place].text
    above = draft.lines[place - 1] if place else None
    if text.endswith(";") or text[2:3].islower():
        return True
    if above is None or re.search(r", [–—-] ", text):
        return False
    dashed_above = above.kind == "list" and _DASHED.match(above.text) is not None
    return dashed_above or (text.startswith("- ") and above.text.endswith(":"))


def _headings(draft: Draft) -> None:
    """Recognise headings: short unclosed lines between the end of one paragraph and a longer one."""
    for place, line in draft.unrecognised():
        below = draft.lines[place + 1] if place + 1 < len(draft.lines) else None
        if (
            place
            and draft.lines[place - 1].kind in (None, "title")
            and not ENDS_SENTENCE.search(draft.lines[place - 1].text)
        ):
            continue
        if below is None or len(line.text) > _LONGEST_HEADING or _OPENS_SPEECH.match(line.text):
            continue
        if below.kind not in (None, "list", "body") or _CLOSED.search(line.text):
            continue
        if _CLOSED.search(below.text) and len(below.text) > len(line.text) and line.text[0].isupper():
            line.kind = "credit" if _DATED.search(line.text) else "heading"


def _questions(draft: Draft) -> None:
    """Recognise the questions of an interview: several of them, each with its answer in the paragraphs below."""
    places = [
        place
        for place, line in draft.unrecognised()
        if line.text.endswith("?") and len(line.text) <= _LONGEST_QUESTION and not _OPENS_SPEECH.match(line.text)
    ]
    answered = all(below > above + 1 for above, below in pairwise([*places, len(draft.lines)]))
    if len(places) >= _FEWEST_QUESTIONS and answered:
        for place in places:
            draft.lines[place].kind = "heading"
