"""Frozen snapshots: `python -m data.snapshots freeze NAME`, `python -m data.snapshots list`.

A snapshot is a folder of OUTREACH_HOME/snapshots with a copy of a warehouse, what was selected and
told, and the figures shown. It is written whole or not at all, and never changed.
"""

import argparse
import json
import os
import re
import secrets
import shutil
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl

from data import warehouse

NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
ABOUT, WAREHOUSE, FIGURES = "snapshot.json", "warehouse.duckdb", "figures"


WHY = {
    "malformed": "“{name}” is no name for a snapshot: use up to 64 lower case letters, digits, -"
    " and _",
    "taken": "There is a snapshot “{name}” already; snapshots never change",
    "figures": "“{name}” is no name for a file of figures",
    "none": "There is no snapshot “{name}”; there is none yet",
    "absent": "There is no snapshot “{name}”; there is: {there}",
    "unreadable": "The snapshot “{name}” cannot be read: {problem}",
    "other_tables": "The snapshot “{name}” was frozen by a version of the program that had other"
    " tables: the figures kept with it can be read, but nothing else",
    "no_board": "The snapshot “{name}” keeps no board",
}


class SnapshotError(Exception):
    """A snapshot that cannot be made or opened; as text, it says why in English.

    kind: one of WHY. values: what its sentence names, for who says it in another language.
    """

    def __init__(self, kind: str, **values: object) -> None:
        super().__init__(WHY[kind].format(**values))
        self.kind, self.values = kind, values


@dataclass(frozen=True)
class Snapshot:
    """What was frozen under a name. `day` is the day on which it was: ask its warehouse as of then.

    version: of the data. link: the parameters of the selection. story: what was told.
    """

    name: str
    day: date
    version: str
    link: dict[str, str] = field(default_factory=dict)
    story: str = ""

    @property
    def warehouse(self) -> Path:
        return folder() / self.name / WAREHOUSE

    def names(self) -> list[str]:
        """The names of the files of figures that were frozen with it."""
        return sorted(file.name for file in (folder() / self.name / FIGURES).glob("*"))

    def figure(self, name: str) -> bytes | None:
        """One of those files; None if there is none of that name."""
        return self.path(name).read_bytes() if name in self.names() else None

    def figures(self) -> dict[str, bytes]:
        """All of those files, by name."""
        return {name: self.path(name).read_bytes() for name in self.names()}

    def path(self, name: str) -> Path:
        return folder() / self.name / FIGURES / name


def folder() -> Path:
    return warehouse.home() / "snapshots"


def freeze(
    name: str,
    day: date,
    link: Mapping[str, str] | None = None,
    story: str = "",
    figures: Mapping[str, bytes] | None = None,
) -> Snapshot:
    """Freeze the newest warehouse. figures: files to keep as they are, by name.

    Raises SnapshotError for a name that is taken or malformed, WarehouseError without a usable
    warehouse, OSError when nothing can be written.
    """
    check_name(name)
    check_free(name)
    file = warehouse.latest()
    snapshot = Snapshot(name, day, version_of(file), dict(link or {}), story)
    folder().mkdir(parents=True, exist_ok=True)
    draft = folder() / f".draft-{os.getpid()}-{secrets.token_hex(4)}"
    try:
        write(draft, snapshot, file, figures or {})
        publish(draft, name)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return snapshot


def check_name(name: str) -> None:
    """A name is one folder and one part of an address; a path could lead elsewhere."""
    if not NAME.fullmatch(name):
        raise SnapshotError("malformed", name=name)


def check_free(name: str) -> None:
    if os.path.lexists(folder() / name):
        raise SnapshotError("taken", name=name)


def version_of(file: Path) -> str:
    with warehouse.connect(file) as db:
        ((version,),) = db.execute("select version from record").fetchall()
    return str(version)


def write(draft: Path, snapshot: Snapshot, file: Path, figures: Mapping[str, bytes]) -> None:
    """A copy and not a link: nothing done to a warehouse later reaches the snapshot."""
    (draft / FIGURES).mkdir(parents=True)
    shutil.copyfile(file, draft / WAREHOUSE)
    for name, content in figures.items():
        if Path(name).name != name or name.startswith("."):
            raise SnapshotError("figures", name=name)
        (draft / FIGURES / name).write_bytes(content)
    about = asdict(snapshot) | {"day": snapshot.day.isoformat()}
    (draft / ABOUT).write_text(json.dumps(about, ensure_ascii=False, indent=1), encoding="utf-8")
    for written in draft.rglob("*.*"):
        written.chmod(0o444)


def publish(draft: Path, name: str) -> None:
    """A rename is whole or not at all, and fails on a folder that another freeze made meanwhile."""
    try:
        os.rename(draft, folder() / name)
    except OSError:
        check_free(name)
        raise


def read(name: str) -> Snapshot:
    """The snapshot of a name. Raises SnapshotError."""
    check_name(name)
    try:
        about = json.loads((folder() / name / ABOUT).read_text(encoding="utf-8"))
        return Snapshot(**about | {"day": date.fromisoformat(about["day"])})
    except FileNotFoundError:
        there = ", ".join(snapshot.name for snapshot in every())
        kind = "absent" if there else "none"
        raise SnapshotError(kind, name=name, there=there) from None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise SnapshotError("unreadable", name=name, problem=error) from None


def every() -> list[Snapshot]:
    """All snapshots, the latest first, then by name."""
    names = [path.parent.name for path in folder().glob(f"*/{ABOUT}")]
    found = [read(name) for name in sorted(names) if NAME.fullmatch(name)]
    return sorted(found, key=lambda snapshot: snapshot.day, reverse=True)


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0, or 1 when the snapshot cannot be made."""
    parser = argparse.ArgumentParser(prog="python -m data.snapshots")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="all snapshots, the latest first")
    freezing = commands.add_parser("freeze", help="keep the newest warehouse under a name")
    freezing.add_argument("name")
    today = os.environ.get("OUTREACH_TODAY") or date.today().isoformat()
    freezing.add_argument("--day", type=date.fromisoformat, default=today, help="of freezing")
    freezing.add_argument("--story", default="", help="what was told")
    freezing.add_argument("--link", default="", help="the selection, as the address has it")
    options = parser.parse_args(arguments)
    try:
        return listed() if options.command == "list" else frozen(options)
    except (SnapshotError, warehouse.WarehouseError, OSError) as failure:
        print(failure, file=sys.stderr)
        return 1


def listed() -> int:
    for snapshot in every():
        print(f"{snapshot.day}  {snapshot.version}  {snapshot.name}")
    return 0


def frozen(options: argparse.Namespace) -> int:
    link = dict(parse_qsl(options.link.rpartition("?")[2]))
    snapshot = freeze(options.name, options.day, link, options.story)
    print(f"Froze {snapshot.name}: version {snapshot.version}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
