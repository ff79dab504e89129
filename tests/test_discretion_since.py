"""What changed since a snapshot tells the public nothing that is hidden now, by any way out."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from dashboard import session
from dashboard.language import Language
from dashboard.look import look
from dashboard.reading import Reading, reading
from dashboard.widgets import changed, marks
from data import snapshots
from queries import asking, changes
from tests import test_discretion as given
from tests.records import COLUMNS, line
from tests.screen import served
from tests.test_discretion_on_screen import ALL, Heard

DAY = date.fromisoformat(given.TODAY)
WHOLE = {"from": "2019-01-01", "to": "2027-12-31"}
INTERNAL = {"visibility": "internal"}
PLAIN = {"event_id": "plain", "title_en": "Plain talk", "title_fr": "Propos", "themes": "smes"}
MOVED = PLAIN | {"event_id": "moved", "title_en": "Moved", "parent_event_id": "zyxel-later"}
WENT = PLAIN | {"event_id": "went", "title_en": "Went", "parent_event_id": "zyxel-later"}
SOURCED = PLAIN | {"event_id": "sourced", "title_en": "Sourced"}
SECRET = given.EVENT | {"event_id": "zyxel-later"}
AGAIN = given.EVENT | given.EARLY | {"event_id": "zyxel-before"}
SHOWN = [
    *(SECRET, AGAIN, MOVED, WENT),
    PLAIN | {"partners": "quokka;oecd", "projects": "kiwano"},
]
# Some of it is hidden, and bears the names that what is shown bore.
HIDDEN = [
    *(SECRET | INTERNAL, AGAIN | INTERNAL | {"event_id": "zyxel-again"}, SOURCED),
    PLAIN | {"partners": "oecd", "start_date": "2024-11-19"},
    MOVED | {"parent_event_id": "gala-2024"},
]
ALONE = AGAIN | INTERNAL | {"event_id": "zyxel-alone"}
States = list[tuple[list[dict[str, str]], dict[str, str]]]
HOMES: dict[str, States] = {
    "hidden since": [(SHOWN, SOURCED), (HIDDEN, ALONE)],
    "gone since": [(HIDDEN, ALONE), (HIDDEN[2:4], ALONE | {"themes": "smes"})],
    "shown since": [(HIDDEN, ALONE), (SHOWN, SOURCED)],
}
LINK = {**WHOLE, "partner": "quokka,oecd"}
each_home = pytest.mark.parametrize("name", ["hidden since", "gone since"])


def build(folder: Path, rows: list[dict[str, str]], other: dict[str, str]) -> None:
    """The tiny record with further rows, and one of a source of its own."""
    record = given.extended(folder, [line(**row) for row in rows])
    given.append(folder / "vocabulary/partners.csv", "quokka,Quokka,,,,other,,")
    given.append(folder / "vocabulary/projects.csv", "kiwano,Kiwano,Kiwano")
    record.add(f"{COLUMNS}\n{line(**other)}\n", source="zyxel")
    assert not record.build().refused


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Where a record is frozen as `then` and built again otherwise."""
    folder = tmp_path_factory.mktemp("since")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_TODAY", given.TODAY)
        for name, ((rows, other), (later, besides)) in HOMES.items():
            patch.setenv("OUTREACH_HOME", str(folder / name))
            build(folder / f"then {name}", rows, other)
            snapshots.freeze("then", DAY, LINK)
            build(folder / f"now {name}", later, besides)
    return {name: folder / name for name in HOMES}


@pytest.fixture(autouse=True)
def outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTREACH_TODAY", given.TODAY)
    monkeypatch.delenv("OUTREACH_AUDIENCE", raising=False)


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    def told(home: Path, *words: str) -> tuple[int, str, str]:
        monkeypatch.setenv("OUTREACH_HOME", str(home))
        status = changes.main(["then", *words])
        return status, *capsys.readouterr()

    return told


# The command


