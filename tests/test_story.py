"""The story: every figure of every sentence is counted again from the rows that its mark opens."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings

from dashboard import look as looks
from dashboard.language import Language
from dashboard.look import Look, unmarked
from dashboard.reading import Reading
from dashboard.story import __main__ as story_command
from dashboard.story import checking, recounting, template
from dashboard.story.plan import STORIES, StoryError, load
from dashboard.story.recounting import recounted
from dashboard.story.screen import Screen
from dashboard.story.telling import tell
from dashboard.story.template import Value
from dashboard.tabled import alternative
from data import afterwards, build
from queries import asking, engines
from queries.engines import Engine
from queries.selection import Selection
from tests.screen import ROOT
from tests.test_oracle import read as linked
from tests.test_oracle import selections

TODAY = "2025-11-23"
EN, FR = (looks.look("light", Language(code)) for code in ("en", "fr"))
TOLD = settings(
    max_examples=12,
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
Q4 = {"from": "2024-10-01", "to": "2024-12-31"}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The real record, built once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setenv("OUTREACH_TODAY", TODAY)
        engine = engines.connect(asking.url_of(build.build().file))
        yield engine
        engine.close()


def read(engine: Engine, link: dict[str, str], look: Look = EN) -> Reading:
    return remembering(engine, linked(link), look)


def remembering(engine: Engine, chosen: Selection, look: Look) -> Reading:
    """A reading that asks each question once, as the screen's does."""
    known: dict[tuple[object, ...], pd.DataFrame] = {}

    def answers(name: str, values: Mapping[str, object]) -> pd.DataFrame:
        key = (name, *values.items())
        if key not in known:
            known[key] = asking.ask(engine, name, values)
        return known[key]

    return Reading(answers, chosen, look)


# Every figure counted again: from the rows behind its mark, never by the same aggregate


def check_told(screens: list[Screen]) -> None:
    for screen in screens:
        for claim in screen.claims:
            assert claim.mark, screen.sentence
            assert claim.value == recounted(claim.mark, screen.reading), screen.sentence
        for mark, (_, n) in zip(screen.marks, screen.table.itertuples(index=False), strict=False):
            assert n == recounted(mark, screen.reading), (screen.name, mark)


LEADS = re.compile(r"\bcomes? first|\ben tête|carried most often|les? plus présents?")


def check_leads(screens: list[Screen]) -> None:
    """Whatever is told as a lead is larger than every other bar that is drawn."""
    for screen in screens:
        if screen.chart and LEADS.search(unmarked(screen.sentence)):
            column = screen.question.removeprefix("events_by_")
            bars = dict(zip(screen.answer[column], screen.answer["events"], strict=True))
            led = {
                claim.mark.split("=")[1] for claim in screen.claims if is_of(claim.mark, column)
            } - {"not_recorded"}
            others = [n for name, n in bars.items() if name not in led]
            assert min(bars[name] for name in led) > max(others, default=0), screen.sentence
            assert max(others, default=0) > 0 or column != "theme", screen.sentence


def is_of(mark: str, column: str) -> bool:
    return mark.startswith(f"{column}=")


@given(selections())
@example(linked({}))
@example(linked(Q4))
@example(linked({"format": "online"}))
@example(linked({**Q4, "theme": "equality"}))
@example(linked({**Q4, "theme": "smes"}))
@example(linked({**Q4, "calendar": "fiscal", "unconfirmed": "1"}))
@example(linked({"from": "2021-01-01", "to": "2021-12-31"}))
@TOLD
def test_every_figure_of_every_sentence_is_as_many_rows(engine: Engine, chosen: Selection) -> None:
    here = remembering(engine, chosen, EN)
    told = [tell(load(), replace(here, look=look)) for look in (EN, FR)]
    for screens, skipped in told:
        check_told(screens)
        check_leads(screens)
        assert [one for one in skipped if "{" in one.reason or "the log" in one.reason] == []
    english, french = ([(s.name, sorted(map(repr, s.claims))) for s in told[n][0]] for n in (0, 1))
    assert [name for name, _ in english] == [name for name, _ in french]


