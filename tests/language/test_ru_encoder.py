"""The quick encoder and decoder give slovnet's own numbers."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np
import pytest

from briefing.language.ru import encoder, models
from briefing.language.ru.encoder import GAP

SENTENCES = [
    "Мэр Анна Речная открыла мост через реку Тихую .".split(),
    "Да .".split(),
    "В среду , 12 ноября , в Луговом выступил министр Пётр Орлов , сообщила компания « Меридиан » .".split(),
]
OUTSIDE = 1


@pytest.fixture(scope="module")
def slow() -> Any:
    """slovnet's model of names as it loads itself, with the shared embedding."""
    from slovnet import NER

    loaded = NER.load(models._data() / "model" / "slovnet_ner_news_v1.tar").navec(models._embedding())
    return loaded.infer


def end_to_end(sentences: list[list[str]]) -> list[str]:
    return [GAP, *(word for sentence in sentences for word in (*sentence, GAP))]


@pytest.mark.parametrize("remembered", [4096, 24, 4], ids=["all fit", "some are forgotten", "one batch is too much"])
def test_the_same_numbers(slow: Any, remembered: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "_REMEMBERED", remembered)
    [inputs] = slow.encoder(SENTENCES)
    model = slow.model
    expected = model.encoder(model.emb(inputs.word_id, inputs.shape_id), inputs.pad_mask)
    quick = encoder.Encoder(model, lambda word: tuple(each[0] for each in slow.encoder.item([word])))
    for sentences in (SENTENCES, SENTENCES[:2], SENTENCES):
        words = end_to_end(sentences)
        found, gaps = quick.encode(words)
        real = [index for index, word in enumerate(words) if word != GAP]
        rows = expected[: len(sentences)][~inputs.pad_mask[: len(sentences)]]
        np.testing.assert_allclose(found[real], rows, rtol=1e-3, atol=1e-4)
        assert gaps.tolist() == [index for index, word in enumerate(words) if word == GAP]
        assert not found[gaps].any()


@pytest.mark.parametrize("outside", [0.0, 4.0, 8.0, 30.0], ids=["many names", "names", "few names", "no name"])
def test_the_same_tags(slow: Any, outside: float) -> None:
    field = slow.model.head.crf
    random = np.random.default_rng(7)
    sizes = np.array([9, 1, 60, 6, 2, 25])
    mask = np.arange(60) < sizes[:, np.newaxis]
    emissions = random.normal(scale=3, size=(*mask.shape, len(field.transitions.array))).astype(np.float32)
    emissions[:, :, OUTSIDE] += outside
    expected = [tags.tolist() for tags in field.decode(emissions, mask)]
    assert [len(tags) for tags in expected] == sizes.tolist()
    rows, gaps = [np.zeros_like(emissions[0, :1])], [0]
    for sentence, size in zip(emissions, sizes, strict=True):
        rows += [sentence[:size], rows[0]]
        gaps.append(gaps[-1] + size + 1)
    found = encoder.Decoder(field, OUTSIDE).tags(np.concatenate(rows), np.array(gaps))
    assert [found[gap + 1 : gap + 1 + size] for gap, size in zip(gaps, sizes, strict=False)] == expected


def test_another_kernel_is_refused(slow: Any) -> None:
    model = copy.deepcopy(slow.model)
    model.encoder.layers[0].conv.padding = 2
    with pytest.raises(ValueError, match="is not known here"):
        encoder.Encoder(model, lambda word: (0, 0))
