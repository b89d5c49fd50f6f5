"""What tells a sentence from a headline, a caption or a name: how it ends, and the endings of a Russian predicate."""

from __future__ import annotations

import re

ENDS_SENTENCE = re.compile(r"[.!?…][»”\"'’)\]]*$")
# The same, or what announces a list or a quotation: below it a new paragraph begins.
ENDS_PARAGRAPH = re.compile(r"[.!?…:;][»”\"'’)\]]*\s*$")
# Endings that most Russian finite verbs and few words of captions and names have.
FINITE = re.compile(r"(?<![\w-])[а-яё]\w+(?:ли?|л[ао]|л(?:ся|ась|ось|ись)|[еёи]т|[уюая]т|[еёи]тся|[уюая]тся)\b")
# The same of short participles: «открыта», «построено», «задержан».
PARTICIPLE = re.compile(r"(?<![\w-])[а-яё]\w+(?:[жшщчлднвт][её]н[аоы]?|(?:[оие]в|рж|[кд]аз|зд|бр|зн|ис)ан[аоы]?)\b")