@given(selections())
@example(linked({}))
@TOLD
def test_every_sentence_is_whole(engine: Engine, chosen: Selection) -> None:
    here = remembering(engine, chosen, EN)
    for look in (EN, FR):
        for screen in tell(load(), replace(here, look=look))[0]:
            plain = unmarked(screen.sentence)
            assert not re.search(r"[{}|#⟦⟧]|\bnan\b", plain), plain
            assert all((screen.heading, screen.note, screen.banner, screen.foot, screen.notes))
            assert all(unmarked(line).endswith(".") for line in screen.foot), screen.foot
            assert screen.claims or screen.sentence == drawn(screen) or screen.name == "unknown"


def drawn(screen: Screen) -> str:
    """What the chart says by itself."""
    return screen.chart.say(screen.answer, screen.reading.look) if screen.chart else ""


def test_the_default_story_covers_the_meeting(engine: Engine) -> None:
    screens, skipped = tell(load(), read(engine, {}))
    assert [screen.name for screen in screens] == [
        *("glance", "quarters", "themes", "regions", "partners", "events", "unknown")
    ]
    assert skipped == []


def test_a_sentence_falls_silent_where_little_is_known(engine: Engine) -> None:
    screens, skipped = tell(load(), read(engine, {"from": "2021-01-01", "to": "2021-12-31"}))
    assert [screen.name for screen in screens] == ["unknown"]
    assert len(skipped) == 6
    assert skipped[0].reason == "It selects nothing: 2021."
    one, _ = tell(load(), read(engine, {**Q4, "theme": "climate", "to": "2024-12-31"}, FR))
    assert "1 événements" not in " ".join(screen.sentence for screen in one)


# Selections without an event, and what is said of each.
EMPTY = [
    ({"from": "2021-01-01", "to": "2021-12-31"}, "none of its 4 quarters has a recap"),
    ({"from": "2021-01-01", "to": "2021-03-31"}, "its quarter has no recap"),
    ({"from": "2023-10-01", "to": "2023-12-31"}, "its quarter is recorded only in part"),
    ({**Q4, "theme": "climate"}, "although its quarter is recorded in full"),
    ({"theme": "smes", "region": "asia"}, "14 have no recap and 6 are recorded in part"),
    ({"from": "1950-01-01", "to": "1950-02-01"}, "which lies outside the record"),
]


@pytest.mark.parametrize("link, why", EMPTY, ids=str)
def test_a_selection_without_an_event_says_so(
    engine: Engine, link: dict[str, str], why: str
) -> None:
    (screen,), skipped = tell(load(), read(engine, link))
    said = unmarked(screen.sentence)
    assert said.startswith("No event is recorded in this selection")
    assert said.endswith(why)
    assert len(skipped) == 6
    (french,), _ = tell(load(), read(engine, link, FR))
    assert unmarked(french.sentence).startswith("Aucun événement n’est consigné dans cette séle")


# What is said of one, of none and of all, and must not be.
AWKWARD = re.compile(
    r"\b1 of 1\b|1 événement sur 1\b|\bOf (\d+) quarters?, \1 |\bSur (\d+) trimestres?, \2 "
    r"|\b1 \S+ was met, all|\b1 .*\beach\b|\b1 .*\bchacun\b|; 0 |\b0 partial|\b0 quarter"
)
FEW = [
    {"from": "2023-01-01", "to": "2023-12-31"},
    {"from": "2023-10-01", "to": "2023-12-31"},
    {"from": "2021-01-01", "to": "2021-12-31"},
    {"from": "2021-01-01", "to": "2021-03-31"},
    {"theme": "smes"},
    {"region": "asia"},
    {"region": "online"},
    {"from": "2025-01-01", "to": "2025-12-31", "partner": "mila"},
]


@pytest.mark.parametrize("link", FEW, ids=str)
@pytest.mark.parametrize("look", [EN, FR], ids=["en", "fr"])
def test_one_none_and_all_are_said_as_such(
    engine: Engine, link: dict[str, str], look: Look
) -> None:
    for screen in tell(load(), read(engine, link, look))[0]:
        for told in map(unmarked, (screen.sentence, *screen.foot)):
            assert not AWKWARD.search(told), told


