"""An events file comes into staging.raw and, in the house columns, into staging.event."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import duckdb
import pyarrow as pa

from data import room
from data.files import Head, TextFile, Unreadable, line_ends
from data.names import quoted
from data.records import Row, rows

HERE = Path(__file__).parent
STAGING = HERE / "staging.sql"
BATCH = 10_000
REQUIRED = (
    "event_id",
    "title_en",
    "title_fr",
    "start_date",
    "end_date",
    "date_precision",
    "status",
)
OPTIONAL = (
    "parent_event_id",
    "city",
    "city_fr",
    "country_iso2",
    "subdivision",
    "format",
    "role",
    "themes",
    "partners",
    "projects",
    "source_urls",
    "source_recap",
    "summary_en",
    "summary_fr",
    "notes",
    "visibility",
    "embargoed_until",
)
DISCRETION = ("visibility", "embargoed_until")
# Bytes read at a time, enough for a row group: DuckDB copies smaller pieces together afterwards.
PIECE = 64_000_000
CSV = """
read_csv(
    {path}, auto_detect = false, header = true, columns = {columns}, delim = {delimiter},
    quote = '"', escape = '"', strict_mode = true, null_padding = false, buffer_size = {piece}
)
"""
AS_IT_IS = """
create view staging.raw as
select read.*, cast(null as bigint) as file_line{absent} from {csv} as read
"""
# The header is line 1; rowid counts from 0.
NUMBERED = """
create or replace view staging.raw as
select loaded.*, loaded.rowid + 2 as file_line{absent} from staging.loaded as loaded
"""
AS_READ = """
create or replace view staging.raw as select loaded.*{absent} from staging.loaded as loaded
"""
BLANK = "select count(*) from staging.loaded where columns(*) is null"
SUSPECT = """
select count(*) from staging.event
where rowid >= $first_row and coalesce(event_id, title_en, title_fr, start_date) is null
"""
# A staging.sql may leave out a date, hence the union. The cast alone would take 2024-2-3 too.
# Most texts need no trimming, which their first and last letter tell where these are plain, and
# sooner still where all letters are.
STAGE = """
insert into staging.event by name
with texts as (
    select file_line as line, cast(columns(* exclude (file_line)) as varchar)
    from (
    {staging}
    ) as staged
    union all by name
    select null as start_date, null as end_date, null as embargoed_until where false
),
tidy as (
    select
        line,
        case
            when
                columns(* exclude (line)) >= '!'
                and not suffix(columns(* exclude (line)), ' ')
                and strlen(columns(* exclude (line))) = length(columns(* exclude (line)))
                then columns(* exclude (line))
            when
                columns(* exclude (line)) >= '!'
                and columns(* exclude (line)) < chr(128)
                and array_extract(columns(* exclude (line)), -1) <> ' '
                and array_extract(columns(* exclude (line)), -1) < chr(128)
                then columns(* exclude (line))
            else nullif(trim(columns(* exclude (line))), '')
        end
    from texts
)
select
    $file_no as file_no,
    tidy.*,
    case when start_date like '____-__-__' then try_cast(start_date as date) end as start_day,
    case when end_date like '____-__-__' then try_cast(end_date as date) end as end_day,
    case
        when embargoed_until like '____-__-__' then try_cast(embargoed_until as date)
    end as embargo_day
