"""Sets as plain bits say what compressed sets say."""

from functools import partial
from tempfile import TemporaryFile
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from queries.memory import stored
from queries.memory.bits import BLOCK, CHUNK, DENSE, WORD, Lines, Rows, shape_for

BLOCKS = 3
SPAN = BLOCK * WORD
ROWS = BLOCKS * SPAN
SHAPE = shape_for(ROWS)


def sets() -> dict[int | str, BitMap]:
    """Few rows and many, in runs and not, at the ends of words and blocks, and none at all."""
    drawn = np.random.default_rng(5)
    half, few = (drawn.choice(ROWS, size, replace=False) for size in (ROWS // 2, 900))
    return {
        "half": BitMap(half.astype(np.uint32)),
        1: BitMap(few.astype(np.uint32)),
        2: BitMap(range(SPAN - 3, SPAN + CHUNK + 5)),
        "edges": BitMap([0, 63, 64, SPAN - 1, SPAN, 2 * SPAN - 64, ROWS - 1]),
        "as many as are held one by one": BitMap(range(CHUNK, CHUNK + 2 * DENSE, 2)),
        "one more": BitMap(range(CHUNK, CHUNK + 2 * DENSE + 2, 2)),
        "none": BitMap(),
    }


@pytest.fixture(scope="module")
def lines() -> Lines:
    """The same, read from a file."""
    with TemporaryFile() as file:
        stored.write(
            file, Lines.of({name: partial(BitMap, one) for name, one in sets().items()}, SHAPE)
        )
        file.flush()
        read: Lines = stored.read(stored.opened(file))
    return read


ENDS = [0, 1, 63, 64, 65, 1000, SPAN - 1, SPAN, SPAN + 1, 2 * SPAN + 777, ROWS - 1, ROWS]
end = st.sampled_from(ENDS) | st.integers(0, ROWS)
names = st.lists(st.sampled_from([*sets(), "unknown"]), unique=True, max_size=4)


@pytest.mark.parametrize("name", [*sets()])
def test_a_set_as_bits_has_the_same_rows(name: int | str) -> None:
    one = sets()[name]
    rows = Rows.of(one, SHAPE)
    assert rows.compressed() == one
    assert rows.before(ENDS).tolist() == [one.rank(n - 1) if n else 0 for n in ENDS]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(chosen=names, together=st.booleans(), ends=st.tuples(end, end))
def test_sets_as_bits_are_put_together_and_counted_as_sets_are(
    lines: Lines, chosen: list[Any], together: bool, ends: tuple[int, int]
) -> None:
    known, part = sets(), slice(min(ends), max(ends) + (ends[0] == ends[1] < ROWS))
    found, mine = lines.joined(chosen, together), [known.get(name, BitMap()) for name in chosen]
    put = BitMap.intersection if together else BitMap.union
    expected = put(*mine) if mine else BitMap()
    assert found.compressed() == expected
    assert found.counted(part) == expected.range_cardinality(part.start, part.stop)
    if part.start < part.stop:
        both = expected & BitMap(range(part.start, part.stop))
        counts = [one.intersection_cardinality(both) for one in known.values()]
        assert lines.counted(found, part).tolist() == counts
    assert (found & lines.joined([1])).compressed() == expected & known[1]
    assert (found | lines.joined([2])).compressed() == expected | known[2]
