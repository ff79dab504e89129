"""A job under way says how far it is, ends when it is told to, and leaves nothing half made."""

import asyncio
import io
import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event
from typing import cast

import duckdb
import pandas as pd
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match

from dashboard import jobs
from dashboard import look as looks
from dashboard.exports import sheet
from dashboard.exports.about import About
from dashboard.exports.making import WRITERS, Stoppable, Stopped, made
from dashboard.jobs import Followed
from dashboard.language import Language
from dashboard.reading import Reading, reading
from dashboard.story import __main__ as command
from dashboard.widgets import exporting, packing
from dashboard.widgets import snapshots as shelf
from data import build, snapshots
from data.listening import Stop, done
from data.progress import Watched
from data.stopping import stoppable
from queries import asking, engines
from queries.asking import Listed
from queries.selection import Selection
from tests.bench import generate
from tests.screen import ROOT, TODAY

CHOSEN = Selection(date(2024, 4, 1), date(2024, 12, 31))


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reading]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setenv("OUTREACH_TODAY", TODAY)
        engine = engines.connect(asking.url_of(build.build().file))
        yield reading(engine, CHOSEN, looks.look(language=Language("fr")))
        engine.close()


class Told(list[str]):
    """Steps told, up to so many; then the work is stopped."""

    def __init__(self, most: int = 1000) -> None:
        super().__init__()
        self.stop, self.most = Stoppable(), most

    def __call__(self, step: str) -> None:
        if len(self) == self.most:
            self.stop.asked.set()
        self.stop(step)
        self.append(step)


@pytest.mark.parametrize("ending", WRITERS)
def test_each_step_is_told(read: Reading, ending: str) -> None:
    told = Told()
    assert len(made(read, ending, told)) > 10_000
    assert told[:3] == [
        "Écran 1 sur 7\u00a0: La période en bref",
        "Écran 2 sur 7\u00a0: Par trimestre",
        "Écran 3 sur 7\u00a0: Par thème",
    ]
    assert len(told) >= 15
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("most", [0, 4, 9])
def test_between_two_steps_it_can_be_stopped(read: Reading, ending: str, most: int) -> None:
    told = Told(most)
    with pytest.raises(Stopped):
        made(read, ending, told)
    assert len(told) == most


# On the page: a thread, and what the browser asks of it


def ask(method: str, path: str) -> Response:
    scope = {"type": "http", "method": method, "path": path, "headers": [], "query_string": b""}
    for route in jobs.routes():
        match, more = route.matches(scope)
        if match == Match.FULL:
            answer: Response = asyncio.run(route.endpoint(Request({**scope, **more})))
            return answer
    return Response(status_code=405)


