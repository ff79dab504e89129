"""Check a story before the meeting: `python -m dashboard.story check [FILE] --from 2024-10-01`."""

import argparse
import sys
from collections.abc import Sequence

from dashboard import look as looks
from dashboard.language import Language
from dashboard.reading import Reading, reading
from dashboard.story import checking
from dashboard.story.plan import Story, StoryError, load
from dashboard.story.telling import tell
from data.warehouse import WarehouseError
from queries import asking
from queries import options as options_of
from queries.engines import UnknownEngine
from queries.today import WrongDay


def main(words: Sequence[str] | None = None) -> int:
    """Exit status: 0 every screen can be told, 1 not all, 2 a word that means nothing."""
    options = parser().parse_args(words)
    try:
        engine = asking.connect()
        chosen, problems = asking.read(engine, options_of.link(options))
        if problems:
            print("\n".join(map(options_of.sentence, problems)), file=sys.stderr)
            return 2
        look = looks.look("light", Language(options.lang))
        return checked(load(options.story), reading(engine, chosen, look))
    except (StoryError, WarehouseError, UnknownEngine, WrongDay) as failure:
        print(failure, file=sys.stderr)
        return 1


def checked(story: Story, reading: Reading) -> int:
    """Print what is wrong, and each screen that would be skipped."""
    lines = told(story, reading)
    print("\n".join(lines), file=sys.stderr if lines else sys.stdout)
    return 1 if lines else 0


def told(story: Story, reading: Reading) -> list[str]:
    """One line for all that is wrong with a story, and for each screen that selects nothing."""
    look, found = reading.look, checking.problems(story, reading)
    wrong = {problem.screen for problem in found}
    skipped = [one for one in tell(story, reading)[1] if one.name not in wrong]
    return [
        *(checking.sentence(story.file, problem, look) for problem in found),
        *(f"{story.file.name}: {one.name}: {one.reason}" for one in skipped),
    ]


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard.story")
    parser.add_argument("check", choices=["check"])
    parser.add_argument("story", nargs="?", help="a name in dashboard/stories/, or a path")
    parser.add_argument("--lang", default="en")
    options_of.add(parser)
    return parser


if __name__ == "__main__":
    sys.exit(main())
