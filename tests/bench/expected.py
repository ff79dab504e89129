"""What each page must show for a choice of themes, so that nothing is measured too early."""

import json
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from dashboard import look as looks
from dashboard.charts import events_by_partner, events_by_quarter, events_by_region, events_by_theme
from queries import asking, memory
from queries.engines import Engine
from queries.selection import Selection
from tests.bench import constant
from tests.bench.constant import FIGURES

CHARTS = (events_by_quarter, events_by_theme, events_by_region, events_by_partner)
Shown = dict[str, Any]


class Expected:
    """Figures as text and each chart's x and y, by the themes chosen."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.look = engine, looks.look()
        words = asking.ask(engine, "vocabulary", {"shown_on": date.max})
        found = words[words["dimension"] == "theme"]
        self.themes = dict(zip(found["id"], found["label_en"], strict=True))
        self.whole = asking.whole(engine, date.max)

    def values(self, themes: tuple[str, ...]) -> dict[str, object]:
        return Selection(*self.whole, theme=themes).values()

    def figures(self, themes: tuple[str, ...]) -> list[int]:
        (row,) = asking.ask(self.engine, "headline", self.values(themes)).itertuples()
        return [int(getattr(row, name)) for name in FIGURES]

    def charts(self, themes: tuple[str, ...]) -> list[dict[str, Any]]:
        names = [chart.__name__.rpartition(".")[2] for chart in CHARTS]
        answers = [asking.ask(self.engine, name, self.values(themes)) for name in names]
        return [chart.draw(a, self.look) for chart, a in zip(CHARTS, answers, strict=True)]

    def queried(self, themes: tuple[str, ...]) -> Shown:
        """What ours and Dash show."""
        return shown([self.look.number(n) for n in self.figures(themes)], self.charts(themes))

    def constant(self, chosen: int) -> Shown:
        """What the floor with charts shows."""
        return shown([str(n) for n in constant.figures(chosen)], constant.charts(chosen))

    def write(self, file: Path) -> None:
        """What the pages without a query show."""
        held = {
            "themes": list(self.themes.values()),
            "figures": self.figures(()),
            "charts": self.charts(()),
        }
        file.write_text(json.dumps(held), encoding="utf-8")


@contextmanager
def expecting(home: Path) -> Iterator[Expected]:
    """What is expected of the warehouse in a home, read as a server reads it."""
    os.environ["OUTREACH_HOME"] = str(home)
    with closing(memory.serve(asking.connect(), asking.engine_url())) as engine:
        yield Expected(engine)


def shown(figures: list[str], charts: list[dict[str, Any]]) -> Shown:
    bars = [chart["data"][0] for chart in charts]
    return {"figures": figures, "charts": [[bar["x"], bar["y"]] for bar in bars]}
