"""Charts are functions of an answer: what they draw, what they say, what they admit."""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from itertools import combinations
from math import sqrt
from types import ModuleType
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import look as looks
from dashboard import tabled
from dashboard.charts import squares, style
from dashboard.language import Language
from dashboard.look import LOOKS, MARKED, Look
from dashboard.rows import numeric
from data import build
from queries import asking, engines, memory
from queries.selection import Selection

# Each chart, and the columns of a row that make up its mark.
CHARTS = {
    "events_by_combination": ("combination",),
    "events_by_country": ("country",),
    "events_by_partner": ("partner",),
    "events_by_partner_and_year": ("partner", "year"),
    "events_by_quarter": ("quarter",),
    "events_by_region": ("region",),
    "events_by_theme": ("theme",),
    "events_by_theme_and_quarter": ("theme", "quarter"),
    "events_by_theme_and_region": ("theme", "region"),
    "partners_by_standing": ("partner",),
}
LANGUAGES = [Language("en"), Language("fr")]
EN, FR = (looks.look("light", language) for language in LANGUAGES)
LOOK_OF = {
    f"{language.code}-{mode}": looks.look(mode, language)
    for language in LANGUAGES
    for mode in ("light", "dark")
}
STRANGE = ["<b>Bold</b> & Co", "<script>alert(1)</script>", "مركز القانون", "🎪 Fête", "{n} %s"]
DRAWN = settings(max_examples=200, deadline=None, derandomize="CI" in os.environ)

Row = dict[str, object]
each = pytest.mark.parametrize("name", CHARTS)
every_look = pytest.mark.parametrize("look", LOOK_OF.values(), ids=LOOK_OF)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, pd.DataFrame]]:
    """What the real record answers to each chart's question."""
    whole = Selection(date(2020, 10, 1), date(2025, 12, 31))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setenv("OUTREACH_TODAY", "2025-11-23")
        engine = engines.connect(asking.url_of(build.build().file))
        yield {name: asking.ask(engine, name, whole.values()) for name in CHARTS}
        engine.close()


def chart(name: str) -> ModuleType:
    return import_module(f"dashboard.charts.{name}")


def as_table(name: str, answer: pd.DataFrame, look: Look = EN) -> pd.DataFrame:
    return pd.DataFrame(chart(name).table(answer, look))


def made(answer: pd.DataFrame, rows: list[Row]) -> pd.DataFrame:
    """A frame of an answer's columns; what a row does not say is as in the answer's first."""
    first = {str(name): value for name, value in answer.iloc[0].items()}
    return pd.DataFrame([first | row for row in rows], columns=answer.columns)


def numbered(figure: dict[str, Any]) -> dict[str, int]:
    """The number of each mark, by what the mark opens."""
    return {
        mark: int(str(number).replace("\u00a0", "").replace(",", ""))
        for trace in figure["data"]
        for mark, number in zip(trace["customdata"], figures(trace), strict=True)
    }


def figures(trace: dict[str, Any]) -> list[Any]:
    if trace["type"] != "bar":
        return list(trace["text"])
    return list(trace["x"] if trace.get("orientation") == "h" else trace["y"])


def expected(name: str, answer: pd.DataFrame) -> dict[str, int]:
    shown = answer[answer[CHARTS[name][0]].notna()]
    return {
        ";".join(f"{column}={row[column]}" for column in CHARTS[name]): int(row["events"])
        for _, row in shown.iterrows()
    }


def check_drawn(figure: dict[str, Any]) -> None:
    """Plotly takes the figure, on a wide page and on a phone."""
    narrow = figure["layout"].get("meta", {}).get("narrow", {})
    assert go.Figure(figure).data
    traces = [{**trace, **trace.get("meta", {}).get("narrow", {})} for trace in figure["data"]]
    assert go.Figure({"data": traces, "layout": {**figure["layout"], **narrow}}).data


