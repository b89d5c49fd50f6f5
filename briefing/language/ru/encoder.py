"""The convolutions and the decoding of slovnet's model, in the same numbers and a quarter of the time.

slovnet pads the sentences of a batch to one length and copies a window for every word and layer. Here sentences stand
end to end with a row of zeros between them, a layer is one product with the shifts added up, the first layer, which is
two thirds of the work and sees a word alone, is remembered for each word, and paths of tags are only looked for where
the likeliest one may leave the tag of words that are in no name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Integers = NDArray[np.intp]

GAP = ""
"""Stands between two sentences, and before the first and after the last."""

# Words whose first layer is remembered at a time: 3 KB each.
_REMEMBERED = 4096
_REACH = 1  # The kernels are three words wide: one to either side.
_NEVER = -1e6
_ROUNDING = 0.01


class _Layer:
    """One convolution with its rectifier and normalisation; ``kernel`` is inputs x (3 x filters)."""

    def __init__(self, layer: Any) -> None:
        weight = layer.conv.weight.array  # filters x inputs x 3
        if weight.shape[2] != 2 * _REACH + 1 or layer.conv.padding != _REACH:
            raise ValueError(f"a slovnet layer with kernels of {weight.shape[2]} words is not known here")
        self.filters = weight.shape[0]
        self.kernel: Floats = np.ascontiguousarray(weight.transpose(1, 2, 0).reshape(weight.shape[1], -1))
        self.bias: Floats = layer.conv.bias.array
        self.scale: Floats = layer.norm.weight.array / layer.norm.std.array
        self.shift: Floats = layer.norm.bias.array - layer.norm.mean.array * self.scale

    def finish(self, products: Floats, gaps: Integers) -> Floats:
        """Add up what each word gets from its neighbours and itself; rows at ``gaps`` are zero."""
        before, here, after = (products[:, n * self.filters : (n + 1) * self.filters] for n in range(3))
        output = here + self.bias
        output[1:] += before[:-1]
        output[:-1] += after[1:]
        np.maximum(output, 0, out=output)
        output *= self.scale
        output += self.shift
        output[gaps] = 0
        return output


class Encoder:
    """Takes the place of ``emb`` and ``encoder`` in a slovnet model; ``numbers`` gives a word's id and its shape's."""

    def __init__(self, model: Any, numbers: Callable[[str], tuple[int, int]]) -> None:
        first, *self.rest = (_Layer(layer) for layer in model.encoder.layers)
        self.first = first
        self.numbers = numbers
        codes = model.emb.word.codes.array  # parts x centroids x what a part adds to the vector
        self.indexes = model.emb.word.indexes.array  # words x parts
        self.codes: Floats = np.ascontiguousarray(codes.reshape(-1, codes.shape[2]))
        self.parts: Integers = np.arange(codes.shape[0], dtype=np.intp) * codes.shape[1]
        self.word_kernel: Floats = first.kernel[: codes.shape[0] * codes.shape[2]]
        self.shapes: Floats = model.emb.shape.weight.array @ first.kernel[len(self.word_kernel) :]
        self.known: Floats = np.zeros((1, first.kernel.shape[1]), dtype=np.float32)
        self.row: dict[str, int] = {}

    def encode(self, words: Sequence[str]) -> tuple[Floats, Integers]:
        """Return a row for each of the words, among which sentences have `GAP` around them, and where the gaps are."""
        missing = [word for word in dict.fromkeys(words) if word not in self.row]
        if missing:
            if len(self.row) + len(missing) > len(self.known):
                missing = self._forget(words)
            self._remember(missing)
        rows = np.array([self.row[word] for word in words], dtype=np.intp)
        gaps = np.flatnonzero(rows == 0)
        output = self.first.finish(self.known.take(rows, axis=0), gaps)
        for layer in self.rest:
            output = layer.finish(output @ layer.kernel, gaps)
        return output, gaps

    def _forget(self, words: Sequence[str]) -> list[str]:
        """Make room for the words; return those that are to be remembered."""
        self.row = {GAP: 0}
        wanted = [word for word in dict.fromkeys(words) if word != GAP]
        size = max(_REMEMBERED, len(wanted) + 1)
        if len(self.known) != size:
            self.known = np.zeros((size, self.known.shape[1]), dtype=np.float32)
        return wanted

    def _remember(self, words: list[str]) -> None:
        """Keep what the first layer makes of each word alone."""
        ids, shapes = zip(*map(self.numbers, words), strict=True)
        parts = self.indexes.take(ids, axis=0) + self.parts
        vectors = self.codes.take(parts, axis=0).reshape(len(words), -1)
        start, stop = len(self.row), len(self.row) + len(words)
        np.matmul(vectors, self.word_kernel, out=self.known[start:stop])
        self.known[start:stop] += self.shapes.take(shapes, axis=0)
        self.row.update(zip(words, range(start, stop), strict=True))


class Decoder:
    """Takes the place of the conditional random field in a slovnet model: the likeliest tags of each sentence.

    ``outside`` is the tag of words that are in no name.
    """

    def __init__(self, field: Any, outside: int) -> None:
        self.transitions: Floats = field.transitions.array  # from tag x to tag
        self.outside = outside
        staying = self.transitions[outside, outside]
        inside = np.arange(len(self.transitions)) != outside
        self.others: Integers = np.flatnonzero(inside)
        # The most that a path gains by one more tag inside names, and by going there and back.
        self.gain = float(self.transitions[inside][:, inside].max() - staying)
        ways = (self.transitions[outside, inside], self.transitions[inside, outside])
        self.passage = sum(max(0.0, float(way.max() - staying)) for way in ways) - self.gain

    def tags(self, emissions: Floats, gaps: Integers) -> list[int]:
        """Return the likeliest tag of each row; ``gaps`` are the rows around sentences."""
        found = [self.outside] * len(emissions)
        edges = np.flatnonzero(np.diff(self._open(emissions, gaps)))
        if not len(edges):
            return found
        starts, stops = edges[::2] + 1, edges[1::2] + 1
        places = starts[:, np.newaxis] + np.arange((stops - starts).max())
        mask = places < stops[:, np.newaxis]
        stretches = emissions[np.where(mask, places, 0)]
        is_gap = np.zeros(len(emissions), dtype=bool)
        is_gap[gaps] = True
        follows, goes_on = ~is_gap[starts - 1], ~is_gap[stops]
        stretches[follows, 0] += self.transitions[self.outside]
        stretches[goes_on, (stops - starts - 1)[goes_on]] += self.transitions[:, self.outside]
        for start, path in zip(starts.tolist(), self.decode(stretches, mask), strict=True):
            found[start : start + len(path)] = path
        return found

    def _open(self, emissions: Floats, gaps: Integers) -> NDArray[np.bool_]:
        """Tell which rows the likeliest path may give another tag than that of no name.

        Such a row stands in a stretch of other tags that is worth more than staying outside, and what a stretch gains
        is at the most the sum of what its rows gain, and the passage there and back.
        """
        gains = emissions[:, self.others].max(axis=1).astype(np.float64)
        gains += self.gain - emissions[:, self.outside]
        gains[gaps] = _NEVER
        stretches = _best_ending(gains) + _best_ending(gains[::-1])[::-1] - gains
        may_leave: NDArray[np.bool_] = stretches + self.passage > -_ROUNDING
        return may_leave

    def decode(self, emissions: Floats, mask: NDArray[np.bool_]) -> list[list[int]]:
        """Return the tags of each stretch (Viterbi); emissions are batch x words x tags, ``mask`` has the words."""
        batch, longest, tags = emissions.shape
        score = emissions[:, 0].copy()
        before = np.zeros((longest, batch, tags), dtype=np.int64)
        for index in range(1, longest):
            paths = score[:, :, np.newaxis] + self.transitions
            paths += emissions[:, index, np.newaxis]
            paths.argmax(axis=1, out=before[index])
            np.copyto(score, paths.max(axis=1), where=mask[:, index, np.newaxis])
        best, sizes = score.argmax(axis=1).tolist(), mask.sum(axis=1).tolist()
        return [_path(before[:size, n].tolist(), last) for n, (size, last) in enumerate(zip(sizes, best, strict=True))]


def _best_ending(gains: Doubles) -> Doubles:
    """Return for each row the most that rows add up to that end with it."""
    sums = np.cumsum(gains)
    lowest = np.minimum.accumulate(np.concatenate((np.zeros(1), sums[:-1])))
    return sums - lowest


def _path(before: list[list[int]], last: int) -> list[int]:
    """Follow the best path back from its last tag; ``before[i]`` has for each tag of word i that of the word before."""
    path = [last]
    for row in reversed(before[1:]):
        path.append(row[path[-1]])
    path.reverse()
    return path
