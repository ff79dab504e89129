"""What is asked beforehand waits for those who read, though not for ever."""

from threading import Event, Thread

import pytest

from dashboard import rehearsal
from dashboard.rehearsal import Readers


def leaves(readers: Readers) -> Event:
    """Set once a step of a rehearsal may begin."""
    may = Event()

    def step() -> None:
        readers.leave_room()
        may.set()

    Thread(target=step, daemon=True).start()
    return may


def test_a_step_waits_until_nobody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal, "QUIET", 0.01)
    readers = Readers()
    with readers.one():
        with readers.one():
            may = leaves(readers)
            assert not may.wait(0.1)
        assert not may.wait(0.1)
    assert may.wait(20)


def test_an_answer_that_fails_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal, "QUIET", 0.01)
    readers = Readers()
    with pytest.raises(LookupError), readers.one():
        raise LookupError
    assert leaves(readers).wait(20)


def test_the_next_question_of_a_reader_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal, "QUIET", 60.0)
    readers = Readers()
    assert leaves(readers).wait(20)
    with readers.one():
        pass
    assert not leaves(readers).wait(0.1)


def test_where_somebody_always_reads_it_goes_on_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rehearsal, "PATIENCE", 0.01)
    readers = Readers()
    with readers.one():
        assert leaves(readers).wait(20)