def test_on_a_phone_a_sign_is_no_part_of_the_number_beside_it(
    answers: dict[str, pd.DataFrame],
) -> None:
    """Of many narrow columns, 2 beside 2≈ would read as 22≈."""
    (trace,) = chart("events_by_quarter").draw(answers["events_by_quarter"], EN)["data"]
    assert any(text.endswith("≈") for text in trace["text"])
    assert [text.rstrip("≈") for text in trace["text"]] == trace["meta"]["narrow"]["text"]


@each
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_count_said_opens_its_rows(
    name: str, language: Language, answers: dict[str, pd.DataFrame]
) -> None:
    """Beside marks, sentences and feet hold no number but those of quarters, years and rules."""
    reader = replace(looks.look("light", language), opens=True)
    module = chart(name)
    texts = [module.say(answers[name], reader), *module.foot(answers[name], reader)]
    assert re.search(MARKED, " ".join(texts)) or name == "events_by_theme_and_region"
    bare = [re.sub(MARKED, "", text) for text in texts]
    assert [text for text in bare if re.search(r"\d", re.sub(r"\b[QT]\d \d{4}\b", "", text))] == []


@each
def test_each_number_of_a_table_has_a_mark(name: str, answers: dict[str, pd.DataFrame]) -> None:
    table, opens = as_table(name, answers[name]), chart(name).opens(answers[name], EN)
    numeric = [column for column in table if pd.api.types.is_numeric_dtype(table[column])]
    assert numeric == list(opens)
    for column, marks in opens.items():
        assert len(marks) == len(table)
        assert all(mark for mark, n in zip(marks, table[column], strict=True) if n)


@each
@every_look
def test_the_real_record_is_drawn_with_its_numbers(
    name: str, look: Look, answers: dict[str, pd.DataFrame]
) -> None:
    figure = chart(name).draw(answers[name], look)
    check_drawn(figure)
    found, wanted = numbered(figure), expected(name, answers[name])
    assert found
    assert found.items() <= wanted.items() or name == "partners_by_standing"
    assert found == wanted or len(found) in (15, 30) or len(found) < len(answers[name])


@each
@every_look
def test_all_that_is_said_is_said(name: str, look: Look, answers: dict[str, pd.DataFrame]) -> None:
    """A sentence, a note, a table of every row, notes: no blank left, nothing empty."""
    answer, module = answers[name], chart(name)
    words = [module.say(answer, look), module.note(answer, look), *module.foot(answer, look)]
    assert all(words)
    assert not [text for text in words if "{" in text or "nan" in text.split()]
    assert not module.say(answer, look).endswith(".")
    shown = as_table(name, answer, look)
    assert len(shown)
    assert shown.columns.is_unique
    assert not shown.isna().any().any()


@pytest.mark.parametrize("name", sorted(CHARTS.keys() & memory.ANSWERS))
def test_plain_columns_are_drawn_and_said_as_a_frame_is(
    name: str, answers: dict[str, pd.DataFrame]
) -> None:
    frame, module = answers[name], chart(name)
    columns = {
        str(key): column.to_numpy() if number else column.tolist()
        for (key, column), number in zip(frame.items(), numeric(frame), strict=True)
    }
    for function in (module.draw, module.say, module.note, module.opens, module.foot):
        assert function(columns, FR) == function(frame, FR)
    shown, wanted = module.table(columns, FR), module.table(frame, FR)
    assert tabled.columns(shown) == tabled.columns(pd.DataFrame(wanted))
    assert tabled.alternative("", shown, FR) == tabled.alternative("", pd.DataFrame(wanted), FR)


@each
def test_no_event_at_all(name: str, answers: dict[str, pd.DataFrame]) -> None:
    """Zeros where a question keeps its rows, and no row at all where it does not."""
    module, zero = chart(name), {"events": 0, "events_before": 0, "of_events": 0, "approximate": 0}
    zero |= {"without_country": 0}
    zero |= {"with_theme": 0, "with_partner": 0, "pairs": 0, "with_several": 0}
    kept = name in {f"events_by_{n}" for n in ("quarter", "region", "theme", "theme_and_quarter")}
    columns = {key: value for key, value in zero.items() if key in answers[name]}
    answer = answers[name].assign(**columns) if kept else answers[name].head(0)
    for look in (EN, FR):
        assert module.say(answer, look)
        assert "0" not in module.say(answer, look)
        assert module.table(answer, look) is not None
        assert isinstance(module.foot(answer, look), list)