def test_a_tie_or_a_few_themes_are_no_lead(engine: Engine) -> None:
    screens = {one.name: one for one in tell(load(), read(engine, {"format": "online"}))[0]}
    assert unmarked(screens["regions"].sentence) == "2 events: Québec (1) and Online (1)"
    few = {**Q4, "theme": "equality"}
    screens = {one.name: one for one in tell(load(), read(engine, few))[0]}
    assert unmarked(screens["themes"].sentence) == "All 2 events carry the core theme Equality"


def test_a_foot_does_not_repeat_its_title(engine: Engine) -> None:
    screens = {one.name: one for one in tell(load(), read(engine, {"theme": "climate"}))[0]}
    assert "Climate\u00a0(5)" in unmarked(screens["themes"].sentence)
    assert "Most often" not in " ".join(screens["themes"].foot)
    screens = {one.name: one for one in tell(load(), read(engine, {}))[0]}
    assert "6 have no recorded place" in unmarked(screens["regions"].sentence)
    assert "no recorded place" not in " ".join(screens["regions"].foot)


@pytest.mark.parametrize("look, colon", [(EN, ": "), (FR, "\u00a0: ")], ids=["en", "fr"])
def test_an_alternative_in_words_has_its_language_s_colon(
    engine: Engine, look: Look, colon: str
) -> None:
    for screen in tell(load(), read(engine, Q4, look))[0]:
        told = alternative(unmarked(screen.sentence), screen.table, look)
        rows = re.sub(r"^.*(Figures|Chiffres)\s?: ", "", told).removesuffix(".").split("; ")
        assert [row for row in rows if len(row.split(colon, 1)) != 2 or row.endswith(":")] == []


# Typography


def test_french_texts_of_the_story_do_not_break_at_their_signs() -> None:
    text = (STORIES / "default.toml").read_text("utf-8")
    told = [line for line in text.splitlines() if not line.startswith("#")]
    assert "«\u00a0" in text
    assert [line for line in told if re.search("« | »| :", line)] == []


def test_a_fiscal_year_is_not_broken_over_two_lines(engine: Engine) -> None:
    link = {"from": "2024-04-01", "to": "2025-03-31", "calendar": "fiscal"}
    screens = {one.name: one for one in tell(load(), read(engine, link, FR))[0]}
    said = unmarked(screens["quarters"].sentence)
    assert re.search("T[1-4]\u00a02024\u20112025", said), said
    assert "2024-2025" not in said
    check_told(list(screens.values()))


# Templates


@pytest.mark.parametrize(
    "look, n, told",
    [
        (EN, 0, "0 events"),
        (EN, 1, "1 event"),
        (EN, 1200, "1,200 events"),
        (FR, 0, "0 event"),
        (FR, 1, "1 event"),
        (FR, 2, "2 events"),
    ],
)
def test_a_template_agrees_in_number(look: Look, n: int, told: str) -> None:
    assert template.filled("{x|# event|# events}", {"x": Value(n, "measure=events")}, look) == told


def test_a_template_has_a_form_for_exactly_none() -> None:
    words = "{x|0=aucun n’est revenu|# est revenu|# sont revenus}"
    told = [template.filled(words, {"x": Value(n)}, FR) for n in (0, 1, 3)]
    assert told == ["aucun n’est revenu", "1 est revenu", "3 sont revenus"]


@pytest.mark.parametrize(
    "words", ["{x.__class__}", "{x!r}", "{x:>9}", "{0}", "{x|one}", "a } b", "{x|{y}|b}"]
)
def test_a_template_runs_no_code(words: str) -> None:
    assert list(template.faults(words))


# What is wrong with a story is said before the meeting


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = (STORIES / "default.toml").read_text("utf-8")
    assert old in text
    file = tmp_path / "ours.toml"
    file.write_text(text.replace(old, new, 1), "utf-8")
    return file


