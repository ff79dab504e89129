"""Why a snapshot cannot be made or opened is said in the reader's language, with its values."""

from pathlib import Path

import pytest

from dashboard.language import Language
from dashboard.look import look
from dashboard.widgets import refused
from data import snapshots
from data.snapshots import WHY, SnapshotError

VALUES = {"name": "q4-board", "there": "q1, q2", "problem": "nothing to read"}
FRENCH = look(language=Language("fr"))


@pytest.mark.parametrize("kind", WHY)
def test_each_kind_is_said_in_the_reader_s_language(kind: str) -> None:
    problem = SnapshotError(kind, **VALUES)
    french = refused.said(problem, FRENCH)
    assert refused.said(problem, look()) == str(problem)
    assert french != str(problem)
    assert {value for value in VALUES.values() if value in french} == {
        value for value in VALUES.values() if value in str(problem)
    }


def test_a_snapshot_that_is_not_there_is_said_in_french(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path))
    with pytest.raises(SnapshotError) as raised:
        snapshots.read("q5")
    assert refused.said(raised.value, FRENCH).startswith(
        "Il n’y a pas d’instantané «\u00a0q5\u00a0»"
    )
