"""What a run of the benchmark was: where, with what, on how busy a machine."""

import os
import platform
import subprocess
from collections.abc import Iterable, Mapping
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests import screen

LIBRARIES = ("streamlit", "duckdb", "plotly", "dash", "playwright", "numpy", "pandas")

BUSY = "The machine is busy: what is measured will be slower."


def about(words: list[str], repeats: int) -> dict[str, Any]:
    """words: of the command. repeats: of all that is not said to have others."""
    asked = ("git", "describe", "--always", "--dirty")
    commit = subprocess.run(asked, cwd=screen.ROOT, capture_output=True, text=True, check=False)
    return {
        "commit": commit.stdout.strip(),
        "words": words,
        "began": datetime.now().isoformat(timespec="seconds"),
        "repeats": repeats,
        "processors": os.cpu_count(),
        "processor": named("/proc/cpuinfo", "model name") or platform.processor(),
        "memory": named("/proc/meminfo", "MemTotal"),
        "load of the last minute": round(os.getloadavg()[0], 2),
        "machine": platform.platform(),
        "python": platform.python_version(),
        "libraries": versions(LIBRARIES),
    }


def versions(names: Iterable[str]) -> dict[str, str]:
    return {name: version(name) for name in names}


def named(file: str, name: str) -> str:
    """The first value of a name in a file of the system; empty where there is none."""
    try:
        lines = Path(file).read_text("utf-8").splitlines()
    except OSError:
        return ""
    pairs = (line.partition(":") for line in lines)
    return next((value.strip() for key, _, value in pairs if key.strip() == name), "")


def told(run: Mapping[str, Any]) -> str:
    """The run in a line, and what its load means."""
    load, processors = run["load of the last minute"], run["processors"]
    memory = f"{int(kilobytes) / 1e6:.0f} GB" if (kilobytes := run["memory"].split(" ")[0]) else "?"
    line = (
        f"{run['commit']}, {processors} processors ({run['processor']}), {memory}, "
        f"load {load}, repeats: {run['repeats']}; a build is measured once"
    )
    return f"{line}\n{BUSY}" if load > processors / 2 else line