@each
def test_one_row(name: str, answers: dict[str, pd.DataFrame]) -> None:
    row = {"events": 1, "of_events": 1, "with_theme": 1, "with_partner": 1, "with_several": 0}
    row |= {"pairs": 1, "approximate": 0, "without_country": 0}
    columns = {key: value for key, value in row.items() if key in answers[name]}
    answer = made(answers[name], [columns])
    figure = chart(name).draw(answer, EN)
    check_drawn(figure)
    assert set(numbered(figure).values()) == {1}
    for look, wrong in ((EN, "1 events"), (FR, "1 événements")):
        said = [chart(name).say(answer, look), *chart(name).foot(answer, look)]
        assert not [text for text in said if wrong in text]


@each
def test_strange_names_are_drawn_as_they_are_written(
    name: str, answers: dict[str, pd.DataFrame]
) -> None:
    """Plotly reads tags in its texts: a name is no tag."""
    figure = chart(name).draw(strange(name, answers[name]), EN)
    check_drawn(figure)
    texts = [text for trace in figure["data"] for text in trace.get("hovertext", [])]
    assert len(texts) == len(STRANGE)
    assert not [text for text in texts if "<b>Bold</b> & Co" in text or "<script>" in text]


@each
def test_strange_names_are_said_and_listed_as_they_are_written(
    name: str, answers: dict[str, pd.DataFrame]
) -> None:
    answer = strange(name, answers[name])
    assert chart(name).say(answer, EN)
    told = as_table(name, answer).to_string()
    label = "quarter" if name == "events_by_quarter" else "label"
    assert all(text in told for text in STRANGE), label


def strange(name: str, answer: pd.DataFrame) -> pd.DataFrame:
    """As many rows as there are strange names, each with its own id."""
    rows: list[Row] = []
    for n, text in enumerate(STRANGE):
        row: Row = {"label_en": text, "label_fr": text, "events": n + 1}
        row |= {"acronym_en": None, "acronym_fr": None, "standing": "new"}
        row |= {CHARTS[name][0]: f"id-{n}"}
        rows.append({key: value for key, value in row.items() if key in answer})
    return made(answer, rows)


def test_a_thousand_partners(answers: dict[str, pd.DataFrame]) -> None:
    for name in ("events_by_partner", "events_by_partner_and_year", "partners_by_standing"):
        rows: list[Row] = [
            {"partner": f"p{n}", "label_en": f"Partner {n % 400}", "events": 1 + n % 7}
            for n in range(1000)
        ]
        answer = made(answers[name], rows)
        figure = chart(name).draw(answer, EN)
        check_drawn(figure)
        assert figure["layout"]["height"] <= 1500
        assert len(as_table(name, answer)) >= 400


@DRAWN
@given(st.lists(st.sampled_from(["A", "A (2)", "A (3)", "B", ""]) | st.text(max_size=3)))
def test_names_made_distinct_are_distinct(names: list[str]) -> None:
    found = style.distinct(names)
    assert len(set(found)) == len(names)
    assert all(new.startswith(old) for old, new in zip(names, found, strict=True))


@DRAWN
@given(st.text(max_size=120), st.integers(10, 60))
def test_a_shortened_name_is_no_longer_than_it_may_be(text: str, most: int) -> None:
    short = style.shortened(text, most)
    assert len(short) <= most
    assert short == text or short.endswith("…")


# What the record does not cover


@pytest.fixture
def four_quarters(answers: dict[str, pd.DataFrame]) -> pd.DataFrame:
    kinds = [("complete", False), ("partial", False), ("none", False), ("partial", True)]
    rows: list[Row] = [
        {"quarter": f"2024-Q{n}", "coverage": kind, "running": running, "events": 2}
        for n, (kind, running) in enumerate(kinds, start=1)
    ]
    return made(answers["events_by_quarter"], [row | {"approximate": 0} for row in rows])


