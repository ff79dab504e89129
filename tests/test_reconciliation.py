"""The parts add up to the whole; when they do not, it is said."""

import shutil
from pathlib import Path

import duckdb
import pytest
from pyroaring import BitMap

from data import build, warehouse
from queries import asking, memory, questions
from tests.records import Record


@pytest.fixture
def built(record: Record) -> Path:
    return record.build().file


def reconciled(file: Path) -> dict[str, bool]:
    engine = asking.engines.connect(asking.url_of(file))
    chosen, _ = asking.read(engine, {"unconfirmed": "1"})
    answer = asking.ask(engine, "reconciliation", chosen.values())
    engine.close()
    return dict(zip(answer["cut"], answer["holds"], strict=True))


def test_every_line_holds(built: Path) -> None:
    assert reconciled(built) == dict.fromkeys(
        ("quarter", "region", "format", "theme", "partner"), True
    )


@pytest.mark.parametrize(
    "damage, cut",
    [
        ("delete from dim_region where region_id = 'quebec'", "region"),
        ("delete from dim_format where format_id = 'in_person'", "format"),
        (
            "delete from dim_quarter where coverage = 'complete'",
            "quarter",
        ),
    ],
)
def test_a_damaged_warehouse_is_found_out(
    built: Path, tmp_path: Path, damage: str, cut: str
) -> None:
    copy = tmp_path / "copy.duckdb"
    shutil.copy(built, copy)
    with duckdb.connect(str(copy)) as db:
        db.execute(damage)
    assert not reconciled(copy)[cut]


@pytest.mark.parametrize("name", ["theme", "partner"])
def test_rows_lost_from_memory_are_found_out(built: Path, name: str) -> None:
    engine = asking.engines.connect(asking.url_of(built))
    chosen, _ = asking.read(engine, {"unconfirmed": "1"})
    assert asking.ask(engine, "reconciliation", chosen.values())["holds"].all()
    held = memory.RECORDS[engine].matched(chosen.values()).view.carried[name]
    held.sets = [BitMap() for _ in held.sets]
    answer = asking.ask(engine, "reconciliation", chosen.values())
    engine.close()
    assert list(answer["cut"][~answer["holds"]]) == [name]


def test_the_sql_shown_gives_the_same_rows(built: Path) -> None:
    engine = asking.engines.connect(asking.url_of(built))
    chosen, _ = asking.read(engine, {"theme": "equality", "unconfirmed": "1"})
    for name in questions.names():
        shown = engine.execute(questions.literal(name, chosen.values()), {}).to_pandas()
        assert shown.equals(asking.ask(engine, name, chosen.values())), name
    engine.close()


def test_a_build_if_needed_leaves_a_good_warehouse(record: Record) -> None:
    file = record.build().file
    assert build.main(["--record", str(record.folder), "--if-needed"]) == 0
    assert warehouse.latest() == file
    file.write_bytes(b"damaged")
    assert build.main(["--record", str(record.folder), "--if-needed"]) == 0
    assert warehouse.latest() != file
