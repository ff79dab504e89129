"""The board pack: three files with the figures of the screen, in both languages."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from pptx import Presentation
from pptx.util import Inches, Pt
from pypdf import PdfReader

from dashboard import explaining, wording
from dashboard import look as looks
from dashboard.charts.partners_by_standing import EACH, STANDINGS
from dashboard.exports import columns, headings, pack
from dashboard.exports.contents import Contents, gathered, public
from dashboard.exports.drawn import Bar, labels, panels
from dashboard.exports.drawn import squares as squares_of
from dashboard.exports.fonts import width
from dashboard.exports.making import WRITERS
from dashboard.exports.report.plots import plot
from dashboard.exports.slides.page import tall
from dashboard.exports.slides.theme import TITLE_TOP
from dashboard.exports.told import told
from dashboard.language import Language
from dashboard.look import Look, unmarked
from dashboard.reading import Reading, reading
from dashboard.story.plan import load
from dashboard.story.screen import Screen, Skipped
from data import build
from queries import asking, engines, measures, questions
from queries.selection import DIMENSIONS, Selection
from tests.bench import generate
from tests.test_discretion import AMONG, TOKENS, extended, hidden, name_more

CHARTS = (
    "events_by_quarter",
    "events_by_theme",
    "events_by_theme_and_quarter",
    "events_by_region",
    "events_by_partner",
    "partners_by_standing",
    "events_by_theme_and_region",
    "events_by_partner_and_year",
    "events_by_country",
    "events_by_combination",
)
MATRICES = ("events_by_theme_and_region", "events_by_partner_and_year")
WHOLE = Selection(date(2020, 10, 1), date(2025, 12, 31))
FISCAL = Selection(date(2024, 4, 1), date(2024, 12, 31), calendar="fiscal")
EMPTY = Selection(date(2021, 1, 1), date(2021, 3, 31))
MADE = date(2026, 11, 23)
STRANGE = [
    "<b>Bold</b> & Co",
    "\"Quoted\" 'twice'",
    "🎪 Fête",
    "مركز القانون",
    "שלום",
    "=1+1",
    "@SUM(A1)",
    "#set page(width: 1pt) $x$ *y* \\ `z`",
]
CONTROL = "a\x00b\x0bc\x1bd\ufffee"

Contained = dict[str, list[Any]]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reading]:
    """The real record, read in English for the whole of its period."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setenv("OUTREACH_TODAY", MADE.isoformat())
        engine = engines.connect(asking.url_of(build.build().file))
        yield public(reading(engine, WHOLE, looks.look()))
        engine.close()


def of(read: Reading, chosen: Selection, code: str) -> Reading:
    return replace(read, chosen=chosen, look=replace(read.look, language=Language(code)))


def drawn(name: str, read: Reading, answer: pd.DataFrame | None = None) -> Screen:
    """A screen of one chart."""
    chart, look = import_module(f"dashboard.charts.{name}"), replace(read.look, opens=True)
    answer = read.ask(name) if answer is None else answer
    return Screen(
        name=name,
        heading=chart.note(answer, look),
        sentence=chart.say(answer, look),
        claims=(),
        reading=read,
        question=name,
        answer=answer,
        chart=chart,
        table=pd.DataFrame(chart.table(answer, look)),
        note=chart.note(answer, look),
        foot=tuple(chart.foot(answer, look)),
        banner=f"{wording.scope(read)} · {wording.version(read)}",
        notes=tuple(explaining.lines(measures.load()["events"], read)),
    )


def listed(table: pd.DataFrame, read: Reading, sentence: str = "A list") -> Screen:
    """A screen without a chart."""
    plain = drawn("events_by_quarter", read)
    return replace(plain, name="list", sentence=sentence, chart=None, table=table, answer=table)


def contents(read: Reading, *screens: Screen) -> Contents:
    found = screens or tuple(drawn(name, read) for name in CHARTS)
    return gathered(found, [Skipped("gone", "Heading gone", "Reason given")], read, MADE)


@pytest.fixture(scope="module", params=[(WHOLE, "fr"), (FISCAL, "en")], ids=["fr", "en"])
def made(read: Reading, request: pytest.FixtureRequest) -> Contents:
    return contents(of(read, *request.param))


@pytest.fixture(scope="module")
def show(made: Contents) -> Any:
    return deck(made)


@pytest.fixture(scope="module")
def book(made: Contents) -> Any:
    return sheets(made)


def slides_of(show: Any, screen: Screen) -> list[Any]:
    title = unmarked(screen.sentence)
    return [slide for slide in show.slides if slide.shapes.title.text.startswith(title)]


def deck(made: Contents) -> Any:
    return Presentation(io.BytesIO(WRITERS["pptx"][0](made)))


def charts(slides: list[Any]) -> list[Any]:
    return [shape for slide in slides for shape in slide.shapes if shape.has_chart]


def tables(slides: list[Any]) -> list[Any]:
    return [shape.table for slide in slides for shape in slide.shapes if shape.has_table]


def rows_of(slides: list[Any]) -> list[list[str]]:
    """The rows of a table that runs over slides, its headings once."""
    found = [[[cell.text for cell in row.cells] for row in table.rows] for table in tables(slides)]
    assert all(rows[0] == found[0][0] for rows in found)
    return [found[0][0], *(row for rows in found for row in rows[1:])]


def number(text: str) -> int:
    return int(re.sub(r"[^\d]", "", text) or 0)


def values(name: str, answer: pd.DataFrame) -> list[list[int]]:
    """The numbers of each plot of a chart, taken from the answer by the chart's own rule."""
    if name == "events_by_theme_and_quarter":
        return [list(rows["events"]) for _, rows in answer.groupby("theme", sort=False)]
    if name == "events_by_partner":
        answer = answer[answer["partner"] != "none"].head(15)
    if name == "events_by_combination":
        answer = answer.head(15)
    if name == "partners_by_standing":
        best = pd.concat([answer[answer["standing"] == kind].head(EACH) for kind in STANDINGS])
        lapsed = best["standing"] == "lapsed"
        return [list(best["events_before"].where(lapsed, best["events"]))]
    return [list(answer["events"])]


