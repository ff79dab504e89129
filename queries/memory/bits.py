"""Sets of the rows of a large record as plain bits, 64 rows a word.

A compressed set is read anew before it is put to others. Plain bits are counted where they stand in
the file, which takes half as long, and put together, which takes a tenth.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import numpy as np
import numpy.typing as npt
from pyroaring import BitMap

from queries.memory.sets import Later, Numbers, numbers

Words = npt.NDArray[np.uint64]  # the bits of 64 rows each, that of the first one lowest
Shape = tuple[int, int]
WORD = 64
SOME = 32  # words, of which it is noted how many rows stand before them
BLOCK = 1 << 13  # words of each set that stand together
LINES = 64  # sets of a block put to others at a time, each of which takes memory
CHUNK = 1 << 16  # rows that a compressed set holds together
DENSE = 4096  # rows of these, above which it holds them as plain bits too
HEAD = 12346  # with which a compressed set begins


def shape_for(rows: int) -> Shape:
    """The blocks and the words of each that so many rows take."""
    return -(-rows // (BLOCK * WORD)), BLOCK


def masks() -> Words:
    """For each row of some words, the bits of those before it: a line a row."""
    flags = np.tri(SOME * WORD, k=-1, dtype=bool)
    return np.packbits(flags, axis=1, bitorder="little").view(np.uint64)


BEFORE = masks()


class Rows:
    """A set of rows. words: a line a block."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def __and__(self, other: "Rows") -> "Rows":
        return Rows(self.words & other.words)

    def __or__(self, other: "Rows") -> "Rows":
        return Rows(self.words | other.words)

    @classmethod
    def of(cls, rows: BitMap, shape: Shape) -> "Rows":
        blocks, width = shape
        flags = np.zeros(blocks * width * WORD, bool)
        flags[numbers(rows)] = True
        words: Words = np.packbits(flags, bitorder="little").view("<u8")
        return cls(words.reshape(shape))

    @cached_property
    def upto(self) -> Numbers:
        """How many rows stand before every some words and, last, in all."""
        return np.append(0, counted(self.words.reshape(-1, SOME)).cumsum())

    def before(self, ends: npt.ArrayLike) -> Numbers:
        """How many rows stand before each of some."""
        some, rows = np.divmod(np.asarray(ends, np.int64), SOME * WORD)
        inside = rows > 0
        words = self.words.reshape(-1, SOME)[some[inside]]
        found = self.upto[some]
        found[inside] += counted(words & BEFORE[rows[inside]])
        return found

    def counted(self, part: slice) -> int:
        """How many rows of a run there are."""
        low, high = self.before((part.start, part.stop)).tolist()
        return int(high - low)

    def compressed(self) -> BitMap:
        """The same as a compressed set, written as
        https://github.com/RoaringBitmap/RoaringFormatSpec says.
        """
        chunks = self.words.reshape(-1, CHUNK // WORD)
        counts = counted(chunks)
        (keys,) = counts.nonzero()
        content = [contained(chunks[key], counts[key]) for key in keys.tolist()]
        first = np.array([HEAD, len(keys)], "<u4")
        sizes = np.column_stack([keys, counts[keys] - 1]).astype("<u2")
        ends = np.cumsum([first.nbytes + 2 * sizes.nbytes, *map(len, content)]).astype("<u4")
        head = [first.tobytes(), sizes.tobytes(), ends[: len(keys)].tobytes()]
        return BitMap.deserialize(b"".join([*head, *content]))


def counted(words: Words) -> Numbers:
    """How many rows stand in each line."""
    found: Numbers = np.bitwise_count(words).sum(axis=1, dtype=np.uint32).astype(np.int64)
    return found


def contained(words: Words, count: int) -> bytes:
    """What a compressed set holds of rows that it holds together."""
    if count > DENSE:
        return words.astype("<u8").tobytes()
    flags = np.unpackbits(words.astype("<u8").view(np.uint8), bitorder="little")
    return flags.view(bool).nonzero()[0].astype("<u2").tobytes()


@dataclass(frozen=True)
class Lines:
    """Some sets. place: the line of each, by its name. shape: how many blocks there are, and words
    of each. blocks: a line a set and a column a word, one run of rows after the other, in a file
    (stored.py) or to be written there.
    """

    place: dict[int | str, int]
    shape: Shape
    blocks: Any

    @classmethod
    def of(cls, sets: Mapping[int | str, Any], shape: Shape) -> "Lines":
        """sets: by their names, what makes each when it is written."""
        make = partial(written, [*sets.values()], shape)
        return cls({name: line for line, name in enumerate(sets)}, shape, Later(make))

    def joined(self, names: Sequence[int | str], together: bool = False) -> Rows:
        """The rows of any of some sets or, together, of all of them."""
        lines = [self.place[name] for name in names if name in self.place]
        found = np.zeros(self.shape, np.uint64)
        if not lines or (together and len(lines) < len(names)):
            return Rows(found)
        put = np.bitwise_and if together else np.bitwise_or
        for n, block in self.blocks.run(0, len(found)):
            found[n] = block[lines[0]]
            for start in range(1, len(lines), LINES):
                put(found[n], put.reduce(block[lines[start : start + LINES]]), out=found[n])
        return Rows(found)

    def counted(self, chosen: Rows, part: slice) -> Numbers:
        """How many of the chosen rows of a run are in each set. part: of one row or more."""
        found = np.zeros(len(self.place), np.int64)
        span = self.shape[1] * WORD
        for n, block in self.blocks.run(part.start // span, -(-part.stop // span)):
            low, high = max(0, part.start - n * span), min(span, part.stop - n * span)
            words = slice(low // WORD, -(-high // WORD))
            mine = cut(chosen.words[n, words], low % WORD, (high - 1) % WORD)
            for start in range(0, len(found), LINES):
                some = slice(start, start + LINES)
                found[some] += counted(block[some, words] & mine)
        return found


def cut(words: Words, first: int, last: int) -> Words:
    """The same without the bits before the first of the first word, and after the last of the last
    one.
    """
    found = words.copy()
    found[0] &= np.uint64(2**WORD - (1 << first))
    found[-1] &= np.uint64((2 << last) - 1)
    return found


def written(sets: Sequence[Any], shape: Shape) -> Iterator[Words]:
    lines = np.empty((len(sets), *shape), np.uint64)
    for line, make in zip(lines, sets, strict=True):
        line[:] = Rows.of(make(), shape).words
    for n in range(len(lines[0])):
        yield lines[:, n]
