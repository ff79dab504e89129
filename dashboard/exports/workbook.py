"""A pack as a workbook: one sheet a question, with ids and labels, then what all of it means."""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

import pandas as pd
from xlsxwriter import Workbook

from dashboard.exports.contents import Contents
from dashboard.exports.legible import legible, stilled
from dashboard.story.screen import Screen
from queries import asking

OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
OPTIONS |= {"nan_inf_to_errors": False, "in_memory": True}
NARROWEST, WIDEST = 8, 60  # letters of a column
LONGEST_NAME = 31  # letters of a sheet's name
MOST_ROWS = 1_048_575  # of a sheet, its heading left out
MOST_LETTERS = 32_767  # of a cell
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")  # in a sheet's name

Sheets = list[tuple[str, pd.DataFrame]]


def xlsx(contents: Contents) -> bytes:
    """The pack as a workbook. No cell becomes a formula or a link."""
    book = io.BytesIO()
    made = datetime.combine(contents.made_on, time())
    with Workbook(book, OPTIONS) as workbook:
        workbook.set_properties({"title": contents.title, "created": made})
        styles = {
            "head": workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            "day": workbook.add_format({"num_format": "yyyy-mm-dd"}),
        }
        for name, frame in sheets(contents):
            write(workbook.add_worksheet(name), frame, styles)
    return stilled(book.getvalue(), contents.made_on)


def sheets(contents: Contents) -> Sheets:
    """Every sheet by its name: what it is, the answers, then rules, sources, coverage."""
    _ = contents.look.text
    answers = list(asked(contents.screens))
    last = [
        (_("Definitions"), contents.definitions),
        (_("Sources"), contents.sources),
        (_("Coverage"), contents.coverage),
    ]
    wanted = [_("About"), *(screen.heading for screen in answers), *(name for name, _frame in last)]
    names = distinct(wanted)
    frames = [screen.answer for screen in answers] + [frame for _name, frame in last]
    about = told(contents, answers, names[1:])
    return list(zip(names, [about, *frames], strict=True))


def asked(screens: Sequence[Screen]) -> Iterator[Screen]:
    """The screens whose question, for their selection, stands on no screen before."""
    seen: list[tuple[str, object]] = []
    for screen in screens:
        question = (screen.question, screen.reading.chosen)
        if question not in seen:
            seen.append(question)
            yield screen


def told(contents: Contents, answers: Sequence[Screen], names: Sequence[str]) -> pd.DataFrame:
    """What the workbook is, what each sheet holds, and what is not known."""
    _ = contents.look.text
    held = zip(names, answers, strict=False)
    lines = [
        (_("Title"), f"{contents.title} – {contents.period}"),
        (_("Organisation"), contents.organisation),
        *contents.about,
        (_("Source"), contents.source),
        *([("", contents.not_shown)] if contents.not_shown else []),
        *((name, f"{one.sentence} · {one.banner} · {one.question}") for name, one in held),
        *((one.heading, one.reason) for one in contents.skipped),
        *contents.unknown,
    ]
    return pd.DataFrame(lines, columns=[_("What"), _("In words")])


def distinct(names: Sequence[str]) -> list[str]:
    """Names that a workbook takes: short, without its signs, no two the same but for case."""
    found: list[str] = []
    for name in names:
        bare = FORBIDDEN.sub(" ", legible(name)).replace("\n", " ").strip(" '") or "-"
        tries = [bare[:LONGEST_NAME].strip(" '")]
        tries += [f"{bare[: LONGEST_NAME - 5].strip()} ({n})" for n in range(2, len(names) + 2)]
        taken = {other.casefold() for other in found} | {"history"}  # which Excel keeps for itself
        found.append(next(one for one in tries if one.casefold() not in taken))
    return found


def write(sheet: Any, frame: pd.DataFrame, styles: dict[str, Any]) -> None:
    """Headings, which stay in sight, then the rows; columns as wide as they are read."""
    sheet.freeze_panes(1, 0)
    for place, name in enumerate(frame.columns):
        values = [plain(value) for value in frame.iloc[:MOST_ROWS, place]]
        sheet.write_string(0, place, legible(name), styles["head"])
        for line, value in enumerate(values, start=1):
            put(sheet, line, place, value, styles)
        longest = max([len(str(name)), *(len(str(value)) for value in values)])
        sheet.set_column(place, place, min(WIDEST, max(NARROWEST, longest + 2)))


def plain(value: Any) -> Any:
    """A value as a cell holds it: a number, a day, a text, or nothing."""
    if isinstance(value, (list, tuple)) or not pd.isna(value):
        if isinstance(value, (date, pd.Timestamp)):
            return asking.as_day(value)
        return value.item() if hasattr(value, "item") else value
    return None


def put(sheet: Any, line: int, place: int, value: Any, styles: dict[str, Any]) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(line, place, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(line, place, value)
    elif isinstance(value, date):
        day(sheet, line, place, value, styles)
    elif value is not None:
        sheet.write_string(line, place, legible(value)[:MOST_LETTERS])


def day(sheet: Any, line: int, place: int, value: date, styles: dict[str, Any]) -> None:
    """A date; as a text where it lies before the first day that a workbook can count."""
    if value.year < 1900:
        sheet.write_string(line, place, value.isoformat())
    else:
        sheet.write_datetime(line, place, datetime.combine(value, time()), styles["day"])
