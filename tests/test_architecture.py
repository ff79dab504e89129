"""The rooms, and the one way through them: imports point left only; things stay small."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import app
from data.warehouse import ROOT
from queries import questions

# From left to right. A module belongs to the room with the longest matching name.
ROOMS = (
    "data",
    "queries",
    "dashboard.rows",
    "dashboard.language",
    "dashboard.look",
    "dashboard.years",
    "dashboard.reading",
    "dashboard.discretion",
    "dashboard.wording",
    "dashboard.explaining",
    "dashboard.unrecorded",
    "dashboard.sides",
    "dashboard.kept",
    "dashboard.charts",
    "dashboard.tabled",
    "dashboard.story",
    "dashboard.exports",
    "dashboard.story.__main__",  # a command: it freezes packs too
    "dashboard",  # session.py, server.py
    "dashboard.widgets",
    "dashboard.pages",
    "dashboard.rehearsal",  # asks what pages ask
    "dashboard.app",
    "streamlit_app",
)
MODULES = sorted(
    file
    for room in ("data", "queries", "dashboard")
    for file in (ROOT / room).rglob("*.py")
    if "__pycache__" not in file.parts
) + [ROOT / "streamlit_app.py"]
CHARTS = [file for file in MODULES if file.parent.name == "charts" and file.stem != "__init__"]
SHARED = {"style", "world", "coverage", "squares", "opening", "side_by_side"}
DRAWN = [file for file in CHARTS if file.stem not in SHARED]
CHART_MAY = (
    "dashboard.charts",
    *(f"dashboard.{name}" for name in ("look", "language", "rows", "years")),
)
CHART_MAY_NOT = ("streamlit", "duckdb", "data", "queries", "dashboard", "sqlglot", "plotly")


def name_of(file: Path) -> str:
    """dashboard.charts.style"""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(file: Path) -> Iterator[str]:
    """The modules that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports by a relative name"
            yield from (whole(str(node.module), alias.name) for alias in node.names)


def whole(module: str, name: str) -> str:
    """A module's name, where `from x import y` takes a module out of a package."""
    inner = ROOT.joinpath(*module.split("."), name)
    return f"{module}.{name}" if inner.with_suffix(".py").exists() or inner.is_dir() else module


def within(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in packages)


def room(module: str) -> int:
    """The place of a module's room, from the left."""
    matching = [name for name in ROOMS if within(module, (name,))]
    return ROOMS.index(max(matching, key=len))


each = pytest.mark.parametrize("file", MODULES, ids=name_of)


@each
def test_imports_point_left(file: Path) -> None:
    ours = [module for module in imports(file) if within(module, ROOMS)]
    assert [module for module in ours if room(module) > room(name_of(file))] == []


@each
def test_streamlit_stays_in_the_dashboard(file: Path) -> None:
    room_of = name_of(file)
    if within(room_of, ("data", "queries", "dashboard.charts", "dashboard.exports")):
        assert not [module for module in imports(file) if within(module, ("streamlit",))]


@pytest.mark.parametrize("file", CHARTS, ids=name_of)
def test_a_chart_knows_only_charts_and_looks(file: Path) -> None:
    found = [module for module in imports(file) if within(module, CHART_MAY_NOT)]
    assert [module for module in found if not within(module, CHART_MAY)] == []


def test_the_look_and_the_language_know_no_screen() -> None:
    for name in ("look", "language", "rows", "years"):
        found = list(imports(ROOT / "dashboard" / f"{name}.py"))
        assert not [module for module in found if within(module, ("streamlit", "queries", "data"))]


def test_a_wrong_import_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "wrong.py"
    file.write_text(
        "def f():\n    from dashboard.widgets import card\n    import streamlit as st\n"
    )
    assert list(imports(file)) == ["dashboard.widgets.card", "streamlit"]
    assert room("dashboard.widgets.card") > room("dashboard.charts.style") > room("queries.asking")


@each
def test_functions_are_short(file: Path) -> None:
    found = ast.walk(ast.parse(file.read_text("utf-8")))
    functions = [
        node for node in found if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    lengths = {node.name: int(node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: length for name, length in lengths.items() if length > 35} == {}


@each
def test_modules_are_short(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= 250


@each
def test_a_module_says_what_it_is(file: Path) -> None:
    text = file.read_text("utf-8")
    assert not text or ast.get_docstring(ast.parse(text)) or file.name == "__init__.py"


def test_the_contents_are_the_pages() -> None:
    files = {file.stem for file in app.PAGES.glob("*.py")} - {"__init__"}
    assert set(app.CONTENTS) == files
    assert app.HOME in app.CONTENTS


@pytest.mark.parametrize("file", DRAWN, ids=lambda file: file.stem)
def test_a_chart_answers_a_question_of_its_name(file: Path) -> None:
    assert file.stem in questions.names()
    tree = ast.parse(file.read_text("utf-8"))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    for name in ("draw", "say", "note", "table", "opens", "foot"):
        assert [argument.arg for argument in functions[name].args.args] == ["answer", "look"]


def test_what_charts_share_is_there() -> None:
    assert {file.stem for file in CHARTS} >= SHARED


def test_what_writes_files_is_not_loaded_until_it_writes() -> None:
    libraries = ("pptx", "typst", "lxml", "xlsxwriter", "pyarrow.parquet")
    told = f"import sys, dashboard.app; print([x for x in {libraries} if x in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", told], cwd=ROOT, text=True) == "[]\n"
