"""Who is to act, in Russian: those addressed, those who speak, those that the clause does not name."""

from __future__ import annotations

import pytest

from tests.extract.acting import actions_of


def test_we_are_the_speaker() -> None:
    (action,) = actions_of("ru", "«Мы построим три детских сада», — сказала директор Анна Белова.")
    assert action.actor == "Анна Белова"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Вскоре подростку будут предъявлены обвинения.", None),
        ("Обвинения будут предъявлены следователями в мае.", "следователи"),
        ("Директорам городских школ и детских садов рекомендовано проверить счётчики.", "директора"),
        ("Завод обязан открыть столовую.", "завод"),
    ],
)
def test_who_is_to_act_is_whom_it_is_told_and_not_to_whom_it_is_done(text: str, actor: str | None) -> None:
    (action,) = actions_of("ru", text)
    assert (action.actor or "").casefold().startswith(actor) if actor else action.actor is None


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Новая школа откроется в сентябре.", None),
        ("Поликлиника заработает в марте.", None),
        ("Вторая партия вагонов прибудет в порт завтра.", None),
        ("Школа получит новые парты в мае.", "Школа"),
        ("Компания «Ладога» появится на бирже в мае.", "Компания «Ладога»"),
        ("Партия «Согласие» выдвинет кандидата в мае.", "Партия «Согласие»"),
        ("Министр появится на открытии в пятницу.", "Министр"),
    ],
)
def test_what_is_set_up_or_sent_does_not_act(text: str, actor: str | None) -> None:
    assert [action.actor for action in actions_of("ru", text)] == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Инженеры NASA и добровольцы построят площадку в марте.", "Инженеры NASA и добровольцы"),
        ("NASA и добровольцы построят площадку в марте.", "NASA и добровольцы"),
        ("Водителям ГИБДД советует сменить шины до 1 декабря.", "Водители"),
        ("Водителям трамваев мэрия советует сменить маршрут.", "Водители трамваев"),
    ],
)
def test_whose_the_actors_are(text: str, actor: str) -> None:
    assert [action.actor for action in actions_of("ru", text)] == [actor]


def test_people_who_act_are_named_in_full() -> None:
    text = "Певица Ольга Белова приехала в город. В мае Белова выступит в парке."
    assert [action.actor for action in actions_of("ru", text)] == ["Ольга Белова"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Компания «Ладога» купила завод. В июне здесь начнут выпускать лодки.", "Компания «Ладога»"),
        (
            "«Осенью будет открыт второй цех», — сказал директор завода «Ладога» Иван Лосев.",
            "завод «Ладога»",
        ),
        ("Осенью будет открыт второй цех, сообщила пресс-служба министерства.", "министерство"),
        ("В среду пройдут выборы, сообщила комиссия.", None),
    ],
)
def test_who_acts_where_the_clause_does_not_say(text: str, actor: str | None) -> None:
    assert [action.actor for action in actions_of("ru", text)] == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Фонд обратился в районный суд и мэрию с просьбой сохранить аллею.", "районный суд и мэрия"),
        ("Дирижёр попросил публику не хлопать между частями.", "публика"),
        ("Библиотекарь предложила средствам массовой информации провести день чтения.", "средства массовой информации"),
        ("Бабушка призвала всё семейство собрать урожай до пятницы.", "семейство"),
        ("Тренер призвал своих игроков сдать форму.", "игроки"),
        ("Хозяйка предложила в понедельник собраться у пруда.", "хозяйка"),
    ],
)
def test_those_addressed_have_the_case_that_the_verb_governs(text: str, actor: str) -> None:
    assert [action.actor for action in actions_of("ru", text)] == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Клуб нашёл тренера Ивана Лосева, который обещает вывести команду в финал.", "Иван Лосев"),
        ("Парк закрыли строители, которые обещают починить мост.", "строители"),
        ("Пианистка Анна Ким не уедет в столицу, а осенью откроет школу.", "Анна Ким"),
        ("На турнир отправится 19-летняя Анна Ким.", "Анна Ким"),
        ("Учитель из Самары возглавит ФИФА.", "Учитель из Самары"),
        ("Фирма «Ладога» сообщила, что в мае закроет склад.", "Ладога"),
        ("Депутаты и сенаторы заявили, что они хотят закончить сессию.", "депутаты и сенаторы"),
        ("Певица Анна Ким приехала в город. Артистка выступит в парке.", "Анна Ким"),
        ("Врач Пётр Лосев уехал. Юноша, которого он лечил, завтра вернётся домой.", "Юноша"),
        ("Победитель турнира получит кубок, сказал судья Пётр Лосев.", "Победитель турнира"),
    ],
)
def test_the_subject_may_stand_in_another_clause_or_be_another_word(text: str, actor: str) -> None:
    assert [action.actor for action in actions_of("ru", text)][-1:] == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Решение суда ожидается в понедельник.", "суд"),
        ("В четверг начнётся заседание городской думы.", "городская дума"),
        ("Голосование в Сенате пройдёт в среду.", "Сенат"),
        ("В июне пройдёт концерт группы «Прибой».", "группа «Прибой»"),
        ("Певица Анна Ким приедет в мае. Концерт пройдёт в парке.", "Анна Ким"),
        ("Снег растаял. Завтра пройдёт голосование", None),
        ("В июне пройдут выборы губернатора.", None),
        ("Похороны Лосева пройдут в субботу.", None),
        ("В мае состоится форум регионов.", None),
    ],
)
def test_an_event_is_of_those_who_hold_it(text: str, actor: str | None) -> None:
    assert [action.actor for action in actions_of("ru", text)][-1:] == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Мэр Орска Пётр Лосев осмотрел сад. «Сад хорош», — сказал Лосев. Весной мэр Орска откроет парк.",
            "Пётр Лосев",
        ),
        ("Адвокат Пётр Лосев заявил, что игрок намерен требовать деньги.", "игрок"),
        ("Пианистка Анна Ким болела, и врачи посоветовали пианистке уехать на море.", "Анна Ким"),
    ],
)
def test_who_spoke_before_is_remembered(text: str, actor: str) -> None:
    assert [action.actor for action in actions_of("ru", text)] == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        # Reflexive verbs are what people do themselves, but done to things.
        ("Губернатор будет баллотироваться на второй срок.", "Губернатор"),
        ("В порту будут ремонтироваться краны.", None),
        # Whoever is obliged to do it does it.
        ("Ответчик будет обязан оплатить ремонт.", "Ответчик"),
        ("Иск будет рассмотрен в мае.", None),
        # Who demands that something be done, whoever is to do it.
        ("Агентство признало ошибку и потребовало отмены запрета.", "агентство"),
        ("Министр потребовал закрыть рынок.", None),
        ("Министр поручил проверку рынка.", None),
        # A body named after somebody acts, not he.
        ("Рабочая партия Ивана Белова собирается обсудить план.", "Рабочая партия Ивана Белова"),
    ],
)
def test_those_who_do_it_themselves_act(text: str, actor: str | None) -> None:
    assert [(action.actor or "").casefold() for action in actions_of("ru", text)] == [(actor or "").casefold()]


