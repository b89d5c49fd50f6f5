"""The same story of fifteen paragraphs in the formats that newsrooms send it in."""

from __future__ import annotations

import base64
import io

PARAGRAPHS = [
    "Правительство Северогорской области утвердило план ремонта мостов на три ближайших года.",
    "На работы выделено 4,2 млрд рублей, из них половину даст федеральный бюджет, сообщила пресс-служба губернатора.",
    "Всего в плане 48 мостов, девять из которых признаны аварийными и закрыты для грузовиков.",
    "«Мы начинаем с тех переправ, без которых деревни весной отрезаны от мира», — сказал губернатор Олег Рябов.",
    "По его словам, подрядчиков выберут до 1 марта, а первые бригады выйдут на реки в мае.",
    "Министр транспорта области Анна Лисицына пояснила, что конкурсы разобьют на небольшие участки.",
    "— Так за работу смогут взяться и местные компании, — добавила она.",
    "Самый дорогой объект плана — мост через Вагу длиной 640 метров.",
    "Его нынешние опоры поставили в 1958 году, и лёд каждую весну подтачивает их всё сильнее.",
    "Объезд на время ремонта составит 37 километров, поэтому рядом наведут понтонную переправу.",
    "Депутат областного собрания Игорь Стрельцов назвал план разумным, но запоздалым.",
    "Он напомнил, что предыдущую программу выполнили лишь на две трети.",
    "Контрольная палата проверит расход денег в конце каждого года, говорится в документе.",
    "Жители Заречья просят сохранить на новом мосту пешеходную дорожку.",
    "Ответ на это обращение министерство обещает дать в феврале.",
]
TITLE = "Северогорская область отремонтирует 48 мостов за три года"
MENU = ["Главная", "Политика", "Экономика", "Спорт", "Подписка на газету", "Реклама на сайте"]
RELATED = ["В Заречье открыли школу после ремонта", "Паромщики подняли цены на перевозку машин"]


def modern() -> bytes:
    """Return a page of today: JSON-LD, OpenGraph, menus, a sidebar, comments, a footer."""
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    menu = "".join(f'<li><a href="/{number}">{item}</a></li>' for number, item in enumerate(MENU))
    related = "".join(f'<div class="card"><a href="/x">{item}</a></div>' for item in RELATED)
    return f"""<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8"><title>{TITLE} — Северный вестник</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Северный вестник">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "NewsArticle",
"headline": "{TITLE}", "datePublished": "2025-12-04T09:30:00+03:00", "articleSection": "Общество",
"author": {{"@type": "Person", "name": "Вера Климова"}}, "publisher": {{"@type": "Organization",
"name": "Северный вестник"}}, "contentLocation": {{"@type": "Place", "name": "Северогорск"}},
"url": "https://vestnik.example/bridges"}}]}}</script></head>
<body><header><nav><ul>{menu}</ul></nav></header>
<main><article><h1>{TITLE}</h1><div class="article__text">{body}</div></article>
<aside class="related"><h3>Читайте также</h3>{related}</aside></main>
<div id="comments"><p>Гость: давно пора было!</p></div>
<footer><p>© 2025 Северный вестник. Все права защищены.</p></footer></body></html>""".encode()


def tables_of_2005() -> bytes:
    """Return a page laid out by tables in Windows-1251, its paragraphs parted by line breaks."""
    menu = "<br>".join(f'<a href="{number}.htm"><font size=1>{item}</font></a>' for number, item in enumerate(MENU))
    body = "<br><br>\n".join(PARAGRAPHS)
    return f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1251">
<TITLE>{TITLE}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF>
<TABLE WIDTH=760 BORDER=0><TR><TD COLSPAN=3><IMG SRC=logo.gif ALT="Вестник"></TD></TR>
<TR><TD WIDTH=150 VALIGN=top>{menu}</TD>
<TD WIDTH=460 VALIGN=top><FONT FACE=Arial SIZE=4><B>{TITLE}</B></FONT><BR><BR>
<FONT FACE=Arial SIZE=2>{body}</FONT></TD>
<TD WIDTH=150 VALIGN=top><A HREF=x.htm>{RELATED[0]}</A><BR><A HREF=y.htm>{RELATED[1]}</A></TD></TR>
<TR><TD COLSPAN=3><FONT SIZE=1>Copyright Вестник 2005. Дизайн студии</FONT></TD></TR></TABLE>
</BODY></HTML>""".encode("cp1251")


def broken() -> bytes:
    """Return markup as people write it: nothing closed, a stray table end, entities half done, no head."""
    body = "\n<p>".join(paragraph.replace("«", "&laquo;").replace("»", "&raquo") for paragraph in PARAGRAPHS)
    menu = "".join(f"<li><a href=/{number}>{item}</a>" for number, item in enumerate(MENU))
    return f"<ul class=menu>{menu}</ul><h1>{TITLE}</h2></table><div class=text><p>{body}<p><b></i>".encode(
        "koi8-r", "xmlcharrefreplace"
    )


def feed() -> bytes:
    """Return an RSS feed in Windows-1251: an entry whole in ``content:encoded``, one in ``yandex:full-text``."""
    whole = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    plain = "\n".join(PARAGRAPHS)
    return f"""<?xml version="1.0" encoding="windows-1251"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:yandex="http://news.yandex.ru">
