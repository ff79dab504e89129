"""What views hold, in a file: sets and arrays stay there, and are read as they are looked at.

First they stand one after the other, then what they belong to, and last how long that is.
"""

import io
import mmap
import pickle
from collections.abc import Iterator, Sequence
from typing import IO, Any, overload

import numpy as np
from pyroaring import BitMap

from queries.memory.sets import Later

ALIGNED = 64  # bytes: an array that starts elsewhere is copied whenever it is searched
SMALL = 1 << 20  # bytes of an array that is read at once, since all of it is used all the time
LENGTH = 8  # bytes that say how long the end is
Span = tuple[int, int]  # where in the file something starts, and how many bytes it takes


class Stored(Sequence[BitMap]):
    """Sets that stay in a file: each is read anew whenever it is asked for, and held by nobody.

    That takes a fraction of what is then done with it, and the system may keep what it likes of the
    file in memory that it can have back at any time.
    """

    def __init__(self, content: mmap.mmap, spans: list[Span]) -> None:
        self.content, self.spans = content, spans
        self.bytes: Any = memoryview(content)  # from which sets are read without a copy

    def __len__(self) -> int:
        return len(self.spans)

    @overload
    def __getitem__(self, place: int) -> BitMap: ...
    @overload
    def __getitem__(self, place: slice) -> list[BitMap]: ...
    def __getitem__(self, place: int | slice) -> BitMap | list[BitMap]:
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(len(self)))]
        start, size = self.spans[place]
        found = BitMap.deserialize(self.bytes[start : start + size])
        let_go(self.content, start, start + size)
        return found


class Blocks:
    """Arrays that stay in a file: each is counted as looked at only until the next one is."""

    def __init__(self, content: mmap.mmap, spans: list[tuple[tuple[int, ...], str, int]]) -> None:
        self.content, self.spans = content, spans

    def __len__(self) -> int:
        return len(self.spans)

    def __iter__(self) -> Iterator[Any]:
        return (block for _, block in self.run(0, len(self)))

    def run(self, first: int, stop: int) -> Iterator[tuple[int, Any]]:
        """Some that follow one another, with their numbers."""
        for n in range(first, stop):
            shape, kind, start = self.spans[n]
            block: Any = np.ndarray(shape, np.dtype(kind), self.content, start)
            yield n, block
            let_go(self.content, start, start + block.nbytes)


def let_go(content: mmap.mmap, start: int, end: int) -> None:
    """Count what was looked at of a file as the system's memory again, not as this process's."""
    first, end = (at // mmap.PAGESIZE * mmap.PAGESIZE for at in (start, end))
    if first < end and hasattr(mmap, "MADV_DONTNEED"):
        content.madvise(mmap.MADV_DONTNEED, first, end - first)


class Writer(pickle.Pickler):
    """Writes sets and arrays into the file as it meets them, and keeps the rest for the end."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.at, self.rest = file, 0, io.BytesIO()
        self.written: dict[int, tuple[tuple[Any, ...], object]] = {}
        super().__init__(self.rest, pickle.HIGHEST_PROTOCOL)

    def persistent_id(self, found: Any) -> tuple[Any, ...] | None:
        """Its number, what kind of thing it is, and where in the file it stands."""
        sets = isinstance(found, list) and bool(found) and isinstance(found[0], BitMap)
        if not sets and not isinstance(found, BitMap | np.ndarray | Stored | Blocks | Later):
            return None
        if id(found) not in self.written:
            number = len(self.written)
            self.written[id(found)] = (number, *self.placed(found)), found  # ids are used again
        return self.written[id(found)][0]

    def placed(self, found: Any) -> tuple[Any, ...]:
        if isinstance(found, np.ndarray):
            start, _ = self.put(np.ascontiguousarray(found).data.cast("B"))
            return "array", found.shape, found.dtype.str, start
        if isinstance(found, Later):
            return self.placed(found.make())
        if isinstance(found, Iterator | Blocks):
            return "blocks", [self.placed(one)[1:] for one in found]
        if isinstance(found, BitMap):
            return "set", self.put(found.serialize())
        if found and isinstance(found[0], np.ndarray):
            return "list", [self.placed(one) for one in found]
        return "sets", [self.put(one.serialize()) for one in found]

    def put(self, content: bytes | memoryview) -> Span:
        self.file.write(bytes(-self.at % ALIGNED))
        self.at += -self.at % ALIGNED
        self.file.write(content)
        self.at += len(content)
        return self.at - len(content), len(content)


class Reader(pickle.Unpickler):
    """Finds them again."""

    def __init__(self, content: mmap.mmap, rest: bytes) -> None:
        super().__init__(io.BytesIO(rest))
        self.content = content
        self.known: dict[int, Any] = {}

    def persistent_load(self, told: tuple[Any, ...]) -> Any:
        number, *rest = told
        if number not in self.known:
            self.known[number] = self.told(*rest)
        return self.known[number]

    def told(self, kind: str, place: Any, *more: Any) -> Any:
        if kind == "array":
            array: Any = np.ndarray(place, np.dtype(more[0]), self.content, more[1])
            return array if array.nbytes > SMALL else array.copy()
        if kind == "list":
            return [self.told(*one) for one in place]
        if kind == "blocks":
            return Blocks(self.content, place)
        return Stored(self.content, place) if kind == "sets" else Stored(self.content, [place])[0]


def write(file: IO[bytes], found: object) -> None:
    writer = Writer(file)
    writer.dump(found)
    rest = writer.rest.getvalue()
    file.write(rest + len(rest).to_bytes(LENGTH, "big"))


def opened(file: IO[bytes]) -> mmap.mmap:
    """What stands in a file, which may have no name and be closed meanwhile."""
    return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def read(content: mmap.mmap) -> Any:
    """What was written. It holds the file."""
    end = len(content) - LENGTH
    rest = content[end - int.from_bytes(content[end:], "big") : end]
    return Reader(content, rest).load()
