"""Check a story before the meeting, or freeze what it shows.

`python -m dashboard.story check [FILE] --from 2024-10-01`, `python -m dashboard.story freeze NAME`.
"""

import argparse
import sys
from collections.abc import Sequence

from dashboard import look as looks
from dashboard.exports.frozen import packs as frozen_packs
from dashboard.language import Language, languages
from dashboard.reading import Reading, reading
from dashboard.story import freezing
from dashboard.story.audience import refused
from dashboard.story.plan import Story, StoryError, load
from dashboard.story.recounting import MOST
from dashboard.story.telling import report
from data.listening import STOPPED
from data.snapshots import SnapshotError
from data.warehouse import WarehouseError
from queries import asking
from queries import options as options_of
from queries.audience import WrongAudience
from queries.engines import UnknownEngine
from queries.today import WrongDay, today


def main(words: Sequence[str] | None = None) -> int:
    """Exit status: 0 told or frozen, 1 not all, 2 a word that means nothing, 130 stopped."""
    options = parser().parse_args(words)
    if why := unusable(options):
        return said(why, 2)
    try:
        return done(options, load(options.story))
    except StoryError as failure:
        return said(failure.said(Language(options.lang)), 1)
    except (SnapshotError, WarehouseError, UnknownEngine, WrongDay, WrongAudience) as failure:
        return said(str(failure), 1)
    except KeyboardInterrupt:
        return said("Stopped: nothing was frozen.", STOPPED)


def unusable(options: argparse.Namespace) -> str:
    """What an option asks for that no board can do; empty for nothing."""
    if options.lang not in languages():
        return f"--lang: “{options.lang}” cannot be used. Known: {', '.join(languages())}."
    return refused(options.audience)


def done(options: argparse.Namespace, story: Story) -> int:
    """Check or freeze, for the public."""
    engine = asking.connect()
    link = {**options_of.link(options), "audience": "public"}
    chosen, problems = asking.read(engine, link)
    if problems:
        return said("\n".join(map(options_of.sentence, problems)), 2)
    read = reading(engine, chosen, looks.look("light", Language(options.lang)))
    return (
        frozen(options.name, story, read) if options.command == "freeze" else checked(story, read)
    )


def said(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)
    return status


def checked(story: Story, reading: Reading) -> int:
    """Print what is wrong, and each screen that would be skipped."""
    lines = report(story, reading)
    if lines:
        return said("\n".join(lines), 1)
    print(f"{story.file.name}: {len(story.screens)} screens, nothing wrong")
    if int(reading.ask("headline")["events"].iloc[0]) > MOST:
        _, most = reading.look.text, reading.look.number(MOST)
        print(_("Figures of more than {n} rows were not counted again from their rows.", n=most))
    return 0


def frozen(name: str, story: Story, reading: Reading) -> int:
    snapshot = freezing.freeze(name, today(), story, reading, frozen_packs)
    print(f"Froze {snapshot.name}: version {snapshot.version}")
    return 0


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard.story")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="say what is wrong with a story")
    check.add_argument("story", nargs="?", help="a name in dashboard/stories/, or a path")
    freeze = commands.add_parser("freeze", help="keep the record and the board under a name")
    freeze.add_argument("name")
    freeze.add_argument("--story", help="a name in dashboard/stories/, or a path")
    for command in (check, freeze):
        command.add_argument("--lang", default="en")
        options_of.add(command)
    return parser


if __name__ == "__main__":
    sys.exit(main())
