"""Files as people send them: other encodings, separators, line ends, and broken rows."""

import os
from datetime import date
from unicodedata import category

import pytest

from data import build
from tests.records import COLUMNS, line

OF = "join fct_event using (event_no)"

ODD = "Zoë 🎉 \u202eעברית\u202c <b>&amp;</b>"
TEXT = "\n".join([COLUMNS, line(title_en="Été à Montréal"), line(event_id="second")]) + "\n"


def kept(record):
    return record.ask(
        "select event_id, title_en, line from fct_event where source_id = 'extra' order by line"
    )


TWO = [("good", "Été à Montréal", 2), ("second", "Good", 3)]


@pytest.mark.parametrize(
    "encoding, name",
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "windows-1252"),
    ],
)
def test_any_usual_encoding(record, encoding, name):
    record.add(TEXT.encode(encoding))
    assert kept(record) == TWO
    told = [row[3] for row in record.said() if row[4] == "not_utf8"]
    assert told == ([] if name == "utf-8" else [name])
    assert record.ask("select encoding from record_file where source_id = 'extra'") == [(name,)]


def test_an_encoding_that_shows_only_far_below_the_head(record):
    lines = [line(event_id=f"e{n}", summary_en="x" * 900) for n in range(1500)]
    text = "\n".join([COLUMNS, *lines, line(title_en="Été")])
    record.add(text.encode("cp1252"))
    assert kept(record)[-1] == ("good", "Été", 1502)


@pytest.mark.parametrize(
    "wrong",
    [
        b"\xe9",  # no continuation
        b"\xe2\x82",  # cut short
        b"\xc0\xaf",  # longer than need be
        b"\xed\xa0\x80",  # half of a pair
        b"\xf4\xbf\x80\x80",  # beyond the last character
    ],
)
def test_a_row_that_is_not_quite_utf8(record, wrong):
    rows = [line(event_id=f"e{n}", summary_en="x" * 900, title_en="Été") for n in range(1500)]
    text = "\n".join([COLUMNS, *rows, line(title_en="Soirée ?"), line(event_id="last")])
    record.add(text.encode().replace(b"?", wrong))
    assert kept(record)[-2:] == [("e1499", "Été", 1501), ("last", "Good", 1503)]
    shown = f"Soirée {wrong.decode('utf-8', 'replace')}"
    said = f"“{shown}”, in the column title_en, holds a letter that is not written in UTF-8."
    found = record.ask("select line, text_en, shown_from from finding where source_id = 'extra'")
    assert found == [(1502, said, date(9999, 12, 31))]  # for the row might be internal


def test_a_file_whose_letters_are_mostly_not_utf8(record):
    rows = [line(title_en="Été"), line(event_id="second", title_en="Soirée")]
    mixed = "\n".join([COLUMNS, *rows]).encode("cp1252") + b"\n" + line(event_id="third").encode()
    record.add(mixed + "é".encode())
    assert [row[3:5] for row in record.said()][:1] == [("windows-1252", "not_utf8")]
    assert kept(record)[:2] == [("good", "Été", 2), ("second", "Soirée", 3)]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_any_usual_separator(record, delimiter):
    names = ["event_id", "title_en", "title_fr", "start_date", "end_date", "date_precision"]
    values = ["good", "One, two", "Un", "2024-11-20", "2024-11-20", "day"]
    rows = [delimiter.join([*names, "status"]), delimiter.join([*values, "confirmed"])]
    record.add("\n".join(rows))
    assert kept(record) == [("good", "One, two", 2)]


def test_lists_within_semicolons(record):
    themes = line(themes="equality;smes", source_urls="https://a.example;https://b.example")
    record.add("\n".join(text.replace(",", ";") for text in (COLUMNS, themes)))
    assert kept(record) == [("good", "Good", 2)]
    for bridge, count in (("theme", 2), ("url", 2)):
        rows = record.ask(
            f"select count(*) from bridge_event_{bridge} {OF} where event_id = 'good'"
        )
        assert rows == [(count,)]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_any_line_end(record, end):
    record.add(TEXT.replace("\n", end).encode())
    assert kept(record) == TWO


def test_mixed_line_ends(record):
    record.add(TEXT.replace("\n", "\r\n", 1).encode())
    assert kept(record) == TWO


def test_no_line_end_at_the_end(record):
    record.add(TEXT.rstrip("\n"))
    assert kept(record) == TWO


def test_lines_are_those_of_the_file(record):
    record.add(
        "\n".join(
            [
                "",
                COLUMNS,
                line(summary_en="two\nlines"),
                "",
                "," * COLUMNS.count(","),
                line(event_id="second", role="chief"),
                line(event_id="third"),
            ]
        )
    )
    assert [row[::2] for row in kept(record)] == [("good", 3), ("third", 8)]
    assert [row[1] for row in record.said()] == [7]
    counts = record.ask(
        "select rows_read, rows_kept, rows_refused from record_file where source_id = 'extra'"
    )
    assert counts == [(3, 2, 1)]