def squares(screen: Screen) -> dict[tuple[str, str], int]:
    """Row name, column name -> events, for a matrix; names as the table writes them."""
    table = screen.table.set_index(screen.table.columns[0])
    return {
        (str(row), str(column)): int(table.at[row, column])
        for row in table.index
        for column in table.columns
        if table.at[row, column]
    }


# Slides


def test_every_number_of_every_chart_is_the_answer_s(made: Contents, show: Any) -> None:
    for screen in made.screens:
        found = charts(slides_of(show, screen))
        if screen.name in MATRICES:
            assert not found
            continue
        parts = [list(shape.chart.plots[0].series[0].values) for shape in found]
        wanted = values(screen.name, screen.answer)
        flat = [[value for part in parts for value in part]] if len(wanted) == 1 else parts
        assert flat == wanted, screen.name


def test_every_number_of_every_matrix_is_the_answer_s(made: Contents, show: Any) -> None:
    for screen in made.screens:
        if screen.name == "events_by_theme_and_region":
            head, *rows = rows_of(slides_of(show, screen))
            found = {
                (row[0], name): number(text)
                for row in rows
                for name, text in zip(head[1:], row[1:], strict=True)
                if text
            }
            assert found == squares(screen)
        if screen.name == "events_by_partner_and_year":
            head, *rows = rows_of(slides_of(show, screen))
            answer = screen.answer[screen.answer["partner"].notna()]
            totals = answer.groupby("year")["events"].sum()
            assert len(rows) == min(40, answer["partner"].nunique())
            shown = [sum(number(row[n]) for row in rows) for n in range(1, len(head))]
            assert all(a <= b for a, b in zip(shown, totals, strict=False)) or len(rows) < 40


def test_names_stand_at_their_numbers(made: Contents, show: Any) -> None:
    look = made.look
    for name in ("events_by_theme", "events_by_region"):
        screen = next(one for one in made.screens if one.name == name)
        (shape,) = charts(slides_of(show, screen))
        assert list(shape.chart.plots[0].categories) == list(look.labels(screen.answer))
    screen = next(one for one in made.screens if one.name == "events_by_quarter")
    (shape,) = charts(slides_of(show, screen))
    found = [
        " ".join(reversed(levels)) for levels in shape.chart.plots[0].categories.flattened_labels
    ]
    labels = list(look.labels(screen.answer))
    assert [sorted(one.split()) for one in found] == [sorted(one.split()) for one in labels]


def test_the_workbook_in_a_chart_holds_the_same_numbers(made: Contents, show: Any) -> None:
    for shape in charts(list(show.slides)):
        chart = shape.chart
        book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        column = list(book.active.columns)[-1]
        assert [cell.value for cell in column[1:]] == list(chart.plots[0].series[0].values)
        assert column[0].value == chart.plots[0].series[0].name


def test_titles_are_the_sentences(made: Contents, show: Any) -> None:
    titles = [slide.shapes.title.text for slide in show.slides]
    assert titles[0] == made.title
    assert [shape for shape in show.slides[0].shapes if shape.text_frame.text == made.period]
    places = [titles.index(slides_of(show, screen)[0].shapes.title.text) for screen in made.screens]
    assert places == sorted(places)
    assert not [title for title in titles if "⟦" in title]


def test_every_chart_and_table_has_an_alternative(made: Contents, show: Any) -> None:
    for slide in show.slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element.xpath(".//p:cNvPr/@descr")[0].strip()


def test_the_alternative_holds_the_figures(made: Contents, show: Any) -> None:
    screen = next(one for one in made.screens if one.name == "events_by_region")
    (shape,) = charts(slides_of(show, screen))
    said = shape._element.xpath(".//p:cNvPr/@descr")[0]
    for name, events in zip(made.look.labels(screen.answer), screen.answer["events"], strict=True):
        assert made.look.text("{name}: {text}", name=name, text=events) in said


def alternatives(show: Any) -> list[str]:
    return [text for slide in show.slides for text in slide._element.xpath(".//p:cNvPr/@descr")]


def test_an_alternative_says_not_recorded_in_words(made: Contents, show: Any, report: Any) -> None:
    quarters = next(one for one in made.screens if one.name == "events_by_quarter")
    (shape,) = charts(slides_of(show, quarters))
    (said,) = shape._element.xpath(".//p:cNvPr/@descr")
    colon = made.look.text("{name}: {text}", name="", text="")
    told_of = dict(part.split(colon, 1) for part in parts(said))
    answer = quarters.answer
    assert len(told_of) == len(answer)
    for words, row in zip(told_of.values(), answer.itertuples(), strict=True):
        if row.coverage == "none" and not row.events:
            assert words == made.look.text("not recorded")
        else:
            assert words.startswith(
                f"{made.look.text('Events')} {row.events}" if row.events else "0"
            )
    for text in [*alternatives(show), *figures_said(report)]:
        assert not re.search(r":\s*[;.]|;\s*[;.]", text), text
        assert made.look.language.code == "en" or not re.search(r"[^\s\u00a0]:(?!//)", text), text


def parts(said: str) -> list[str]:
    """The rows of an alternative."""
    return re.split(r"(?:Figures:|Chiffres\u00a0:) ", said)[1].rstrip(".").split("; ")


def figures_said(report: PdfReader) -> list[str]:
    """The alternatives of a PDF's figures."""
    found, todo = [], [report.trailer["/Root"]["/StructTreeRoot"]]
    while todo:
        node = todo.pop().get_object()
        if not isinstance(node, dict):
            continue
        if "/Alt" in node:
            found.append(str(node["/Alt"]))
        kids = node.get("/K", [])
        todo += kids if isinstance(kids, list) else [kids]
    return found


def test_small_plots_say_which_quarters_nobody_recorded(read: Reading) -> None:
    french = of(read, WHOLE, "fr")
    made = contents(french, drawn("events_by_theme_and_quarter", french))
    said = [text for text in alternatives(deck(made)) if text.startswith("Gouvernance")]
    assert "T1 2021 – T4 2022\u00a0: non consigné" in said[0]
    (whole,) = figures_said(PdfReader(io.BytesIO(pdf(made))))
    assert said[0] in whole