@pytest.mark.parametrize(
    ("code", "text", "actor"),
    [
        ("ru", "Совет поручил мэру, Льву Кротову, убрать снег.", "Лев Кротов"),
        ("ru", "Совет поручил главе района, генералу Льву Кротову, убрать снег.", "Лев Кротов"),
        ("en", "The board instructed the manager, Tom Ostrow, to clear the snow.", "Tom Ostrow"),
        ("ru", "Совет поручил мэру, Льву Кротову, важное дело.", None),
        ("en", "The board asked the manager, Tom Ostrow, and left.", None),
    ],
)
def test_who_is_told_may_be_named_between_commas(code: str, text: str, actor: str | None) -> None:
    assert [action.actor for action in actions_of(code, text)] == ([actor] if actor else [])


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("В министерстве планируют закупить сто автобусов.", "министерство"),
        ("В банке «Ладога» также намерены построить причал.", "банк «Ладога»"),
        ("В мэрии хотят расширить парк.", "мэрия"),
        ("В мэрии врачи хотят открыть кабинет.", "врачи"),
        ("В мае хотят расширить парк.", None),
        ("В театре построят новую сцену.", None),
    ],
)
def test_those_who_want_it_sit_in_a_body(text: str, actor: str | None) -> None:
    assert [action.actor for action in actions_of("ru", text)] == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Лаборатория будет готовиться к проверке, сказал инженер Пётр Белов.", "Лаборатория"),
        ("Сквер будет благоустроен в мае, сказал инженер Пётр Белов.", None),
        ("Сквер благоустроят в мае, сказал инженер Пётр Белов.", None),
        ("Цех будет модернизироваться в мае, сообщил завод «Ладога».", "Ладога"),
        ("Сейчас ведётся проверка, сообщили в пресс-службе прокуратуры.", "прокуратура"),
        ("Глава района Сергей Белов приехал в село. С. Белов планирует открыть школу.", "Сергей Белов"),
        ("Глава района Сергей Белов приехал в село. С.И. Белов планирует открыть школу.", "Сергей Белов"),
        ("Лев Кротов приехал. «Мы ждём», — сказал Л. Кротов. «Мы построим цех», — сказал Л. Кротов.", "Лев Кротов"),
        ("За порядком будет следить местный совет.", "местный совет"),
        ("Власти построили две школы и в сентябре откроют третью.", "Власти"),
        ("В прошлом году построили две школы, а в сентябре откроют третью.", None),
    ],
)
def test_who_only_says_so_and_what_was_done_before_do_not_act(text: str, actor: str | None) -> None:
    assert [action.actor for action in actions_of("ru", text)] == [actor]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        # A word that only looks like an attribute of who acts.
        ("В дальнейшем инженеры планируют испытать мотор.", "инженеры"),
        ("В целом власти намерены расширить парк.", "власти"),
        ("Школе в новом районе компания планирует подарить рояль.", "компания"),
        # People by where they live.
        ("Дубровчане сыграют с «Волной», а новозаречинцы примут «Искру».", "новозаречинцы"),
        # Whose event it is that takes place.
        ("Они готовят к выезду хор для саммита ЕАЭС, который пройдёт 10 октября.", None),
        ("Анархисты потребовали отменить сбор.", "Анархисты"),
        # Whoever tells it does not act where a plural or passive names nobody.
        ("«Школу построят к октябрю», — сказал мэр Олег Сомов.", None),
        ("«Мы построим школу к октябрю», — сказал мэр Олег Сомов.", "Олег Сомов"),
        ("Мэрия сообщила, что школу построят к октябрю.", "мэрия"),
        ("Молодёжь готова обменять сад на квартиру.", "Молодёжь"),
        ("В суд подан иск с требованием обязать владельца снести забор.", "владелец"),
        ("Депутаты-анархисты потребовали отменить сбор.", "Депутаты-анархисты"),
        ("Прокурор подал иск об обязании администрации заменить рельсы.", "администрация"),
    ],
)
def test_who_acts_in_a_clause(text: str, actor: str | None) -> None:
    assert [action.actor for action in actions_of("ru", text)][-1:] == [actor]