from tidy
"""


def stage_as_it_is(
    db: duckdb.DuckDBPyConnection, file: Head, file_no: int
) -> tuple[int, int] | None:
    """Add a plain file of house columns to staging.event at once. Returns its first row there, and
    how many there are.

    Nothing is added unless the file is UTF-8, as DuckDB itself makes sure, and each line is one row
    that says something: then load does better. Lines are counted beside.
    """
    first_row = count(db, "select count(*) from staging.event")
    rows = 0
    db.execute("begin")
    with ThreadPoolExecutor(max_workers=1) as beside:
        ends = beside.submit(line_ends, file.path)
        try:
            db.execute(AS_IT_IS.format(csv=csv(file), absent=absent(file)))
            add(db, STAGING.read_text(encoding="utf-8"), file_no)
            rows = count(db, "select count(*) from staging.event") - first_row
            suspects = db.execute(SUSPECT, {"first_row": first_row}).fetchall()
            tidy = ends.result() == (rows + 1, True) and suspects == [(0,)]
            db.execute("drop view staging.raw")
        except duckdb.InterruptException:
            raise
        except duckdb.OutOfMemoryException:
            db.execute("rollback")
            raise
        except (duckdb.Error, OSError):
            tidy = False
    db.execute("commit" if tidy else "rollback")
    return (first_row, rows) if tidy else None


def csv(file: Head) -> str:
    """A file with its columns as text, as SQL reads it."""
    columns = ", ".join(f"{quoted(name)}: 'varchar'" for name in file.header)
    path, delimiter = quoted(str(file.path)), quoted(file.delimiter)
    return CSV.format(path=path, columns=f"{{{columns}}}", delimiter=delimiter, piece=PIECE)


def absent(file: Head) -> str:
    """The house columns that a file may lack and does."""
    lacking = [name for name in OPTIONAL if name not in file.header]
    return "".join(f", cast(null as varchar) as {name}" for name in lacking)


def load(db: duckdb.DuckDBPyConnection, file: TextFile) -> list[Row]:
    """Fill staging.raw with the file's columns as text, and file_line. Returns what does not fit.

    DuckDB reads what is tidy; the rest is read row by row, since only so are the lines known.
    """
    misfits: list[Row] = []
    numbered = file.plain and read_whole(db, file)
    if not numbered:
        read_rows(db, file, misfits.append)
    db.execute((NUMBERED if numbered else AS_READ).format(absent=absent(file)))
    return misfits


def unload(db: duckdb.DuckDBPyConnection) -> None:
    """Forget staging.raw: a large file would be held twice."""
    db.execute("drop view staging.raw")
    db.execute("drop table staging.loaded")


def read_whole(db: duckdb.DuckDBPyConnection, file: TextFile) -> bool:
    """False when the file is not one filled row a line, all as wide as the header."""
    try:
        room.execute(db, f"create or replace table staging.loaded as select * from {csv(file)}")
    except duckdb.InterruptException:
        raise
    except duckdb.Error:
        return False
    rows = count(db, "select count(*) from staging.loaded")
    return rows + 1 == file.lines and not count(db, BLANK)


def read_rows(db: duckdb.DuckDBPyConnection, file: TextFile, misfit: Callable[[Row], None]) -> None:
    batches = pa.RecordBatchReader.from_batches(shape(file), fitting(file, misfit))
    db.register("batches", batches)
    db.execute("create or replace table staging.loaded as select * from batches")
    db.unregister("batches")


def shape(file: TextFile) -> pa.Schema:
    names = [(name, pa.string()) for name in file.header]
    return pa.schema([*names, ("file_line", pa.int64())])


def fitting(file: TextFile, misfit: Callable[[Row], None]) -> Iterator[pa.RecordBatch]:
    """The rows as wide as the header, in batches; the others are handed to `misfit`."""
    found = rows(file)
    while taken := list(islice(found, BATCH)):
        good = [(*row.fields, row.line) for row in taken if row.reason_id is None]
        for row in taken:
            if row.reason_id is not None:
                misfit(row)
        columns = list(zip(*good, strict=True)) or [()] * len(shape(file))
        yield pa.record_batch([list(column) for column in columns], shape(file))


def stage(
    db: duckdb.DuckDBPyConnection, file_no: int, folder: Path, header: tuple[str, ...]
) -> None:
    """Add staging.raw to staging.event. header: the columns of the file itself.

    A staging.sql that does not fit raises duckdb.Error, one that cannot be read OSError or
    UnicodeDecodeError, one that forgets who may see a row Unreadable.
    """
    own = folder / "staging.sql"
    chosen = own if os.path.lexists(own) else STAGING
    staging = chosen.read_text(encoding="utf-8-sig").rstrip("; \r\n")
    if lost := forgotten(db, staging, header):
        raise Unreadable("discretion_forgotten", ", ".join(lost))
    room.within(db, lambda: add(db, staging, file_no))


def add(db: duckdb.DuckDBPyConnection, staging: str, file_no: int) -> None:
    db.execute(STAGE.format(staging=staging), {"file_no": file_no})


def forgotten(db: duckdb.DuckDBPyConnection, staging: str, header: tuple[str, ...]) -> list[str]:
    """The columns that keep rows from the public and that a staging.sql does not hand on."""
    shape = db.execute(f"describe {staging}").fetchall()
    handed_on = {name for name, *_ in shape}
    return [name for name in DISCRETION if name in header and name not in handed_on]


def count(db: duckdb.DuckDBPyConnection, question: str) -> int:
    ((found,),) = db.execute(question).fetchall()
    return int(found)
