"""How things look to one reader, as plain values: colours, font, language. No Streamlit here."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.language import Language
from dashboard.rows import Answer

LOOKS = Path(__file__).parent / "looks"
MARKED = re.compile(r"⟦[^|⟧]*\|([^⟧]*)⟧")


@dataclass(frozen=True)
class Palette:
    """The colours of one mode, as CSS hex.

    `deepest`: how far towards the accent a fill may go, from 0 to 1, with ink still readable on it.
    `themes` holds the fixed colours of the core themes.
    """

    page: str
    ink: str
    quiet: str
    rule: str
    wash: str
    band: str
    deepest: float
    accent: str
    context: str
    themes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Look:
    """What a chart needs to know of its reader."""

    palette: Palette
    font: str
    language: Language = Language()
    opens: bool = False  # whether a sentence says which rows its figures open
    most: int = 0  # marks that there is room for; 0: as many as the chart draws by itself
    told: frozenset[str] = frozenset()  # marks whose figures a title of another's gives already

    def text(self, english: str, **values: object) -> str:
        return self.language.text(english, **values)

    def plural(self, one: str, many: str, n: int, /, mark: str = "", **values: object) -> str:
        """A phrase that depends on a number. mark: the rows that the number opens."""
        return self.language.plural(one, many, n, self.figure(n, mark), **values)

    def share(self, part: int, whole: int, mark: str = "") -> str:
        """A share with its denominator: "3 of 7 events". mark: the rows behind the part."""
        return self.language.plural(
            "{part} of {n} event",
            "{part} of {n} events",
            whole,
            part=self.figure(part, mark),
            written=self.figure(whole, "measure=events"),
        )

    def figure(self, n: int, mark: str) -> str:
        """A number in a sentence, with the mark whose rows it opens where the reader can."""
        written = self.number(n)
        return f"⟦{mark}|{written}⟧" if self.opens and mark else written

    def number(self, value: float) -> str:
        return self.language.number(value)

    def events(self, n: int, mark: str = "") -> str:
        return self.plural("{n} event", "{n} events", n, mark)

    def counted(self, rows: Iterable[Any], dimension: str) -> str:
        """Rows of an answer, each with the events it opens: "Equality (2) and SMEs (1)"."""
        opened = ((row, f"{dimension}={getattr(row, dimension)}") for row in rows)
        return self.language.list(
            f"{self.name(row)} ({self.figure(row.events, mark)})" for row, mark in opened
        )

    def labels(self, answer: Answer, column: str = "label") -> Any:
        """A vocabulary's names in the reader's language, or in English where it has none."""
        own = f"{column}_{self.language.code}"
        return answer[own if own in answer else f"{column}_en"]

    def texts(self, answer: Answer, column: str) -> list[str]:
        """The same, blank where there is none."""
        return [text if isinstance(text, str) else "" for text in self.labels(answer, column)]

    def name(self, row: Any, column: str = "label") -> str:
        """The same for one row of an answer (a named tuple)."""
        return str(getattr(row, f"{column}_{self.language.code}", getattr(row, f"{column}_en")))

    def theme_colour(self, theme: str) -> str:
        return self.palette.themes.get(theme, self.palette.context)


def look(mode: str = "light", language: Language | None = None) -> Look:
    """The look in force. mode: 'light' or 'dark'."""
    settings = load(os.environ.get("OUTREACH_LOOK", "ceimia"))
    colours = settings["dark" if mode == "dark" else "light"]
    return Look(Palette(**colours), settings["font"], language or Language())


@cache
def load(name: str) -> dict[str, Any]:
    """The settings of looks/<name>.toml. Raises FileNotFoundError, naming the looks there are."""
    file = LOOKS / f"{name}.toml"
    if not file.exists():
        there = ", ".join(sorted(other.stem for other in LOOKS.glob("*.toml")))
        raise FileNotFoundError(f"There is no look “{name}” in {LOOKS}; there is {there}.")
    return tomllib.loads(file.read_text("utf-8"))


def logo() -> str:
    """The name of the look's logo, an SVG file beside it; empty for none."""
    return str(load(os.environ.get("OUTREACH_LOOK", "ceimia")).get("logo", ""))


def unmarked(sentence: str) -> str:
    """A sentence without the marks of its figures."""
    return MARKED.sub(r"\1", sentence)


def css(mode: str) -> str:
    """The palette as CSS custom properties, for what the browser draws itself."""
    chosen = look(mode)
    colours = {**vars(chosen.palette), "font": chosen.font}
    core = colours.pop("themes")
    colours |= {f"theme-{name}": colour for name, colour in core.items()}
    return "".join(f"--{name}:{value};" for name, value in colours.items())