def test_quoted_line_breaks_are_kept(record):
    record.add_lines(line(summary_en="two\nlines, one row"))
    assert record.ask("select summary_en from fct_event where event_id = 'good'") == [
        ("two\nlines, one row",)
    ]


@pytest.mark.parametrize(
    "broken, reason, value",
    [
        ("good,Too,short", "too_few_fields", "3"),
        (line() + ",more", "too_many_fields", "24"),
        ('good,"open' + "," * 19, "broken_quotes", None),
        ('good,"closed"too early' + "," * 19, "broken_quotes", None),
    ],
)
def test_a_row_that_does_not_fit_is_refused_with_its_line(record, broken, reason, value):
    record.add_lines(line(event_id="first"), broken, line(event_id="last"))
    assert record.said() == [("refused", 3, None, value, reason)]
    assert [row[::2] for row in kept(record)] == [("first", 2), ("last", 4)]


def test_a_separator_too_many_at_the_end_is_forgiven(record):
    record.add_lines(line() + ",", line(event_id="second", summary_en="two\nlines") + ",")
    assert [row[0] for row in kept(record)] == ["good", "second"]


def test_odd_characters_stay_text(record):
    record.add_lines(line(title_en=ODD, title_fr="a\0b"))
    titles = record.ask("select title_en, title_fr from fct_event where event_id = 'good'")
    assert titles == [(ODD, "a\0b")]


def test_spaces_around_a_value_do_not_count(record):
    record.add_lines(line(event_id=" good ", themes=" equality ;; smes;"))
    themes = record.ask(f"select theme_id from bridge_event_theme {OF} where event_id = 'good'")
    assert sorted(themes) == [("equality",), ("smes",)]


def test_every_kind_of_space_around_a_value_goes(record):
    spaces = ["", *(chr(n) for n in range(0x10000) if category(chr(n)) == "Zs")]
    texts = ["Good", "Été", "é", "à la fin\u200b", "e\u0301", "œ\u00a0!"]
    given = [(a, text, z) for a in spaces for text in texts for z in spaces]
    lines = [line(event_id=f"e{n}", summary_en="".join(one)) for n, one in enumerate(given)]
    record.add_lines(*lines)
    summaries = record.ask(
        "select summary_en from fct_event where source_id = 'extra' order by line"
    )
    assert [text for (text,) in summaries] == [text for _, text, _ in given]


def test_column_names_may_be_in_capitals_and_any_order(record):
    names = COLUMNS.split(",")
    turned = dict(zip(names, line().split(","), strict=True))
    record.add("\n".join([",".join(names[::-1]).upper(), ",".join(list(turned.values())[::-1])]))
    assert kept(record) == [("good", "Good", 2)]


def test_a_file_of_two_hundred_columns(record):
    extra = [f"extra_{n}" for n in range(180)]
    record.add("\n".join([",".join([COLUMNS, *extra]), ",".join([line(), *extra])]))
    assert kept(record) == [("good", "Good", 2)]
    ((severity, number, _, value, reason),) = record.said()
    assert (severity, number, reason) == ("warning", 1, "columns_unknown")
    assert value.split(", ") == extra


def test_a_column_given_twice_and_one_without_a_name(record):
    record.add(f"{COLUMNS},title_en,\n{line()},other,\n")
    assert kept(record) == [("good", "Good", 2)]
    assert record.said() == [("warning", 1, None, "title_en_24, column_25", "columns_unknown")]


@pytest.mark.parametrize("end", ["\n", "\r"])  # read by DuckDB, and row by row
@pytest.mark.parametrize("name", ["rowid", "RowID", "file_line"])
def test_a_column_named_as_staging_names_its_own(record, name, end):
    texts = (f"{COLUMNS},{name}", f"{line()},999", f'{line(event_id="second")},"two\nlines"')
    record.add(end.join(texts))
    assert [row[::2] for row in kept(record)] == [("good", 2), ("second", 3)]
    assert record.said() == [("warning", 1, None, f"{name.lower()}_24", "columns_unknown")]


@pytest.mark.parametrize("make", ["folder", "link to nowhere", "link to itself", "locked file"])
def test_a_file_that_cannot_be_opened_is_refused_and_the_rest_builds(record, make):
    path = record.add_lines(line())
    spoil(path, make)
    reason = "file_missing" if make == "link to nowhere" else "file_closed"
    ((severity, number, _, _, found),) = record.said()
    assert (severity, number, found) == ("refused", 1, reason)
    assert record.build().rows_kept == 14


def spoil(path, make):
    """Put what cannot be opened in the file's place."""
    if make == "locked file" and os.geteuid() == 0:
        pytest.skip("nothing is locked for root")
    if make == "locked file":
        path.chmod(0)
        return
    path.unlink()
    if make == "folder":
        path.mkdir()
    else:
        path.symlink_to(path.name if make == "link to itself" else "nowhere.csv")


