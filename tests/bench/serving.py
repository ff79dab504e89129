"""The pages as processes of their own: how they are started, and what they use."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from tests.screen import ROOT, free_port

STREAMLIT = ("-m", "streamlit", "run")
QUIET = ("--server.headless", "true", "--server.fileWatcherType", "none")
COMMANDS = {
    "ours": (*STREAMLIT, "streamlit_app.py"),
    "floor": (*STREAMLIT, "tests/bench/served/floor.py"),
    "floor with charts": (*STREAMLIT, "tests/bench/served/floor_charts.py"),
    "Dash": ("-m", "tests.bench.served.dash_page"),
    "Dash in memory": ("-m", "tests.bench.served.dash_page", "memory"),
}
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Served:
    """A page's server. started: seconds from the command to its first answer."""

    name: str
    address: str
    process: subprocess.Popen[bytes]
    started: float

    def processor(self) -> float:
        """Milliseconds of processor time used so far."""
        return used(self.process.pid)

    def rest(self, wait: Callable[[float], None]) -> None:
        """Wait until the server and what it started do nothing: what is left to do after a start
        or an answer is its own, and would make what is measured next slower. wait: milliseconds.
        """
        before, now = -1.0, self.with_others()
        while before != now:
            wait(150)
            before, now = now, self.with_others()

    def with_others(self) -> float:
        """The processor time of the server and of the processes that it started and that run."""
        lists = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        started = [int(number) for one in lists for number in one.read_text().split()]
        return sum(map(used, (self.process.pid, *started)))

    def memory(self) -> float:
        """Megabytes in memory now."""
        return self.status("VmRSS")

    def peak(self) -> float:
        """Megabytes in memory at most."""
        return self.status("VmHWM")

    def status(self, name: str) -> float:
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        (line,) = (line for line in lines if line.startswith(f"{name}:"))
        return int(line.split()[1]) / 1024


def used(number: int) -> float:
    """Milliseconds of processor time that a process used so far; none for one that is gone."""
    try:
        fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return 0
    return 1000 * (int(fields[11]) + int(fields[12])) / TICKS


@contextmanager
def serve(
    name: str, home: Path, settings: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Served]:
    """One of COMMANDS on a free port, until the block ends. settings: more than there are."""
    port = free_port()
    options = (str(port),) if name.startswith("Dash") else (*QUIET, "--server.port", str(port))
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OUTREACH_HOME": str(home), **settings}
    with (home / f"{name}.log").open("w") as log:
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *COMMANDS[name], *options],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
        )
        try:
            address = f"http://127.0.0.1:{port}/"
            answers(address, process)
            yield Served(name, address, process, time.perf_counter() - began)
        finally:
            process.terminate()
            process.wait(20)


def answers(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(6000):
        assert process.poll() is None, "the server stopped: see its log"
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.02)
    raise TimeoutError(address)
