"""The scripts in one file say what they say apart, and every form in them is known."""

import re

import pytest

from dashboard import bundle

SCRIPTS = sorted(file.name for file in bundle.BROWSER.glob("*.js"))


def test_every_script_is_read_by_the_page_once() -> None:
    assert sorted(bundle.in_order(bundle.ENTRY)) == SCRIPTS


@pytest.mark.parametrize("name", SCRIPTS)
def test_only_known_forms_are_used(name: str) -> None:
    """An import of names in one line; an exported function or constant."""
    whole = bundle.source(name)
    assert len(re.findall(r"^import\b", whole, re.M)) == len(bundle.IMPORT.findall(whole))
    assert len(re.findall(r"^export\b", whole, re.M)) == len(bundle.EXPORT.findall(whole))
    assert not re.search(r"\bimport\(|\bexport\b(?! )| as \w+ \}", whole)


def test_nothing_is_lost_and_no_import_left() -> None:
    whole = bundle.script()
    for name in SCRIPTS:
        lines = [line for line in bundle.source(name).splitlines() if line.strip()]
        kept = [line.removeprefix("export ") for line in lines if not line.startswith("import ")]
        assert all(line in whole for line in kept)
    assert re.findall(r"^import .*", whole, re.M) == [
        f'import * as library from "./{bundle.LIBRARY}";'
    ]
    assert whole.rstrip().endswith('export const { frame, sheet, drill, board } = held["page.js"];')


def test_scripts_that_need_each_other_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"a.js": 'import { b } from "./b.js";', "b.js": 'import { a } from "./a.js";'}
    monkeypatch.setattr(bundle, "source", texts.__getitem__)
    with pytest.raises(LookupError, match="a.js imports itself by way of a.js, b.js"):
        bundle.in_order("a.js")


def test_the_style_holds_what_it_imports() -> None:
    assert "@import" not in bundle.style()
    for file in bundle.BROWSER.glob("*.css"):
        assert file.read_text("utf-8").splitlines()[-1] in bundle.style()