THEMES = 'name = "themes"\n'
FR_COUNTRIES = "{countries|# pays|# pays}"
LAPSED = 'lapsed = { where = { standing = "lapsed" }'
UNRECORDED = 'unrecorded = { where = { coverage = "none" }'
ALIKE, NONE = "rows=quarters;coverage=partial", "rows=quarters;coverage=none"
GLANCE = '[[screen]]\nname = "glance"'
# What is written in place of what, and the field and the value that the problem names.
SPOILT = [
    ('question = "events_by_theme"', 'question = "nothing"', "question", "nothing"),
    ('measure = "countries"', 'measure = "lands"', "countries", "lands"),
    ('measure = "partners"\n', 'measure = "friends"\n', "measure", "friends"),
    ('theme = ["not none"] }, top', 'theme = ["not paix"] }, top', "leading", "paix"),
    ("{countries|# country|# countries}", "{lands}", "sentence 1.en", "{lands}"),
    (FR_COUNTRIES, "{lands}", "sentence 1.fr", "{lands}"),
    (FR_COUNTRIES, "{countries|# pays}", "sentence 1.fr", "{countries|# pays}"),
    ('fr = "La période en bref"', 'de = "Kurz"', "heading", "fr"),
    ("at_least = { events = 4,", "at_least = { happenings = 4,", "sentence 3", "happenings"),
    ('mark = "quarter={quarter}"', 'mark = "quarter={id}"', "leading", "id"),
    ('figure = "new"', 'figure = "news"', "row 4", "news"),
    (THEMES, THEMES + 'colour = "red"\n', "colour", "colour"),
    (THEMES, 'name = "glance"\n', "name", "glance"),
    (THEMES, THEMES + 'selection = { theme = ["paix"] }\n', "selection.theme", "paix"),
    (THEMES, THEMES + 'selection = { topic = "x" }\n', "selection.topic", "x"),
    (THEMES, THEMES + 'selection = { from = "soon" }\n', "selection.from", "soon"),
    (THEMES, THEMES + 'selection = { period = "now" }\n', "selection.period", "now"),
    (LAPSED, LAPSED.replace('"lapsed"', '"lost"'), "lapsed", "lost"),
    (UNRECORDED, UNRECORDED.replace('"none"', '"nonee"'), "unrecorded", "nonee"),
    ('mark = "region=not_recorded"', 'mark = "region=atlantis"', "unplaced", "region=atlantis"),
    ('mark = "region={region}"', 'mark = "land={region}"', "leading", "land={region}"),
    ('"rows=quarters" }', '"rows=quarter" }', "quarters", "rows=quarter"),
    ("rows=quarters;coverage=complete", ALIKE, "complete", "coverage=partial"),
    ('events = "not 0"', 'events = "not none"', "busy", "none"),
    ('theme = ["not none"] }, top', 'core = ["yes"] }, top', "leading", "yes"),
    ('where = { coverage = "none" }, mark = "rows=q', 'mark = "rows=q', "unrecorded", NONE),
    ('column = "events", top = 2', 'column = "approximate", top = 2', "leading", "quarter=2023-Q3"),
    (', mark = "rows=quarters;coverage=none" }', " }", "unrecorded", "mark"),
    ("always = true\n", "alwais = true\n", "alwais", "alwais"),
    ("always = true\n", 'always = "yes"\n', "always", "yes"),
    ("lapsed = { where", "lapsed = { wher", "figures.lapsed", "wher"),
    ("top = 2", "tops = 2", "lists.leading", "tops"),
    ("at_least = { events = 4", "at_leest = { events = 4", "sentence 3", "at_leest"),
    ("at_least = { events = 4", 'at_least = { events = "4"', "sentence 3.at_least.events", "4"),
    ('figure = "new"', 'figure = "new"\nfigur = "x"', "row 4", "figur"),
    (GLANCE, f"titel = 1\n{GLANCE}", "titel", "titel"),
    ('en = "By theme"', 'en = "By theme", fe = "x"', "heading", "fe"),
]


