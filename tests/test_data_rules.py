"""Rules over the files of data/: each says what it is, and none is left over."""

import ast
import re

import pytest

from data.build import HERE, SCHEMA, STAGED
from data.checking import CHECKS
from data.findings import reasons

TABLES = sorted(SCHEMA.glob("*.sql"))
MODULES = sorted(HERE.glob("*.py"))


def name(path):
    return path.stem


@pytest.mark.parametrize("file", TABLES, ids=name)
def test_a_table_states_its_grain_and_bears_its_file_s_name(file):
    text = file.read_text(encoding="utf-8")
    assert text.startswith("-- One row per ")
    assert re.findall(r"create table (\w+)", text) == [file.stem]


@pytest.mark.parametrize("file", sorted(STAGED.rglob("*.sql")), ids=name)
def test_a_staged_table_states_its_grain(file):
    text = file.read_text(encoding="utf-8")
    assert text.startswith("-- One row")
    assert re.findall(r"create (?:table|view) staging\.(\w+)", text) == [file.stem]


@pytest.mark.parametrize("file", sorted(CHECKS.glob("*.sql")), ids=name)
def test_a_check_is_a_question(file):
    assert re.match(r"-- (Which|Who|What) .+\?\n", file.read_text(encoding="utf-8"))


def test_every_check_has_its_words_and_every_reason_is_used():
    literals = {
        node.value
        for file in MODULES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    asked = {file.stem for file in CHECKS.glob("*.sql")}
    given = [reason["reason_id"] for reason in reasons()]
    assert len(given) == len(set(given))
    assert asked <= set(given)
    assert set(given) - asked <= literals


def test_every_reason_is_told_in_both_languages_with_the_same_blanks():
    for reason in reasons():
        assert reason["severity"] in {"refused", "warning"}
        blanks = [
            sorted(re.findall(r"{(\w+)}", reason[f"text_{tongue}"])) for tongue in ("en", "fr")
        ]
        assert blanks[0] == blanks[1]
        assert set(blanks[0]) <= {"value", "column", "other"}
        assert reason["text_en"]
        assert reason["text_fr"]


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_the_data_room_knows_nothing_of_the_others(file):
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not {name.split(".")[0] for name in names} & {"queries", "dashboard", "streamlit"}