def test_coverage_is_drawn(four_quarters: pd.DataFrame) -> None:
    figure = chart("events_by_quarter").draw(four_quarters, EN)
    shapes = figure["data"][0]["marker"]["pattern"]["shape"]
    assert (shapes[0], shapes[1], shapes[3]) == ("", "/", ".")
    (band,) = figure["layout"]["shapes"]
    assert (band["x0"], band["x1"], band["layer"]) == (1.5, 2.5, "below")
    assert band["fillcolor"] == EN.palette.band


def test_coverage_is_told(four_quarters: pd.DataFrame) -> None:
    foot = " ".join(chart("events_by_quarter").foot(four_quarters, EN))
    assert "Grey band: 1 quarter without a recap." in foot
    assert "Hatched: 1 quarter recorded in part." in foot
    assert "still runs" in foot
    assert "1 trimestre" in " ".join(chart("events_by_quarter").foot(four_quarters, FR))


def test_only_what_is_drawn_is_explained(four_quarters: pd.DataFrame) -> None:
    told = [
        " ".join(chart("events_by_quarter").foot(four_quarters.assign(events=events), EN))
        for events in ([2, 0, 0, 0], [2, 0, 1, 0], [2, 1, 0, 1])
    ]
    assert [("Hatched" in foot, "hollow" in foot, "Dotted" in foot) for foot in told] == [
        *((False, False, False), (False, True, False), (True, False, True))
    ]
    assert "One quarter still runs." in told[0]
    assert all("Grey band: 1 quarter without a recap." in foot for foot in told)


def test_only_drawn_panels_are_explained(answers: dict[str, pd.DataFrame]) -> None:
    answer = answers["events_by_theme_and_quarter"]
    for coverage, word in (("complete", ""), ("partial", "Hatched"), ("none", "Hollow")):
        foot = chart("events_by_theme_and_quarter").foot(answer.assign(coverage=coverage), EN)
        assert len(foot) == 1 + bool(word)
        assert word in foot[-1]


@pytest.mark.parametrize("standing, rules", [("new", 1), ("returning", 1), ("lapsed", 2)])
def test_only_standings_that_occur_are_explained(
    answers: dict[str, pd.DataFrame], standing: str, rules: int
) -> None:
    answer = answers["partners_by_standing"].head(3).assign(standing=standing)
    foot = chart("partners_by_standing").foot(answer, EN)
    assert len(foot) == rules
    assert foot[0].startswith(standing.capitalize())


def test_a_board_draws_no_more_partners_than_it_has_room_for(
    answers: dict[str, pd.DataFrame],
) -> None:
    module, answer = chart("events_by_partner_and_year"), answers["events_by_partner_and_year"]
    board = replace(EN, most=5, opens=True)
    rows = {point for trace in module.draw(answer, board)["data"] for point in trace["y"]}
    assert len(rows) == 5
    hidden = answer["partner"].nunique() - 5
    assert f"⟦rows=years;beyond=5|{hidden}⟧ others are not drawn." in module.foot(answer, board)


def test_complete_quarters_are_drawn_plainly(four_quarters: pd.DataFrame) -> None:
    plain = four_quarters.assign(coverage="complete", running=False)
    figure = chart("events_by_quarter").draw(plain, EN)
    assert set(figure["data"][0]["marker"]["pattern"]["shape"]) == {""}
    assert figure["layout"]["shapes"] == []
    assert chart("events_by_quarter").foot(plain, EN) == []


def test_no_zero_stands_where_nothing_is_known(four_quarters: pd.DataFrame) -> None:
    empty = four_quarters.assign(events=0)
    text = chart("events_by_quarter").draw(empty, EN)["data"][0]["text"]
    assert (text[0], text[2]) == ("0", "")


def test_approximate_dates_are_marked_and_counted(four_quarters: pd.DataFrame) -> None:
    answer = four_quarters.assign(approximate=[1, 0, 0, 0])
    assert "≈" in chart("events_by_quarter").draw(answer, EN)["data"][0]["text"][0]
    assert "≈ 1 of 8 is dated approximately" in " ".join(
        chart("events_by_quarter").foot(answer, EN)
    )


