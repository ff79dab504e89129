"""What is internal or under embargo leaves by no way out, and is counted by one alone."""

import csv
import io
import itertools
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from queries import __main__ as command
from queries import asking, audience, engines, questions
from queries.engines import Engine
from queries.selection import Selection
from tests.records import COLUMNS, PLAIN, Record, line

TODAY = "2026-11-23"
NAMES = questions.names()
EVER = date.max
# What only a hidden row holds: its title, partner, project, city, country, theme's note and page.
TOKENS = ("zyxel", "quokka", "kiwano", "tuvalu", "xerxes")
AMONG = {
    "internal": {"visibility": "internal"},
    "embargoed": {"embargoed_until": "2026-12-03"},
    "both": {"visibility": "internal", "embargoed_until": "2024-12-03"},
}
# A row of each kind that nobody outside may learn of; what is not said is as in a good line.
EVENT = {
    "title_en": "Zyxel talks",
    "title_fr": "Zyxel",
    "start_date": "2027-08-01",
    "end_date": "2027-08-02",
    "city": "Tuvalu",
    "country_iso2": "JP",
    "themes": "smes;climate",
    "partners": "quokka;oecd;museum",
    "projects": "kiwano;atlas",
    "source_urls": "https://zyxel.example/a;zyxel no address",
    "summary_en": "Zyxel.",
    "summary_fr": "Zyxel.",
    "notes": "Xerxes was there.",
    "source_recap": "Zyxel recap",
}
EARLY = {"start_date": "2019-02-01", "end_date": "2019-02-01", "title_en": "Zyxel before"}
WITHIN = {"parent_event_id": "gala-2024", "start_date": "2024-11-05", "end_date": "2024-11-05"}


def hidden(kind: dict[str, str]) -> list[str]:
    """Events before and after the record and within it, activities, and lines with faults."""
    veiled = EVENT | kind
    return [
        line(**veiled | {"event_id": "zyxel-later"}),
        line(**veiled | EARLY | {"event_id": "zyxel-before"}),
        line(**veiled | WITHIN | {"event_id": "zyxel-within"}),
        line(**veiled | WITHIN | {"event_id": "zyxel-maybe", "status": "unconfirmed"}),
        line(**EVENT | {"event_id": "zyxel-part", "parent_event_id": "zyxel-later"}),
        line(**veiled | {"event_id": "zyxel-draft", "status": "draft"}),
        line(**veiled | {"event_id": "zyxel-perhaps", "status": "unconfirmed"}),
        line(**veiled | {"event_id": "zyxel-nowhere", "city": "", "country_iso2": ""}),
        line(**veiled | {"event_id": "zyxel-refused", "role": "zyxel"}),
        line(**veiled | {"event_id": "zyxel-french", "title_en": ""}),
        line(**EVENT | {"event_id": "zyxel-typo", "visibility": "zyxel"}),
        line(**EVENT | {"event_id": "zyxel-late", "embargoed_until": "zyxel"}),
        line(**EVENT | {"event_id": "zyxel-later"}),
        line(**EVENT | {"event_id": "zyxel-of-part", "parent_event_id": "zyxel-part"}),
    ]


def extended(folder: Path, lines: list[str]) -> Record:
    """The tiny record, each of its files with the columns of discretion, and further lines."""
    record = Record(folder)
    for path in sorted(folder.glob("sources/*/events.csv")):
        first, *rest = path.read_text("utf-8").splitlines()
        assert first == PLAIN
        mine = lines if path.parent.name == "recaps" else []
        path.write_text("\n".join([COLUMNS, *(f"{row},," for row in rest), *mine]) + "\n", "utf-8")
    return record


def name_more(record: Record) -> None:
    """A partner and a project that only hidden rows carry, and a source of hidden rows alone."""
    append(record.folder / "vocabulary/partners.csv", "quokka,Quokka,,,,other,,")
    append(record.folder / "vocabulary/projects.csv", "kiwano,Kiwano,Kiwano")
    rows = [line(**EVENT | {"event_id": "zyxel-alone", "visibility": "internal"})]
    record.add("\n".join([f"{COLUMNS},zyxel", *(f"{row}," for row in rows)]), source="zyxel")
    toml = record.folder / "sources/zyxel/source.toml"
    toml.write_text(toml.read_text("utf-8").replace("2025-01-31", "2026-01-31"), "utf-8")


def append(path: Path, row: str) -> None:
    path.write_text(path.read_text("utf-8") + row + "\n", "utf-8")


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """Where a record with each kind of hidden rows is built, and one without any."""
    folder = tmp_path_factory.mktemp("discretion")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_TODAY", TODAY)
        patch.delenv("OUTREACH_AUDIENCE", raising=False)
        for name, kind in {**AMONG, "plain": None}.items():
            patch.setenv("OUTREACH_HOME", str(folder / name))
            record = extended(folder / f"record-{name}", hidden(kind) if kind else [])
            if kind:
                name_more(record)
            record.build()
        yield {name: folder / name for name in (*AMONG, "plain")}


