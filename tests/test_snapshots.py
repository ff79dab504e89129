"""A snapshot is whole or not there, never changes, and is not led outside its folder."""

import threading
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from dashboard import reading
from dashboard.look import look
from data import snapshots, warehouse
from data.snapshots import SnapshotError
from queries import asking, engines
from queries.selection import Selection
from tests.records import Record, line

DAY = date(2025, 2, 14)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def answers(snapshot: snapshots.Snapshot) -> str:
    engine = engines.connect(asking.url_of(snapshot.warehouse))
    values = Selection(date(2023, 7, 1), date(2025, 6, 30)).values(snapshot.day)
    names = ("headline", "events", "events_by_quarter", "partners_by_standing")
    told = "".join(asking.ask(engine, name, values).to_csv() for name in names)
    engine.close()
    return told


def test_a_snapshot_keeps_what_it_was_given(record: Record) -> None:
    version = record.build().version
    link = {"from": "2024-10-01", "theme": "smes,equality"}
    made = snapshots.freeze("board-2025", DAY, link, "Été", {"headline.csv": b"events\n8\n"})
    assert snapshots.read("board-2025") == made
    assert (made.version, made.day, made.link, made.story) == (version, DAY, link, "Été")
    assert made.figures() == {"headline.csv": b"events\n8\n"}


def test_later_builds_leave_it_as_it_was(record: Record) -> None:
    first = record.build().file
    made = snapshots.freeze("q4", DAY, figures={"a.json": b"{}"})
    before, told = files(snapshots.folder() / "q4"), answers(made)
    record.add_lines(line(partners="inria"))
    for _ in range(11):
        record.build()
    assert not first.exists()
    assert files(snapshots.folder() / "q4") == before
    assert answers(snapshots.read("q4")) == told


def test_nothing_done_to_the_warehouse_reaches_it(record: Record) -> None:
    file = record.build().file
    made = snapshots.freeze("q4", DAY)
    told = answers(made)
    file.write_bytes(b"damaged")
    assert answers(made) == told


def test_an_embargo_that_ends_later_stays_in_a_frozen_reading(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OUTREACH_AUDIENCE", raising=False)
    record.add_lines(line(embargoed_until="2025-03-01"))
    record.build()
    made = snapshots.freeze("q4", DAY)
    chosen = Selection(date(2024, 10, 1), date(2025, 3, 31), audience="public")
    told = []
    for today in (DAY.isoformat(), "2025-04-01"):
        monkeypatch.setenv("OUTREACH_TODAY", today)
        engine = engines.connect(asking.url_of(made.warehouse))
        frozen = reading.reading(engine, chosen, look(), made.day)
        now = reading.reading(engine, chosen, look())
        told.append([len(one.ask("events")) for one in (frozen, now)])
        told[-1].append(frozen.ask("events_by_quarter").to_csv())
        engine.close()
    assert [row[:2] for row in told] == [[5, 5], [5, 6]]
    assert told[0][2] == told[1][2]


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "../q4", "a/b", "a\\b", "/etc", "A", "été", "-a", "a b", "a\n", "a\0"),
        *(".draft", "x" * 65, "q4/", "~", "%2e%2e", "con:"),
    ],
)
def test_a_malformed_name_is_refused(record: Record, name: str) -> None:
    record.build()
    with pytest.raises(SnapshotError):
        snapshots.freeze(name, DAY)
    with pytest.raises(SnapshotError):
        snapshots.read(name)
    assert not snapshots.folder().exists()


def test_a_name_that_is_taken_is_refused(record: Record) -> None:
    record.build()
    snapshots.freeze("q4", DAY, story="first")
    with pytest.raises(SnapshotError, match="already"):
        snapshots.freeze("q4", DAY, story="second")
    assert snapshots.read("q4").story == "first"


@pytest.mark.parametrize("name", ["../up", "a/b", ".hidden", ".."])
def test_figures_stay_in_their_folder(record: Record, name: str) -> None:
    record.build()
    with pytest.raises(SnapshotError):
        snapshots.freeze("q4", DAY, figures={name: b""})
    assert list(snapshots.folder().iterdir()) == []


def test_a_freeze_that_fails_leaves_nothing(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.build()

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(snapshots.shutil, "copyfile", full)
    with pytest.raises(OSError, match="no space"):
        snapshots.freeze("q4", DAY)
    assert list(snapshots.folder().iterdir()) == []
    assert snapshots.every() == []


def test_of_two_at_once_one_is_made(record: Record) -> None:
    record.build()
    made: list[str] = []

    def try_it(story: str) -> None:
        with suppress(SnapshotError):
            made.append(snapshots.freeze("q4", DAY, story=story).story)

    readers = [threading.Thread(target=try_it, args=(str(n),)) for n in range(6)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert made == [snapshots.read("q4").story]
    assert [path.name for path in snapshots.folder().iterdir()] == ["q4"]


def test_without_a_warehouse_there_is_no_snapshot(record: Record) -> None:
    with pytest.raises(warehouse.NoWarehouse):
        snapshots.freeze("q4", DAY)


def test_one_that_is_not_there_is_named_with_those_that_are(record: Record) -> None:
    record.build()
    snapshots.freeze("q4", DAY)
    with pytest.raises(SnapshotError, match="“q5”; there is: q4"):
        snapshots.read("q5")


def test_the_command(record: Record, capsys: pytest.CaptureFixture[str]) -> None:
    version = record.build().version
    words = ["--day", "2025-02-14", "--link", "/?lang=fr&theme=smes,equality", "--story", "A story"]
    assert snapshots.main(["freeze", "q4", *words]) == 0
    assert snapshots.main(["freeze", "later", "--day", "2025-03-01"]) == 0
    assert snapshots.read("q4").link == {"lang": "fr", "theme": "smes,equality"}
    capsys.readouterr()
    assert snapshots.main(["list"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"2025-03-01  {version}  later",
        f"2025-02-14  {version}  q4",
    ]
    assert snapshots.main(["freeze", "q4"]) == 1
    assert "already" in capsys.readouterr().err
