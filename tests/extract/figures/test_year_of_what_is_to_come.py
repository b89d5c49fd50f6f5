"""The year of what is to come is told from the day of publication, not from a year of which the text told before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

Row = tuple[str, str, float | int | str | None, str | None]
Find = Callable[..., list[Row]]
JUNE = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("ru", "В 2027 году форум пройдёт 5 мая.", ["2027", "2027-05-05"]),
        ("ru", "Экзамены в 2024 году прошли 15 марта.", ["2024", "2024-03-15"]),
        ("ru", "Закон принят в 2019 году и вступит в силу 5 августа.", ["2019", "2026-08-05"]),
        ("ru", "Дом, построенный в 2019 году, снесли 5 мая.", ["2019", "2026-05-05"]),
        ("ru", "Построенный в 2019 году дом снесли 5 мая.", ["2019", "2026-05-05"]),
        ("en", "The pier burned down in May 2024. A new one will open on 12 April.", ["2024-05", "2027-04-12"]),
        ("en", "The trial began in March 2025. The next hearing is due on 3 October.", ["2025-03", "2026-10-03"]),
        ("en", "The audit, ordered in July 2025, is expected to end in April.", ["2025-07", "2027-04"]),
        ("en", "The judge adjourned the trial until 10 November.", ["2026-11-10"]),
        ("en", "Growers were given until the end of November to apply.", ["2026-11"]),
        ("en", "A strike has been called for 4 December.", ["2026-12-04"]),
        ("en", "The vote was put back to 3 December.", ["2026-12-03"]),
        ("en", "It declared a bonus, to be paid on 10 December.", ["2026-12-10"]),
        ("en", "She said she would open the pier on 4 December.", ["2026-12-04"]),
        ("en", "The roof must be rebuilt by 3 January.", ["2027-01-03"]),
        ("en", "Residents have until 24 January to reply.", ["2027-01-24"]),
        ("en", "The lido opens in December and pays its way in spring.", ["2026-12", "2027-21"]),
        ("en", "The pool closes in November and reopens in the spring.", ["2026-11", "2027-21"]),
        ("en", "The pool will open in August, and the lido will close in July.", ["2026-08", "2026-07"]),
        ("ru", "Бассейн откроют до конца августа, а каток закроют в июле.", ["2026-08", "2026-07"]),
        ("ru", "Бассейн достроят до конца августа и в июле начнут чинить каток.", ["2026-08", "2026-07"]),
        ("ru", "Заседание отложили до 10 ноября.", ["2026-11-10"]),
        ("ru", "Матч перенесли на 4 декабря.", ["2026-12-04"]),
        ("ru", "Причал сгорел в мае 2024 года. Новый откроют 12 апреля.", ["2024-05", "2027-04-12"]),
        # What is over stays in the year of which the text tells, or in the last.
        ("en", "The pier opened in May 2024. It burned down in October.", ["2024-05", "2024-10"]),
        ("en", "The scheme opened in May 2024 and closed in October.", ["2024-05", "2024-10"]),
        ("en", "The judge opened the trial on 10 November.", ["2025-11-10"]),
        ("en", "Divers had to be rescued on 10 December.", ["2025-12-10"]),
        ("en", "He was arrested in October and freed in March.", ["2025-10", "2026-03"]),
        ("ru", "Причал открыли в мае 2024 года. Он сгорел в октябре.", ["2024-05", "2024-10"]),
        # What the sentence goes on to has a verb of its own, in the same clause or past the turn of the year.
        ("ru", "В мае 2024 года открыли каток, а в сентябре откроют бассейн.", ["2024-05", "2026-09"]),
        ("ru", "В декабре 2024 года суд арестовал счета, в январе снял арест.", ["2024-12", "2025-01"]),
        ("ru", "В декабре 2024 года сгорел склад, в сентябре — гараж.", ["2024-12", "2024-09"]),
        ("ru", "В ноябре 2024 года продажи упали, хотя в июне выросли.", ["2024-11", "2024-06"]),
        ("ru", "Мэр сообщил, что в апреле мост закроют.", ["2027-04"]),
        ("ru", "Мэр сообщил, что в апреле мост закрыли.", ["2026-04"]),
        ("ru", "Глава фонда, избранный в феврале, приедет 20 июня.", ["2026-02", "2026-06-20"]),
        ("ru", "Директор уточнил, что через две недели выберут подрядчика.", ["2026-06-29"]),
        ("ru", "В 2019 году верфь спустила две яхты, в следующем году — пять.", ["2019", "2", "2020", "5"]),
        ("ru", "В 2019 году верфь спустила две яхты. В следующем году спустит пять.", ["2019", "2", "2027", "5"]),
    ],
)
def test_the_year_of_what_is_to_come(rows: Find, code: str, text: str, values: list[str]) -> None:
    assert [str(value) for _, _, value, _ in rows(code, text, JUNE)] == values
