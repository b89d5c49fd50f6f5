"""The slovnet model of Russian names, read out of the natasha wheel without importing natasha or slovnet.

Loaded with a memory-mapped embedding table and without the vocabulary of the embedding: about 0.2 s and 70 MB, where
the loaders of navec and slovnet take 1 s and 190 MB. A test compares the result with slovnet's own. (slovnet's syntax
is left out: subjects are found by rules as well, and in no time.)
"""

from __future__ import annotations

import os
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from types import SimpleNamespace

# BLAS threads make several processes on few cores many times slower; this must precede the first import of numpy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from briefing.language.ru import archives
from briefing.language.ru.archives import Archive
from briefing.language.ru.encoder import GAP, Decoder, Encoder
from briefing.language.ru.outlines import outline

_BATCH = 2000  # words
_GZIP = 31  # what zlib calls a stream with the header of gzip


@cache
def _data() -> Path:
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("the natasha package, whose data files hold the Russian models, is not installed")
    return Path(spec.submodule_search_locations[0]) / "data"


@cache
def _embedding() -> SimpleNamespace:
    return archives.embedding(_data() / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")


class _Vocabulary:
    """The words that the model knows, in the order of their code points as in its file; the two last are special.

    They stay one text, of which every 64th word is known by its place: making 250,000 strings of it, or a dictionary,
    takes many times longer than searching for the words of an article.
    """

    _STEP = 64

    def __init__(self, packed: bytes) -> None:
        self.text = zlib.decompress(packed, _GZIP)
        ends = np.flatnonzero(np.frombuffer(self.text, np.uint8) == ord("\n"))
        self.unk_id, special = len(ends) - 1, self.text[ends[-2] + 1 :]
        if special != b"<unk>\n<pad>":
            raise ValueError(f"a vocabulary that ends with {special!r} is not known here")
        starts = [0, *(ends[self._STEP - 1 : -1 : self._STEP] + 1).tolist()]
        self.firsts = [self.text[start : self.text.index(b"\n", start)] for start in starts]
        self.starts = [*starts, len(self.text) - len(special)]

    def encode(self, word: str) -> int:
        """Return the number of a word, that of the unknown word if the model does not know it."""
        wanted = word.encode()
        step = bisect_right(self.firsts, wanted) - 1
        if step < 0:
            return self.unk_id
        if self.firsts[step] == wanted:
            return step * self._STEP
        start, stop = self.starts[step], self.starts[step + 1]
        place = self.text.find(b"\n%b\n" % wanted, start, stop)
        return step * self._STEP + self.text.count(b"\n", start, place) + 1 if place >= 0 else self.unk_id


class _Tagger:
    """slovnet's model of names, put together as its own loader does but for embedding and encoder."""

    def __init__(self) -> None:
        archive = Archive(_data() / "model" / "slovnet_ner_news_v1.tar")
        model = archives.model(archive, _embedding())
        self.words = _Vocabulary(archive.read("vocabs/word.gz"))
        self.outlines = {item: number for number, item in enumerate(_items(archive, "shape"))}
        self.labels = _items(archive, "tag")
        # The encoder remembers far fewer words, as it needs more room for each.
        numbers = lru_cache(maxsize=50_000)(self._numbers)
        self.encoder, self.projection = Encoder(model, numbers), model.head.proj
        self.decoder = Decoder(model.head.crf, self.labels.index("O"))

    def _numbers(self, word: str) -> tuple[int, int]:
        return self.words.encode(word.lower()), self.outlines[outline(word)]

    def labelled(self, words: Sequence[str]) -> list[str]:
        """Return a label for each word of sentences with `GAP` around them."""
        rows, gaps = self.encoder.encode(words)
        emissions = rows @ self.projection.weight.array + self.projection.bias.array
        return [self.labels[tag] for tag in self.decoder.tags(emissions, gaps)]


def _items(archive: Archive, name: str) -> list[str]:
    return zlib.decompress(archive.read(f"vocabs/{name}.gz"), _GZIP).decode().splitlines()


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