def test_coverage_is_drawn_in_every_panel(answers: dict[str, pd.DataFrame]) -> None:
    answer = answers["events_by_theme_and_quarter"]
    figure = chart("events_by_theme_and_quarter").draw(answer, EN)
    assert len(figure["layout"]["shapes"]) == (answer["coverage"] == "none").sum()
    shapes = [shape for trace in figure["data"] for shape in trace["marker"]["pattern"]["shape"]]
    assert shapes == ["/" if kind == "partial" else "" for kind in answer["coverage"]]


# What a chart says


def said(name: str, answers: dict[str, pd.DataFrame], *rows: Row) -> list[str]:
    answer = made(answers[name], list(rows))
    return [chart(name).say(answer, look) for look in (EN, FR)]


def quarter(n: int, events: int) -> Row:
    return {"label_en": f"Q{n} 2024", "label_fr": f"T{n} 2024", "events": events}


@pytest.mark.parametrize(
    "events, english, french",
    [
        ([3, 1, 0], "Q1 2024 held the most: 3 of 4 events", ["T1 2024", "3 des 4 événements"]),
        ([2, 2, 1], "Q1 2024 (2) and Q2 2024 (2) held the most of 5 events", ["T1 2024 (2) et T2"]),
        ([1, 0], "1 event is recorded, in Q1 2024", ["T1 2024", "1 événement"]),
        ([0, 3], "All 3 events start in Q2 2024", ["Les 3 événements débutent au T2 2024"]),
        ([2, 2, 0], "4 events: Q1 2024 (2) and Q2 2024 (2)", ["T1 2024 (2) et T2"]),
        ([1], "Q1 2024: 1 event", ["T1 2024", "1 événement"]),
        ([0, 0], "No event is recorded in this period", ["Aucun événement"]),
    ],
)
def test_quarters_are_summed_up(
    answers: dict[str, pd.DataFrame], events: list[int], english: str, french: list[str]
) -> None:
    told = said("events_by_quarter", answers, *(quarter(n, k) for n, k in enumerate(events, 1)))
    assert told[0] == english
    assert all(part in told[1] for part in french)


def test_no_quarter_is_named_where_many_are_alike(answers: dict[str, pd.DataFrame]) -> None:
    rough = said("events_by_quarter", answers, *(quarter(n, n % 2) for n in range(1, 10)))
    assert rough[0] == "5 events, at most 1 in a quarter"


def region(name: str, events: int) -> Row:
    return {"region": name.lower(), "label_en": name, "label_fr": f"{name} (fr)", "events": events}


NO_PLACE = {"region": "online", "label_en": "Online", "label_fr": "En ligne", "events": 9}


@pytest.mark.parametrize(
    "rows, english, french",
    [
        (
            [region("Asia", 3), region("Europe", 1)],
            *("Asia comes first: 3 of 4 events", ["Asia (fr)", "3 des 4 événements"]),
        ),
        (
            [region("Asia", 2), region("Europe", 2)],
            *(
                "4 events: Asia (2) and Europe (2)",
                ["Asia (fr) (2) et Europe (fr) (2)"],
            ),
        ),
        (
            [region("Asia", 1), region("Europe", 0)],
            *("Asia: 1 event in all", ["Asia (fr)\u00a0: 1 événement en tout"]),
        ),
        (
            [region("Asia", 2), region("Europe", 0)],
            *("All 2 events took place in one region: Asia", ["Les 2 événements"]),
        ),
        ([region("Asia", 1), NO_PLACE], "10 events: Online (9) and Asia (1)", ["Asia (fr) (1)"]),
        (
            [region("Québec", 1), {**NO_PLACE, "events": 1}],
            *("2 events: Québec (1) and Online (1)", ["Québec (fr) (1) et En ligne (1)"]),
        ),
        (
            [region("Asia", 9), region("Africa", 9), region("Europe", 1), NO_PLACE],
            *("28 events, at most 9 in a region with a place", []),
        ),
        (
            [region("Asia", 10), region("Europe", 1), NO_PLACE],
            *("Asia comes first: 10 of 20 events", ["10 des 20 événements"]),
        ),
        ([region("Asia", 0), NO_PLACE], "None of the 9 events has a place", ["9 événements"]),
        ([region("Asia", 0), {**NO_PLACE, "events": 1}], "The one event has no place", []),
        ([region("Asia", 0)], "No event to place", ["Aucun événement"]),
    ],
)
def test_regions_are_summed_up(
    answers: dict[str, pd.DataFrame], rows: list[Row], english: str, french: list[str]
) -> None:
    told = said("events_by_region", answers, *rows)
    assert told[0] == english
    assert all(part in told[1] for part in french)