SERIES = {
    "en": "Events in the period; for the lapsed, in the year before",
    "fr": "Événements de la période; pour les perdus de vue, de l’année précédente",
}


def test_series_are_named_by_what_is_counted(made: Contents, show: Any) -> None:
    for screen in made.screens:
        kinds = set(screen.answer.get("standing", []))
        name = SERIES[made.look.language.code] if "lapsed" in kinds else made.look.text("Events")
        for shape in charts(slides_of(show, screen)):
            assert [series.name for series in shape.chart.series] == [name]


def test_lapsed_partners_bear_the_year_of_their_events(read: Reading) -> None:
    screen = drawn("partners_by_standing", of(read, FISCAL, "en"))
    assert set(screen.answer["standing"]) == set(STANDINGS)
    assert screen.note.endswith("; for the lapsed, in the year before")
    (shape,) = charts(slides_of(deck(contents(screen.reading, screen)), screen))
    book = openpyxl.load_workbook(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
    assert book.active["B1"].value == SERIES["en"]
    (bars,) = screen.chart.draw(screen.answer, screen.reading.look)["data"]
    for said, pattern in zip(bars["hovertext"], bars["marker"]["pattern"]["shape"], strict=True):
        assert said.endswith("in the year before") == (pattern == "/")


@pytest.mark.parametrize("title", ["Short", "A title that runs over two lines of a slide " * 2])
def test_every_bar_bears_its_name(read: Reading, title: str) -> None:
    here = replace(of(read, FISCAL, "fr"), look=replace(read.look, most=15))
    screen = replace(drawn("partners_by_standing", here), sentence=title)
    foot = (*screen.foot, "One more line.", "And another.")
    screen = replace(screen, foot=foot)
    for shape in charts(slides_of(deck(contents(here, screen)), screen)):
        axis, names = shape.chart.category_axis._element, list(shape.chart.plots[0].categories)
        assert axis.xpath("./c:tickLblSkip/@val") == axis.xpath("./c:tickMarkSkip/@val") == ["1"]
        letters = shape.chart.font.size.pt
        assert letters >= 11
        assert len(names) * letters * 1.2 <= shape.height / Pt(1)


def test_a_foot_of_several_lines_stays_on_the_slide(read: Reading) -> None:
    parts = ["12 events not shown: internal or under embargo"] * 4
    for said in ("", " · ".join(parts[:2]), " · ".join(parts)):
        show = deck(replace(contents(read), not_shown=said))
        test_everything_stands_within_the_slide(show)
        test_no_text_runs_into_a_chart_or_off_the_slide(show)
        for slide in show.slides:
            *_, foot = sorted(box for box in held(slide) if box[2].startswith("Source"))
            assert [box for box in held(slide) if box[0] < foot[0] < box[1] - 0.06] == []


FEW = ("gpai", "inria", "nict")  # of names so long that three took five lines
MANY = (*FEW, "oecd", "mila", "unesco", "ivado", "mit")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("partners", [FEW[:1], FEW, MANY])
@pytest.mark.parametrize("themes", [(), ("smes", "governance", "equality")])
def test_the_line_over_a_title_stays_over_it(
    read: Reading, themes: tuple[str, ...], partners: tuple[str, ...], language: str
) -> None:
    seen = of(read, replace(WHOLE, theme=themes, partner=partners, unconfirmed=True), language)
    screen = drawn("events_by_quarter", seen)
    show = deck(contents(seen, screen))
    test_everything_stands_within_the_slide(show)
    strips = [box for slide in show.slides for box in held(slide) if box[2] == screen.banner]
    assert strips
    assert all(end <= TITLE_TOP + 0.01 for _, end, _ in strips)


def held(slide: Any) -> list[tuple[float, float, str]]:
    """Where each text of a slide begins and ends, in inches from the top, and the text."""
    found = []
    for shape in slide.shapes:
        if shape.has_text_frame and shape.text_frame.text:
            top, room = shape.top / 914400, shape.width / 914400
            lines = [one for one in shape.text_frame.paragraphs if one.runs]
            sizes = [
                tall(["".join(run.text for run in one.runs)], one.runs[0].font.size.pt, room)
                for one in lines
            ]
            found.append((top, top + sum(sizes), shape.text_frame.text))
    return found


def test_a_paper_holds_no_cue_for_the_speaker(read: Reading) -> None:
    for code, cue in (("en", "Start here"), ("fr", "Commencer ici")):
        made = told(of(read, FISCAL, code), MADE)
        paper = bare(inside(pdf(made)))
        assert made.look.text("What is counted") in inside(pdf(made))
        for screen in made.screens:
            assert [bare(text) for _, text in screen.cues if bare(text) in paper] == []
        spoken = "".join(slide.notes_slide.notes_text_frame.text for slide in deck(made).slides)
        assert cue in spoken
        assert all(text in spoken for screen in made.screens for _, text in screen.cues)


def test_bars_stand_in_the_order_of_the_board(made: Contents, show: Any) -> None:
    for screen in made.screens:
        assert screen.chart is not None
        (*panes,) = panels(screen.chart.draw(screen.answer, made.look))
        if len(panes) != 1 or not panes[0].across:
            continue
        found = charts(slides_of(show, screen))
        names = [name for shape in found for name in shape.chart.plots[0].categories]
        assert names == [bar.name for bar in panes[0].bars]
        assert all(shape.chart.category_axis.reverse_order for shape in found)


def test_crowded_columns_bear_what_there_is_room_for(made: Contents) -> None:
    look, bar = made.look, Bar("", "", 80, "80≈", "#000000", "#000000", "")
    whole, plain = width("80≈", 14) + 0.1, width("80", 14) + 0.1
    bars = [bar, replace(bar, value=7, label="7")]
    assert labels(bars, whole, 14, look) == ["80≈", "7"]
    assert labels(bars, plain, 14, look) == ["80", "7"]
    assert labels(bars, plain / 2, 14, look) == ["80", ""]


def test_labels_of_bars_stand_on_one_line(read: Reading) -> None:
    late = of(read, QUARTER, "fr")
    show = deck(contents(late, drawn("partners_by_standing", late)))
    found = charts(list(show.slides))
    labels_of = [one for shape in found for one in shape.chart._chartSpace.xpath(".//c:rich")]
    assert any("perdu\u00a0de\u00a0vue" in "".join(one.itertext()) for one in labels_of)
    for one in labels_of:
        assert one.xpath("./a:bodyPr/@wrap") == ["none"]
        assert " " not in "".join(one.xpath(".//a:t/text()"))


def test_numbers_of_charts_are_written_as_the_language_does(made: Contents, show: Any) -> None:
    wanted = {"en": "#,##0;;", "fr": '[>=1000]#"\u00a0"##0;[>0]0;""'}[made.look.language.code]
    for shape in charts(list(show.slides)):
        assert shape.chart.plots[0].series[0].data_labels.number_format == wanted


@pytest.mark.parametrize("code", ["en", "fr"])
def test_what_is_not_drawn_is_said_to_stand_in_the_workbook(read: Reading, code: str) -> None:
    made = told(of(read, WHOLE, code), MADE)
    screen = next(one for one in made.screens if one.name == "partners")
    rest = len(screen.answer) - 15
    line = made.look.plural(
        "{n} more is not drawn; the workbook of the pack lists it.",
        "{n} more are not drawn; the workbook of the pack lists them.",
        rest,
    )
    assert line in screen.foot
    sheet = sheets(made)[made.screens[4].heading]
    assert sheet.max_row == len(screen.answer) + 1
    held = [
        shape.text_frame.text
        for slide in slides_of(deck(made), screen)
        for shape in slide.shapes
        if shape.has_text_frame
    ]
    assert [text for text in held if line in text]


def test_only_marks_that_are_drawn_are_explained(read: Reading) -> None:
    whole = drawn("partners_by_standing", read)
    assert not [line for line in whole.foot if "Lapsed" in line]
    late = replace(read, chosen=Selection(date(2025, 1, 1), date(2025, 12, 31)))
    assert [line for line in drawn("partners_by_standing", late).foot if "Lapsed" in line]
    one = replace(read, chosen=Selection(date(2024, 10, 1), date(2024, 12, 31)))
    for name in ("events_by_quarter", "events_by_theme_and_quarter"):
        assert "hollow" in " ".join(drawn(name, read).foot).lower()
        assert not re.search("(?i)hollow|grey|hatched", " ".join(drawn(name, one).foot))


def test_notes_hold_the_rule_the_selection_and_the_unknown(made: Contents, show: Any) -> None:
    for screen in made.screens:
        for slide in slides_of(show, screen):
            said = slide.notes_slide.notes_text_frame.text
            assert all(text in said for _, text in screen.notes)
    assert "Reason given" in show.slides[0].notes_slide.notes_text_frame.text


def test_every_slide_says_where_it_comes_from_and_its_number(made: Contents, show: Any) -> None:
    for n, slide in enumerate(show.slides, start=1):
        said = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert made.source in said
        fields = slide._element.xpath(".//a:fld[@type='slidenum']/a:t/text()")
        assert fields == [str(n)]


def test_no_placeholder_is_empty_and_no_letter_small(made: Contents, show: Any) -> None:
    for slide in show.slides:
        assert all(shape.text_frame.text.strip() for shape in slide.placeholders)
        assert len(slide.placeholders) == 1
        sizes = [int(size) for size in slide._element.xpath(".//a:rPr/@sz")]
        assert min(sizes) >= Pt(14).centipoints


def test_everything_stands_within_the_slide(show: Any) -> None:
    for slide in show.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= show.slide_width + Inches(0.01)
            assert shape.top + shape.height <= show.slide_height


def test_what_the_record_does_not_cover_is_drawn_in_the_slides(read: Reading) -> None:
    show = deck(contents(of(read, WHOLE, "en"), drawn("events_by_quarter", read)))
    screen = drawn("events_by_quarter", read)
    (shape,) = charts(slides_of(show, screen))
    series = shape.chart._chartSpace.xpath(".//c:dPt")
    assert len(series) == len(screen.answer)
    for point, row in zip(series, screen.answer.itertuples(), strict=True):
        assert bool(point.xpath(".//a:pattFill")) == (row.coverage == "partial")
        hollow = point.xpath("./c:spPr/a:solidFill/a:srgbClr/@val") == ["FFFFFF"]
        assert hollow == (row.coverage == "none")


@pytest.mark.parametrize("code", ["en", "fr"])
def test_the_story_s_own_tables_are_told_cell_by_cell(read: Reading, code: str) -> None:
    made = told(of(read, FISCAL, code), MADE)
    plain = [screen for screen in made.screens if screen.chart is None]
    assert {screen.question for screen in plain} >= {"headline", "events"}
    show = deck(made)
    for screen in plain:
        if screen.marks:
            assert large_figures(slides_of(show, screen)) == [
                (shown(number, made), words)
                for words, number in screen.table.itertuples(index=False)
            ]
            continue
        head, *rows = rows_of(slides_of(show, screen))
        assert head == list(screen.table.columns)
        wanted = [
            [shown(cell, made) for cell in row] for row in screen.table.itertuples(index=False)
        ]
        assert rows == wanted


def large_figures(slides: list[Any]) -> list[tuple[str, str]]:
    """Number and words of each figure, which stands large."""
    texts = [shape.text_frame for slide in slides for shape in slide.shapes if shape.has_text_frame]
    return [
        (text.paragraphs[0].text, text.paragraphs[1].text)
        for text in texts
        if len(text.paragraphs) == 2 and text.paragraphs[0].runs[0].font.size >= Pt(28)
    ]


def heights(show: Any) -> Iterator[tuple[Any, float, float]]:
    """Each text of a deck with where it ends and may end, in inches from the top."""
    for slide in show.slides:
        for shape in slide.shapes:
            if shape.has_text_frame and shape.text_frame.text:
                room = shape.width / 914400
                size = sum(
                    tall(["".join(run.text for run in one.runs)], one.runs[0].font.size.pt, room)
                    for one in shape.text_frame.paragraphs
                    if one.runs
                )
                under = [
                    other.top
                    for other in slide.shapes
                    if other.top > shape.top
                    and (other.has_chart or other.has_table)
                    and other.left < shape.left + shape.width
                    and shape.left < other.left + other.width
                ]
                yield shape, shape.top / 914400 + size, min([*under, show.slide_height]) / 914400


def test_no_text_runs_into_a_chart_or_off_the_slide(show: Any) -> None:
    for shape, end, most in heights(show):
        assert end <= most + 0.06, shape.text_frame.text


# Workbook


def sheets(made: Contents) -> Any:
    return openpyxl.load_workbook(io.BytesIO(WRITERS["xlsx"][0](made)))


def test_every_answer_has_its_sheet_cell_by_cell(made: Contents, book: Any) -> None:
    for screen, sheet in zip(made.screens, book.worksheets[1:], strict=False):
        head, *rows = list(sheet.values)
        whole = columns.told(screen.answer, screen.reading)
        held = columns.columns(whole, made.look)
        assert list(head) == [column.heading for column in held]
        assert len(rows) == len(screen.answer) > 0
        for place, column in enumerate(held):
            if column.name not in screen.answer or column.name in TOLD:
                continue
            found = [same(row[place]) for row in rows]
            assert found == [same(value) for value in screen.answer[column.name]], column


def test_a_long_list_is_cut_and_says_so(read: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = told(of(read, WHOLE, "en"), MADE)
    monkeypatch.setattr("dashboard.exports.told.LISTED", 5)
    made = told(of(read, WHOLE, "en"), MADE)
    (place,) = [n for n, screen in enumerate(made.screens) if screen.question == "events"]
    cut, all_of_it = made.screens[place], whole.screens[place]
    assert len(cut.answer) == 5 < len(all_of_it.answer) == 5 + cut.beyond
    assert list(cut.answer["event_id"]) == list(all_of_it.answer["event_id"][:5])
    assert cut.table.equals(all_of_it.table.head(5))
    said = f"The latest 5 of {len(all_of_it.answer)} events are listed."
    assert "are listed" not in " ".join(all_of_it.foot)
    for ending in WRITERS:
        assert bare(said) in bare(inside(WRITERS[ending][0](made)))


def test_addresses_are_asked_for_a_few_events_at_a_time(
    read: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = tuple(map(str, read.ask("events", None, most=1000)["event_id"]))
    found = columns.pages(read, ids)
    assert len(found) > 20
    assert columns.pages(read, ()) == {}
    monkeypatch.setattr("dashboard.story.tables.LISTED", 7)
    assert columns.pages(read, ids) == found


# Columns whose codes are written out.
TOLD = {"coverage", "standing", "first_precision", "date_precision", "status", "visibility"}
TOLD |= {"themes", "partners", "projects", *DIMENSIONS}


def test_every_screen_of_the_story_has_its_sheet(read: Reading) -> None:
    for code in ("en", "fr"):
        made = told(of(read, FISCAL, code), MADE)
        book = sheets(made)
        for screen, sheet in zip(made.screens, book.worksheets[1:], strict=False):
            assert screen.heading.startswith(sheet.title)
            if screen.marks:
                head, *rows = list(sheet.values)
                assert list(head) == list(screen.table.columns)
                assert [list(row) for row in rows] == screen.table.values.tolist()
        assert made.screens[-1].name == "unknown"
        assert len(book.worksheets) == len(made.screens) + 4


def test_codes_are_written_out(read: Reading) -> None:
    events = replace(
        drawn("events_by_quarter", read), answer=read.ask("events"), reading=of(read, WHOLE, "fr")
    )
    head, *rows = list(sheets(contents(of(read, WHOLE, "fr"), events)).worksheets[1].values)
    row = dict(zip(head, next(row for row in rows if "lisbon-forum-2025" in row), strict=True))
    assert row["Thèmes"] == "Gouvernance; Droits de la personne; Diplomatie scientifique"
    assert (row["Format"], row["Statut"]) == ("En personne", "confirmé")
    assert row["Date"] == "28–29 octobre 2025"
    assert row["Pièces à l’appui"].startswith("https://")
    window = next(row for row in rows if "septembre–novembre 2023 (approximatif)" in row)
    assert "fenêtre de plusieurs mois" in window


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("name", sorted(questions.names()))
def test_every_column_of_every_question_has_its_own_words(
    read: Reading, name: str, code: str
) -> None:
    whole = columns.told(read.ask(name), read)
    look = replace(read.look, language=Language(code))
    held = columns.columns(whole, look)
    heads = [column.heading for column in held]
    assert len(heads) == len(set(heads))
    plain = {bare.removesuffix("_id") for bare in map(columns.bare, map(str, whole.columns))}
    unnamed = {name for name in plain - {"label"} if not known(name, look)}
    assert not unnamed
    assert not [head for head in heads if "_" in head]


def known(name: str, look: Look) -> bool:
    groups = ("subjects", "words", "days", "numbers", "keeping")
    return any(name in getattr(headings, group)(look) for group in groups)


def test_the_definitions_say_which_column_is_which(made: Contents, book: Any) -> None:
    rows = {row[:2]: row[2:] for row in book.worksheets[-3].values}
    for screen, sheet in zip(made.screens, book.worksheets[1:], strict=False):
        for head in next(sheet.values):
            assert (sheet.title, head) in rows
        events = made.look.text("Events")
        assert rows[sheet.title, events][1] == "events"
        assert rows[sheet.title, events][0] == made.look.text(measures.load()["events"].help)
        assert screen.question


def same(value: Any) -> Any:
    """A value so that a cell's and an answer's can be compared."""
    if not isinstance(value, str) and pd.isna(value):
        return None
    if isinstance(value, (pd.Timestamp, date)):
        return asking.as_day(value)
    if value == "":
        return None
    return value.item() if hasattr(value, "item") else value


def test_the_workbook_can_be_read_and_runs_nothing(made: Contents, book: Any) -> None:
    names = book.sheetnames
    assert len(names) == len({name.casefold() for name in names})
    assert max(map(len, names)) <= 31
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert not [cell for row in sheet.rows for cell in row if cell.data_type == "f"]
        assert not [cell for row in sheet.rows for cell in row if cell.hyperlink]
        assert all(8 <= column.width <= 62 for column in sheet.column_dimensions.values())
    for measure in measures.load().values():
        said = {cell for row in book[names[-3]].values for cell in row}
        assert made.look.text(measure.help) in said


def test_days_are_days(read: Reading) -> None:
    book = sheets(
        contents(read, replace(drawn("events_by_quarter", read), answer=read.ask("events")))
    )
    sheet = book.worksheets[1]
    places = {cell.value: n for n, cell in enumerate(next(sheet.rows))}
    assert all(row[places["Not before"]].is_date for row in list(sheet.rows)[1:])


# PDF


def bare(text: str) -> str:
    """Letters only: lines break where there is room."""
    return re.sub(r"\s|\u00ad|\u2060", "", text)


@pytest.fixture(scope="module")
def report(made: Contents) -> PdfReader:
    return PdfReader(io.BytesIO(WRITERS["pdf"][0](made)))


@pytest.fixture(scope="module")
def written(report: PdfReader) -> dict[str, str]:
    """The text of each chapter by its title in the outline."""
    starts = [
        (str(item.title), int(report.get_destination_page_number(item)))
        for item in report.outline
        if not isinstance(item, list)
    ]
    texts = [page.extract_text() for page in report.pages]
    ends = [start for _, start in starts[1:]] + [len(texts)]
    return {
        title: "\n".join(texts[start:end]) for (title, start), end in zip(starts, ends, strict=True)
    }


def test_the_pdf_has_a_chapter_for_each_screen(
    made: Contents, report: PdfReader, written: dict[str, str]
) -> None:
    titles = list(written)
    assert titles[: len(made.screens)] == [unmarked(screen.sentence) for screen in made.screens]
    assert report.metadata is not None
    assert report.metadata.title == f"{made.title} – {made.period}"
    assert report.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert report.trailer["/Root"]["/Lang"].startswith(made.look.language.code)


def test_every_number_of_the_pdf_s_tables_is_the_answer_s(
    made: Contents, written: dict[str, str]
) -> None:
    for screen in made.screens:
        text = bare(written[unmarked(screen.sentence)])
        if len(screen.table.columns) > 9 or screen.name in MATRICES:
            continue
        for row in screen.table.itertuples(index=False):
            wanted = "".join(shown(value, made) for value in row)
            assert bare(wanted) in text, (screen.name, wanted)


def shown(value: object, made: Contents) -> str:
    return made.look.number(value) if isinstance(value, (int, float)) else str(value)


def test_every_number_of_the_pdf_s_matrices_is_the_answer_s(
    made: Contents, written: dict[str, str]
) -> None:
    for screen in made.screens:
        if screen.name not in MATRICES:
            continue
        assert screen.chart is not None
        text = bare(written[unmarked(screen.sentence)])
        drawn_cells = squares_of(screen.chart.draw(screen.answer, made.look))
        assert drawn_cells is not None
        assert (
            sum(number(cell) for cell, _ in drawn_cells.cells.values())
            == screen.answer["events"].sum()
            or len(drawn_cells.rows) == 40
        )
        for line, name in enumerate(drawn_cells.rows):
            cells = [
                drawn_cells.cells.get((line, n), ("", ""))[0]
                for n in range(len(drawn_cells.columns))
            ]
            assert bare(name + "".join(cells)) in text


def test_the_pdf_writes_numbers_at_bars(made: Contents, written: dict[str, str]) -> None:
    for screen in made.screens:
        assert screen.chart is not None
        text = bare(written[unmarked(screen.sentence)])
        for panel in panels(screen.chart.draw(screen.answer, made.look)):
            assert bare(panel.title) in text
            assert not panel.across or all(bare(bar.name + bar.label) in text for bar in panel.bars)


def test_bars_on_paper_are_as_long_as_their_numbers(made: Contents) -> None:
    for screen in made.screens:
        assert screen.chart is not None
        shown = panels(screen.chart.draw(screen.answer, made.look))
        if not shown:
            continue
        marks = plot(shown, 742, {}, made.look).marks
        bars = [mark for mark in marks if "line" in mark]
        values_of = [bar.value for panel in shown for bar in panel.bars if bar.value]
        lengths = [mark["w"] if shown[0].across else mark["h"] for mark in bars]
        assert len(bars) == len(values_of)
        ratios = [length / value for length, value in zip(lengths, values_of, strict=True)]
        assert max(ratios) - min(ratios) < 1e-6


def test_each_page_has_its_number_and_its_source(made: Contents, report: PdfReader) -> None:
    for n, page in enumerate(report.pages, start=1):
        text = bare(page.extract_text())
        assert f"{n}/{len(report.pages)}" in text
        assert bare(made.source) in text


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("chosen", [WHOLE, FISCAL], ids=["whole", "fiscal"])
def test_notes_stand_on_the_page_of_their_title(
    read: Reading, code: str, chosen: Selection
) -> None:
    for made in (told(of(read, chosen, code), MADE), contents(of(read, chosen, code))):
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf(made))).pages]
        for screen in made.screens:
            (n,) = (
                n
                for n, text in enumerate(pages)
                if n and bare(screen.banner + screen.sentence) in bare(text)
            )
            assert bare(screen.notes[-1][1]) in bare(pages[n]), screen.name
            assert not screen.foot or bare(screen.foot[-1]) in bare(pages[n])


