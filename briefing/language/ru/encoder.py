"""The convolutions and the decoding of slovnet's model, in the same numbers and a third of the time.

slovnet pads the sentences of a batch to one length and copies a window for every word and layer. Here sentences stand
end to end with a row of zeros between them, a layer is one product with the shifts added up, and the first layer,
which is two thirds of the work and sees a word alone, is remembered for each word.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

# Words whose first layer is remembered at a time: 3 KB each.
_REMEMBERED = 4096
_REACH = 1  # The kernels are three words wide: one to either side.


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

    def finish(self, products: Floats, gaps: NDArray[np.bool_]) -> Floats:
        """Add up what each word gets from its neighbours and itself; rows at ``gaps`` stay zero."""
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
    """Takes the place of ``emb`` and ``encoder`` in a slovnet model.

    As ``emb`` it hands the ids on, as ``encoder`` it returns batch x words x filters, as slovnet's own does.
    """

    def __init__(self, model: Any) -> None:
        self.words = model.emb.word
        first, *self.rest = (_Layer(layer) for layer in model.encoder.layers)
        self.first = first
        self.word_kernel: Floats = first.kernel[: self.words.dim]
        self.shapes: Floats = model.emb.shape.weight.array @ first.kernel[self.words.dim :]
        self.known: Floats = np.empty((_REMEMBERED, first.kernel.shape[1]), dtype=np.float32)
        self.place: Integers = np.full(len(self.words.indexes.array), -1, dtype=np.int64)
        self.count = 0

    def emb(self, words: Integers, shapes: Integers) -> tuple[Integers, Integers]:
        """Hand the ids of words and shapes on to `encode`."""
        return words, shapes

    def encode(self, ids: tuple[Integers, Integers], padding: NDArray[np.bool_]) -> Floats:
        """Return the encoded words of a batch; rows of the padding are zero."""
        batch, longest = padding.shape
        # One column more, so that each sentence ends with a gap.
        real = np.zeros((batch, longest + 1), dtype=bool)
        real[:, :longest] = ~padding
        kept = real.copy()
        kept[np.arange(batch), real.sum(axis=1)] = True
        gaps = ~real[kept]
        words, shapes = (each[~padding] for each in ids)
        products = np.zeros((len(gaps), self.known.shape[1]), dtype=np.float32)
        products[~gaps] = self._words(words) + self.shapes[shapes]
        rows = self.first.finish(products, gaps)
        for layer in self.rest:
            rows = layer.finish(rows @ layer.kernel, gaps)
        output = np.zeros((batch, longest, rows.shape[1]), dtype=np.float32)
        output[~padding] = rows[~gaps]
        return output

    def _words(self, words: Integers) -> Floats:
        """Return what the first layer makes of each word alone."""
        wanted = np.flatnonzero(np.bincount(words))
        missing = wanted[self.place[wanted] < 0]
        if self.count + len(missing) > _REMEMBERED:
            self.place.fill(-1)
            self.count, missing = 0, wanted
        if len(wanted) > _REMEMBERED:
            return np.asarray(self.words(words) @ self.word_kernel, dtype=np.float32)
        stop = self.count + len(missing)
        self.known[self.count : stop] = self.words(missing) @ self.word_kernel
        self.place[missing] = np.arange(self.count, stop)
        self.count = stop
        return self.known[self.place[words]]


class Decoder:
    """Takes the place of the conditional random field in a slovnet model: the likeliest tags of each sentence."""

    def __init__(self, field: Any) -> None:
        self.transitions: Floats = field.transitions.array  # from tag x to tag

    def decode(self, emissions: Floats, mask: NDArray[np.bool_]) -> list[list[int]]:
        """Return the tags of each sentence (Viterbi); emissions are batch x words x tags, ``mask`` has the words."""
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


def _path(before: list[list[int]], last: int) -> list[int]:
    """Follow the best path back from its last tag; ``before[i]`` has for each tag of word i that of the word before."""
    path = [last]
    for row in reversed(before[1:]):
        path.append(row[path[-1]])
    path.reverse()
    return path


def quicken(model: Any) -> Any:
    """Let a slovnet model encode its words with an `Encoder` and choose its tags with a `Decoder`; return the model."""
    encoder = Encoder(model)
    model.emb, model.encoder = encoder.emb, encoder.encode
    model.head.crf = Decoder(model.head.crf)
    return model
