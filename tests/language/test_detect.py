"""Language detection, short texts and near neighbours among them."""

from __future__ import annotations

import pytest

from briefing.language.detect import detect


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Мэр Омска ушёл в отставку"),
        ("ru", "Совет директоров утвердил бюджет"),
        ("ru", "По данным Росстата, цены за неделю выросли на 0,1%."),
        ("ru", "Компания Apple представила iPhone, MacBook и Vision Pro, сообщает Bloomberg."),
        ("en", "Mayor resigns after bridge collapse"),
        ("en", "The council said on Friday that it would close two of its four libraries."),
        ("uk", "Президент підписав закон про бюджет на наступний рік, повідомили в парламенті."),
        ("be", "Прэзідэнт падпісаў закон, паведамілі ў парламенце, і ён ужо дзейнічае."),
        ("bg", "Президентът подписа закона за бюджета, съобщиха от парламента, и той вече е в сила."),
        ("sr", "Председник је потписао закон о буџету, саопштено је из скупштине."),
        ("kk", "Президент бюджет туралы заңға қол қойды, деп хабарлады парламент."),
        ("de", "Der Bürgermeister sagte am Freitag, dass die Stadt zwei Büchereien schließen wird."),
        ("fr", "Le maire a déclaré vendredi que la ville fermerait deux de ses quatre bibliothèques."),
        ("es", "El alcalde dijo el viernes que la ciudad cerrará dos de sus cuatro bibliotecas."),
        ("it", "Il sindaco ha detto che la città chiuderà due delle sue quattro biblioteche."),
        ("pt", "O prefeito disse na sexta-feira que a cidade não vai fechar as suas bibliotecas."),
        ("pl", "Burmistrz powiedział, że miasto nie zamknie bibliotek, ale nie ma na to pieniędzy."),
        ("tr", "Belediye başkanı bu yıl iki kütüphane için yeni bir bütçe ve plan olduğunu söyledi."),
        ("zh", "市长周五表示,市政府将关闭两家图书馆。"),
        ("ja", "市長は金曜日に二つの図書館を閉鎖すると述べた。"),
        ("ko", "시장은 금요일에 도서관 두 곳을 닫겠다고 말했다."),
        ("und", "12345 — 67%"),
        ("und", ""),
    ],
)
def test_detect(language: str, text: str) -> None:
    assert detect(text) == language