def test_a_table_repeats_its_headings_and_says_whose_it_is(read: Reading) -> None:
    made = told(of(read, WHOLE, "fr"), MADE)
    screen = next(one for one in made.screens if one.name == "partners")
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf(made))).pages]
    head = bare("".join(map(str, screen.table.columns)))
    held = [bare(text) for text in pages if head in bare(text)]
    assert len(held) >= 2
    assert bare(screen.heading) in held[0]
    assert all(bare(f"{screen.sentence} (suite)") in text for text in held)
    rows = [bare("".join(shown(value, made) for value in row)) for row in screen.table.values]
    for text in held:
        assert sum(row in text for row in rows) >= 3
    assert all(any(row in text for text in held) for row in rows)


def test_fonts_come_with_the_pdf(report: PdfReader) -> None:
    names = {
        str(font.get_object()["/BaseFont"])
        for page in report.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert names
    assert all("+" in name for name in names)  # embedded, in part


# Odd records


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("code", ["en", "fr"])
def test_a_selection_without_events_says_so(read: Reading, ending: str, code: str) -> None:
    made = contents(of(read, EMPTY, code))
    content, look = WRITERS[ending][0](made), made.look
    said = look.text("There is nothing to draw: no event of the record matches this selection.")
    if ending == "pptx":
        texts = [
            shape.text_frame.text
            for slide in Presentation(io.BytesIO(content)).slides
            for shape in slide.shapes
            if shape.has_text_frame
        ]
        assert [text for text in texts if said in text]
    if ending == "pdf":
        pages = PdfReader(io.BytesIO(content)).pages
        assert bare(said) in bare("".join(page.extract_text() for page in pages))
    if ending == "xlsx":
        assert openpyxl.load_workbook(io.BytesIO(content)).worksheets


@pytest.mark.parametrize("code", ["en", "fr"])
def test_a_period_before_the_record_says_so(read: Reading, code: str) -> None:
    story = load()
    themes = tuple(screen for screen in story.screens if screen.name == "themes")
    made = told(of(read, BEFORE, code), MADE, story=replace(story, screens=themes))
    said = made.look.text(
        "The record runs from {first} to {last}; the period lies outside it.",
        first=made.look.language.day(date(2020, 10, 1)),
        last=made.look.language.day(date(2025, 12, 31)),
    )
    assert not made.screens
    for ending in WRITERS:
        assert bare(said) in bare(inside(WRITERS[ending][0](made)))
    (table,) = tables(list(deck(made).slides)[1:2])
    assert [row.cells[0].text for row in table.rows][1:] == [one.heading for one in made.skipped]


@pytest.mark.parametrize("code", ["en", "fr"])
def test_the_story_says_that_nothing_is_recorded_before_the_record(
    read: Reading, code: str
) -> None:
    made = told(of(read, BEFORE, code), MADE)
    (screen,) = made.screens
    assert screen.name == "unknown"
    for ending in WRITERS:
        assert bare(screen.sentence) in bare(inside(WRITERS[ending][0](made)))


BEFORE = Selection(date(2015, 1, 1), date(2015, 12, 31))
QUARTER = Selection(date(2024, 10, 1), date(2024, 12, 31))
THEME = replace(WHOLE, theme=("equality",), calendar="fiscal")
LONG = replace(WHOLE, partner=("gpai", "inria", "oecd"), theme=("governance", "equality", "smes"))
ODD = {"before": BEFORE, "empty": EMPTY, "quarter": QUARTER, "theme": THEME, "long": LONG}


@pytest.mark.parametrize("chosen", ODD.values(), ids=list(ODD))
def test_odd_selections_stand_as_they_should(read: Reading, chosen: Selection) -> None:
    stands(told(of(read, chosen, "fr"), MADE))


@pytest.mark.parametrize("screen", [0, 4, 5])
def test_a_story_of_one_screen_is_a_pack(
    read: Reading, screen: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "one.toml"
    whole = load().file.read_text("utf-8").split("\n[[screen]]\n")
    file.write_text(f"[[screen]]\n{whole[screen + 1]}", "utf-8")
    monkeypatch.setenv("OUTREACH_STORY", str(file))
    made = told(of(read, FISCAL, "fr"), MADE)
    assert len(made.screens) == 1
    stands(made)
    assert len(sheets(made).worksheets) == 5


def test_two_thousand_events_stand_as_they_should(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(tmp_path))
        patch.setenv("OUTREACH_TODAY", MADE.isoformat())
        file = build.build(generate.record(tmp_path / "record", 2000)).file
        engine = engines.connect(asking.url_of(file))
        french = looks.look(language=Language("fr"))
        period = asking.whole(engine, MADE)
        made = told(reading(engine, Selection(*period), french), MADE)
        stands(made)
        events = next(one for one in made.screens if one.name == "events")
        assert sheets(made)[events.heading[:31]].max_row == len(events.answer) + 1 > 1000
        engine.close()


def stands(made: Contents) -> None:
    """Nothing lies over something else, is cut or stands alone, in any of the files."""
    show = deck(made)
    test_everything_stands_within_the_slide(show)
    test_no_text_runs_into_a_chart_or_off_the_slide(show)
    test_no_placeholder_is_empty_and_no_letter_small(made, show)
    for screen in made.screens:
        if screen.marks:
            assert [number for number, _ in large_figures(slides_of(show, screen))] == [
                shown(number, made) for number in screen.table.iloc[:, 1]
            ]
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf(made))).pages]
    for screen in made.screens:
        held = [text for text in pages[1:] if bare(screen.banner + screen.sentence) in bare(text)]
        assert len(held) == 1
        assert bare(screen.notes[-1][1]) in bare(held[0])
    for n, text in enumerate(pages, start=1):
        assert f"{n}/{len(pages)}" in bare(text)
    assert len(sheets(made).worksheets) == len(made.screens) + 4


