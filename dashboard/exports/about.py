"""What a file that leaves the dashboard says of itself."""

from dataclasses import dataclass

from dashboard.look import Look


@dataclass(frozen=True)
class About:
    """Title, selection, unit, rule, coverage, data version and link, in the reader's language.

    discretion: whether the figures include what is internal or under embargo; empty if there is
    none.
    """

    title: str
    selection: str
    unit: str
    rule: str
    coverage: str
    version: str
    link: str
    discretion: str = ""

    def lines(self, look: Look) -> list[tuple[str, str]]:
        """Each thing with its name."""
        _ = look.text
        return [
            (_("Title"), self.title),
            (_("Selection"), self.selection),
            (_("Unit"), self.unit),
            (_("What is counted"), self.rule),
            (_("Coverage"), self.coverage),
            *([(_("Discretion"), self.discretion)] if self.discretion else []),
            (_("Data"), self.version),
            (_("Link"), self.link),
        ]