def test_no_region_is_named_where_many_are_alike(answers: dict[str, pd.DataFrame]) -> None:
    four = [region(name, 2) for name in ("Asia", "Europe", "Africa", "Oceania")]
    told = said("events_by_region", answers, *four, NO_PLACE)[0]
    assert told == "17 events, at most 2 in a region with a place"


def theme(name: str, events: int, total: int, core: bool = True) -> Row:
    return {
        **{"theme": name.lower(), "label_en": name, "label_fr": f"{name} (fr)", "core": core},
        **{"events": events, "of_events": total},
    }


@pytest.mark.parametrize(
    "rows, english, french",
    [
        (
            [theme("A", 3, 4), theme("B", 2, 4), theme("C", 0, 4)],
            "First of the core themes: A, 3 of 4 events, then B (2)",
            ["A (fr)", "3 des 4 événements", "B (fr) (2)"],
        ),
        (
            [theme("A", 2, 3), theme("B", 2, 3), theme("Other", 3, 3, core=False)],
            "3 events; core themes: A (2) and B (2)",
            ["3 événements", "A (fr) (2) et B (fr) (2)"],
        ),
        (
            [theme("A", 1, 1), theme("B", 0, 1)],
            "1 event carries the core theme A",
            ["1 événement"],
        ),
        ([theme("A", 2, 2)], "All 2 events carry the core theme A", ["Les 2 événements"]),
        ([theme("A", 0, 1)], "The one event carries no core theme", []),
        ([theme("A", 0, 7)], "None of the 7 events carries a core theme", ["7 événements"]),
        ([theme("A", 0, 0)], "No event to sort by theme", ["Aucun événement"]),
    ],
)
def test_themes_are_summed_up(
    answers: dict[str, pd.DataFrame], rows: list[Row], english: str, french: list[str]
) -> None:
    told = said("events_by_theme", answers, *rows)
    assert told[0] == english
    assert all(part in told[1] for part in french)


def partner(name: str, events: int, total: int = 7) -> Row:
    return {
        **{"partner": name.lower(), "label_en": name, "label_fr": f"{name} (fr)"},
        **{"acronym_en": None, "acronym_fr": None, "events": events, "of_events": total},
    }


@pytest.mark.parametrize(
    "rows, english, french",
    [
        (
            [partner("A", 3), partner("B", 1)],
            "A appears most often: 3 of 7 events",
            ["A (fr)", "3"],
        ),
        (
            [partner("A", 3), partner("B", 3)],
            *("A (3) and B (3) appear most often in 7 events", ["A (fr) (3) et B (fr) (3)"]),
        ),
        (
            [partner(name, 1) for name in "ABCDE"],
            *("5 partners, each in 1 of 7 events at most", ["5 partenaires"]),
        ),
        ([partner("A", 1, 1)], "A appears most often: 1 of 1 event", ["1 événement"]),
        ([{**partner("None", 7), "partner": "none"}], "No partner is recorded", ["Aucun"]),
    ],
)
def test_partners_are_summed_up(
    answers: dict[str, pd.DataFrame], rows: list[Row], english: str, french: list[str]
) -> None:
    told = said("events_by_partner", answers, *rows)
    assert told[0] == english
    assert all(part in told[1] for part in french)