@pytest.mark.parametrize("old, new, place, value", SPOILT)
def test_a_problem_is_named_with_its_place(
    engine: Engine, tmp_path: Path, old: str, new: str, place: str, value: str
) -> None:
    story = load(changed(tmp_path, old, new))
    found = checking.problems(story, read(engine, {}))
    assert (place, value) in [(one.field, one.value) for one in found]
    line = checking.sentence(story.file, found[0], EN)
    assert line.startswith("ours.toml, screen “" if found[0].screen else "ours.toml, ")
    screens, skipped = tell(story, read(engine, {}, FR))
    assert len(screens) >= 5 + (place == "name")
    assert all("ours.toml" in one.reason for one in skipped)


def test_a_screen_may_replace_the_reader_s_selection(engine: Engine, tmp_path: Path) -> None:
    own = 'name = "themes"\nselection = { period = "record", theme = ["smes"] }\n'
    screens, _ = tell(load(changed(tmp_path, 'name = "themes"\n', own)), read(engine, Q4))
    found = {screen.name: screen.reading.chosen for screen in screens}
    assert found["themes"].theme == ("smes",)
    assert found["themes"].first_day.year == 2020
    assert found["regions"].theme == ()
    assert found["regions"].first_day.year == 2024
    check_told(screens)


# What is written in a file, the line that is at fault, and what is said of it in each language.
BROKEN = [
    ("[[screen]\n", 1, "leaves a bracket open", "laisse un crochet ouvert"),
    ('[[screen]]\nname = "a\n', 2, "lacks a quotation mark", "n’a pas tous ses guillemets"),
    ("[[screen]]\nname = a\n", 2, "has no usable value", "n’a pas de valeur utilisable"),
    ('name "x"\n', 1, "lacks an equals sign", "n’a pas de signe égal"),
    ("x = 1\nx = 2\n", 2, "named before", "déjà nommé"),
    ("a = [1,\n2\n", 2, "leaves a bracket open", "laisse un crochet ouvert"),
    ('a = "b" c\n', 1, "goes on after its value", "continue après sa valeur"),
    ("= 3\n", 1, "is not written as TOML", "n’est pas écrit en TOML"),
]


@pytest.mark.parametrize("text, line, english, french", BROKEN)
def test_a_file_that_is_no_toml_is_told_by_its_line(
    tmp_path: Path, text: str, line: int, english: str, french: str
) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(StoryError) as raised:
        load(file)
    told = raised.value.said(Language("fr"))
    assert str(raised.value).startswith(f"{file}, line {line}: “")
    assert english in str(raised.value)
    assert told.startswith(f"{file}, ligne {line}\u00a0: «\u00a0")
    assert french in told
    assert "(at " not in str(raised.value)


def test_a_story_that_is_not_there_or_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(StoryError, match="no story “nowhere”.* holds default"):
        load("nowhere")
    with pytest.raises(StoryError, match="is a folder") as raised:
        load(tmp_path)
    assert "Errno" not in str(raised.value)
    assert "est un dossier" in raised.value.said(Language("fr"))
    (tmp_path / "bare.toml").write_text("screen = 3\n")
    with pytest.raises(StoryError, match=r"bare.toml: a screen begins with \[\[screen\]\]"):
        load(tmp_path / "bare.toml")
    (tmp_path / "latin.toml").write_bytes('a = 1\nb = "é"\n'.encode("latin-1"))
    with pytest.raises(StoryError, match="latin.toml, line 2: a letter is not written in UTF-8"):
        load(tmp_path / "latin.toml")
    (tmp_path / "marked.toml").write_text('[[screen]]\nname = "x"\n', "utf-8-sig")
    assert load(tmp_path / "marked.toml").screens[0].name == "x"


def test_the_setting_names_a_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(STORIES / "default.toml", tmp_path / "mine.toml")
    monkeypatch.setenv("OUTREACH_STORY", str(tmp_path / "mine.toml"))
    assert load().file == tmp_path / "mine.toml"
    monkeypatch.setenv("OUTREACH_STORY", "default")
    assert load().file == STORIES / "default.toml"


