"""What the pages without a query show: figures and charts taken once from the record."""

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

FIGURES = ("events", "activities", "partners", "new_partners", "countries")


def held() -> dict[str, Any]:
    """`themes` (labels), `figures` (numbers) and `charts` (Plotly dicts), from BENCH_CONSTANT."""
    return read(os.environ["BENCH_CONSTANT"])


@cache
def read(file: str) -> dict[str, Any]:
    """A file of each size has a name of its own."""
    found: dict[str, Any] = json.loads(Path(file).read_text("utf-8"))
    return found


def figures(chosen: int) -> list[int]:
    """The figures moved by how many themes are chosen, so that each choice changes them."""
    return [n + chosen for n in held()["figures"]]


def charts(chosen: int) -> list[dict[str, Any]]:
    return [moved(chart, chosen) for chart in held()["charts"]]


def moved(chart: dict[str, Any], chosen: int) -> dict[str, Any]:
    bar = chart["data"][0]
    side = "x" if bar.get("orientation") == "h" else "y"
    return {**chart, "data": [{**bar, side: [n + chosen for n in bar[side]]}]}
