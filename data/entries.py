"""The lines of each vocabulary that are kept, and what there is to say of the others."""

from dataclasses import dataclass, field
from pathlib import Path

from data.complaints import complaints
from data.files import TextFile, Unreadable, look
from data.findings import Finding, in_english, severities
from data.organisation import Organisation, RecordError
from data.records import Row, rows
from data.vocabularies import VOCABULARIES, Vocabulary

Entry = dict[str, str | None]
# Without the whole file or an id of the rules, most rows would be refused or their pages break.
STOPS = (
    "file_missing",
    "file_closed",
    "file_empty",
    "file_unreadable",
    "columns_missing",
    "entry_needed",
)


@dataclass
class Entries:
    """What one vocabulary file holds: lines kept, in order, and what there is to say of them."""

    vocabulary: Vocabulary
    encoding: str = ""
    rows_read: int = 0
    kept: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    line_of: dict[str, int] = field(default_factory=dict)

    def say(self, line: int, reason_id: str, *details: str | None) -> None:
        """Details are the column, the value and the other thing that the sentence names."""
        self.findings.append(Finding(self.vocabulary.file, line, reason_id, *details))


def read_all(record: Path, organisation: Organisation) -> list[Entries]:
    """Every vocabulary, each after those it refers to. Raises RecordError when one is not there."""
    known: dict[str, dict[str, int]] = {}
    found = []
    for vocabulary in VOCABULARIES:
        entries = read(record, vocabulary, known, organisation)
        stop(record, entries)
        known[vocabulary.name] = entries.line_of
        found.append(entries)
    return found


def stop(record: Path, entries: Entries) -> None:
    """Raise RecordError when nothing can be built on what the file holds."""
    vocabulary = entries.vocabulary
    said = [finding for finding in entries.findings if finding.reason_id in STOPS]
    if said and not vocabulary.dispensable:
        sentences = " ".join(map(in_english, said))
        raise RecordError(f"{record / vocabulary.file}: {sentences}")


def read(
    record: Path,
    vocabulary: Vocabulary,
    known: dict[str, dict[str, int]],
    organisation: Organisation,
) -> Entries:
    """`known` holds the ids of the vocabularies above."""
    entries = Entries(vocabulary)
    try:
        file = look(record / vocabulary.file)
    except Unreadable as why:
        entries.say(1, why.reason_id, None, why.value)
        return entries
    entries.encoding = file.encoding_name
    if header_fits(entries, file):
        for row in rows(file):
            judge(entries, file.header, row, known, organisation)
    for needed in vocabulary.needed:
        if needed not in entries.line_of:
            entries.say(1, "entry_needed", vocabulary.key, needed)
    return entries


def header_fits(entries: Entries, file: TextFile) -> bool:
    vocabulary = entries.vocabulary
    missing = [name for name in vocabulary.required if name not in file.header]
    if missing:
        entries.say(1, "columns_missing", None, ", ".join(missing))
        return False
    unknown = [name for name in file.header if name not in (vocabulary.key, *vocabulary.columns)]
    if unknown:
        entries.say(1, "columns_unknown", None, ", ".join(unknown))
    if file.encoding_name != "utf-8":
        entries.say(1, "not_utf8", None, file.encoding_name)
    return True


def judge(
    entries: Entries,
    header: tuple[str, ...],
    row: Row,
    known: dict[str, dict[str, int]],
    organisation: Organisation,
) -> None:
    """Keep the line, or say why not."""
    entries.rows_read += 1
    if row.reason_id is not None:
        entries.say(row.line, row.reason_id, None, row.value, row.other)
        return
    given = {name: value.strip() for name, value in zip(header, row.fields, strict=True)}
    found = list(complaints(entries.vocabulary, given, entries.line_of, known, organisation))
    for complaint in found:
        entries.say(row.line, *complaint)
    if all(severities()[reason] == "warning" for reason, *_ in found):
        keep(entries, given, row.line)


def keep(entries: Entries, given: dict[str, str], line: int) -> None:
    """A name given in one language stands for both."""
    vocabulary = entries.vocabulary
    entry: Entry = {name: given.get(name) or None for name in (vocabulary.key, *vocabulary.columns)}
    if vocabulary.named:
        entry["name_en"] = entry["name_en"] or entry["name_fr"]
        entry["name_fr"] = entry["name_fr"] or entry["name_en"]
    entries.line_of[given[vocabulary.key]] = line
    entries.kept.append(entry)