@pytest.mark.parametrize("part, english", [(1, "1 of 7 events"), (2, "2 of 7 events")])
def test_a_share_agrees_with_its_number(part: int, english: str) -> None:
    assert EN.share(part, 7) == english
    french = FR.share(part, 7)
    assert ("1 événements" in french, "2 événement " in french) == (False, False)


def test_one_partner_of_one_is_singular(answers: dict[str, pd.DataFrame]) -> None:
    told = said("events_by_partner_and_year", answers, {"partner": "a", "year": "2024"})
    assert "1 partners" not in told[0]
    assert "1 partenaires" not in told[1]


def test_one_country_is_not_each(answers: dict[str, pd.DataFrame]) -> None:
    told = said("events_by_country", answers, {"events": 2})
    assert "2 events" in told[0]
    assert "each" not in told[0]


def test_the_most_frequent_country(answers: dict[str, pd.DataFrame]) -> None:
    rows: list[Row] = [
        {"country": name, "label_en": name, "label_fr": f"{name} (fr)", "events": n}
        for name, n in (("FR", 4), ("CA", 4), ("RS", 1))
    ]
    told = said("events_by_country", answers, *rows)
    assert told[0] == "3 countries; most events in FR (4) and CA (4)"
    assert "FR (fr) (4) et CA (fr) (4)" in told[1]


def test_standing_is_summed_up(answers: dict[str, pd.DataFrame]) -> None:
    rows: list[Row] = [{"standing": kind} for kind in ("new", "returning", "returning", "lapsed")]
    told = said("partners_by_standing", answers, *rows)
    assert told[0] == "1 new partner, 2 returning and 1 lapsed"
    assert told[1].startswith("1 nouveau partenaire, 2 ")


def test_a_lapsed_partner_is_hatched_and_opens_nothing(answers: dict[str, pd.DataFrame]) -> None:
    """Its events lie before the period, so no row of the selection stands behind its bar."""
    rows: list[Row] = [
        {"partner": "a", "standing": "new", "events": 2, "events_before": 0},
        {"partner": "b", "standing": "lapsed", "events": 0, "events_before": 3},
    ]
    figure = chart("partners_by_standing").draw(made(answers["partners_by_standing"], rows), EN)
    assert figure["data"][0]["x"] == [2, 3]
    assert figure["data"][0]["marker"]["pattern"]["shape"] == ["", "/"]
    assert "partner=a" in figure["data"][0]["customdata"]
    assert "partner=b" not in figure["data"][0]["customdata"]


def test_areas_are_in_proportion(answers: dict[str, pd.DataFrame]) -> None:
    rows: list[Row] = [{"country": "FR", "events": 25}, {"country": "CA", "events": 1}]
    figure = chart("events_by_country").draw(made(answers["events_by_country"], rows), EN)
    large, small = figure["data"][0]["marker"]["size"]
    assert (large / small) ** 2 == pytest.approx(25)


def test_small_circles_lie_on_large_ones_and_hide_no_number(
    answers: dict[str, pd.DataFrame],
) -> None:
    known = answers["events_by_country"].set_index("country")[["longitude", "latitude"]]
    rows: list[Row] = [
        {"country": name, "events": n, **known.loc[name].to_dict()}
        for name, n in (("CH", 1), ("JP", 1), ("FR", 5), ("CA", 6))
    ]
    figure = chart("events_by_country").draw(made(answers["events_by_country"], rows), EN)
    (trace,) = figure["data"]
    assert [mark.removeprefix("country=") for mark in trace["customdata"]] == [
        *("CA", "FR", "CH", "JP")
    ]
    inside = {"textposition": "middle center", "color": EN.palette.page}
    above = {"textposition": "top center", "color": EN.palette.ink}
    numbers = zip(trace["textposition"], trace["textfont"]["color"], strict=True)
    assert [dict(zip(inside, number, strict=True)) for number in numbers] == [
        *(inside, above, inside, inside)
    ]
    assert trace["marker"]["line"]["color"] == EN.palette.page


