"""The board pack: `python -m dashboard.exports.pack board.pptx --lang fr --from 2024-10-01`.

The work is in command.py, which takes a second to load: Ctrl-C is heard before as well.
"""

import sys
from collections.abc import Sequence
from importlib import import_module

from data.listening import STOPPED, Stop, done


def main(words: Sequence[str] | None = None) -> int:
    """Exit status: 0 written, 1 no usable warehouse or folder, 2 a word that means nothing, 130
    stopped.
    """
    stop = Stop()
    try:
        return done(lambda: written(words, stop), stop)
    except KeyboardInterrupt:
        print("Stopped: nothing was written; a file that was there is as it was.", file=sys.stderr)
        return STOPPED


def written(words: Sequence[str] | None, stop: Stop) -> int:
    """The command's own exit status. Raises KeyboardInterrupt."""
    command = import_module("dashboard.exports.command")
    stop("command")
    status: int = command.main(words, stop)
    return status


if __name__ == "__main__":
    sys.exit(main())