def state(token: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(bytes(ask("GET", f"/jobs/{token}").body))
    return found


def begin(read: Reading, ending: str) -> str:
    """Start a pack as the page does; gives its token."""
    make = partial(packing.pack, read, ending)
    return jobs.start(make, f"board.{ending}", WRITERS[ending][1], "failed")["token"]


def ended(token: str) -> dict[str, str]:
    """What a pack says in the end."""
    for _ in range(400):
        found = state(token)
        if found["state"] != "making":
            return found
        time.sleep(0.05)
    raise TimeoutError(token)


def test_a_pack_is_made_beside_the_page(read: Reading) -> None:
    token = begin(read, "xlsx")
    found = ended(token)
    assert found == {"state": "made", "step": found["step"], "said": "", "stopping": False}
    answer = ask("GET", f"/jobs/{token}/file")
    assert answer.body == made(read, "xlsx", lambda step: None)
    assert answer.headers["content-disposition"] == 'attachment; filename="board.xlsx"'
    assert answer.headers["cache-control"] == "no-store"
    assert ask("GET", f"/jobs/{token}/file").status_code == 404


def test_a_stopped_pack_ends_and_is_gone(read: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = Stoppable()

    def endless(_reading: Reading, _ending: str, tell: Stoppable) -> bytes:
        for n in range(10_000):
            tell(f"step {n}")
            steps.step = f"step {n}"
            time.sleep(0.01)
        return b"never"

    monkeypatch.setattr(packing, "made", endless)
    token = begin(read, "pdf")
    job = jobs.JOBS[token]
    while not steps.step:
        time.sleep(0.01)
    assert state(token)["state"] == "making"
    assert ask("GET", f"/jobs/{token}/stop").status_code == 405
    assert not state(token)["stopping"]
    assert ask("POST", f"/jobs/{token}/stop").status_code == 204
    assert ended(token)["state"] == "stopped"
    last = steps.step
    time.sleep(0.1)
    assert steps.step == last
    assert not job.content
    assert token not in jobs.JOBS


@pytest.mark.parametrize("kind", ["application/pdf", ""])
def test_a_file_that_nobody_waits_for_is_made_no_further(kind: str) -> None:
    """What leaves no file, such as a snapshot, was asked for all the same."""
    told, going = list[str](), Event()

    def make(tell: Stoppable) -> str:
        for n in range(4):
            told.append(f"step {n}")
            tell(told[-1])
            assert going.wait(20)
        return "done"

    token = jobs.start(make, "q4", kind, "failed")["token"]
    job = jobs.JOBS[token]
    while job.asked.step != "step 0":
        time.sleep(0.01)
    job.asked.seen -= jobs.LEFT + 1
    assert state(token)["state"] == "making"  # somebody looks again
    job.asked.seen -= jobs.LEFT + 1
    going.set()
    while job.state == "making":
        time.sleep(0.01)
    assert job.state == ("stopped" if kind else "made")
    assert len(told) == (2 if kind else 4)


def test_a_stop_in_the_last_step_counts() -> None:
    job = jobs.Job("board.pdf", "application/pdf", "failed", Followed("last"))
    job.asked.asked.set()
    job.run(lambda _: b"made")
    assert (job.state, job.content) == ("stopped", b"")


def test_what_is_done_without_a_file_is_said_and_cannot_be_undone() -> None:
    job = jobs.Job("q4", "", "failed", Followed("last"))
    job.asked.asked.set()
    job.run(lambda _: "Frozen as q4.")
    assert (job.state, job.said) == ("made", "Frozen as q4.")
    token = jobs.start(lambda _: "Frozen as q4.", "q4", "", "failed")["token"]
    assert ended(token)["said"] == "Frozen as q4."
    assert token not in jobs.JOBS


def test_what_goes_wrong_is_said(read: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTREACH_STORY", "/nowhere.toml")
    said = ended(begin(read, "pptx"))
    assert said["state"] == "failed"
    assert "/nowhere.toml" in said["said"]
    monkeypatch.setattr(packing, "made", lambda *_: 1 / 0)
    assert ended(begin(read, "pptx"))["said"] == "failed"


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
@pytest.mark.parametrize("most", [0, 1, 3])
def test_a_long_file_is_written_step_by_step_and_can_be_stopped(
    ending: str, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    answer = partial(Listed.of, pd.DataFrame({"events": range(35_000), "label_en": "a"}))
    about = About("t", "s", "u", "r", "c", "v", "l")
    told = Told(most)
    with pytest.raises(Stopped):
        exporting.packed(answer, about, ending, looks.look(), told)
    assert told == ["Reading the record…", *STEPS][:most]
    assert list(tmp_path.iterdir()) == []
    done = Told()
    with exporting.packed(answer, about, ending, looks.look(), done) as file:
        assert len(file.read()) > 10_000
    assert done == ["Reading the record…", *STEPS]
    assert list(tmp_path.iterdir()) == []


STEPS = [f"Writing: {n} of 35,000 rows" for n in ("0", "10,000", "20,000", "30,000")]


def test_a_sheet_holds_no_more_rows_than_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MOST_ROWS", 3)
    answer = partial(Listed.of, pd.DataFrame({"events": range(4)}))
    about = About("t", "s", "u", "r", "c", "v", "l")
    with pytest.raises(jobs.Refused, match="holds 3 rows, and there are 4"):
        exporting.packed(answer, about, "xlsx", looks.look(), Stoppable())


@pytest.mark.parametrize("most", [0, 2, 5, 10])
def test_a_snapshot_that_is_stopped_leaves_nothing(read: Reading, most: int) -> None:
    told = Told(most)
    with pytest.raises(Stopped):
        freezes("stopped", read, told)
    assert len(told) == most
    assert "stopped" not in [snapshot.name for snapshot in snapshots.every()]


def freezes(name: str, read: Reading, tell: Told) -> str:
    return shelf.freeze(name, date(2026, 11, 23), read, cast(Stoppable, tell))


def test_a_snapshot_tells_its_steps_and_what_it_cannot_be(read: Reading) -> None:
    told = Told()
    assert freezes("whole", read, told) == "Figé sous le nom whole."
    assert len(set(told)) == 11
    assert len(told) > 80  # a stop is heard before each screen, sheet and page of it
    with pytest.raises(jobs.Refused, match="whole"):
        freezes("whole", read, Told())


@pytest.mark.parametrize(
    "method, rest", [("GET", ""), ("GET", "/file"), ("POST", "/stop")], ids=str
)
def test_a_token_that_nobody_has_opens_nothing(method: str, rest: str) -> None:
    assert ask(method, f"/jobs/guess{rest}").status_code == 404


def test_a_pack_that_nobody_fetches_is_let_go(read: Reading) -> None:
    token = begin(read, "xlsx")
    ended(token)
    jobs.JOBS[token].asked.seen -= jobs.KEPT + 1
    jobs.forget()
    assert token not in jobs.JOBS


# On the command line: Ctrl-C


STOPPED = "Stopped: nothing was written; a file that was there is as it was."


def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "OUTREACH_HOME": str(home), "OUTREACH_TODAY": TODAY}


def test_ctrl_c_leaves_no_half_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path / "home"))
    build.build(generate.record(tmp_path / "record", 4000))
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "board.pdf").write_text("old")
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "dashboard.exports.pack", str(folder / "board.pdf")]
    process = subprocess.Popen(
        words, cwd=ROOT, env=environment(tmp_path / "home"), stderr=theirs, stdout=subprocess.PIPE
    )
    os.close(theirs)
    said = until("Screen 2 of 7: By quarter…", ours)
    process.send_signal(signal.SIGINT)
    said += rest(ours)
    assert process.wait(20) == 130
    assert said.splitlines()[-1].removeprefix("\x1b[K") == STOPPED
    assert "Traceback" not in said
    assert [path.name for path in folder.iterdir()] == ["board.pdf"]
    assert (folder / "board.pdf").read_text() == "old"


