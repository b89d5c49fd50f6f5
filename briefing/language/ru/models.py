"""The slovnet model of Russian names, read out of the natasha wheel without importing natasha.

Loaded with a memory-mapped embedding table and without the vocabulary of the embedding: about 0.3 s and 70 MB, where
the loaders of navec and slovnet take 1 s and 190 MB. It leans on slovnet's internals, so a test compares the result
with slovnet's own. (slovnet's syntax is left out: subjects are found by rules as well, and in no time.)
"""

from __future__ import annotations

import gzip
import json
import mmap
import os
import tarfile
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from types import SimpleNamespace

# BLAS threads make several processes on few cores many times slower; this must precede the first import of numpy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from slovnet.bio import O
from slovnet.const import PAD, SHAPE, TAG, UNK, WORD
from slovnet.exec.model import NER
from slovnet.exec.pack import Pack
from slovnet.shape import word_shape

from briefing.language.ru.encoder import GAP, Decoder, Encoder

_BATCH = 2000  # words


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


class _Vocabulary:
    """The words that the model knows, in the order of their code points as in its file; the two last are special.

    Searching them so costs a tenth of the time that a dictionary of 250,000 strings takes to make.
    """

    def __init__(self, packed: bytes) -> None:
        self.words = gzip.decompress(packed).split(b"\n")
        self.sorted = len(self.words) - 2
        special = self.words[self.sorted :]
        self.unk_id, self.pad_id = (self.sorted + special.index(name.encode()) for name in (UNK, PAD))

    def encode(self, word: str) -> int:
        """Return the number of a word, that of the unknown word if the model does not know it."""
        wanted = word.encode()
        place = bisect_left(self.words, wanted, hi=self.sorted)
        return place if place < self.sorted and self.words[place] == wanted else self.unk_id


class _Tagger:
    """slovnet's model of names, put together as its own loader does but for embedding and encoder."""

    def __init__(self) -> None:
        with Pack(_data() / "model" / "slovnet_ner_news_v1.tar") as pack:
            pack.load_meta().check_protocol()
            model = pack.load_model(NER)
            arrays = dict(pack.load_arrays(model.weights))
            self.words = _Vocabulary(pack.read(f"vocabs/{WORD}.gz"))
            self.shapes = pack.load_vocab(SHAPE)
            self.labels: list[str] = pack.load_vocab(TAG).items
        model = model.inject_arrays(arrays).inject_navec(_embedding())
        # The encoder remembers far fewer words, as it needs more room for each.
        numbers = lru_cache(maxsize=50_000)(self._numbers)
        self.encoder, self.project = Encoder(model, numbers), model.head.proj
        self.decoder = Decoder(model.head.crf, self.labels.index(O))

    def _numbers(self, word: str) -> tuple[int, int]:
        return self.words.encode(word.lower()), self.shapes.encode(word_shape(word))

    def labelled(self, words: Sequence[str]) -> list[str]:
        """Return a label for each word of sentences with `GAP` around them."""
        rows, gaps = self.encoder.encode(words)
        return [self.labels[tag] for tag in self.decoder.tags(self.project(rows), gaps)]


@cache
def _tagger() -> _Tagger:
    return _Tagger()


def tag(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return a tag (``B-PER``, ``I-ORG``, ``O`` …) for every word of the sentences."""
    tags: list[list[str]] = []
    for batch in _batches(sentences):
        labels = iter(_tagger().labelled([GAP, *(word for sentence in batch for word in (*sentence, GAP))])[1:])
        for sentence in batch:
            tags.append(list(islice(labels, len(sentence))))
            next(labels)
    return tags


def _batches(sentences: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """Yield the sentences, as many at a time as have `_BATCH` words together."""
    batch: list[Sequence[str]] = []
    size = 0
    for sentence in sentences:
        batch.append(sentence)
        size += len(sentence)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
