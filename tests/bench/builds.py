"""How long a build takes, beside a plain DuckDB COPY of the same files into one table."""

import resource
import subprocess
import sys
import time
from pathlib import Path

from tests.screen import ROOT

COPY = """
import duckdb, sys
with duckdb.connect(sys.argv[1]) as db:
    for n, file in enumerate(sys.argv[2:]):
        make = "create table t as select * from" if n == 0 else "insert into t select * from"
        db.execute(f"{make} read_csv('{file}', all_varchar = true)")
"""
Row = dict[str, object]


def measured(record: Path, home: Path) -> list[Row]:
    """One row each: seconds, processor seconds and most megabytes of the COPY and of the build.

    `stands`: the seconds after which the warehouse can be used; the story of a small one is checked
    then.
    """
    files = [str(file) for file in sorted(record.glob("sources/*/*.csv"))]
    (home / "copy.duckdb").unlink(missing_ok=True)
    copied = taken("COPY", "-c", COPY, str(home / "copy.duckdb"), *files)
    (home / "copy.duckdb").unlink()
    copied["stands"] = copied["s"]  # whatever it said meanwhile
    built = taken("build", "-m", "data.build", "--record", str(record))
    whole = float(str(copied["s"]))
    for one in (copied, built):
        one["to COPY"] = round(float(str(one["s"])) / whole, 1)
        one["stands, to COPY"] = round(float(str(one["stands"])) / whole, 1)
    return [copied, built]


def taken(name: str, *words: str) -> Row:
    """Run Python with these words in a process of its own."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", WATCHED, *words]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    seconds = time.perf_counter() - began
    most, stands = done.stderr.split()[-2:]
    return {
        "what": name,
        "s": round(seconds, 1),
        "stands": round(min(seconds, float(stands)), 1),
        "processor s": round(used, 1),
        "MB": int(most) // 1024,
    }


# A process of its own says how much memory its only child used at most, and after how many seconds
# it said something, as a build does once its warehouse stands.
WATCHED = """
import resource, subprocess, sys, time
began = time.perf_counter()
with subprocess.Popen([sys.executable, *sys.argv[1:]], stdout=subprocess.PIPE) as child:
    child.stdout.readline()
    stands = time.perf_counter() - began
    child.stdout.read()
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, stands, file=sys.stderr)
sys.exit(child.returncode)
"""