def test_names_that_are_no_text_or_mean_something_to_a_shell(record):
    record.add_lines(line()).rename(record.folder / "sources/extra/ev[e]nts*?.csv")
    record.add(TEXT.replace("good", "third").replace("second", "fourth"), "\udce9v.csv")
    assert {row[0] for row in kept(record)} == {"good", "third", "fourth"}


@pytest.mark.parametrize(
    "content, reason, value",
    [
        (b"", "file_empty", None),
        (b"\n\n  \n", "file_empty", None),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x81\x8d", "file_unreadable", None),
        (b"PK\x03\x04" + bytes(range(256)), "file_unreadable", None),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_and_the_rest_builds(record, content, reason, value):
    record.add(content)
    assert record.said() == [("refused", 1, None, value, reason)]
    assert record.build().rows_kept == 14
    counts = record.ask("select rows_read from record_file where source_id = 'extra'")
    assert counts == [(0,)]


def test_a_file_without_needed_columns_is_refused(record):
    record.add("event_id,title_en,start_date\na,A,2024-01-01\nb,B,2024-01-01\n")
    missing = "title_fr, end_date, date_precision, status"
    assert record.said() == [("refused", 1, None, missing, "columns_missing")]
    counts = record.ask(
        "select rows_read, rows_kept, rows_refused from record_file where source_id = 'extra'"
    )
    assert counts == [(2, 0, 2)]


def test_a_header_alone_is_a_file_without_rows(record):
    record.add(COLUMNS + "\n")
    assert record.said() == []
    assert record.build().rows_kept == 14


def test_a_source_brings_its_own_shape(record):
    (record.add("Titre;Debut;Sujet\nÉté;20/11/2024;PME\nHiver;31/11/2024;PME\n")).with_name(
        "staging.sql"
    ).write_text(
        """
        select
            raw.file_line,
            'own-' || raw.file_line as event_id,
            raw.titre as title_fr,
            raw.titre as title_en,
            coalesce(strftime(try_strptime(raw.debut, '%d/%m/%Y'), '%Y-%m-%d'), raw.debut)
                as start_date,
            coalesce(strftime(try_strptime(raw.debut, '%d/%m/%Y'), '%Y-%m-%d'), raw.debut)
                as end_date,
            'day' as date_precision,
            'confirmed' as status,
            case raw.sujet when 'PME' then 'smes' end as themes
        from staging.raw as raw;
        """
    )
    rows = record.ask(
        "select event_id, title_fr, cast(start_date as varchar), line from fct_event"
        " where source_id = 'extra'"
    )
    assert rows == [("own-2", "Été", "2024-11-20", 2)]
    assert ("refused", 3, "start_date", "31/11/2024", "bad_start_date") in record.said()
    assert record.ask(f"select theme_id from bridge_event_theme {OF} where event_id = 'own-2'") == [
        ("smes",)
    ]


def test_a_shape_that_does_not_fit_refuses_the_file(record):
    path = record.add_lines(line())
    path.with_name("staging.sql").write_text(
        "select raw.file_line, raw.nothing from staging.raw as raw"
    )
    ((severity, number, _, value, reason),) = record.said()
    assert (severity, number, reason) == ("refused", 1, "staging_failed")
    assert "nothing" in value
    assert record.build().rows_kept == 14


def test_a_shape_that_forgets_who_may_see_a_row_refuses_the_file(record):
    path = record.add_lines(line(visibility="internal"))
    shape = (build.HERE / "staging.sql").read_text(encoding="utf-8")
    for name, kept in (("embargoed_until", 14), ("nothing", 15)):
        text = shape.replace(f",\n    raw.{name}", "")
        path.with_name("staging.sql").write_text(text, encoding="utf-8")
        assert record.build().rows_kept == kept
    path.with_name("staging.sql").write_text(shape.replace(",\n    raw.embargoed_until", ""))
    assert record.said() == [("refused", 1, None, "embargoed_until", "discretion_forgotten")]


@pytest.mark.parametrize("make", ["folder", "link to nowhere", "link to itself", "locked file"])
def test_a_shape_that_cannot_be_opened_refuses_the_file(record, make):
    path = record.add_lines(line()).with_name("staging.sql")
    path.touch()
    spoil(path, make)
    ((severity, number, _, value, reason),) = record.said()
    assert (severity, number, reason) == ("refused", 1, "staging_failed")
    assert value
    assert str(record.folder) not in value


def test_a_shape_in_another_encoding_refuses_the_file(record):
    path = record.add_lines(line())
    path.with_name("staging.sql").write_bytes("-- Été\nselect 1 as file_line".encode("latin-1"))
    ((severity, number, _, value, reason),) = record.said()
    assert (severity, number, reason) == ("refused", 1, "staging_failed")
    assert "utf-8" in value
    assert record.build().rows_kept == 14
