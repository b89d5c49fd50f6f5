"""The data files of the natasha package: tar archives, whose members are used where they lie in the mapped file."""

from __future__ import annotations

import json
import mmap
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

_BLOCK = 512
_PROTOCOL = 1


class Archive:
    """A tar archive of plain files with short names; tarfile takes longer to import than all of them to find."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._members = dict(self._headers())

    def _headers(self) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield name, start and size of each member; blocks of zeros close the archive."""
        start = 0
        while (header := self._mapped[start : start + _BLOCK]).strip(b"\0"):
            name, size = header[:100].rstrip(b"\0").decode(), int(header[124:136].rstrip(b"\0 "), 8)
            yield name, (start + _BLOCK, size)
            start += _BLOCK + -(-size // _BLOCK) * _BLOCK

    def read(self, name: str) -> bytes:
        """Return the content of a member."""
        start, size = self._members[name]
        return self._mapped[start : start + size]

    def json(self, name: str, **options: Any) -> Any:
        """Return what the JSON of a member says; ``options`` are those of `json.loads`."""
        return json.loads(self.read(name), **options)

    def array(self, name: str, dtype: Any, count: int = -1, offset: int = 0) -> NDArray[Any]:
        """Return ``count`` numbers of a member, or all from byte ``offset`` on, as they lie in the file."""
        start, size = self._members[name]
        count = count if count >= 0 else (size - offset) // np.dtype(dtype).itemsize
        return np.frombuffer(self._mapped, dtype, count, start + offset)


def embedding(path: Path) -> SimpleNamespace:
    """Return a navec table as slovnet uses it: quantised codes, without words and norms."""
    archive = Archive(path)
    vectors, _, parts, centroids = (int(n) for n in archive.array("pq.bin", np.uint32, 4))
    head = 16
    indexes = archive.array("pq.bin", np.uint8, vectors * parts, head).reshape(vectors, parts)
    # They do not lie where numbers of four bytes may.
    codes = archive.array("pq.bin", np.uint8, offset=head + vectors * parts).copy().view(np.float32)
    table = SimpleNamespace(indexes=indexes, codes=codes.reshape(parts, centroids, -1))
    return SimpleNamespace(meta=SimpleNamespace(id=archive.json("meta.json")["id"]), pq=table)


def model(archive: Archive, navec: SimpleNamespace) -> Any:
    """Return a slovnet model: its modules by the names of slovnet's own, with weights as attributes ``array``."""
    protocol = archive.json("meta.json")["protocol"]
    if protocol != _PROTOCOL:
        raise ValueError(f"a slovnet model of protocol {protocol} is not known here")

    def module(fields: dict[str, Any]) -> Any:
        if "array" in fields:
            weights = archive.array(f"arrays/{fields['array']}.bin", fields["dtype"])
            return SimpleNamespace(array=weights.reshape(fields["shape"]))
        return SimpleNamespace(**fields)

    loaded = archive.json("model.json", object_hook=module)
    if loaded.emb.word.id != navec.meta.id:
        raise ValueError(f"the model needs the embedding {loaded.emb.word.id}, not {navec.meta.id}")
    loaded.emb.word.indexes.array, loaded.emb.word.codes.array = navec.pq.indexes, navec.pq.codes
    return loaded
