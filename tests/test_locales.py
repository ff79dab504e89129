"""Every phrase the dashboard can say exists in every language, and no phrase is left over."""

import ast
import csv
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import app
from dashboard.language import LOCALES, Language, languages
from data.build import HERE as DATA
from queries import edits, measures

DASHBOARD = Path(app.__file__).parent
FILES = sorted(DASHBOARD.rglob("*.py"))
CATALOGUES = sorted(LOCALES.glob("*.po"))
EN, FR = Language("en"), Language("fr")
PHRASES = {
    "_": 1,
    "text": 1,
    "template": 1,
    "plural": 2,
}  # calls that say something, and how many phrases they take
DRAWN = settings(max_examples=200, deadline=None, derandomize="CI" in os.environ)

# Where a phrase is not written at the call: it is handed through, or is a measure's or a page's,
# and those are collected from where they are written.
HANDED_THROUGH = {
    "look.py": {"english", "one", "many"},
    "widgets/comparing.py": {"measures.load()[name].label"},
    "widgets/changed.py": {"measures.load()[name].label", "NOT_SHOWN"},
    "widgets/edited.py": {"name", "phrase", "NOT_SHOWN"},
    "widgets/drill.py": {"declared.label"},
    "explaining.py": {"measure.help", "measure.one", "measure.many"},
    "exports/appendix.py": {"measure.label", "measure.help"},
    "exports/headings.py": {"measure.help"},
    "widgets/exporting.py": {"counted.one", "counted.many", "counted.help"},
    "widgets/figures.py": {"measure.label", "measure.help", "measure.one", "measure.many"},
    "widgets/frame.py": {"contents[current]", "title"},
}

Phrase = tuple[str, ...]


def phrases(tree: ast.AST) -> Iterator[list[ast.expr]]:
    """The arguments of each call that says something."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in PHRASES:
            yield node.args[: PHRASES[called(node)]]


def called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def written(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def collected(source: str) -> set[Phrase]:
    """The phrases that stand in a module's calls; a pair where the phrase depends on a number."""
    return {
        tuple(str(argument.value) for argument in arguments if isinstance(argument, ast.Constant))
        for arguments in phrases(ast.parse(source))
        if all(map(written, arguments))
    }


def said() -> set[Phrase]:
    """Every phrase of the dashboard."""
    found = {phrase for file in FILES for phrase in collected(file.read_text("utf-8"))}
    found |= {(title,) for title in app.CONTENTS.values()}
    found |= {(phrase,) for phrase in (edits.NOT_SHOWN, *edits.VISIBLE, *edits.COLUMNS.values())}
    for measure in measures.load().values():
        found |= {(measure.label,), (measure.help,), (measure.one, measure.many)}
    return found


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as lines:
        return read_po(lines, locale=path.stem)


def entries(path: Path) -> dict[Phrase, tuple[str, ...]]:
    """Each phrase of a catalogue with what it becomes."""
    return {
        in_full(message.id): in_full(message.string) for message in catalogue(path) if message.id
    }


