"""What the build read, kept, refused and warned of, file by file."""

from typing import Any

import pandas as pd

from dashboard.look import Look
from dashboard.reading import Reading
from dashboard.rows import as_rows
from dashboard.widgets.holdings import MOST, List, cut, listed
from dashboard.widgets.marks import Mark

AT_FIRST = 300  # findings listed on the page
KEPT_ROWS = {"events": "rows=held", "vocabulary": "rows=entries"}  # what kept rows open, by kind


def findings(reading: Reading) -> List:
    """What the build refused, and what it warned of."""
    look, answer = reading.look, reading.ask("findings")
    refused = int(reading.ask("files")["rows_refused"].sum())
    warned = int((answer["severity"] == "warning").sum())
    hidden = max(0, len(answer) - AT_FIRST)
    return listed(
        look.text(
            "{refused}, {warnings}",
            refused=look.plural(
                "{n} row was refused",
                "{n} rows were refused",
                refused,
                "rows=findings;severity=refused",
            ),
            warnings=look.plural(
                "{n} warning", "{n} warnings", warned, "rows=findings;severity=warning"
            ),
        ),
        told(answer.head(AT_FIRST), look),
        note=look.plural(
            "{n} more in the build's own lines", "{n} more in the build's own lines", hidden
        )
        if hidden
        else "",
    )


def told(answer: pd.DataFrame, look: Look) -> pd.DataFrame:
    """Findings in words. answer: findings."""
    _ = look.text
    kinds = {"refused": _("refused"), "warning": _("warning")}
    return pd.DataFrame(
        {
            _("Finding"): [kinds[kind] for kind in answer["severity"]],
            _("File"): answer["file"],
            _("Line"): answer["line"].astype(str),
            _("Column"): answer["column_name"].fillna(""),
            _("Value"): answer["value"].fillna(""),
            _("Why"): look.labels(answer, "text"),
        }
    )


def behind_findings(mark: Mark, reading: Reading) -> List:
    """Warnings, or the rows refused: each once, with all that refuses it."""
    look, answer = reading.look, found(mark, reading)
    n, warnings = len(answer), mark.get("severity") == "warning"
    sentence = (
        look.plural("{n} warning", "{n} warnings", n)
        if warnings
        else look.plural("{n} row was refused", "{n} rows were refused", n)
    )
    return listed(sentence, told(answer, look))


def found(mark: Mark, reading: Reading) -> pd.DataFrame:
    """The findings of a mark, columns as in the question; a refused row has one line."""
    answer = reading.ask("findings")
    for name in ("severity", "file"):
        if name in mark:
            answer = answer[answer[name] == mark[name]]
    if "kind" in mark:
        words = answer["file"].str.startswith("vocabulary/")
        answer = answer[words == (mark["kind"] == "vocabulary")]
    if mark.get("severity") == "warning":
        return answer
    texts = dict.fromkeys(("text_en", "text_fr"), " ".join)
    once = dict.fromkeys(("severity", "source", "column_name", "value"), "first")
    return answer.groupby(["file", "line"], as_index=False).agg({**once, **texts})


def files(reading: Reading) -> List:
    """Rows read = rows kept + rows refused, file by file."""
    look, answer = reading.look, reading.ask("files")
    _ = look.text
    shown = pd.DataFrame(
        {
            _("File"): answer["file"],
            _("Rows read"): answer["rows_read"],
            _("Rows kept"): answer["rows_kept"],
            _("Rows refused"): answer["rows_refused"],
        }
    )
    told = [added_up(kind, answer[answer["kind"] == kind], look) for kind in KEPT_ROWS]
    sentence = _("Events: {events}. Vocabularies: {words}.", events=told[0], words=told[1])
    kept_of = [f"{KEPT_ROWS[row.kind]};file={row.file}" for row in as_rows(answer)]
    opens = {
        _("Rows read"): [f"rows=file;file={file}" for file in answer["file"]],
        _("Rows kept"): kept_of,
        _("Rows refused"): [f"rows=findings;severity=refused;file={f}" for f in answer["file"]],
    }
    return listed(sentence, shown, span=6, opens=opens)


def added_up(kind: str, answer: pd.DataFrame, look: Look) -> str:
    """Rows of one kind of file. answer: its lines of files."""
    read, kept, refused = (
        int(answer[name].sum()) for name in ("rows_read", "rows_kept", "rows_refused")
    )
    return look.text(
        "{read} rows read = {kept} kept + {refused} refused",
        read=look.figure(read, f"rows=file;kind={kind}"),
        kept=look.figure(kept, f"rows=file;kind={kind};kept=1"),
        refused=look.figure(refused, f"rows=findings;severity=refused;kind={kind}"),
    )


def of_file(mark: Mark, reading: Reading) -> List:
    """The rows of one file or of all: kept ones, and with them those refused."""
    look = reading.look
    kinds = {"events": kept_events, "vocabulary": kept_entries}
    parts = [kinds[kind](mark, reading) for kind in kinds if mark.get("kind", kind) == kind]
    if "kept" not in mark:
        parts.append(refused_rows(mark, reading))
    shown = pd.concat(parts, ignore_index=True)
    n = len(shown) + (beyond(mark, reading) if mark.get("kind", "events") == "events" else 0)
    note = " ".join(cut(n, look))
    return listed(look.plural("{n} row", "{n} rows", n), shown.head(MOST), note=note)


def beyond(mark: Mark, reading: Reading) -> int:
    """How many rows of events more there are than are asked for."""
    answer = reading.ask("held_count", None, mark_file=mark.get("file", ""))
    return max(0, int(answer["held"].iloc[0]) - MOST)


def kept_events(mark: Mark, reading: Reading) -> pd.DataFrame:
    answer = reading.ask("held", None, mark_file=mark.get("file", ""), most=MOST)
    names = reading.look.labels(answer, "title")
    return lines(answer, names, reading.look.text("kept"), reading.look)


def kept_entries(mark: Mark, reading: Reading) -> pd.DataFrame:
    answer = reading.ask("entries", None, mark_file=mark.get("file", ""))
    return lines(answer, reading.look.labels(answer), reading.look.text("kept"), reading.look)


def refused_rows(mark: Mark, reading: Reading) -> pd.DataFrame:
    answer = found({**mark, "severity": "refused"}, reading)
    names = reading.look.labels(answer, "text")
    return lines(answer, names, reading.look.text("refused"), reading.look)


def lines(answer: pd.DataFrame, names: Any, state: str, look: Look) -> pd.DataFrame:
    """File, line and name of rows. answer: the columns file and line."""
    return pd.DataFrame(
        {
            look.text("File"): answer["file"],
            look.text("Line"): answer["line"].astype(str),
            look.text("Row"): list(names),
            look.text("Record"): state,
        }
    )


def entries(mark: Mark, reading: Reading) -> List:
    """Lines of a vocabulary that are kept."""
    shown = kept_entries(mark, reading)
    return listed(reading.look.plural("{n} row", "{n} rows", len(shown)), shown)
