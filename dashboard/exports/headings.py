"""What the columns of answers are called, what they hold, and what their codes mean."""

from dashboard.look import Look
from queries import measures


def heading(name: str, look: Look) -> str:
    """The heading of a column; its name, spaced, where nobody called it otherwise."""
    known = subjects(look) | words(look) | days(look) | numbers(look) | keeping(look)
    return known.get(name, name.replace("_", " "))


def subjects(look: Look) -> dict[str, str]:
    _ = look.text
    return {
        "event": _("Event"),
        "parent_event": _("Part of the event"),
        "theme": _("Theme"),
        "partner": _("Partner"),
        "project": _("Project"),
        "region": _("Region"),
        "format": _("Format"),
        "role": _("Role"),
        "country": _("Country"),
        "subdivision": _("Province or state"),
        "city": _("City"),
        "quarter": _("Quarter"),
        "year": _("Year"),
        "month": _("Month"),
        "combination": _("Combination"),
        "themes": _("Themes"),
        "partners": _("Partners"),
        "projects": _("Projects"),
        "source": _("Source"),
        "dimension": _("Filter"),
        "entry": _("Entry"),
        "id": _("Id"),
        "calendar": _("Calendar"),
    }


def words(look: Look) -> dict[str, str]:
    _ = look.text
    return {
        "name": _("Name"),
        "short_name": _("Short name"),
        "acronym": _("Acronym"),
        "title": _("Title"),
        "summary": _("Summary"),
        "note": _("Note"),
        "kind": _("Kind"),
        "months": _("Months"),
        "standing": _("Standing"),
        "coverage": _("Record"),
        "status": _("Status"),
        "visibility": _("Visibility"),
        "date_precision": _("Date known to the"),
        "first_precision": _("First date known to the"),
        "recap": _("Recap"),
        "period": _("Period"),
        "language": _("Language"),
        "licence": _("Licence"),
        "publisher": _("Publisher"),
        "url": _("Address"),
        "source_urls": _("Addresses"),
        "evidence": _("Evidence"),
        "completeness": _("How much of it was read"),
    }


def days(look: Look) -> dict[str, str]:
    _ = look.text
    return {
        "date": _("Date"),
        "start_date": _("Not before"),
        "end_date": _("Not after"),
        "first_day": _("First day"),
        "last_day": _("Last day"),
        "first_event": _("First event"),
        "first_seen": _("First event, not before"),
        "first_until": _("First event, not after"),
        "embargoed_until": _("Embargoed until"),
        "shown_from": _("Shown from"),
        "retrieved": _("Read on"),
        "fiscal_year_start": _("First month of the fiscal year"),
    }


def numbers(look: Look) -> dict[str, str]:
    _ = look.text
    return {
        "events": _("Events"),
        "activities": _("Activities"),
        "new_partners": _("New partners"),
        "countries": _("Countries"),
        "without_place": _("Without a recorded place"),
        "online": _("Online"),
        "approximate": _("Dated approximately"),
        "without_partner": _("Without a partner"),
        "unconfirmed_left_out": _("Unconfirmed, left out"),
        "of_events": _("Of all events selected"),
        "with_theme": _("Events with a theme"),
        "with_partner": _("Events with a partner"),
        "with_several": _("Events with two or more"),
        "without_country": _("Events without a country"),
        "pairs": _("Pairs"),
        "events_before": _("Events in the year before"),
        "confirmed": _("Confirmed"),
        "unconfirmed": _("Unconfirmed"),
        "draft": _("Drafts"),
        "total": _("Total"),
        "held": _("Rows held"),
        "without": _("Without any"),
        "latitude": _("Latitude"),
        "longitude": _("Longitude"),
        "position": _("Order"),
        "region_position": _("Order of the region"),
    }


def keeping(look: Look) -> dict[str, str]:
    """Yes or no, and how the record is kept."""
    _ = look.text
    return {
        "core": _("Core theme"),
        "new": _("New in the period"),
        "counted": _("Counted"),
        "running": _("Still running"),
        "cut": _("Only partly within the period"),
        "recorded": _("Recorded"),
        "holds": _("Adds up"),
        "file": _("File"),
        "line": _("Line"),
        "encoding": _("Encoding"),
        "rows_read": _("Rows read"),
        "rows_kept": _("Rows kept"),
        "rows_refused": _("Rows refused"),
        "severity": _("Severity"),
        "column_name": _("Column"),
        "value": _("Value"),
        "text": _("In words"),
        "version": _("Version"),
    }


def holds(name: str, number: bool, look: Look) -> str:
    """What a column holds, in a sentence; empty where its heading says it."""
    measure = measures.load().get(name) if number else None
    return look.text(measure.help) if measure else said(look).get(name, "")


def said(look: Look) -> dict[str, str]:
    _ = look.text
    every = _("The same on each row: it counts the whole selection")
    return {
        "coverage": _("How far the quarter is recorded: complete, partial or without a recap"),
        "date_precision": _("Whether the day, the month or only a window of months is known"),
        "first_precision": _("Whether the day, the month or only a window of months is known"),
        "date": _("As exactly as it is known"),
        "start_date": _("First day on which it can have begun"),
        "end_date": _("Last day on which it can have ended"),
        "first_event": _("The partner’s first event in the whole record"),
        "standing": _("New, returning or lapsed, by the events of the record before the period"),
        "events_before": _("Events in the four quarters before the period"),
        "unconfirmed_left_out": _("Events whose presence nothing confirms, not counted here"),
        "partners": _("Every partner of the event and of its activities, each once"),
        "themes": _("Every theme of the event and of its activities, each once"),
        "of_events": every,
        "with_theme": every,
        "with_partner": every,
        "with_several": every,
        "pairs": every,
        "without_country": every,
    }


def codes(look: Look) -> dict[str, dict[str, str]]:
    """What codes mean that no vocabulary names, by the column that holds them."""
    _ = look.text
    known_to = {
        "day": _("day"),
        "month": _("month"),
        "window": _("window of months"),
        "unknown": _("not known"),
    }
    status = {"confirmed": _("confirmed"), "unconfirmed": _("unconfirmed"), "draft": _("draft")}
    return {
        "coverage": {"complete": _("complete"), "partial": _("partial"), "none": _("no recap")},
        "date_precision": known_to,
        "first_precision": known_to,
        "status": status,
        "visibility": {"public": _("public"), "internal": _("internal")},
    }
