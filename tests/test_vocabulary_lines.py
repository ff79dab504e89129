"""Lines of vocabularies, and what a source says of itself, are checked too."""

import pytest

from data import warehouse
from data.organisation import RecordError
from data.vocabularies import VOCABULARIES
from tests.records import line

LINES = {
    "entry_id_missing": ("themes", ",Name,Nom,,,1", "theme_id", ""),
    "entry_id_malformed": ("themes", "Big Theme,Name,Nom,,,1", "theme_id", "Big Theme"),
    "entry_id_twice": ("themes", "smes,Name,Nom,,,1", "theme_id", "smes"),
    "entry_id_reserved": ("themes", "none,No theme,Sans thème,,,1", "theme_id", "none"),
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


RESERVED = {
    "partners": "none,No partner,Sans partenaire,,,other,,",
    "projects": "none,No project,Sans projet",
    "regions": "none,No region,Sans région",
    "roles": "none,No role,Sans rôle,,",
    "formats": "none,No format,Sans formule",
    "partner_kinds": "none,No kind,Sans genre",
}
INDISPENSABLE = [vocabulary for vocabulary in VOCABULARIES if not vocabulary.dispensable]
NEEDED = [(vocabulary, needed) for vocabulary in VOCABULARIES for needed in vocabulary.needed]


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


@pytest.mark.parametrize("vocabulary", RESERVED)
def test_none_is_no_id(record, vocabulary):
    file = append(record, vocabulary, RESERVED[vocabulary])
    ((severity, _, value, reason),) = said(record, file)
    assert (severity, value, reason) == ("refused", "none", "entry_id_reserved")


def stops(record, *words):
    """The build stops with a sentence of these words, and the good warehouse stays the latest."""
    with pytest.raises(RecordError) as stopped:
        record.build()
    assert [word for word in words if word not in str(stopped.value)] == []


def without(path, id_):
    """Leave out the line of an id."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(text for text in lines if not text.startswith(f"{id_},")), "utf-8")


@pytest.mark.parametrize("vocabulary", INDISPENSABLE, ids=lambda vocabulary: vocabulary.name)
def test_a_vocabulary_that_is_missing_stops_the_build(record, vocabulary):
    good = record.build().file
    (record.folder / vocabulary.file).unlink()
    stops(record, vocabulary.file, "There is no such file.")
    assert warehouse.latest() == good


@pytest.mark.parametrize(
    "content, sentence",
    [
        (b"", "The file is empty."),
        (b"PK\x03\x04" + bytes(range(256)), "no text that can be read"),
        (b"region_id,name_en\nquebec,Quebec\n", "lacks the columns: name_fr"),
    ],
)
def test_a_vocabulary_that_cannot_be_read_stops_the_build(record, content, sentence):
    (record.folder / "vocabulary/regions.csv").write_bytes(content)
    stops(record, "vocabulary/regions.csv", sentence)


def test_nothing_is_written_where_a_vocabulary_stops_the_build(record):
    (record.folder / "vocabulary/roles.csv").unlink()
    stops(record, "vocabulary/roles.csv")
    assert not warehouse.home().exists()


def test_a_vocabulary_that_cannot_be_opened_stops_the_build(record):
    path = record.folder / "vocabulary/themes.csv"
    path.unlink()
    path.symlink_to("themes.csv")
    stops(record, "vocabulary/themes.csv", "cannot be opened")


def test_vocabulary_is_a_file(record):
    folder = record.folder / "vocabulary"
    folder.rename(record.folder / "elsewhere")
    folder.write_text("theme_id\n")
    stops(record, "vocabulary/themes.csv", "cannot be opened")


def test_there_may_be_no_coverage(record):
    (record.folder / "vocabulary/coverage.csv").unlink()
    assert said(record, "vocabulary/coverage.csv") == [("refused", None, None, "file_missing")]
    assert record.build().rows_kept == 14


@pytest.mark.parametrize("vocabulary, needed", NEEDED)
def test_the_ids_that_the_rules_use_are_needed(record, vocabulary, needed):
    without(record.folder / vocabulary.file, needed)
    stops(record, vocabulary.file, f"“{needed}”")


def test_a_needed_id_on_a_line_that_is_refused_is_missing(record):
    without(record.folder / "vocabulary/regions.csv", "not_recorded")
    append(record, "regions", "not_recorded,,")
    stops(record, "vocabulary/regions.csv", "“not_recorded”")


def test_a_row_without_a_country_needs_no_countries(record):
    for name in ("countries", "partners"):
        path = record.folder / f"vocabulary/{name}.csv"
        path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    record.add_lines(line())
    assert record.said() == []


@pytest.mark.parametrize(
    "old, new, reason, value",
    [
        ('licence = "CC0-1.0"\n', "", "source_field_missing", "licence"),
        ('title = "Pages of others"', 'title = ""', "source_field_missing", "title"),
        ('title = "Pages of others"', 'title = " \\t "', "source_field_missing", "title"),
        ('licence = "CC0-1.0"', 'licence = "CC0"\nlicence_fr = [3]', "source_field_wrong", None),
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


def test_french_of_spaces_alone_is_left_out(record):
    path = record.folder / "sources/pages/source.toml"
    path.write_text(path.read_text(encoding="utf-8") + 'licence_fr = " "\n', encoding="utf-8")
    told = record.ask("select licence_fr from dim_source where source_id = 'pages'")
    assert told == [("CC0-1.0",)]


def test_a_source_may_be_retrieved_tomorrow(record):
    path = record.folder / "sources/pages/source.toml"
    text = path.read_text(encoding="utf-8").replace("2025-01-31", "2999-01-01")
    path.write_text(text, encoding="utf-8")
    assert record.build().rows_kept == 14


@pytest.mark.parametrize("content", [b"title = ", b"\xff\xfe\x00", b"a = " + b"[" * 5000])
def test_a_broken_source_toml(record, content):
    (record.folder / "sources/pages/source.toml").write_bytes(content)
    ((severity, _, _, _, reason),) = record.said("pages")
    assert (severity, reason) == ("refused", "source_unreadable")


def test_a_source_without_source_toml(record):
    (record.folder / "sources/pages/source.toml").unlink()
    assert [row[4] for row in record.said("pages")] == ["file_missing"]


def test_source_toml_is_a_folder(record):
    path = record.folder / "sources/pages/source.toml"
    path.unlink()
    path.mkdir()
    assert [row[4] for row in record.said("pages")] == ["file_closed"]
    assert record.build().rows_kept == 8


def test_links_that_lead_nowhere(record):
    path = record.folder / "sources/pages/source.toml"
    path.unlink()
    path.symlink_to("nowhere.toml")
    (record.folder / "sources/extra").symlink_to("nowhere")
    assert [row[4] for row in record.said("pages")] == ["file_missing"]
    assert [row[4] for row in record.said("extra")] == ["file_closed"]


def test_a_source_without_files_is_odd(record):
    record.add_lines().unlink()
    assert [row[::4] for row in record.said()] == [("warning", "source_without_files")]
