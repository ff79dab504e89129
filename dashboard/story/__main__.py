"""Check a story before the meeting: `python -m dashboard.story check [FILE] --from 2024-10-01`."""

import argparse
import sys
from collections.abc import Sequence

from dashboard import look as looks
from dashboard.language import Language
from dashboard.reading import Reading, reading
from dashboard.story.plan import Story, StoryError, load
from dashboard.story.telling import report
from data.warehouse import WarehouseError
from queries import asking, selection
from queries.__main__ import sentence
from queries.engines import UnknownEngine
from queries.today import WrongDay


def main(words: Sequence[str] | None = None) -> int:
    """Exit status: 0 every screen can be told, 1 not all, 2 a word that means nothing."""
    options = parser().parse_args(words)
    link = {name: getattr(options, name) or "" for name in selection.PARAMETERS}
    try:
        engine = asking.connect()
        chosen, problems = asking.read(engine, link)
        if problems:
            print("\n".join(map(sentence, problems)), file=sys.stderr)
            return 2
        look = looks.look("light", Language(options.lang))
        return checked(load(options.story), reading(engine, chosen, look))
    except (StoryError, WarehouseError, UnknownEngine, WrongDay) as failure:
        print(failure, file=sys.stderr)
        return 1


def checked(story: Story, reading: Reading) -> int:
    """Print what is wrong, and each screen that would be skipped."""
    lines = report(story, reading)
    print("\n".join(lines), file=sys.stderr if lines else sys.stdout)
    return 1 if lines else 0


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard.story")
    parser.add_argument("check", choices=["check"])
    parser.add_argument("story", nargs="?", help="a name in dashboard/stories/, or a path")
    parser.add_argument("--lang", default="en")
    for name in selection.PARAMETERS:
        parser.add_argument(f"--{name}")
    return parser


if __name__ == "__main__":
    sys.exit(main())
