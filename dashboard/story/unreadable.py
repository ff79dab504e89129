"""Why a story's file cannot be read, in the reader's language: file, line and what to mend."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from dashboard.language import Language

STORIES = Path(__file__).parents[1] / "stories"
LINE = re.compile(r"\(at line (\d+), column \d+\)")
SHOWN = 60  # letters of a line that are shown


@dataclass(frozen=True)
class Fault:
    """kind: `missing`, `closed` (it cannot be opened), `letters` (not UTF-8), `toml` or `screens`.

    line, text: where it is; 0 for the whole file. found: what TOML's parser said, in English.
    """

    file: Path
    kind: str
    line: int = 0
    text: str = ""
    found: str = ""


def of_opening(file: Path, problem: OSError) -> Fault:
    return Fault(file, "missing" if isinstance(problem, FileNotFoundError) else "closed")


def of_letters(file: Path, problem: UnicodeDecodeError) -> Fault:
    return Fault(file, "letters", problem.object[: problem.start].count(b"\n") + 1)


def of_toml(file: Path, text: str, problem: tomllib.TOMLDecodeError) -> Fault:
    """The parser names the line where it stopped; at the end of the file, that is the last one."""
    lines, stopped = text.splitlines() or [""], LINE.search(str(problem))
    line = min(int(stopped[1]) if stopped else len(lines), len(lines))
    return Fault(file, "toml", line, lines[line - 1].strip()[:SHOWN], str(problem))


def sentence(fault: Fault, language: Language) -> str:
    """ "ours.toml, line 12: “name = ” is not TOML: no value stands after the equals sign."."""
    _ = language.text
    if fault.kind == "missing":
        stories = ", ".join(sorted(one.stem for one in STORIES.glob("*.toml")))
        return _(
            "There is no story “{file}”: it is no file, and dashboard/stories/ holds {stories}.",
            file=fault.file,
            stories=stories,
        )
    if fault.kind == "closed":
        return _("{file} is a folder, or this account may not read it.", file=fault.file)
    if fault.kind == "screens":
        return _("{file}: a screen begins with [[screen]], in brackets twice.", file=fault.file)
    place = _("{file}, line {line}", file=fault.file, line=fault.line)
    if fault.kind == "letters":
        return _("{place}: a letter is not written in UTF-8; save the file as UTF-8.", place=place)
    return _("{place}: “{text}” {why}.", place=place, text=fault.text, why=why(fault, language))


def why(fault: Fault, language: Language) -> str:
    """What TOML misses at that line, to be read after it."""
    _ = language.text
    said = (
        ("twice|overwrite|redefine|mutate|duplicate", _("names what the file has named before")),
        ("expected ']|unclosed", _("leaves a bracket open")),
        ('unterminated|illegal|expected "\'"', _("lacks a quotation mark")),
        ("expected newline", _("goes on after its value")),
        ("expected '='", _("lacks an equals sign after its name")),
        ("invalid value", _("has no usable value: a text stands in quotation marks")),
    )
    found = (phrase for pattern, phrase in said if re.search(pattern, fault.found, re.IGNORECASE))
    return next(found, _("is not written as TOML"))
