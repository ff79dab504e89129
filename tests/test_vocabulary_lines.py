"""Lines of vocabularies, and what a source says of itself, are checked too."""

import pytest

LINES = {
    "entry_id_missing": ("themes", ",Name,Nom,,,1", "theme_id", ""),
    "entry_id_malformed": ("themes", "Big Theme,Name,Nom,,,1", "theme_id", "Big Theme"),
    "entry_id_twice": ("themes", "smes,Name,Nom,,,1", "theme_id", "smes"),
    "entry_name_missing": ("themes", "new,,,,,1", "name_en", ""),
    "entry_names_organisation": (
        "partners",
        "new,Name,Nom,,small numbers  CENTRE,other,,",
        "name_en",
        "small numbers  CENTRE",
    ),
    "entry_number_wrong": ("countries", "XX,Name,Nom,africa,95.0,0", "latitude", "95.0"),
    "too_few_fields": ("themes", "new,Name", None, "2"),
    "too_many_fields": ("themes", "new,Name,Nom,,,1,more", None, "7"),
    "broken_quotes": ("themes", 'new,"Name,Nom,,,1', None, None),
}
UNKNOWN = {
    "a region": ("countries", "XX,Name,Nom,atlantis,0,0", "region_id", "atlantis"),
    "a kind": ("partners", "new,Name,Nom,,,guild,,", "kind", "guild"),
    "no kind": ("partners", "new,Name,Nom,,,,,", "kind", ""),
    "a country": ("partners", "new,Name,Nom,,,other,XX,", "country_iso2", "XX"),
    "a coverage": ("coverage", "2025-Q2,some,,", "coverage", "some"),
    "a core": ("themes", "new,Name,Nom,,,yes", "core", "yes"),
}


def append(record, vocabulary, line):
    path = record.folder / "vocabulary" / f"{vocabulary}.csv"
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    return f"vocabulary/{vocabulary}.csv"


def said(record, file):
    return [
        row[1:]
        for row in record.ask("select file, severity, column_name, value, reason_id from finding")
        if row[0] == file
    ]


@pytest.mark.parametrize("reason", LINES)
def test_a_bad_line_is_refused_and_the_rest_builds(record, reason):
    vocabulary, line, column, value = LINES[reason]
    file = append(record, vocabulary, line)
    assert said(record, file) == [("refused", column, value or None, reason)]
    assert record.build().rows_kept == 14
    counts = record.ask(
        f"select rows_read - rows_kept, rows_refused from record_file where file = '{file}'"
    )
    assert counts == [(1, 1)]


@pytest.mark.parametrize("what", UNKNOWN)
def test_a_line_that_names_what_does_not_exist(record, what):
    vocabulary, line, column, value = UNKNOWN[what]
    file = append(record, vocabulary, line)
    assert said(record, file) == [("refused", column, value or None, "entry_value_unknown")]


def test_a_quarter_that_is_none(record):
    file = append(record, "coverage", "2025-Q5,none,,")
    assert said(record, file) == [("refused", "quarter", "2025-Q5", "entry_id_malformed")]


def test_a_name_in_one_language_stands_for_both(record):
    file = append(record, "themes", "new,,Nouveau,,,0")
    assert said(record, file) == [("warning", "name_en", "Nouveau", "entry_name_in_one_language")]
    names = record.ask("select name_en, name_fr, position from dim_theme where theme_id = 'new'")
    assert names == [("Nouveau", "Nouveau", 5)]


def test_a_vocabulary_that_is_missing_refuses_what_needs_it(record):
    (record.folder / "vocabulary/projects.csv").unlink()
    assert said(record, "vocabulary/projects.csv") == [("refused", None, None, "file_missing")]
    assert record.ask("select count(*) from fct_event where title_en = 'Gala'") == [(0,)]


def test_the_ids_that_the_rules_use_are_needed(record):
    path = record.folder / "vocabulary/formats.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("unknown,", "other,"), encoding="utf-8"
    )
    assert said(record, "vocabulary/formats.csv") == [
        ("refused", "format_id", "unknown", "entry_needed")
    ]


@pytest.mark.parametrize(
    "old, new, reason, value",
    [
        ('licence = "CC0-1.0"\n', "", "source_field_missing", "licence"),
        ('title = "Pages of others"', 'title = ""', "source_field_missing", "title"),
        ("retrieved = 2025-01-31", 'retrieved = "soon"', "source_field_wrong", None),
    ],
)
def test_a_source_that_does_not_say_where_it_comes_from(record, old, new, reason, value):
    path = record.folder / "sources/pages/source.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    ((severity, number, _, told, found),) = record.said("pages")
    assert (severity, number, found, told) == ("refused", 1, reason, value)
    counts = record.ask(
        "select rows_read, rows_kept, rows_refused from record_file where source_id = 'pages'"
    )
    assert counts == [(6, 0, 6)]
    assert record.ask("select source_id from dim_source") == [("recaps",)]
    assert record.build().rows_kept == 8


@pytest.mark.parametrize("content", [b"title = ", b"\xff\xfe\x00"])
def test_a_broken_source_toml(record, content):
    (record.folder / "sources/pages/source.toml").write_bytes(content)
    ((severity, _, _, _, reason),) = record.said("pages")
    assert (severity, reason) == ("refused", "source_unreadable")


def test_a_source_without_source_toml(record):
    (record.folder / "sources/pages/source.toml").unlink()
    assert [row[4] for row in record.said("pages")] == ["file_missing"]


def test_a_source_without_files_is_odd(record):
    record.add_lines().unlink()
    assert [row[::4] for row in record.said()] == [("warning", "source_without_files")]