def test_strange_titles_go_through_unharmed(read: Reading) -> None:
    table = pd.DataFrame({"=Title": [*STRANGE, CONTROL], "Events": range(len(STRANGE) + 1)})
    answer = pd.DataFrame({"region": STRANGE, "label_en": STRANGE, "events": 1})
    screens = [listed(table, read, STRANGE[0]), drawn("events_by_region", read, answer)]
    made = replace(contents(read, *screens), organisation="=1+1 <b>\x00")
    show, book = deck(made), sheets(made)
    assert [row[0] for row in rows_of(slides_of(show, screens[0]))[1:]] == [*STRANGE, "abcde"]
    (shape,) = charts(slides_of(show, screens[1]))
    assert list(shape.chart.plots[0].categories) == STRANGE
    inner = openpyxl.load_workbook(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
    assert [row[0] for row in list(inner.active.values)[1:]] == STRANGE
    assert [row[0] for row in list(book.worksheets[1].values)[1:]] == [*STRANGE, "abcde"]
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf(made))).pages)
    assert all(bare(title) in bare(text) for title in STRANGE if title.isascii())


def pdf(made: Contents) -> bytes:
    return WRITERS["pdf"][0](made)


def test_an_address_is_a_link(read: Reading) -> None:
    address = "https://example.org/" + "x" * 200
    table = pd.DataFrame({"Title": ["One"], "Evidence": [f"{address} http://b.org/1"]})
    made = contents(read, listed(table, read))
    (shown,) = tables(slides_of(deck(made), made.screens[0]))
    runs = shown.cell(1, 1).text_frame.paragraphs[0].runs
    assert [run.hyperlink.address for run in runs if run.hyperlink.address] == [
        address,
        "http://b.org/1",
    ]
    links = [
        note.get_object()["/A"]["/URI"]
        for page in PdfReader(io.BytesIO(pdf(made))).pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object()
    ]
    assert address in links


