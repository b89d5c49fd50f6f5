"""The slovnet models for Russian names and syntax, read out of the natasha wheel without importing natasha.

Loaded with one shared vocabulary and a memory-mapped embedding table: about 0.35 s and 90 MB, where slovnet's own
loaders take 1.2 s and 230 MB. It leans on slovnet's internals, so a test compares the result with slovnet's own.
"""

from __future__ import annotations

import json
import mmap
import os
import tarfile
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

# BLAS threads make several processes on few cores many times slower; this must precede the first import of numpy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from slovnet.const import REL, SHAPE, TAG, WORD
from slovnet.exec import model as architectures
from slovnet.exec.encoders import WordShapeEncoder
from slovnet.exec.infer import NERInfer, SyntaxDecoder, SyntaxInfer, TagDecoder
from slovnet.exec.pack import Pack, bytes_vocab, vocab_name
from slovnet.shape import word_shape

from briefing.language.ru.encoder import quicken

_BATCH = 16


@cache
def _data() -> Path:
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("the natasha package, whose data files hold the Russian models, is not installed")
    return Path(spec.submodule_search_locations[0]) / "data"


@cache
def _embedding() -> SimpleNamespace:
    """Return the navec table as slovnet uses it: quantised codes mapped from the file, without words and norms."""
    path = _data() / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"
    with tarfile.open(path) as archive:
        member = archive.getmember("pq.bin")
        start, size = member.offset_data, member.size
        meta_file = archive.extractfile("meta.json")
        assert meta_file is not None
        meta = json.load(meta_file)
    with path.open("rb") as file:
        table = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    vectors, _, parts, centroids = (int(n) for n in np.frombuffer(table, np.uint32, 4, start))
    head = 16
    indexes = np.frombuffer(table, np.uint8, vectors * parts, start + head).reshape(vectors, parts)
    rest = np.frombuffer(table, np.uint8, size - head - vectors * parts, start + head + vectors * parts)
    codes = rest.copy().view(np.float32).reshape(parts, centroids, -1)
    return SimpleNamespace(meta=SimpleNamespace(id=meta["id"]), pq=SimpleNamespace(indexes=indexes, codes=codes))


class _Pack(Pack):
    """slovnet's archive of a model; the models' common vocabulary of 250,000 words is built once."""

    _built: ClassVar[dict[bytes, Any]] = {}

    def load_vocab(self, part: str) -> Any:
        content = self.read(vocab_name(part))
        key = content[-8:]  # gzip ends with the checksum and the size of what it holds
        if key not in self._built:
            self._built[key] = bytes_vocab(content)
        return self._built[key]


class _Words(WordShapeEncoder):
    """slovnet's numbers for words and their shapes, remembered for each word."""

    def __init__(self, words: Any, shapes: Any, batch_size: int) -> None:
        super().__init__(words, shapes, batch_size)
        self.numbers = lru_cache(maxsize=50_000)(self._numbers)

    def _numbers(self, word: str) -> tuple[int, int]:
        return self.words_vocab.encode(word.lower()), self.shapes_vocab.encode(word_shape(word))

    def item(self, words: Sequence[str]) -> tuple[list[int], list[int]]:
        numbers = [self.numbers(word) for word in words]
        return [word for word, _ in numbers], [shape for _, shape in numbers]


def _load(name: str, architecture: Any, labels: str, decoder: Any, infer: Any) -> Any:
    """Put a slovnet model together as its own loader does, but for the shared vocabulary and embedding."""
    with _Pack(_data() / "model" / name) as pack:
        pack.load_meta().check_protocol()
        model = pack.load_model(architecture)
        arrays = dict(pack.load_arrays(model.weights))
        words, shapes, tags = (pack.load_vocab(part) for part in (WORD, SHAPE, labels))
    model = quicken(model.inject_arrays(arrays).inject_navec(_embedding()))
    return infer(model, _Words(words, shapes, _BATCH), decoder(tags))


@cache
def _ner() -> Any:
    return _load("slovnet_ner_news_v1.tar", architectures.NER, TAG, TagDecoder, NERInfer)


@cache
def _syntax() -> Any:
    return _load("slovnet_syntax_news_v1.tar", architectures.Syntax, REL, SyntaxDecoder, SyntaxInfer)


def tag(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return a tag (``B-PER``, ``I-ORG``, ``O`` …) for every word of the sentences, none of which may be empty."""
    return [list(tags) for tags in _run(_ner(), sentences)]


def parse(sentences: Sequence[Sequence[str]]) -> list[tuple[list[int], list[str]]]:
    """Return heads (-1 for the root) and relations for every word of the sentences, none of which may be empty."""
    trees = _run(_syntax(), sentences)
    return [([int(head) - 1 for head in heads], list(relations)) for _, heads, relations in trees]


def _run(infer: Any, sentences: Sequence[Sequence[str]]) -> list[Any]:
    """Run the model over sentences of like length together (padding costs time); results in the given order."""
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    results: list[Any] = [None] * len(sentences)
    found = infer.decoder(infer.process(infer.encoder([sentences[i] for i in order])))
    for i, result in zip(order, found, strict=True):
        results[i] = result
    return results
