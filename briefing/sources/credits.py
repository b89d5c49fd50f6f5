"""Lines that belong to the page and not to the story: credits, bylines, labels, contacts, links, standing lines."""

from __future__ import annotations

import re

from briefing.sources import revisions
from briefing.sources.dates import date_line, day_and_rest, first_date, is_clock
from briefing.sources.draft import Line, Metadata
from briefing.sources.lexicon import lexicon
from briefing.sources.sentences import ENDS_SENTENCE

_LONGEST = 200
_LONGEST_DATED = 100
_LONGEST_ISSUER = 5  # words
_LABEL = re.compile(
    r"['\"(\[]*(?P<label>[^\W\d_][\w .-]{1,26}?)['\"]?\s*(?:[:|]|\s[–—-](?=\s))\s*['\"]?\s*(?P<value>\S.*?)[)'\"]*$"
)
_PHOTO = re.compile(
    r"^\(?(?:AP|AFP|Reuters|EPA|Getty)[ /]?(?:Photo|Images)\b|^(?:Фото|Photos?)(?: by| из| с)? (?=[«\"A-ZА-ЯЁ]|пресс-)"
)
_WIKI_FILE = re.compile(
    r"^(?:\[\[)?(?:(?:Файл|Изображение|File|Image):|(?:thumb|left|right|center|мини|слева|справа|\d+px)\|)",
    re.IGNORECASE,
)
_WIKI_LINK = re.compile(r"\[(?P<url>https?://\S+)(?:\s+(?P<name>[^\]]+))?\]")
_URL = re.compile(r"https?://\S+|www\.\S+")
_NAME = r"[A-ZА-ЯЁІЇЄ][\w’'-]+(?:\s+[A-ZА-ЯЁІЇЄ](?:[\w’'-]+|\.)){1,2}"
_BY = re.compile(rf"^(?:By|BY)\s+(?P<name>{_NAME}(?:(?:,\s+{_NAME})*,?\s+and\s+{_NAME})?)(?:\s*[,|/].*)?$")
_QUOTED_NAME = re.compile(r"[«\"“]([^»\"”]{2,40})[»\"”]\.?")
_POSTED = re.compile(rf"^(?P<when>.*\d.*?)(?:,|\s)\s*[Bb]y\s+(?P<name>{_NAME})$")
_REPORTING = re.compile(rf"^\(?(?P<work>Reporting|Additional reporting|Writing|Editing)\s+by\s+(?P<name>{_NAME})")
_PUBLISHED = re.compile(
    r"(?P<name>[A-ZА-ЯЁ][\w’'&.-]*(?: (?:of|the|and|&|[а-яё]+|[A-ZА-ЯЁ][\w’'-]*)){0,5})"
    r", (?P<when>[^.]*\d{4}(?: года| г\b)?)"
    rf"(?:[.,]? [A-Z][a-z]+ by (?P<author>{_NAME}))?\.?"
)
_ISSUED = re.compile(r"(?:From|От кого): (?P<name>(?P<noun>[^\W\d_]+)\b.*)", re.IGNORECASE)
_AND_HOLDER = re.compile(
    r",? (?:and|и) (?:the )?(?:rt hon|hon|lord|lady|baroness|sir|dame|dr|mr|mrs|ms|prof)\b.*", re.IGNORECASE
)
_ADDRESS = re.compile(r"\S+@\S+\.\w+|(?:\+?\d[\d()\s.-]{6,}\d)")
_TOWN = re.compile(r"(?:г|пос|пгт|с|д)\.\s?(?P<name>[А-ЯЁ][\w-]+(?:\s[А-ЯЁ][\w-]+)?)")
_BAR = re.compile(r"\s+[|•·/]\s+")


def recognise(line: Line, metadata: Metadata) -> bool:
    """Give ``line`` its kind and fill the field that it states; False where it is no such line."""
    if len(line.text) > _LONGEST:
        return False
    return any(
        reader(line, metadata)
        for reader in (_day, _published, _issued, _day_of_outlet, _wiki, _photo, _labelled, _standing, _byline, _link)
    )