def in_full(words: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def blanks(phrase: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", phrase))


each = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)


def test_there_is_a_catalogue() -> None:
    assert languages() == ["en", *(path.stem for path in CATALOGUES)]
    assert "fr" in languages()


@each
def test_nothing_is_missing_and_nothing_left_over(path: Path) -> None:
    found = set(entries(path))
    assert {"missing": said() - found, "left over": found - said()} == {
        "missing": set(),
        "left over": set(),
    }


@each
def test_every_phrase_is_filled_in(path: Path) -> None:
    assert [phrase for phrase, words in entries(path).items() if not all(words)] == []
    assert [message.id for message in catalogue(path) if message.fuzzy and message.id] == []
    assert not catalogue(path).obsolete


@each
def test_plural_forms_are_filled_in(path: Path) -> None:
    forms = catalogue(path).num_plurals
    assert [
        phrase
        for phrase, words in entries(path).items()
        if len(words) != (forms if len(phrase) == 2 else 1)
    ] == []


@each
def test_the_blanks_are_the_same(path: Path) -> None:
    """The form for one may leave the number out, as the English one may."""
    wrong = []
    for phrase, words in entries(path).items():
        one, many = blanks(words[0]), blanks(words[-1])
        if many != blanks(phrase[-1]) or one not in (blanks(phrase[0]), blanks(phrase[-1])):
            wrong.append(phrase)
    assert wrong == []


@each
def test_no_line_can_begin_with_a_colon_or_a_closing_quote(path: Path) -> None:
    """French sets a space before them, at which no line may break."""
    told = [text for phrases in entries(path).values() for text in phrases]
    assert [text for text in told if re.search("« | »| :", text)] == []


@each
def test_no_phrase_is_the_same_twice(path: Path) -> None:
    ids = [in_full(message.id) for message in catalogue(path) if message.id]
    assert len(ids) == len({phrase[0] for phrase in ids})


def test_phrases_are_written_where_they_are_said() -> None:
    """Else this file could not find them. What is handed through stands in the list above."""
    found: dict[str, set[str]] = {}
    for file in FILES:
        for arguments in phrases(ast.parse(file.read_text("utf-8"))):
            odd = {ast.unparse(argument) for argument in arguments if not written(argument)}
            if odd:
                found.setdefault(file.relative_to(DASHBOARD).as_posix(), set()).update(odd)
    assert found == HANDED_THROUGH


def test_the_collector_sees_what_it_should() -> None:
    found = collected(
        "_ = look.text\n"
        'a = _("Plain {x}", x=1)\n'
        "b = f'<b>{look.text(\"Within another\")}</b>'\n"
        'c = look.plural("{n} cat", "{n} cats", 3)\n'
        'd = [_("In a list") for _x in range(3)]\n'
        "e = _(title)\n"
        'f = print("Not this")\n'
    )
    assert found == {("Plain {x}",), ("Within another",), ("{n} cat", "{n} cats"), ("In a list",)}
    assert not found & said()


# No phrase beside those calls

SENTENCE = re.compile(r"(?=.*[a-z]{2})\s*[A-ZÉÀ][\w’'-]*,? [\w’'{(“-]+.*", re.DOTALL)


def unsaid(source: str) -> list[str]:
    """Literals that read like English but reach no catalogue."""
    tree = ast.parse(source)
    fine = {id(part) for node in ast.walk(tree) for part in allowed(node)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in fine
        and SENTENCE.fullmatch(node.value)
    ]


def allowed(node: ast.AST) -> Iterator[ast.AST]:
    """What may hold a sentence: a phrase, an exception, a docstring."""
    if isinstance(node, ast.Call) and called(node) in PHRASES:
        yield from node.args[: PHRASES[called(node)]]
    if isinstance(node, ast.Raise):
        yield from ast.walk(node)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(DASHBOARD).as_posix())
def test_no_english_beside_the_catalogue(file: Path) -> None:
    assert unsaid(file.read_text("utf-8")) == []


def test_english_beside_the_catalogue_is_noticed() -> None:
    source = (
        '"""Docstring of a module."""\n'
        'raise ValueError("This is fine")\n'
        'look.text("So is this")\n'
        'a = "This is not"\n'
        'b = f"Nor {a} this"\n'
        'c = "no capital here"\n'
    )
    assert unsaid(source) == ["This is not"]
    assert unsaid('b = f"Nor this {a}"') == ["Nor this "]


@pytest.mark.parametrize("file", sorted((DATA / "vocabulary").glob("*.csv")), ids=lambda f: f.stem)
def test_every_name_of_the_record_has_its_french(file: Path) -> None:
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    english = [name for name in rows[0] if name.endswith("_en")]
    assert english
    for name in english:
        pairs = [(row[name], row[f"{name.removesuffix('_en')}_fr"]) for row in rows]
        assert [pair for pair in pairs if bool(pair[0]) != bool(pair[1])] == []
        assert all(row[name] for row in rows) or name != "name_en"


