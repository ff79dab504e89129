"""What can be wrong with a line of a vocabulary."""

import re
from collections.abc import Iterator, Mapping

from data.organisation import Organisation
from data.vocabularies import RESERVED, Vocabulary

Complaint = tuple[str, str, str | None, str | None]
Known = Mapping[str, Mapping[str, int]]


def complaints(
    vocabulary: Vocabulary,
    given: dict[str, str],
    line_of: Mapping[str, int],
    known: Known,
    organisation: Organisation,
) -> Iterator[Complaint]:
    """Reason, column, value and other thing. `line_of` holds the ids above, `known` those of other
    vocabularies."""
    yield from wrong_id(vocabulary, given, line_of)
    yield from wrong_name(vocabulary, given)
    yield from wrong_word(vocabulary, given, known)
    yield from wrong_number(vocabulary, given)
    yield from own_name(vocabulary, given, organisation)


def wrong_id(
    vocabulary: Vocabulary, given: dict[str, str], line_of: Mapping[str, int]
) -> Iterator[Complaint]:
    key = vocabulary.key
    value = given[key]
    pattern, example = vocabulary.written
    if not value:
        yield "entry_id_missing", key, None, None
    elif not re.fullmatch(pattern, value):
        yield "entry_id_malformed", key, value, example
    elif value in RESERVED:
        yield "entry_id_reserved", key, value, None
    elif value in line_of:
        yield "entry_id_twice", key, value, str(line_of[value])


def wrong_name(vocabulary: Vocabulary, given: dict[str, str]) -> Iterator[Complaint]:
    if not vocabulary.named:
        return
    names = given["name_en"], given["name_fr"]
    lacking = "name_fr" if given["name_en"] else "name_en"
    if not any(names):
        yield "entry_name_missing", lacking, None, None
    elif not all(names):
        yield "entry_name_in_one_language", lacking, max(names), None


def wrong_word(vocabulary: Vocabulary, given: dict[str, str], known: Known) -> Iterator[Complaint]:
    for column, words in vocabulary.choices.items():
        if given[column] not in words:
            yield "entry_value_unknown", column, given[column] or None, ", ".join(words)
    for column, name in vocabulary.refers.items():
        if given[column] not in known[name] and not lacks(vocabulary, given, column):
            yield "entry_value_unknown", column, given[column] or None, f"{name}.csv"


def wrong_number(vocabulary: Vocabulary, given: dict[str, str]) -> Iterator[Complaint]:
    for column, limit in vocabulary.limits.items():
        if not lacks(vocabulary, given, column) and not within(given.get(column, ""), limit):
            yield "entry_number_wrong", column, given.get(column), str(limit)


def lacks(vocabulary: Vocabulary, given: dict[str, str], column: str) -> bool:
    return column in vocabulary.may_lack and not given.get(column)


def within(value: str, limit: int) -> bool:
    return bool(re.fullmatch(r"-?\d{1,3}(\.\d+)?", value)) and abs(float(value)) <= limit


def own_name(
    vocabulary: Vocabulary, given: dict[str, str], organisation: Organisation
) -> Iterator[Complaint]:
    if vocabulary.name != "partners":
        return
    aliases = given.get("aliases", "").split(";")
    for name in (given["name_en"], given["name_fr"], given.get("acronym", ""), *aliases):
        if name and organisation.bears(name):
            yield "entry_names_organisation", "name_en", name, None
            return
