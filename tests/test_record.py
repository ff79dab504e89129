"""The record itself builds whole, and is said in both languages."""

import csv
import tomllib

import pytest

from data import build, provenance, warehouse
from data.vocabularies import VOCABULARIES

SOURCES = sorted(path for path in (build.HERE / "sources").iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    patch.setenv("OUTREACH_HOME", str(tmp_path_factory.mktemp("home")))
    yield build.build()
    patch.undo()


@pytest.fixture
def db(built):
    with warehouse.connect(built.file) as connection:
        yield connection


def test_nothing_is_refused(built):
    assert built.refused == []
    assert built.rows_kept == 53


def test_rows_read_are_rows_kept_and_refused(db):
    assert db.execute(
        "select count(*) from record_file where rows_read <> rows_kept + rows_refused"
    ).fetchall() == [(0,)]


def test_belgrade_is_one_event_with_seven_activities(db):
    event = "gpai-summit-belgrade-2024"
    rows = db.execute("select count(*) from fct_event where parent_event_id = ?", [event])
    assert rows.fetchall() == [(7,)]
    partner = db.execute(
        "select own from bridge_event_partner join fct_event using (event_no)"
        " where event_id = ? and partner_id = 'embassy-of-canada-serbia'",
        [event],
    )
    assert partner.fetchall() == [(False,)]


def test_the_last_quarter_of_2024_is_recorded_whole(db):
    rows = db.execute(
        "select quarter_id, months_fr from dim_quarter where coverage = 'complete' order by 1"
    )
    assert rows.fetchall() == [("2024-Q4", "oct.–déc. 2024"), ("FY2024-25-Q3", "oct.–déc. 2024")]


def test_every_summary_is_in_both_languages(db):
    assert (
        db.execute(
            "select event_id from fct_event where summary_en is null or summary_fr is null"
        ).fetchall()
        == []
    )


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.name)
def test_a_vocabulary_is_in_both_languages(vocabulary):
    with (build.HERE / vocabulary.file).open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    for column in ("name", "meaning", "note"):
        if f"{column}_en" in vocabulary.columns:
            assert all(line[f"{column}_en"] and line[f"{column}_fr"] for line in lines)


@pytest.mark.parametrize("source", SOURCES, ids=lambda folder: folder.name)
def test_a_source_says_where_it_comes_from(source):
    facts = tomllib.loads((source / "source.toml").read_text(encoding="utf-8"))
    assert set(facts) == {*provenance.FIELDS, *provenance.FRENCH_FIELDS}
    assert facts["kind"] in {"recap", "pages"}