<channel><title>Северный вестник</title><link>https://vestnik.example/</link><description>Новости</description>
<item><title>{TITLE}</title><link>https://vestnik.example/bridges</link><category>Общество</category>
<pubDate>Thu, 04 Dec 2025 01:30:00 +0300</pubDate><description>Короткий пересказ.</description>
<content:encoded><![CDATA[{whole}]]></content:encoded></item>
<item><title>Паромщики подняли цены</title><link>https://vestnik.example/ferry</link>
<pubDate>Wed, 03 Dec 2025 10:00:00 +0300</pubDate><description>Кратко.</description>
<yandex:full-text>{plain}</yandex:full-text></item>
<item><title>Запись без текста</title><link>ftp://vestnik.example/none</link></item>
</channel></rss>""".encode("cp1251", "xmlcharrefreplace")


def atom(link: str) -> bytes:
    """Return an Atom feed whose only entry points to the page at ``link``."""
    return f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Вестник</title>
<entry><title>{TITLE}</title><link href="{link}"/><id>urn:1</id><updated>2025-12-04T09:30:00+03:00</updated>
<summary>Коротко о мостах.</summary></entry></feed>""".encode()


def mail() -> bytes:
    """Return a message as press services send it: nested parts, koi8-r, a newsletter in HTML, an attachment."""
    plain = "\n\n".join(PARAGRAPHS).replace("—", "-").replace("«", '"').replace("»", '"').encode("koi8-r")
    shown = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS).encode()
    subject = base64.b64encode(f"Fwd: {TITLE}".encode()).decode()
    sender = base64.b64encode("Пресс-служба губернатора".encode()).decode()
    return b"\r\n".join(
        [
            b"Received: from mail.example by mx.example; Thu, 4 Dec 2025 09:31:00 +0300",
            f"From: =?utf-8?b?{sender}?= <press@severogorsk.example>".encode(),
            b"To: editor@vestnik.example",
            f"Subject: =?utf-8?b?{subject}?=".encode(),
            b"Date: Thu, 4 Dec 2025 09:30:00 +0300",
            b"MIME-Version: 1.0",
            b'Content-Type: multipart/mixed; boundary="outer"',
            b"",
            b"--outer",
            b'Content-Type: multipart/alternative; boundary="inner"',
            b"",
            b"--inner",
            b"Content-Type: text/plain; charset=koi8-r",
            b"Content-Transfer-Encoding: base64",
            b"",
            base64.encodebytes(plain + "\n\n-- \nС уважением, пресс-служба".encode("koi8-r")),
            b"--inner",
            b"Content-Type: text/html; charset=utf-8",
            b"Content-Transfer-Encoding: base64",
            b"",
            base64.encodebytes(shown),
            b"--inner--",
            b"--outer",
            b"Content-Type: image/jpeg",
            b'Content-Disposition: attachment; filename="bridge.jpg"',
            b"Content-Transfer-Encoding: base64",
            b"",
            base64.encodebytes(b"\xff\xd8\xff\xe0 picture"),
            b"--outer--",
            b"",
        ]
    )


def word() -> bytes:
    """Return a DOCX document with a title, the paragraphs, a list and a table."""
    from docx import Document

    document = Document()
    document.add_paragraph(TITLE, style="Title")
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    document.add_paragraph("Сроки", style="Heading 2")
    document.add_paragraph("конкурс до 1 марта", style="List Bullet")
    table = document.add_table(rows=2, cols=3)
    for row, texts in zip(table.rows, [["Год", "Мостов", "Млн рублей"], ["2026", "14", "1100"]], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def printed(lines: list[str], leading: int = 16) -> bytes:
    """Return a PDF of one page with lines of one size; an empty line leaves room between two paragraphs."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    drawn = f"BT /F1 12 Tf 72 720 Td {leading} TL {shown}ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = "".join(f"{number} 0 obj{content}endobj\n" for number, content in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer<</Size 6/Root 1 0 R>>\n%%EOF".encode()
