"""The quick encoder and decoder give slovnet's own numbers."""

from __future__ import annotations

import copy

import numpy as np
import pytest

from briefing.language.ru import encoder, models

SENTENCES = [
    "Мэр Анна Речная открыла мост через реку Тихую .".split(),
    "Да .".split(),
    "В среду , 19 ноября , в Луговом выступил министр Пётр Орлов , сообщила компания « Меридиан » .".split(),
]


@pytest.fixture(scope="module")
def slow() -> object:
    """slovnet's model of names as it loads itself, with the shared embedding."""
    from slovnet import NER

    loaded = NER.load(models._data() / "model" / "slovnet_ner_news_v1.tar").navec(models._embedding())
    return loaded.infer


def batch(infer: object) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    [inputs] = infer.encoder(SENTENCES)  # type: ignore[attr-defined]
    return inputs.word_id, inputs.shape_id, inputs.pad_mask


@pytest.mark.parametrize("remembered", [4096, 24, 4], ids=["all fit", "some are forgotten", "one batch is too much"])
def test_the_same_numbers(slow: object, remembered: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "_REMEMBERED", remembered)
    words, shapes, padding = batch(slow)
    model = slow.model  # type: ignore[attr-defined]
    expected = model.encoder(model.emb(words, shapes), padding)
    quick = copy.copy(model)
    quick.head = copy.copy(model.head)
    quick = encoder.quicken(quick)
    for _ in range(3):
        found = quick.encoder(quick.emb(words, shapes), padding)
        np.testing.assert_allclose(found, expected, rtol=1e-3, atol=1e-4)


def test_the_same_tags(slow: object) -> None:
    field = slow.model.head.crf  # type: ignore[attr-defined]
    random = np.random.default_rng(7)
    sizes = np.array([9, 1, 6, 2])
    mask = np.arange(9) < sizes[:, np.newaxis]
    emissions = random.normal(scale=3, size=(*mask.shape, len(field.transitions.array))).astype(np.float32)
    expected = [tags.tolist() for tags in field.decode(emissions, mask)]
    assert [len(tags) for tags in expected] == sizes.tolist()
    assert encoder.Decoder(field).decode(emissions, mask) == expected


def test_another_kernel_is_refused(slow: object) -> None:
    model = copy.deepcopy(slow.model)  # type: ignore[attr-defined]
    model.encoder.layers[0].conv.padding = 2
    with pytest.raises(ValueError, match="is not known here"):
        encoder.quicken(model)