def test_what_is_not_exclusive_is_neither_stacked_nor_summed(
    answers: dict[str, pd.DataFrame],
) -> None:
    for name in CHARTS:
        figure = chart(name).draw(answers[name], EN)
        assert figure["layout"].get("barmode", "group") == "group"
        assert "pie" not in {trace["type"] for trace in figure["data"]}
    for name in ("events_by_theme", "events_by_partner"):
        foot = " ".join(chart(name).foot(answers[name], EN))
        assert "verlap" in foot
        assert "add up to the" not in foot


# Colours

MODES = [(file.stem, mode) for file in sorted(LOOKS.glob("*.toml")) for mode in ("light", "dark")]
READ = ("ink", "quiet", "accent", "context")  # text and marks; rule, wash and band are not read
every_mode = pytest.mark.parametrize("name, mode", MODES)


def palette(name: str, mode: str) -> dict[str, Any]:
    found: dict[str, Any] = looks.load(name)[mode]
    return found


def linear(colour: str) -> list[float]:
    """The light of each channel, from 0 to 1."""
    shares = [value / 255 for value in squares.channels(colour)]
    return [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]


def luminance(colour: str) -> float:
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(one: str, other: str) -> float:
    """As WCAG 2 has it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@every_mode
def test_text_and_marks_stand_out_from_the_page(name: str, mode: str) -> None:
    colours = palette(name, mode)
    used = {key: colours[key] for key in READ} | colours["themes"]
    assert {key: c for key, c in used.items() if contrast(c, colours["page"]) < 4.5} == {}


@every_mode
@pytest.mark.parametrize("most", [1, 2, 3, 7, 20])
def test_numbers_stand_out_from_their_squares(name: str, mode: str, most: int) -> None:
    look = looks.look(mode)
    answer = pd.DataFrame({"events": range(1, most + 1)})
    cells = [("row", "column")] * most
    trace = squares.squares(answer, look, ["row"], ["column"], [""] * most, cells)["data"][0]
    ink = trace["textfont"]["color"]
    pairs = [(ink, fill) for fill in trace["marker"]["color"]]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


# Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
# deficiency", IEEE TVCG 2009, severity 1.0; over linear RGB.
PROTANOPIA = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
NORMAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
SIGHTS = {"all colours": NORMAL, "no red": PROTANOPIA, "no green": DEUTERANOPIA}
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
Matrix = tuple[tuple[float, float, float], ...]


def times(matrix: Matrix, vector: list[float]) -> list[float]:
    return [sum(a * b for a, b in zip(line, vector, strict=True)) for line in matrix]


def lab(colour: str, sight: Matrix) -> list[float]:
    """CIE L*a*b* of a colour as someone sees it."""
    seen = [min(1.0, max(0.0, value)) for value in times(sight, linear(colour))]
    x, y, z = (
        root(value / white)
        for value, white in zip(times(XYZ, seen), (0.9505, 1.0, 1.089), strict=True)
    )
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]


def root(value: float) -> float:
    return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116


def apart(one: str, other: str, sight: Matrix) -> float:
    """Distance in L*a*b*: about 2 is just seen, 20 is plain."""
    pairs = zip(lab(one, sight), lab(other, sight), strict=True)
    return sqrt(sum((a - b) ** 2 for a, b in pairs))


@every_mode
@pytest.mark.parametrize(
    "sight", [NORMAL, PROTANOPIA, DEUTERANOPIA], ids=["all", "no-red", "no-green"]
)
def test_the_core_themes_stay_apart(name: str, mode: str, sight: Matrix) -> None:
    themes = palette(name, mode)["themes"]
    assert len(themes) >= 3
    distances = {
        (a, b): round(apart(themes[a], themes[b], sight)) for a, b in combinations(themes, 2)
    }
    assert {pair: distance for pair, distance in distances.items() if distance < 20} == {}


def test_red_and_green_of_one_light_are_not_apart_for_everyone() -> None:
    red, green = "#b85450", "#6a8a3a"
    assert apart(red, green, NORMAL) > 40
    assert apart(red, green, DEUTERANOPIA) < 20
