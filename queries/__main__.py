"""Answer one question on standard output: `python -m queries NAME --theme equality,smes`."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date

import pandas as pd

from data.warehouse import WarehouseError
from queries import asking, questions, selection
from queries import options as options_of
from queries.audience import WrongAudience, shown_on
from queries.engines import Engine, UnknownEngine
from queries.selection import Selection
from queries.today import WrongDay

OUTPUTS = ("table", "csv", "json")
HIDDEN = "internal or under embargo"


def main(words: Sequence[str] | None = None) -> int:
    """Exit status: 0 answered, 1 no usable warehouse, 2 a word that means nothing."""
    options = parser().parse_args(words)
    if not options.name:
        return list_questions()
    try:
        return answer(options)
    except questions.UnknownQuestion as unknown:
        return refuse(f"No question is named “{unknown}”. `python -m queries` lists them.", 2)
    except (WarehouseError, UnknownEngine, WrongDay, WrongAudience) as failure:
        return refuse(str(failure), 1)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        sys.stdout = None
        return 0


def list_questions() -> int:
    width = max(map(len, questions.names()))
    for name in questions.names():
        print(f"{name:<{width}}  {questions.question(name).asks}")
    return 0


def answer(options: argparse.Namespace) -> int:
    questions.question(options.name)
    engine = asking.connect()
    link, output = link_of(options)
    chosen, problems = asking.read(engine, link)
    if problems:
        return refuse("\n".join(map(options_of.sentence, problems)), 2)
    if options.sql:
        print_sql(options.name, chosen)
    else:
        write(asking.plain(engine, options.name, chosen.values()), output)
        if chosen.audience == "public":
            tell_not_shown(engine, chosen)
    return 0


def tell_not_shown(engine: Engine, chosen: Selection) -> None:
    """Beside the answer, so that its rows stay as they are: what the public is not shown."""
    whole = asking.whole(engine, shown_on(chosen.audience))
    open_ended = selection.reaching(chosen, whole)
    (row,) = asking.ask(engine, "not_shown", open_ended.values()).itertuples()
    if row.events:
        events = "event" if row.events == 1 else "events"
        print(f"{row.events} {events} not shown: {HIDDEN}", file=sys.stderr)
    if row.activities:
        activities = "activity" if row.activities == 1 else "activities"
        print(f"{row.activities} {activities} not shown: {HIDDEN}", file=sys.stderr)


def link_of(options: argparse.Namespace) -> tuple[dict[str, str], str]:
    """The selection's parameters, and the form of the output.

    `--format` serves both: csv, json and table name the output, anything else an event's format.
    """
    words = [word.strip() for part in options.format for word in part.split(",")]
    output = [word.lower() for word in words if word.lower() in OUTPUTS]
    formats = ",".join(word for word in words if word.lower() not in OUTPUTS)
    return {**options_of.link(options), "format": formats}, (output or ["table"])[-1]


def print_sql(name: str, chosen: Selection) -> None:
    sql, bound = asking.prepared(name, chosen.values())
    print(f"{sql};\n")
    for key, value in bound.items():
        print(f"-- ${key} = {value!r}" if not isinstance(value, date) else f"-- ${key} = '{value}'")


def dated(answer: pd.DataFrame) -> pd.DataFrame:
    """The answer with its days as ISO dates, whatever type the engine gave them."""
    days = [
        name for name in answer if answer[name].map(lambda value: isinstance(value, date)).any()
    ]
    return answer.assign(**{name: answer[name].map(iso) for name in days})


def iso(value: object) -> str | None:
    return None if pd.isna(value) else asking.as_day(value).isoformat()


def write(answer: pd.DataFrame, output: str) -> None:
    answer = dated(answer)
    if output == "csv":
        answer.to_csv(sys.stdout, index=False)
    elif output == "json":
        answer.to_json(sys.stdout, orient="records", date_format="iso", force_ascii=False)
        print()
    else:
        print(answer.to_string(index=False))


def refuse(message: str, status: int) -> int:
    print(message, file=sys.stderr)
    return status


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m queries",
        description="Without a name: lists the questions. Several ids are separated by commas.",
    )
    parser.add_argument("name", nargs="?", help="a question")
    parser.add_argument("--sql", action="store_true", help="print the SQL and its parameters")
    return selecting(parser)


def selecting(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """The parser with the options of a selection and of the output."""
    options_of.add(parser, "csv, json, table; or formats")
    parser.add_argument("--lang", help="taken, as links have it; answers hold all languages")
    return parser


if __name__ == "__main__":
    sys.exit(main())
