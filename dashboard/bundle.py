"""The browser's scripts as one file, so that a page waits for one answer instead of twenty.

Each script of browser/ becomes a block that hands on what it exports; what it imports, it takes
from the blocks before it. Only the forms that the scripts use are known: see test_bundle.py.
"""

import re
from functools import cache
from pathlib import Path

BROWSER = Path(__file__).parent / "browser"
ENTRY = "page.js"
LIBRARY = "vendor/preact-htm.js"  # is read as it is: its names are not ours
IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "\./([\w./-]+)";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const) (\w+))", re.MULTILINE)
STYLE = re.compile(r'^@import "([\w.-]+)";$', re.MULTILINE)


@cache
def script() -> str:
    """All that browser/page.js reads, in one module with its exports. Raises LookupError for
    scripts that need each other.
    """
    blocks = "".join(block(name) for name in in_order(ENTRY))
    names = ", ".join(EXPORT.findall(source(ENTRY)))
    head = f'import * as library from "./{LIBRARY}";\nconst held = {{ "{LIBRARY}": library }};\n'
    return f'{head}{blocks}export const {{ {names} }} = held["{ENTRY}"];\n'


@cache
def style() -> str:
    """browser/page.css with the styles that it imports in their places."""
    whole = (BROWSER / "page.css").read_text("utf-8")
    return STYLE.sub(lambda found: (BROWSER / found[1]).read_text("utf-8"), whole)


def block(name: str) -> str:
    """One script as a block."""
    body = IMPORT.sub(r'const { \1 } = held["\2"];', source(name))
    names = ", ".join(EXPORT.findall(body))
    return f'{{\n{EXPORT.sub("", body)}\nheld["{name}"] = {{ {names} }};\n}}\n'


def in_order(name: str, above: tuple[str, ...] = ()) -> list[str]:
    """A script after all that it imports, each once."""
    if name in above:
        raise LookupError(f"browser/{name} imports itself by way of {', '.join(above)}")
    found: dict[str, None] = {}
    for _, other in IMPORT.findall(source(name)):
        if other != LIBRARY:
            found.update(dict.fromkeys(in_order(other, (*above, name))))
    return [*found, name]


def source(name: str) -> str:
    return (BROWSER / name).read_text("utf-8")