def _published(line: Line, metadata: Metadata) -> bool:
    """Read the outlet and the day, perhaps with the author: "Marsh Gazette, 3 May 2024. Interview by Jane Roe"."""
    match = _PUBLISHED.fullmatch(line.text)
    day = date_line(match["when"]) if match else None
    if match is None or day is None:
        return False
    name = match["name"]
    if lexicon().outlet_names.isdisjoint(name.lower().split()) and name not in lexicon().agencies:
        return False
    line.kind = "meta"
    for field, value in (("agency", name), ("date", day), ("byline", match["author"])):
        metadata.fill(field, value)
    return True


def _issued(line: Line, metadata: Metadata) -> bool:
    """Read whose release it is: "From: Department for Transport and The Rt Hon Jane Roe MP"."""
    match = _ISSUED.fullmatch(line.text)
    if match is None or match["noun"].lower() not in lexicon().issuers or ENDS_SENTENCE.search(line.text):
        return False
    line.kind = "meta"
    metadata.fill("agency", _AND_HOLDER.sub("", match["name"]))
    return True


def _standing(line: Line, metadata: Metadata) -> bool:
    lowered = line.text.lower().strip(" *_")
    known = lexicon()
    whole = {lowered.strip(".:! "), line.text} & known.standing_whole
    opens = len(lowered) <= 120 and lowered.startswith(known.standing_start)
    if whole or opens or revisions.tells_what_is_new(line.text):
        line.kind = "meta"
    return line.kind is not None


def _wiki(line: Line, metadata: Metadata) -> bool:
    if _WIKI_FILE.match(line.text) is None:
        return False
    line.kind = "credit"
    return True


def _photo(line: Line, metadata: Metadata) -> bool:
    text = line.text.removeprefix("© ")
    match = _PHOTO.match(text)
    if match is None or (ENDS_SENTENCE.search(line.text) and len(line.text) > 80):
        return False
    line.kind = "credit"
    metadata.fill("photo_credit", text[match.end() :].strip(" )/—–-") or text.strip("()"))
    return True


def _labelled(line: Line, metadata: Metadata) -> bool:
    """Read «Фото: …», «Источник: …», "Date: …", «Категория:…»; a value that is a whole sentence is none."""
    found = labelled(line.text)
    if found is None:
        return False
    field, value = found
    if len(value) > 120 or (ENDS_SENTENCE.search(value) and value.count(" ") > 7):
        return False
    if field == "rubric" or field == "date":
        return _dated(line, value, metadata) or _filed(line, field, value, metadata)
    if field == "title":
        line.kind = "title"
        metadata.fill("title", value)
        return True
    line.kind = "credit"
    if field == "agency":
        _sourced(value, metadata)
    elif field != "video":
        metadata.fill(field, value.rstrip("."))
    return True


def labelled(text: str) -> tuple[str, str] | None:
    """Return the field and value of a line that begins with a label, as “Video: …” does; None without one."""
    match = _LABEL.match(text.removeprefix("© "))
    field = lexicon().field_of_label.get(match["label"].lower().strip()) if match else None
    return (field, match["value"]) if match is not None and field is not None else None


def _dated(line: Line, value: str, metadata: Metadata) -> bool:
    found = date_line(value) or (first_date(value) if len(value) < 40 else None)
    if found is None:
        return False
    line.kind = "meta"
    metadata.fill("date", found)
    return True


def _filed(line: Line, field: str, value: str, metadata: Metadata) -> bool:
    if field != "rubric":
        return False
    line.kind = "meta"
    if value in lexicon().rubrics:
        metadata.fill("rubric", value)
    return True


def _sourced(value: str, metadata: Metadata) -> None:
    """Take the publisher out of what follows «Источник:»: a link's name, or a name without «новостной портал»."""
    link = _WIKI_LINK.search(value)
    name = link["name"] if link else _URL.sub("", value)
    bare = _URL.search(value)
    metadata.fill("url", link["url"] if link else bare.group().rstrip(".,)") if bare else None)
    name = (name or "").strip(" .,'\"«»")
    for word in lexicon().outlet_words:
        name = re.sub(rf"^{re.escape(word)}\s+", "", name, flags=re.IGNORECASE).strip(" '\"«»")
    if name and name[0].isupper() and len(name) <= 60 and not name.lower().startswith("пресс-"):
        metadata.fill("agency", name)