def test_a_thousand_partners_do_not_break_a_slide(read: Reading) -> None:
    screens = []
    for name in ("events_by_partner", "partners_by_standing", "events_by_partner_and_year"):
        first = read.ask(name).iloc[0].to_dict()
        rows = [
            first | {"partner": f"p{n}", "label_en": f"Partner {n} " * 9, "acronym_en": None}
            for n in range(1000)
        ]
        screens.append(drawn(name, read, pd.DataFrame(rows)))
    table = pd.DataFrame({"Partner": [f"Partner {n} " * 40 for n in range(1000)], "Events": 1})
    made = contents(read, *screens, listed(table, read))
    show = deck(made)
    assert len(show.slides) < 40
    test_everything_stands_within_the_slide(show)
    assert len(PdfReader(io.BytesIO(pdf(made))).pages) < 150
    assert sheets(made).worksheets[1].max_row == 1001


@pytest.mark.parametrize("ending", WRITERS)
def test_the_same_pack_is_the_same_bytes(read: Reading, ending: str) -> None:
    first, second = (WRITERS[ending][0](told(of(read, FISCAL, "fr"), MADE)) for _ in range(2))
    assert first == second
    if ending != "pdf":
        dates = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(first)).infolist()}
        assert dates == {(2026, 11, 23, 0, 0, 0)}


