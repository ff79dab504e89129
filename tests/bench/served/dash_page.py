"""The same figures and the same four charts in Dash, answered by the same questions.

By default as DuckDB answers them, with all the machine's memory and threads; with the word
`memory`, as our own counting in memory does.
"""

import sys
from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb
import pyarrow as pa
from dash import Dash, Input, Output, dcc, html

from dashboard import look as looks
from dashboard.charts import events_by_partner, events_by_quarter, events_by_region, events_by_theme
from data import warehouse
from queries import asking
from queries.engines.duckdb import DuckDB
from queries.selection import Selection
from tests.bench.constant import FIGURES

CHARTS = (events_by_quarter, events_by_theme, events_by_region, events_by_partner)
QUESTIONS = tuple(chart.__name__.rpartition(".")[2] for chart in CHARTS)

ask = asking.ask if "memory" in sys.argv else asking.plain


class Plain(DuckDB):
    """The file as DuckDB opens it by itself."""

    def __init__(self) -> None:
        self.connection = duckdb.connect(str(warehouse.latest()), read_only=True)

    def execute(self, sql: str, parameters: Mapping[str, object]) -> pa.Table:
        with self.connection.cursor() as cursor:
            return cursor.execute(sql, dict(parameters)).to_arrow_table()


engine = Plain()
look = looks.look()
words = asking.ask(engine, "vocabulary", {"shown_on": date.max})
themes = words[words["dimension"] == "theme"]
options = [
    {"value": value, "label": label}
    for value, label in zip(themes["id"], themes["label_en"], strict=True)
]
app = Dash(__name__, update_title="")
app.layout = html.Div(
    [
        dcc.Checklist(options, [], id="theme", inline=True),
        *(html.P([name, " ", html.Strong(id=name)]) for name in FIGURES),
        *(dcc.Graph(id=name, config={"displayModeBar": False}) for name in QUESTIONS),
    ]
)


@app.callback(  # type: ignore[untyped-decorator]
    [
        *(Output(name, "children") for name in FIGURES),
        *(Output(name, "figure") for name in QUESTIONS),
    ],
    Input("theme", "value"),
)
def change(chosen: list[str]) -> list[Any]:
    values = Selection(*asking.whole(engine, date.max), theme=tuple(chosen)).values()
    headline = next(ask(engine, "headline", values).itertuples())
    drawn = [
        chart.draw(ask(engine, name, values), look)
        for chart, name in zip(CHARTS, QUESTIONS, strict=True)
    ]
    return [*(look.number(getattr(headline, name)) for name in FIGURES), *drawn]


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[-1]), debug=False, threaded=True)