@each_home
@pytest.mark.parametrize("form", ["table", "csv", "json"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_command_names_nothing(
    homes: dict[str, Path], command: Any, name: str, form: str, language: str
) -> None:
    words = ("--audience", "public", "--format", form, "--lang", language)
    status, out, err = command(homes[name], *words)
    assert status == 0
    given.clean(out + err)
    assert "not shown: internal or under embargo" in err
    assert "compared for" in err


def test_the_command_says_a_column_and_what_is_hidden_in_words(
    homes: dict[str, Path], command: Any
) -> None:
    _, out, _ = command(homes["hidden since"], "--audience", "public", "--format", "json")
    rows = {row["event_id"]: row for row in json.loads(out)}
    assert sorted(rows["plain"]["edits"].split("; ")) == [
        "First day: 2024-11-20 → 2024-11-19",
        "Partners: oecd;not shown → oecd",
        "Projects: not shown → —",
    ]
    assert "Part of the event: not shown → gala-2024" in rows["moved"]["edits"]
    assert rows["sourced"]["edits"] == "Source: not shown → recaps"
    assert rows["went"]["parent_event_id"] == "not shown"
    assert [row["kind"] for row in json.loads(out)].count("hidden") == 2


def test_the_command_tells_those_inside_all_of_it(homes: dict[str, Path], command: Any) -> None:
    """Else the tests above would prove nothing."""
    _, out, _ = command(homes["hidden since"], "--format", "csv")
    assert all(word in out for word in ("zyxel-later", "quokka", "kiwano", "Source: zyxel"))
    assert "Visibility: public → internal" in out
    assert "not shown" not in out


def test_the_command_names_to_the_public_what_is_shown_since(
    homes: dict[str, Path], command: Any
) -> None:
    _, out, _ = command(homes["shown since"], "--audience", "public", "--format", "csv")
    assert all(word in out for word in ("zyxel-later", "Partners: oecd → oecd;quokka"))
    assert "not shown" not in out


def test_what_cannot_be_used_is_not_answered_with_what_is_hidden(
    homes: dict[str, Path], command: Any
) -> None:
    words = ("--audience", "public", "--partner")
    status, out, err = command(homes["hidden since"], *words, "nothing")
    assert (status, out) == (2, "")
    assert "Known: " in err
    given.clean(err)
    assert command(homes["hidden since"], *words, "quokka")[0] == 2
    assert command(homes["hidden since"], "--partner", "quokka")[0] == 0


# The page


def reader(home: Path, language: str, audience: str, patch: pytest.MonkeyPatch) -> Reading:
    patch.setenv("OUTREACH_HOME", str(home))
    engine = asking.connect()
    link = {**WHOLE, "audience": audience}
    return reading(engine, asking.read(engine, link)[0], look(language=Language(language)))


@each_home
@pytest.mark.parametrize("language, word", [("en", "not shown"), ("fr", "non montré")])
def test_the_page_names_nothing(
    homes: dict[str, Path], name: str, language: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = reader(homes[name], language, "public", monkeypatch)
    told = str(changed.since(snapshots.read("then"), asking.connect(), read))
    given.clean(told)
    assert (word in told) == (name == "hidden since")


@pytest.mark.parametrize(
    "name, audience, opens",
    [
        ("hidden since", "public", False),
        ("hidden since", "internal", True),
        ("gone since", "public", True),
        ("shown since", "public", True),
    ],
)
def test_no_figure_of_then_opens_what_is_hidden_now(
    homes: dict[str, Path], name: str, audience: str, opens: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = reader(homes[name], "en", audience, monkeypatch)
    told = changed.since(snapshots.read("then"), asking.connect(), read)
    assert ("measure=events;of=snapshot" in str(told)) == opens
    monkeypatch.setattr(session, "link", lambda: {"since": "then"})
    within = marks.within({"measure": "events", "of": "snapshot"}, read)
    assert (within is not read) == opens
    if not opens:
        given.clean(within.ask("events").to_csv())


def test_a_name_alone_that_is_hidden_since_closes_the_rows_of_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a row that was withdrawn and carried it."""
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path))
    build(tmp_path / "then", [PLAIN | {"partners": "quokka"}], SOURCED)
    snapshots.freeze("then", DAY, LINK)
    build(tmp_path / "now", [SECRET | INTERNAL], SOURCED)
    read = reader(tmp_path, "en", "public", monkeypatch)
    assert not marks.open_still(snapshots.read("then"), read)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_message_to_the_public_names_anything(
    browser: Browser, homes: dict[str, Path], language: str
) -> None:
    with served(homes["hidden since"]) as address:
        told = {}
        for audience in ("public", "internal"):
            heard = Heard(browser, address)
            page = heard.watched.open(
                f"/snapshots?lang={language}&since=then&audience={audience}&{ALL}"
            )
            assert page.locator("[data-mark='measure=events']").is_visible()
            told[audience] = heard.text()
            assert heard.watched.errors == []
            page.context.close()
        given.clean(told["public"])
        assert "quokka" in told["internal"]