@pytest.fixture(scope="module")
def engines_of(homes: dict[str, Path]) -> Iterator[dict[str, Engine]]:
    files = {name: newest(home) for name, home in homes.items()}
    found = {name: engines.connect(asking.url_of(file)) for name, file in files.items()}
    yield found
    for engine in found.values():
        engine.close()


def newest(home: Path) -> Path:
    return sorted((home / "warehouses").glob("*.duckdb"))[-1]


LINKS: list[dict[str, str]] = [
    {},
    {"unconfirmed": "1", "calendar": "fiscal"},
    {"from": "2024-10-01", "to": "2024-12-31", "theme": "smes,climate"},
    {"theme": "governance,climate", "match": "all"},
    {"from": "1999-01-01", "to": "2190-12-31"},
    {"partner": "museum", "unconfirmed": "1"},
    {"project": "atlas", "role": "unknown"},
    {"region": "asia", "from": "2023-01-01"},
]
each = pytest.mark.parametrize("name", NAMES)
each_kind = pytest.mark.parametrize("kind", AMONG)
each_way = pytest.mark.parametrize("kind", ["internal", "embargoed"])


def values(engine: Engine, link: Mapping[str, str]) -> dict[str, object]:
    chosen, problems = asking.read(engine, link)
    assert not problems
    return chosen.values()


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTREACH_TODAY", TODAY)
    monkeypatch.delenv("OUTREACH_AUDIENCE", raising=False)


def clean(text: str) -> None:
    assert [token for token in TOKENS if token in text.casefold()] == []


# Every question


@each_way
@each
def test_the_public_is_answered_as_if_it_were_not_there(
    name: str, kind: str, engines_of: dict[str, Any]
) -> None:
    for link in LINKS:
        shown, plain = (
            asking.ask(engines_of[where], name, values(engines_of[where], asked))
            for where, asked in ((kind, {**link, "audience": "public"}), ("plain", link))
        )
        clean(shown.to_csv())
        if name != "not_shown":
            one, other = (told.drop(columns="version", errors="ignore") for told in (shown, plain))
            pd.testing.assert_frame_equal(one, other)


@each_kind
def test_those_inside_read_all_of_it(kind: str, engines_of: dict[str, Any]) -> None:
    """Else the two tests above would prove nothing."""
    engine = engines_of[kind]
    texts = " ".join(
        asking.ask(engine, name, values(engine, {"unconfirmed": "1"})).to_csv().casefold()
        for name in NAMES
    )
    assert [token for token in TOKENS if token not in texts] == []


def test_marks_of_what_is_hidden_open_nothing(engines_of: dict[str, Any]) -> None:
    engine = engines_of["internal"]
    bound = values(engine, {"audience": "public"})
    for mark in ({"mark_partner": "quokka"}, {"mark_quarter": "2027-Q3"}, {"mark_year": "2019"}):
        assert asking.ask(engine, "events", {**bound, **mark}).empty


@pytest.mark.parametrize("words", [{"partner": "quokka"}, {"project": "kiwano"}])
def test_a_partner_of_hidden_events_is_as_unknown_as_any_word(
    words: dict[str, str], engines_of: dict[str, Any]
) -> None:
    chosen, (problem,) = asking.read(engines_of["internal"], {**words, "audience": "public"})
    assert not chosen.partner
    assert not set(problem.known) & {"quokka", "kiwano"}
    assert asking.read(engines_of["internal"], words)[1] == []


