from pathlib import Path

import pytest

from tests.records import Record


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Record:
    """A copy of the tiny record, and a home of its own for what is built from it."""
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path / "home"))
    return Record(tmp_path / "record")