def test_ctrl_c_is_heard_while_the_command_loads(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "dashboard.exports.pack", str(tmp_path / "board.pptx")]
    process = subprocess.Popen(words, cwd=ROOT, env=environment(tmp_path), stderr=subprocess.PIPE)
    loaded = Path(f"/proc/{process.pid}/maps")
    while "numpy" not in loaded.read_text():
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert (process.returncode, said.decode()) == (130, f"{STOPPED}\n")
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_leaves_no_half_snapshot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path))
    build.build()
    monkeypatch.setattr("dashboard.exports.report.setting.pages", interrupted)
    assert command.main(["freeze", "meeting"]) == 130
    assert not list(tmp_path.glob("snapshots/*"))


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def until(words: str, terminal: int) -> str:
    """What is said on a terminal, up to some words."""
    said = b""
    while words.encode() not in said:
        assert select.select([terminal], [], [], 60)[0], said
        said += os.read(terminal, 1000)
    return said.decode("utf-8", "replace")


def rest(terminal: int) -> str:
    said = b""
    while True:
        try:
            part = os.read(terminal, 1000)
        except OSError:  # the terminal's other end is gone
            break
        if not part:
            break
        said += part
    os.close(terminal)
    return said.decode("utf-8", "replace")


def test_nothing_is_said_of_steps_but_on_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path / "home"))
    build.build()
    words = [sys.executable, "-m", "dashboard.exports.pack", str(tmp_path / "board.xlsx")]
    done = subprocess.run(
        words, cwd=ROOT, env=environment(tmp_path / "home"), capture_output=True, check=True
    )
    assert (done.stdout, done.stderr) == (b"", b"")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record whose build takes some seconds."""
    return generate.record(tmp_path_factory.mktemp("large"), 60_000)


@pytest.mark.parametrize("wait", [0.0, 0.3, 0.7])
def test_ctrl_c_leaves_no_half_warehouse(large: Path, tmp_path: Path, wait: float) -> None:
    """wait: seconds after the build began, so that Ctrl-C falls into a query or between two."""
    folder = tmp_path / "warehouses"
    words = [sys.executable, "-m", "data.build", "--record", str(large)]
    process = subprocess.Popen(
        words, cwd=ROOT, env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    while not folder.exists():  # made as the build begins, before its first query
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
    time.sleep(wait)
    process.send_signal(signal.SIGINT)
    out, problems = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"")
    (said,) = [line for line in problems.decode().splitlines() if not line.startswith("   ")]
    assert said == "Stopped: no warehouse was written, and those there are stay as they were."
    assert list(folder.iterdir()) == []


def test_a_long_step_is_said_and_now_and_then_said_again() -> None:
    out, seconds = io.StringIO(), 0.0
    watched = Watched(out, lambda: seconds)
    for seconds in (0.5, 1.9, 2.1, 5.0, 11.9, 12.2, 15.0, 22.4):
        if seconds in (0.5, 15.0):
            watched(f"step {seconds}")
        watched.still()
    said = [line.split(" s  ") for line in out.getvalue().splitlines()]
    assert [(int(after), step) for after, step in said] == [
        (2, "step 0.5"),
        (12, "step 0.5"),
        (15, "step 15.0"),
    ]


def test_whoever_listens_is_told_that_a_step_goes_on() -> None:
    told = Event()
    assert done(lambda: told.wait(20), Stop(still=told.set))


def test_ctrl_c_in_a_query_is_ctrl_c() -> None:
    with pytest.raises(KeyboardInterrupt), stoppable():
        raise RuntimeError("Query interrupted")
    with pytest.raises(KeyboardInterrupt), stoppable():
        raise duckdb.InterruptException
    with pytest.raises(RuntimeError, match="another"), stoppable():
        raise RuntimeError("another")
