"""Messages: their bodies, their attachments, what is passed on in them."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from briefing.sources.formats import sniff
from tests.sources import pages
from tests.sources.making import made, paragraphs


def test_a_message_gives_its_body_and_names_its_attachments() -> None:
    article = made(pages.mail())
    assert sniff(pages.mail()) == "mail"
    assert (article.title, article.date, article.byline) == (pages.TITLE, "2025-12-04", "Пресс-служба губернатора")
    assert len(paragraphs(article)) == 15
    assert "С уважением" not in article.text
    assert paragraphs(article, "meta") == ["Вложения: bridge.jpg"]


def test_attachments_are_named_in_the_language_of_the_message() -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@gazette.example", "b@gazette.example", "The pier reopens"
    message["Date"] = "Fri, 05 Dec 2025 10:00:00 +0000"
    message.set_content("The pier of Lowmere reopens on Friday, the council said. " * 5)
    message.add_attachment(b"-", maintype="image", subtype="jpeg", filename="pier.jpg")
    assert paragraphs(made(message.as_bytes()), "meta") == ["Attachments: pier.jpg"]


def passed_on(message: bytes, times: int) -> bytes:
    for _ in range(times):
        outer = EmailMessage()
        outer["From"], outer["To"], outer["Subject"] = "a@vestnik.example", "b@vestnik.example", "Fwd: смотрите"
        outer["Date"] = "Fri, 05 Dec 2025 10:00:00 +0300"
        outer.set_content("См. вложение.")
        outer.add_attachment(message_from_bytes(message, policy=default))
        message = outer.as_bytes()
    return message


@pytest.mark.parametrize("times", [1, 3])
def test_a_message_that_is_passed_on_is_read(times: int) -> None:
    article = made(passed_on(pages.mail(), times))
    assert (article.title, article.date, article.byline) == (pages.TITLE, "2025-12-04", "Пресс-служба губернатора")
    assert paragraphs(article, "meta") == ["Вложения: bridge.jpg"]
    assert len(paragraphs(article)) == len(pages.PARAGRAPHS)


@pytest.mark.parametrize(
    "sender",
    [
        b"=?utf-8?b?0JDQvdC90LAg0KDRg9GH?=\r\n =?utf-8?b?0YzRkdCy0LA=?= <a@b.example>",
        b'"=?koi8-r?b?4c7OwSDy1d7Yo9fB?=" <a@b.example>',
        "Анна Ручьёва <a@b.example>".encode(),
        "Анна Ручьёва <a@b.example>".encode("cp1251"),
    ],
)
def test_the_name_of_a_sender_is_read_however_it_is_written(sender: bytes) -> None:
    body = "\r\n\r\n".join(pages.PARAGRAPHS).encode()
    head = b"Subject: x\r\nDate: Thu, 4 Dec 2025 09:30:00 +0300\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    assert made(b"From: " + sender + b"\r\n" + head + body).byline == "Анна Ручьёва"


def test_a_message_that_is_passed_on_without_end_is_what_it_says() -> None:
    assert made(passed_on(pages.mail(), 9)).title == "смотрите"


def test_a_message_that_says_nothing_gives_the_document_attached_to_it() -> None:
    message = EmailMessage()
    message["From"] = "press@severogorsk.example"
    message["Subject"] = "Релиз о мостах"
    message["Date"] = "Thu, 04 Dec 2025 09:30:00 +0300"
    message.set_content("Релиз во вложении.")
    message.add_attachment(pages.word(), maintype="application", subtype="octet-stream", filename="релиз.docx")
    article = made(message.as_bytes())
    assert (article.title, article.date) == (pages.TITLE, "2025-12-04")
    assert pages.PARAGRAPHS[0] in paragraphs(article)


@pytest.mark.parametrize("mark", ["", "> "])
def test_the_head_of_a_forwarded_message_is_left_out(mark: str) -> None:
    head = [
        "---------- Forwarded message ---------",
        "От: Пресс-служба <press@severogorsk.example>",
        "Date: чт, 4 дек. 2025",
        "Subject: Мосты",
        "",
    ]
    message = EmailMessage()
    message["From"], message["Subject"] = "Вера <vera@vestnik.example>", "Fwd: Мосты"
    message.set_content(
        "\n".join(mark + line for line in [*head, "\n".join(pages.PARAGRAPHS).replace("\n", f"\n{mark}")])
    )
    assert paragraphs(made(message.as_bytes())) == pages.PARAGRAPHS


def test_the_html_part_of_a_message_is_taken_where_the_plain_one_only_points_to_it() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "press@severogorsk.example", "Мосты"
    message.set_content("Откройте письмо в браузере.")
    message.add_alternative("".join(f"<p>{each}</p>" for each in pages.PARAGRAPHS), subtype="html")
    assert paragraphs(made(message.as_bytes())) == pages.PARAGRAPHS