def test_an_embargo_ends_on_its_day(
    engines_of: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, found = engines_of["embargoed"], {}
    for today in ("2026-12-02", "2026-12-03"):
        monkeypatch.setenv("OUTREACH_TODAY", today)
        answer = asking.ask(engine, "events", values(engine, {"audience": "public"}))
        found[today] = "zyxel-before" in set(answer["event_id"])
    assert found == {"2026-12-02": False, "2026-12-03": True}


# The one count


def counted(engine: Engine, **link: str) -> tuple[int, int]:
    (row,) = asking.ask(engine, "not_shown", values(engine, link)).itertuples()
    return row.events, row.activities


@each_kind
def test_what_is_hidden_is_counted(kind: str, engines_of: dict[str, Any]) -> None:
    engine, all_days = engines_of[kind], {"from": "2019-01-01", "to": "2027-12-31"}
    # later, before, nowhere, french and alone; within, and the part of later
    assert counted(engine, audience="public", **all_days) == (5, 2)
    assert counted(engine, audience="public", **all_days, unconfirmed="1") == (6, 3)
    assert counted(engine, audience="public") == (0, 1)
    # the gala carries climate for those inside alone
    autumn = {"from": "2024-10-01", "to": "2024-12-31", "audience": "public"}
    assert counted(engine, **autumn, theme="climate") == (1, 1)
    assert counted(engine) == counted(engines_of["plain"], audience="public") == (0, 0)


@each_kind
def test_shown_and_not_shown_are_all(kind: str, engines_of: dict[str, Any]) -> None:
    engine = engines_of[kind]
    for link, wide in itertools.product(LINKS, ("0", "1")):
        asked = {"from": "2019-01-01", "to": "2030-12-31", **link, "unconfirmed": wide}
        inside, public = (
            next(asking.ask(engine, "headline", values(engine, given)).itertuples())
            for given in (asked, {**asked, "audience": "public"})
        )
        missing = counted(engine, **asked, audience="public")
        assert inside.events - public.events == missing[0]
        assert inside.activities - public.activities == missing[1]


def test_a_row_says_who_may_see_it(engines_of: dict[str, Any]) -> None:
    told = {}
    for kind in AMONG:
        answer = asking.ask(engines_of[kind], "events", values(engines_of[kind], {}))
        row = answer[answer["event_id"] == "zyxel-later"].iloc[0]
        told[kind] = (row["visibility"], row["embargoed_until"])
    assert told["internal"] == told["both"] == ("internal", None)
    assert told["embargoed"] == ("embargoed", date(2026, 12, 3))


# The command line


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    def told(home: Path, *words: str) -> tuple[int, str, str]:
        monkeypatch.setenv("OUTREACH_HOME", str(home))
        status = command.main(words)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return told


ALL_DAYS = ("--from", "2019-01-01", "--to", "2027-12-31")


@each
def test_the_command_says_nothing_of_it(name: str, homes: dict[str, Path], tell: Any) -> None:
    for output in ("csv", "json", "table"):
        words = (name, "--audience", "public", "--format", output, *ALL_DAYS)
        status, out, err = tell(homes["internal"], *words)
        assert status == 0
        clean(out + err)
        assert "5 events not shown: internal or under embargo" in err


def test_the_command_says_the_count_beside_the_answer(homes: dict[str, Path], tell: Any) -> None:
    _, out, err = tell(homes["internal"], "headline", "--audience", "public", "--format", "json")
    assert len(json.loads(out)) == 1
    assert err.splitlines() == [
        "5 events not shown: internal or under embargo",
        "2 activities not shown: internal or under embargo",
    ]
    spring = ("--from", "2024-04-01", "--to", "2024-06-30")
    assert tell(homes["internal"], "headline", "--audience", "public", *spring)[2] == ""
    assert tell(homes["plain"], "headline", "--audience", "public")[2] == ""
    assert tell(homes["internal"], "headline")[2] == ""


def test_the_sql_printed_carries_the_day(homes: dict[str, Path], tell: Any) -> None:
    _, out, _ = tell(homes["internal"], "headline", "--audience", "public", "--sql")
    assert f"-- $shown_on = '{TODAY}'" in out


@each
def test_the_sql_explained_carries_the_day(name: str) -> None:
    chosen = Selection(date(2024, 1, 1), date(2024, 12, 31), audience="public")
    shown = questions.literal(name, chosen.values())
    assert "9999-12-31' AS DATE) <=" not in shown
    if "shown_on" in questions.parameters(name):
        assert f"'{TODAY}'" in shown


# What a server hides


def test_a_server_for_the_public_refuses_the_rest(
    homes: dict[str, Path], tell: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTREACH_AUDIENCE", "public")
    status, out, err = tell(homes["internal"], "events", "--audience", "internal")
    assert (status, out) == (2, "")
    assert "--audience: “internal” cannot be used. Known: public." in err
    _, out, _ = tell(homes["internal"], "events", "--format", "csv", *ALL_DAYS)
    clean(out)
    chosen = Selection(date(2019, 1, 1), date(2027, 12, 31), audience="internal")
    assert chosen.values()["shown_on"] == date.fromisoformat(TODAY)
    assert "audience" not in Selection(date(2024, 1, 1), date(2024, 1, 1)).link()


def test_a_server_whose_audience_means_nothing_answers_nothing(
    homes: dict[str, Path], tell: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTREACH_AUDIENCE", "publik")
    status, out, err = tell(homes["internal"], "events")
    assert (status, out) == (1, "")
    assert "publik" in err
    with pytest.raises(audience.WrongAudience):
        Selection(date(2024, 1, 1), date(2024, 1, 1), audience="internal").values()


def test_a_link_says_who_reads_only_where_it_must() -> None:
    day = date(2024, 1, 1)
    assert "audience" not in Selection(day, day).link()
    assert Selection(day, day, audience="public").link()["audience"] == "public"


def test_the_answer_holds_as_many_rows_as_it_counts(homes: dict[str, Path], tell: Any) -> None:
    for who in audience.AUDIENCES:
        words = ("--audience", who, "--format", "csv", *ALL_DAYS)
        _, rows, _ = tell(homes["internal"], "events", *words)
        _, head, _ = tell(homes["internal"], "headline", *words)
        (row,) = csv.DictReader(io.StringIO(head))
        assert len(list(csv.DictReader(io.StringIO(rows)))) == int(row["events"])
