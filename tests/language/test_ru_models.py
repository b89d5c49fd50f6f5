"""The project's own loader of the slovnet model gives what slovnet's loader gives."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from navec import Navec
from slovnet import NER

from briefing.language.ru import models

SENTENCES = [
    "Министр транспорта края Лев Кротов приехал в Пензу .".split(),
    "По словам Анны Зуевой , завод « Салют » выпустил 60 автобусов .".split(),
    "Да .".split(),
    "Как сообщает пресс-служба ведомства , переговоры с Ким Чен Ыном пройдут в Женеве в 2026 году .".split(),
]


@pytest.fixture(scope="module")
def data() -> Path:
    spec = find_spec("natasha")
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "data"


@pytest.fixture(scope="module")
def embedding(data: Path) -> Any:
    return Navec.load(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")


def test_names_are_tagged_as_slovnet_tags_them(data: Path, embedding: Any) -> None:
    tagger = NER.load(data / "model" / "slovnet_ner_news_v1.tar")
    tagger.navec(embedding)
    infer = tagger.infer
    expected = [list(tags) for tags in infer.decoder(infer.process(infer.encoder(SENTENCES)))]
    assert models.tag(SENTENCES) == expected
    assert expected[0][3:5] == ["B-PER", "I-PER"]


def test_order_of_sentences_is_kept() -> None:
    assert models.tag(SENTENCES[::-1]) == models.tag(SENTENCES)[::-1]


def test_a_long_text_is_read_in_several_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = models.tag(SENTENCES)
    monkeypatch.setattr(models, "_BATCH", 3)
    assert models.tag(SENTENCES) == whole
    assert models.tag([]) == []
