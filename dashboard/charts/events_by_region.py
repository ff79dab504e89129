"""Events by region: ordered bars; exclusive parts that add up to the events."""

import pandas as pd

from dashboard.charts import opening
from dashboard.charts.opening import Opens
from dashboard.charts.style import Figure, named_bars
from dashboard.look import Look

PLACELESS = ("online", "not_recorded")


def draw(answer: pd.DataFrame, look: Look) -> Figure:
    """One bar a region, those without a place last, in grey. answer: events_by_region."""
    accent, grey = look.palette.accent, look.palette.context
    colours = [grey if region in PLACELESS else accent for region in answer["region"]]
    return named_bars(answer, look, "region", colours)


def say(answer: pd.DataFrame, look: Look) -> str:
    """Where most events took place, with figures."""
    _, total = look.text, int(answer["events"].sum())
    if total == 0:
        return _("No event to place")
    placed = answer[~answer["region"].isin(PLACELESS)]
    n = int(placed["events"].max())
    most = placed[placed["events"] == n]
    if n == 0:
        return look.plural(
            "The one event has no place",
            "None of the {n} events has a place",
            total,
            "measure=events",
        )
    if len(most) > 3:
        return _(
            "{events}, at most {n} in a region with a place",
            events=look.events(total, "measure=events"),
            n=look.figure(n, f"region={most['region'].iloc[0]}"),
        )
    if len(most) > 1:
        return _(
            "{regions} come first of {events}",
            regions=look.counted(most, "region"),
            events=look.events(total, "measure=events"),
        )
    share = look.share(n, total, f"region={most['region'].iloc[0]}")
    return _("{region} comes first: {share}", region=look.labels(most).iloc[0], share=share)


def note(answer: pd.DataFrame, look: Look) -> str:
    return look.text("Events by the region in which they took place")


def table(answer: pd.DataFrame, look: Look) -> pd.DataFrame:
    return pd.DataFrame(
        {look.text("Region"): look.labels(answer), look.text("Events"): answer["events"]}
    )


def opens(answer: pd.DataFrame, look: Look) -> Opens:
    return opening.events(answer, "region", look)


def foot(answer: pd.DataFrame, look: Look) -> list[str]:
    """What is not known of the places."""
    total = int(answer["events"].sum())
    if total == 0:
        return []
    unknown = int(answer.loc[answer["region"] == "not_recorded", "events"].sum())
    adds = look.plural(
        "The bars add up to {n} event.", "The bars add up to {n} events.", total, "measure=events"
    )
    missing = look.plural(
        "{n} of {total} has no recorded place.",
        "{n} of {total} have no recorded place.",
        unknown,
        "region=not_recorded",
        total=look.figure(total, "measure=events"),
    )
    return [missing, adds] if unknown else [adds]
