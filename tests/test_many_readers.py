"""Many readers: none waits for what only another needs."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import pytest

from data import warehouse
from queries import asking, engines
from queries.memory.answers import headline
from queries.memory.cells import Views
from queries.memory.record import Record
from queries.selection import Selection
from tests.bench import readers
from tests.bench.serving import serve
from tests.screen import ROOT

pytestmark = pytest.mark.usefixtures("home")

PATIENCE = 20  # seconds
NOTING = """
import gc, os
collect = gc.collect
def noted(*generation):
    with open(os.environ["NOTED"], "a") as file:
        print("collected", file=file)
    return collect(*generation)
gc.collect = noted
"""


def test_an_answer_does_not_look_for_rubbish_among_all_readers_things(tmp_path: Path) -> None:
    """Only what is loaded at the start is gone through, once, to leave it out from then on."""
    noted = tmp_path / "noted"
    noted.touch()
    (tmp_path / "sitecustomize.py").write_text(NOTING, "utf-8")
    path = os.pathsep.join((str(tmp_path), str(ROOT)))
    with serve("ours", warehouse.home(), {"PYTHONPATH": path, "NOTED": str(noted)}) as server:
        assert len(readers.measured(server, ["governance", "smes"], readers=2, rounds=3)) == 6
    assert noted.read_text("utf-8").split() == ["collected"]


class Slow(Record):
    """Reads what one audience sees only once that is allowed."""

    def __init__(self, *given: engines.Engine) -> None:
        super().__init__(*given)
        self.begun, self.allowed = Event(), Event()

    def loaded(self, shown_on: date) -> Views:
        if shown_on < date.max:
            self.begun.set()
            assert self.allowed.wait(PATIENCE)
        return super().loaded(shown_on)


@pytest.mark.parametrize("theme", [(), ("governance",)])
def test_one_audience_is_answered_while_the_record_is_read_for_another(
    theme: tuple[str, ...],
) -> None:
    with closing(asking.connect()) as engine, ThreadPoolExecutor() as pool:
        record = Slow(engine)
        record.__dict__["latest_shown"] = date.max  # something stays under embargo
        whole = Selection(*asking.whole(engine, date.max))
        headline(record, whole.values())
        public = pool.submit(headline, record, replace(whole, audience="public").values())
        try:
            assert record.begun.wait(PATIENCE)
            asked = pool.submit(headline, record, replace(whole, theme=theme).values())
            assert asked.result(PATIENCE)
            assert not public.done()
        finally:
            record.allowed.set()
        assert public.result(PATIENCE)