def command(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "OUTREACH_HOME": str(home), "OUTREACH_TODAY": TODAY}
    return subprocess.run(
        [sys.executable, "-m", "dashboard.story", "check", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_checks_a_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path))
    assert "warehouse" in command(tmp_path).stderr
    build.build()
    assert command(tmp_path, "--from", "2024-10-01", "--to", "2024-12-31").returncode == 0
    file = changed(tmp_path, 'question = "events_by_theme"', 'question = "nothing"')
    wrong = command(tmp_path, str(file))
    assert wrong.returncode == 1
    assert "ours.toml, screen “themes”, question: “nothing” is no question" in wrong.stderr
    empty = command(tmp_path, "--from", "2021-01-01", "--to", "2021-03-31")
    assert empty.returncode == 1
    assert "selects nothing" in empty.stderr
    assert command(tmp_path, "--theme", "nope").returncode == 2
    french = command(tmp_path, "nix", "--lang", "fr")
    assert (french.returncode, french.stderr[:27]) == (1, "Il n’y a pas de récit «\u00a0nix")


def test_a_build_says_what_is_wrong_with_the_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path))
    file = changed(tmp_path, 'question = "events_by_theme"', 'question = "nothing"')
    monkeypatch.setenv("OUTREACH_STORY", str(file))
    assert build.main([]) == 0
    complaint = "warning: ours.toml, screen “themes”, question: “nothing” is no question"
    assert complaint in capsys.readouterr().err.splitlines()
    monkeypatch.setenv("OUTREACH_STORY", "default")
    assert build.main([]) == 0
    assert "default.toml" not in capsys.readouterr().err


def test_a_check_that_breaks_down_spoils_no_build(tmp_path: Path) -> None:
    file = tmp_path / "afterwards.toml"
    file.write_text('commands = ["dashboard.nowhere check", "dashboard.story check nix"]\n')
    first, *others = afterwards.complaints(file)
    assert first.startswith("warning: python -m dashboard.nowhere check cannot be run: ")
    assert [line[:36] for line in others] == ["warning: There is no story “nix”: it"]


def test_a_board_is_checked_and_frozen_for_the_public_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path))
    build.build()
    for words in (["check"], ["freeze", "meeting"]):
        assert story_command.main([*words, "--audience", "internal"]) == 2
        assert "--audience: “internal” cannot be used" in capsys.readouterr().err
    assert story_command.main(["check", "--lang", "de"]) == 2
    assert story_command.main(["check", "--audience", "public"]) == 0
    assert list(tmp_path.glob("snapshots/*")) == []


def test_a_figure_that_one_language_lacks_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path))
    build.build()
    text = (STORIES / "default.toml").read_text("utf-8")
    french = 'fr = "Le registre compte {events|# événement|# événements}, sans partenaire consigné"'
    assert french in text
    copy = tmp_path / "copy.toml"
    copy.write_text(text.replace(french, 'fr = "Le registre compte des événements"'), "utf-8")
    assert story_command.main(["check", str(copy)]) == 1
    said = capsys.readouterr().err
    assert "“{events}” is missing in this language" in said
    assert "sentence 3.fr" in said
    assert story_command.main(["check"]) == 0
    assert "nothing wrong" in capsys.readouterr().out


def test_what_opens_very_many_rows_is_not_read_and_that_is_said(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read = remembering(engine, Selection(*asking.whole(engine, date.max)), looks.look())
    assert recounted("measure=events", read) == 24
    monkeypatch.setattr(recounting, "MOST", 5)
    read = remembering(engine, read.chosen, looks.look())
    for mark in ("measure=events", "measure=activities", "measure=partners", "measure=unconfirmed"):
        assert recounted(mark, read) is None
    assert recounted("quarter=2024-Q4", read.of(replace(read.chosen, theme=("smes",)))) == 1
    monkeypatch.setattr(story_command, "MOST", 5)
    assert story_command.checked(load(), read) == 0
    assert "Figures of more than 5 rows were not counted again" in capsys.readouterr().out
