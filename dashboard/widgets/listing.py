"""Events as a list: what happened, in order, each row with its activities and its evidence."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard import discretion, session
from dashboard.look import Look

MOST = 500  # events sent to the browser at once


def events(mark: Mapping[str, str] | None = None, key: str = "events") -> dict[str, Any]:
    """The reader's events, or those behind a mark (dimension -> id), as a block of a sheet."""
    marks = {f"mark_{name}": value for name, value in (mark or {}).items()}
    return block(
        key, session.ask("events", None, **marks), session.ask("activities", None, **marks)
    )


def activities() -> dict[str, Any]:
    """The activities that count, as a block of a sheet."""
    look, answer = session.look(), session.ask("activities")
    counted = answer[answer["counted"].astype(bool)]
    names, pages = named(look), evidence()
    return {
        **empty_block("activities", look),
        "sentence": look.plural("{n} activity", "{n} activities", len(counted)),
        "rows": [
            {
                **activity(row, look, names, pages),
                "sort": iso(row),
                "place": place(row, look, names),
            }
            | {"projects": [], "activities": []}
            for row in counted.head(MOST).itertuples()
        ],
    }


def block(key: str, answer: pd.DataFrame, parts: pd.DataFrame) -> dict[str, Any]:
    """A list of events with their activities. answer: events; parts: activities."""
    look = session.look()
    within = by_event(parts)
    names, pages = named(look), evidence()
    return {
        **empty_block(key, look),
        "sentence": look.plural("{n} event", "{n} events", len(answer)),
        "hidden": hidden(len(answer), look),
        "rows": [
            event(
                row,
                [activity(part, look, names, pages) for part in within[row.event_id]],
                look,
                names,
                pages,
            )
            for row in answer.head(MOST).itertuples()
        ],
    }


def empty_block(key: str, look: Look) -> dict[str, Any]:
    return {"kind": "events", "key": key, "span": 12, "hidden": "", "words": words(look)}


def iso(row: Any) -> str:
    return str(pd.Timestamp(row.start_date).isoformat())


def hidden(total: int, look: Look) -> str:
    if total <= MOST:
        return ""
    return look.text(
        "The latest {shown} of {total} are listed. Narrow the period or filter to see others.",
        shown=look.number(MOST),
        total=look.number(total),
    )


def by_event(parts: pd.DataFrame) -> defaultdict[str, list[Any]]:
    """Activities under the event they belong to."""
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in parts.itertuples():
        found[str(row.parent_event_id)].append(row)
    return found


def named(look: Look) -> dict[tuple[str, str], str]:
    """(dimension, id) -> name."""
    return {
        (str(row.dimension), str(row.id)): look.name(row)
        for row in session.ask("vocabulary").itertuples()
    }


def evidence() -> dict[str, list[str]]:
    """The pages that bear out each event and activity."""
    answer = session.ask("urls")
    return {str(key): list(rows["url"]) for key, rows in answer.groupby("event_id", sort=False)}


def event(
    row: Any,
    parts: list[dict[str, Any]],
    look: Look,
    names: dict[tuple[str, str], str],
    pages: dict[str, list[str]],
) -> dict[str, Any]:
    """One event as the browser lists it."""
    return {
        **activity(row, look, names, pages),
        "sort": iso(row),
        "place": place(row, look, names),
        "format": names["format", row.format],
        "projects": called(row.projects, "project", look, names),
        "activities": parts,
    }


def activity(
    row: Any, look: Look, names: dict[tuple[str, str], str], pages: dict[str, list[str]]
) -> dict[str, Any]:
    """What events and activities have in common."""
    first, last = pd.Timestamp(row.start_date).date(), pd.Timestamp(row.end_date).date()
    return {
        "id": row.event_id,
        "title": look.name(row, "title"),
        "when": look.language.when(first, last, row.date_precision),
        "role": names["role", row.role],
        "status": look.text("unconfirmed") if row.status == "unconfirmed" else "",
        "discretion": discretion.label(row, look),
        "counted": bool(getattr(row, "counted", True)),
        "themes": called(row.themes, "theme", look, names),
        "partners": called(row.partners, "partner", look, names),
        "summary": written(look.name(row, "summary")),
        "notes": written(row.notes),
        "pages": pages.get(row.event_id, []),
        "recap": written(row.recap),
        "source": source_title(row.source),
        "file": f"{row.file}:{row.line}",
    }


def called(ids: str, dimension: str, look: Look, names: dict[tuple[str, str], str]) -> list[str]:
    """The names of ids written with semicolons, sorted as the reader's language sorts."""
    found = [names[dimension, part] for part in ids.split(";") if part]
    return sorted(found, key=look.language.sorting)


def place(row: Any, look: Look, names: dict[tuple[str, str], str]) -> str:
    """City and country, or why there is none."""
    country = look.name(row, "country")
    parts = [
        part
        for part in (written(look.name(row, "city")), written(country))
        if part and part != "nan"
    ]
    return ", ".join(parts) or names.get(("region", getattr(row, "region", "")), "")


def written(value: Any) -> str:
    return value if isinstance(value, str) else ""


def source_title(source: str) -> str:
    sources = session.ask("sources")
    return str(sources.loc[sources["source"] == source, "title"].iloc[0])


def words(look: Look) -> dict[str, str]:
    _ = look.text
    return {
        "search": _("Search titles, partners, places"),
        "date": _("Date"),
        "title": _("Event"),
        "place": _("Place"),
        "themes": _("Themes"),
        "partners": _("Partners"),
        "projects": _("Projects"),
        "role": _("Role"),
        "format": _("Format"),
        "activities": _("Activities"),
        "summary": _("Summary"),
        "notes": _("Notes of the record"),
        "pages": _("Evidence"),
        "recap": _("Recap"),
        "source": _("Source"),
        "line": _("Line of the record"),
        "uncounted": _("does not carry what is selected"),
        "nothing": _("No event of that name"),
        "newtab": _("opens in a new tab"),
    }
