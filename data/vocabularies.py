"""The closed vocabularies: what each is made of."""

from dataclasses import dataclass, field

SLUG = (r"[a-z0-9][a-z0-9_-]*", "ai_safety")
NAMES = ("name_en", "name_fr")
RESERVED = ("none",)  # no id: questions answer it for events without any


@dataclass(frozen=True)
class Vocabulary:
    """A file of data/vocabulary: an id (`key`) and further columns.

    `written`: the pattern of an id, and an example. `refers`: columns that hold ids of another
    vocabulary. `choices`: columns that take a few words. `limits`: columns that hold a number, up
    and down to its limit. `may_lack`: those of them that may be empty. `needed`: ids that the
    counting rules use. `dispensable`: there may be a record without this file.
    """

    name: str
    key: str
    columns: tuple[str, ...] = NAMES
    written: tuple[str, str] = SLUG
    refers: dict[str, str] = field(default_factory=dict)
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    limits: dict[str, int] = field(default_factory=dict)
    may_lack: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    dispensable: bool = False

    @property
    def file(self) -> str:
        return f"vocabulary/{self.name}.csv"

    @property
    def named(self) -> bool:
        return "name_en" in self.columns

    @property
    def required(self) -> tuple[str, ...]:
        return (self.key, *(NAMES if self.named else ()), *self.refers, *self.choices)


# One that refers to another stands below it.
VOCABULARIES = (
    Vocabulary(
        "themes",
        "theme_id",
        (*NAMES, "meaning_en", "meaning_fr", "core"),
        choices={"core": ("0", "1")},
    ),
    Vocabulary("projects", "project_id"),
    Vocabulary("regions", "region_id", needed=("quebec", "canada_other", "online", "not_recorded")),
    Vocabulary("formats", "format_id", needed=("online", "unknown")),
    Vocabulary("roles", "role_id", (*NAMES, "meaning_en", "meaning_fr"), needed=("unknown",)),
    Vocabulary("partner_kinds", "kind_id"),
    Vocabulary(
        "countries",
        "country_id",
        (*NAMES, "region_id", "latitude", "longitude"),
        written=(r"[A-Z]{2}", "CA"),
        refers={"region_id": "regions"},
        limits={"latitude": 90, "longitude": 180},
        may_lack=("latitude", "longitude"),
    ),
    Vocabulary(
        "partners",
        "partner_id",
        (*NAMES, "acronym", "acronym_fr", "aliases", "kind", "country_iso2", "source_url"),
        refers={"kind": "partner_kinds", "country_iso2": "countries"},
        may_lack=("country_iso2",),
    ),
    Vocabulary(
        "coverage",
        "quarter",
        ("coverage", "note_en", "note_fr"),
        written=(r"(19[5-9]\d|20\d\d|2100)-Q[1-4]", "2024-Q4"),
        choices={"coverage": ("complete", "partial", "none")},
        dispensable=True,
    ),
)