def _byline(line: Line, metadata: Metadata) -> bool:
    reporting = _REPORTING.match(line.text)
    match = _BY.match(line.text) or reporting
    if match is None:
        return _name_and_outlet(line, metadata) or _posted(line, metadata)
    line.kind = "credit"
    if reporting is None or reporting["work"] == "Reporting":
        metadata.fill("byline", match["name"])
    return True


def _posted(line: Line, metadata: Metadata) -> bool:
    """Read a line such as "Posted on May 5, 2024 by Jane Roe"."""
    match = _POSTED.match(line.text)
    day = date_line(match["when"]) if match else None
    if match is None or day is None:
        return False
    line.kind = "credit"
    metadata.fill("byline", match["name"])
    metadata.fill("date", day)
    return True


def _name_and_outlet(line: Line, metadata: Metadata) -> bool:
    """Read a line such as "Jane Roe, BBC News" or «Иван Петров, ТАСС»."""
    name, comma, outlet = line.text.partition(", ")
    named = _QUOTED_NAME.fullmatch(outlet)
    if not comma or not is_personal_name(name) or not (named or outlet in lexicon().agencies):
        return False
    line.kind = "credit"
    metadata.fill("byline", name)
    metadata.fill("agency", named[1] if named else outlet)
    return True


def _link(line: Line, metadata: Metadata) -> bool:
    if _URL.fullmatch(line.text) is None:
        return False
    line.kind = "meta"
    return True


def _day(line: Line, metadata: Metadata) -> bool:
    """Read a line that dates the article and perhaps files it: «19.11.2025 | 12:30 | Политика»."""
    parts = _BAR.split(line.text)
    days = [date_line(part) for part in parts]
    rubrics = [part for part in parts if part in lexicon().rubrics]
    if sum(map(is_clock, parts)) + len(rubrics) + sum(map(bool, days)) < len(parts) or len(rubrics) == len(parts):
        return False
    line.kind = "meta"
    metadata.fill("date", next(filter(None, days), None))
    metadata.fill("rubric", next(iter(rubrics), None))
    return True


def _day_of_outlet(line: Line, metadata: Metadata) -> bool:
    """Read a line that dates the article and names its outlet or place: «5 мая 2024 года, „Вестник“», «…, г. Уфа»."""
    found = day_and_rest(line.text) if len(line.text) <= _LONGEST_DATED else None
    if found is None:
        return False
    day, rest = found
    quoted, place = _QUOTED_NAME.fullmatch(rest), _TOWN.fullmatch(rest)
    words = rest.split()
    issued = words[0].lower() in lexicon().issuers and len(words) <= _LONGEST_ISSUER
    if not (quoted or place or issued or rest in lexicon().agencies):
        return False
    line.kind = "meta"
    metadata.fill("date", day)
    metadata.fill("place", place["name"] if place else None)
    if not place and not issued:
        metadata.fill("agency", quoted[1] if quoted else rest)
    return True


def without_outlet(title: str) -> tuple[str, str | None, str | None]:
    """Return a headline without a known outlet and a day at its end, and these («… - РИА Новости, 05.05.2024»)."""
    for mark in (" - ", " – ", " — ", " | "):
        head, parted, tail = title.rpartition(mark)
        name, _, when = tail.partition(", ")
        if parted and head and name in lexicon().agencies and (not when or date_line(when)):
            return head.rstrip(), name, date_line(when) if when else None
    return title, None, None


def is_contact(text: str) -> bool:
    """Tell whether a short line is part of a block of contacts: a mail address, a telephone number."""
    return len(text) <= 120 and _ADDRESS.search(text) is not None and not ENDS_SENTENCE.search(text)


def is_personal_name(text: str) -> bool:
    """Tell whether a line is nothing but a personal name of two or three words («Иван Петров», "Jane A. Roe")."""
    return re.fullmatch(_NAME, text) is not None
