"""Briefings rendered in a test, one of them hostile to every format."""

from collections.abc import Sequence

from briefing.export import FORMATS, TEMPLATE, Options, documents
from briefing.model import Action, Article, Briefing, Fact, Figure, Paragraph, Quote, Speaker

HOSTILE = (
    '=HYPERLINK("http://a.b";"c") +1+1 @SUM(A1) <script>alert(1)</script> &amp; </style><img src=x onerror=a()> '
    "*a* _b_ [c](javascript:d) `e` | f {{ 7*7 }} {% raw %} ]]> \"g\" 'h' ; , : \\n \\, мягкий\u00adперенос \u202eslov "
    "\u0645\u0631\u062d\u0628\u0627"
)


def hostile(text: str = HOSTILE) -> Briefing:
    """Return a briefing whose every text is the hostile one."""
    span = {"start": 0, "end": len(text), "text": text}
    article = Article(
        id=Article.identify(text),
        source=f"/a/{text[:10]}",
        language="ru",
        title=text,
        place=text,
        agency=text,
        byline=text,
        url="javascript:alert(1)",
        text=text,
        paragraphs=(Paragraph(start=0, end=len(text), kind="body"),),
    )
    return Briefing(
        article=article,
        speakers=(Speaker(id='"><script>', name=text, kind="person", role=text, organisation=text),),
        quotes=(Quote(id="q'\"<", kind="direct", speaker='"><script>', **span),),
        figures=(Figure(id="n1", kind="other", value=text, unit=text, **span),),
        facts=(Fact(id="f1", kind=text, score=1, **span),),
        actions=(Action(id="a1", status="agreed", actor=text, deadline="2026-02", **span),),
    )


def made(name: str, briefings: Sequence[Briefing], **options: object) -> str:
    form = FORMATS.get(name, TEMPLATE)
    document = documents(form, briefings, Options(**options))[""]  # type: ignore[arg-type]
    assert isinstance(document, str)
    return document


def made_bytes(name: str, briefings: Sequence[Briefing], **options: object) -> bytes:
    document = documents(FORMATS[name], briefings, Options(**options))[""]  # type: ignore[arg-type]
    assert isinstance(document, bytes)
    return document