# How a language writes


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    "first, last, precision, english, french",
    [
        ("2024-10-14", "2024-10-14", "day", "14 October 2024", "14 octobre 2024"),
        ("2024-12-03", "2024-12-04", "day", "3–4 December 2024", "3–4 décembre 2024"),
        ("2024-12-01", "2024-12-01", "day", "1 December 2024", "1er décembre 2024"),
        ("2024-12-01", "2024-12-11", "day", "1–11 December 2024", "1er–11 décembre 2024"),
        ("2024-12-11", "2024-12-11", "day", "11 December 2024", "11 décembre 2024"),
        (
            *("2024-11-30", "2024-12-04", "day"),
            *("30 November – 4 December 2024", "30 novembre – 4 décembre 2024"),
        ),
        (
            *("2024-12-28", "2025-01-01", "day"),
            *("28 December 2024 – 1 January 2025", "28 décembre 2024 – 1er janvier 2025"),
        ),
        ("2024-10-01", "2024-10-31", "month", "October 2024", "octobre 2024"),
        (
            *("2023-09-01", "2023-11-30", "window"),
            *("September–November 2023 (approximate)", "septembre–novembre 2023 (approximatif)"),
        ),
        (
            *("2024-12-01", "2025-02-28", "window"),
            *(
                "December 2024 – February 2025 (approximate)",
                "décembre 2024 – février 2025 (approximatif)",
            ),
        ),
    ],
)
def test_a_date_is_told_at_its_precision(
    first: str, last: str, precision: str, english: str, french: str
) -> None:
    assert EN.when(day(first), day(last), precision) == english
    assert FR.when(day(first), day(last), precision) == french


@pytest.mark.parametrize(
    "first, last, english, french",
    [
        ("2024-10-01", "2024-12-31", "October–December 2024", "octobre–décembre 2024"),
        ("2024-02-01", "2024-02-29", "February 2024", "février 2024"),
        ("2024-02-01", "2024-02-28", "1–28 February 2024", "1er–28 février 2024"),
        ("2024-04-01", "2025-03-31", "April 2024 – March 2025", "avril 2024 – mars 2025"),
        ("2024-11-23", "2024-11-23", "23 November 2024", "23 novembre 2024"),
    ],
)
def test_a_period_is_told_in_months_where_it_is_whole(
    first: str, last: str, english: str, french: str
) -> None:
    assert EN.period(day(first), day(last)) == english
    assert FR.period(day(first), day(last)) == french


def test_a_day_of_the_year() -> None:
    assert EN.day_of_year(day("2026-11-23")) == "23 November"
    assert FR.day_of_year(day("2026-11-01")) == "1er novembre"


@pytest.mark.parametrize(
    "value, english, french",
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1234, "1,234", "1\u00a0234"),
        (1234567, "1,234,567", "1\u00a0234\u00a0567"),
        (1.5, "1.5", "1,5"),
    ],
)
def test_a_number(value: float, english: str, french: str) -> None:
    assert (EN.number(value), FR.number(value)) == (english, french)


@pytest.mark.parametrize("value, told", [(2, "+2"), (-1, "−1"), (0, "0")])
def test_a_difference_has_its_sign(value: int, told: str) -> None:
    assert EN.signed(value) == FR.signed(value) == told


def test_a_large_difference() -> None:
    assert (EN.signed(-1234), FR.signed(1234)) == ("−1,234", "+1\u00a0234")


def test_none_is_plural_in_english_and_singular_in_french() -> None:
    told = [
        language.plural("{n} event", "{n} events", n) for language in (EN, FR) for n in (0, 1, 2)
    ]
    assert told == [
        *("0 events", "1 event", "2 events"),
        *("0 événement", "1 événement", "2 événements"),
    ]


def test_lists_end_in_and() -> None:
    assert EN.list(["a", "b", "c"]) == "a, b and c"
    assert FR.list(["a", "b", "c"]) == "a, b et c"
    assert EN.list([]) == ""


@pytest.mark.parametrize(
    "ordered",
    [
        ["École", "Égalité", "Égypte", "Équateur", "Érythrée", "États-Unis", "Zone"],
        ["Ecole", "École", "Ecoles"],
        ["abeille", "Âge", "Zone"],
        ["« Bonjour »", "Bonsoir"],
        ["Nourriture", "Œuvre", "Orange"],
        ["Îles Cook", "Inde", "Zambie"],
    ],
)
@pytest.mark.parametrize("language", [EN, FR], ids=["en", "fr"])
def test_sorting_is_a_reader_s(language: Language, ordered: list[str]) -> None:
    mixed = ordered[::-1]
    mixed.sort(key=language.sorting)
    assert mixed == ordered


def test_an_unknown_language_says_english() -> None:
    assert Language("tlh").text("Close") == "Close"


@DRAWN
@given(
    st.sampled_from([EN, FR]), st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.integers(0, 900)
)
def test_every_span_of_days_names_both_its_years(
    language: Language, first: date, length: int
) -> None:
    last = date.fromordinal(first.toordinal() + length)
    told = language.period(first, last)
    assert str(last.year) in told
    assert str(first.year) in told