# What the public is not shown


@pytest.fixture(scope="module")
def veiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reading]:
    """A record with events, partners and pages that nobody outside may learn of, read inside."""
    folder = tmp_path_factory.mktemp("veiled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(folder / "home"))
        patch.setenv("OUTREACH_TODAY", MADE.isoformat())
        record = extended(folder / "record", hidden(AMONG["internal"]))
        name_more(record)
        engine = engines.connect(asking.url_of(record.build().file))
        yield reading(engine, Selection(date(2018, 1, 1), date(2028, 12, 31)), looks.look())
        engine.close()


def inside(content: bytes) -> str:
    """All text of a file, with the files inside it."""
    if content[:4] == b"%PDF":
        found = PdfReader(io.BytesIO(content))
        return f"{found.metadata} {''.join(page.extract_text() for page in found.pages)}"
    if content[:2] != b"PK":
        return content.decode("utf-8", "replace")
    archive = zipfile.ZipFile(io.BytesIO(content))
    return "".join(name + inside(archive.read(name)) for name in archive.namelist())


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("chosen", [{}, {"partner": ("quokka",)}, {"unconfirmed": True}])
def test_nothing_hidden_leaks_into_a_pack(
    veiled: Reading, ending: str, chosen: dict[str, Any]
) -> None:
    within = veiled.ask("events")
    assert "zyxel" in within.to_csv().lower()
    made = told(veiled.of(replace(veiled.chosen, **chosen)), MADE)
    said = inside(WRITERS[ending][0](made))
    assert not [token for token in TOKENS if token in said.lower()]
    assert "not shown: internal or under embargo" in made.not_shown
    assert bare(made.not_shown) in bare(said)


# The command


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OUTREACH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("OUTREACH_TODAY", MADE.isoformat())
    return tmp_path


PERIOD = ("--from", "2024-10-01", "--to", "2024-12-31")


def test_the_command_writes_each_kind(home: Path, read: Reading) -> None:
    build.build()
    for ending in WRITERS:
        file = home / f"board.{ending.upper() if ending == 'pdf' else ending}"
        file.write_text("old")
        assert pack.main([str(file), "--lang", "fr", *PERIOD]) == 0
        chosen = Selection(date(2024, 10, 1), date(2024, 12, 31))
        assert file.read_bytes() == WRITERS[ending][0](told(of(read, chosen, "fr"), MADE))
    assert sorted(path.suffix.lower() for path in home.iterdir() if path.is_file()) == [
        ".pdf",
        ".pptx",
        ".xlsx",
    ]


@pytest.mark.parametrize(
    "words, said",
    [
        (["board.doc"], ".pptx, .pdf, .xlsx"),
        (["board"], ".pptx, .pdf, .xlsx"),
        (["board.pptx", "--lang", "tlh"], "en, fr"),
        (["board.pptx", "--theme", "smes,nothing"], "nothing"),
        (["board.pptx", "--from", "2024-13-01"], "2024-13-01"),
        (["board.pptx", "--from", "2025-01-01", "--to", "2024-01-01"], "ends before"),
        (["board.pptx", "--format", "csv"], "csv"),
    ],
)
def test_a_word_that_means_nothing(
    home: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    build.build()
    assert pack.main([str(home / words[0]), *words[1:]]) == 2
    assert said in capsys.readouterr().err
    assert not (home / words[0]).exists()


def test_without_a_warehouse(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pack.main([str(home / "board.pptx")]) == 1
    assert "data.build" in capsys.readouterr().err


def test_a_folder_that_is_not_there(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build.build()
    assert pack.main([str(home / "none" / "board.xlsx"), *PERIOD]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_what_fails_leaves_the_old_file_whole(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build.build()
    file = home / "board.xlsx"
    file.write_text("old")
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    assert pack.main([str(file), *PERIOD]) == 1
    assert file.read_text() == "old"
    assert [path.name for path in home.iterdir() if path.is_file()] == ["board.xlsx"]
