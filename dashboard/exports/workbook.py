"""A pack as a workbook: one sheet a screen, in words, then what all of it means."""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

import pandas as pd
from xlsxwriter import Workbook

from dashboard.exports import columns
from dashboard.exports.columns import Column
from dashboard.exports.contents import Contents, not_listed
from dashboard.exports.legible import legible, stilled
from dashboard.story.screen import Screen
from data.progress import Tell, silent
from queries import asking, measures

OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
OPTIONS |= {"nan_inf_to_errors": False, "in_memory": True}
NARROWEST, WIDEST = 8, 60  # letters of a column
LONGEST_NAME = 31  # letters of a sheet's name
LINE, TALLEST = 15, 400  # points of a line and of a row
MOST_ROWS = 1_048_575  # of a sheet, its heading left out
MOST_LETTERS = 32_767  # of a cell
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")  # in a sheet's name

Sheets = list[tuple[str, pd.DataFrame]]


def xlsx(contents: Contents, tell: Tell = silent) -> bytes:
    """The pack as a workbook. No cell becomes a formula or a link. tell: is told of each step."""
    book = io.BytesIO()
    made = datetime.combine(contents.made_on, time())
    with Workbook(book, OPTIONS) as workbook:
        workbook.set_properties({"title": contents.title, "created": made})
        styles = styled(workbook)
        for name, held in sheets(contents):
            tell(contents.look.text("Writing sheet “{name}”", name=name))
            write(workbook.add_worksheet(name), held, styles)
    return stilled(book.getvalue(), contents.made_on)


def styled(workbook: Any) -> dict[str, Any]:
    top = {"valign": "top"}
    return {
        "head": workbook.add_format({"bold": True, "text_wrap": True, "bottom": 1, **top}),
        "text": workbook.add_format(top),
        "long": workbook.add_format({"text_wrap": True, **top}),
        "count": workbook.add_format({"num_format": "#,##0", **top}),
        "measure": workbook.add_format({"num_format": "#,##0.00", **top}),
        "day": workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left", **top}),
    }


def sheets(contents: Contents) -> Sheets:
    """Every sheet by its name: what it is, the screens in their order, rules, sources, coverage."""
    _ = contents.look.text
    last = (_("Definitions"), _("Sources"), _("Coverage"))
    names = distinct([_("About"), *(screen.heading for screen in contents.screens), *last])
    return list(
        zip(
            names,
            [
                told(contents, names[1:]),
                *map(figures, contents.screens),
                definitions(contents, names[1:]),
                contents.sources,
                contents.coverage,
            ],
            strict=True,
        )
    )


def figures(screen: Screen) -> pd.DataFrame:
    """What a screen shows: the whole answer, or the story's own table of figures."""
    if screen.marks:
        return screen.table
    return columns.frame(columns.told(screen.answer, screen.reading), screen.reading)


def told(contents: Contents, names: Sequence[str]) -> pd.DataFrame:
    """What the workbook is, what each sheet holds, and what is not known."""
    _ = contents.look.text
    held = zip(names, contents.screens, strict=False)
    lines = [
        (_("Title"), f"{contents.title} – {contents.period}"),
        (_("Organisation"), contents.organisation),
        *contents.about,
        (_("Source"), contents.source),
        *([("", contents.not_shown)] if contents.not_shown else []),
        *((name, sentence) for name, one in held for sentence in said(one)),
        *([("", contents.nothing)] if contents.nothing else []),
        *((one.heading, one.reason) for one in contents.skipped),
        *contents.unknown,
    ]
    return pd.DataFrame(lines, columns=[_("What"), _("In words")])


def said(screen: Screen) -> Iterator[str]:
    """What a sheet holds, and how much a long one leaves out."""
    yield f"{screen.sentence} · {screen.banner}"
    if screen.beyond:
        yield not_listed(screen)


def definitions(contents: Contents, names: Sequence[str]) -> pd.DataFrame:
    """The counting rule of each measure; what each column of each sheet is."""
    _, counted = contents.look.text, contents.definitions
    rules = zip(*(counted[name] for name in counted), measures.load(), strict=True)
    lines = [
        *((_("Every sheet"), term, rule, name) for term, rule, name in rules),
        *(
            (sheet, column.heading, column.holds, column.name)
            for sheet, screen in zip(names, contents.screens, strict=False)
            for column in explained(screen)
        ),
    ]
    heads = (_("Sheet"), _("Column"), _("What it holds"), _("On the command line"))
    return pd.DataFrame(lines, columns=list(heads))


def explained(screen: Screen) -> list[Column]:
    """The columns of a sheet; those of the story's own tables exist nowhere else."""
    if not screen.marks:
        answer = columns.told(screen.answer, screen.reading)
        return columns.columns(answer, screen.reading.look)
    return [Column("", str(name), screen.note, False) for name in screen.table]


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
    """Headings, which stay in sight and filter, then the rows; columns as wide as they are read."""
    arranged(sheet, len(frame), len(frame.columns))
    high: dict[int, int] = {}
    for place, name in enumerate(frame.columns):
        values = [plain(value) for value in frame.iloc[:MOST_ROWS, place]]
        longest = max([len(str(name)) + 2, *(len(str(value)) for value in values)])
        words = styles["long" if longest > WIDEST else "text"]
        sheet.set_column(place, place, min(WIDEST, max(NARROWEST, longest + 2)))
        sheet.write_string(0, place, legible(name), styles["head"])
        for line, value in enumerate(values, start=1):
            put(sheet, line, place, value, styles | {"text": words})
            high[line] = max(high.get(line, 1), -(-len(str(value)) // (WIDEST - 6)))
    for line in (line for line, count in high.items() if count > 1):
        sheet.set_row(line, min(TALLEST, LINE * high[line]))


def arranged(sheet: Any, rows: int, wide: int) -> None:
    """What holds for every sheet, on screen and on paper."""
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    if rows and wide:
        sheet.autofilter(0, 0, min(rows, MOST_ROWS), wide - 1)


def plain(value: Any) -> Any:
    """A value as a cell holds it: a number, a day, a text, or nothing."""
    if isinstance(value, (list, tuple)) or not pd.isna(value):
        if isinstance(value, (date, pd.Timestamp)):
            return asking.as_day(value)
        return value.item() if hasattr(value, "item") else value
    return None


def put(sheet: Any, line: int, place: int, value: Any, styles: dict[str, Any]) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(line, place, value, styles["text"])
    elif isinstance(value, (int, float)):
        style = styles["count" if isinstance(value, int) else "measure"]
        sheet.write_number(line, place, value, style)
    elif isinstance(value, date):
        day(sheet, line, place, value, styles)
    elif value is not None:
        sheet.write_string(line, place, legible(value)[:MOST_LETTERS], styles["text"])


def day(sheet: Any, line: int, place: int, value: date, styles: dict[str, Any]) -> None:
    """A date; as a text where it lies before the first day that a workbook can count."""
    if value.year < 1900:
        sheet.write_string(line, place, value.isoformat(), styles["text"])
    else:
        sheet.write_datetime(line, place, datetime.combine(value, time()), styles["day"])
