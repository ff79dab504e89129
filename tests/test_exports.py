"""Files that leave the dashboard: the same figures, what they are, and nothing that runs."""

import io
import json

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from dashboard.exports.about import About
from dashboard.exports.tables import made
from dashboard.language import Language
from dashboard.look import look
from queries.asking import Listed

ABOUT = About("Titre =1+1", "T4 2024", "events", "each once", "1 complete", "version x", "http://x")
ANSWER = pd.DataFrame(
    {
        "theme": ["smes", "=cmd|' /C calc'!A1", "+1", "-1", "@x", "\tx", "<b>é 😀 שלום</b>"],
        "events": [7, 6, 5, 4, 3, 2, -1],
    }
)


@pytest.fixture(params=["en", "fr"])
def reader(request: pytest.FixtureRequest):
    return look("light", Language(request.param))


def written(ending: str, reader) -> bytes:
    with made(ending, Listed.of(ANSWER), ABOUT, reader) as file:
        return file.read()


def test_csv_holds_the_figures_and_no_formula(reader) -> None:
    text = written("csv", reader).decode("utf-8-sig")
    assert text.startswith("# ")
    assert "version x" in text
    read = pd.read_csv(io.StringIO(text), comment="#")
    assert list(read["events"]) == list(ANSWER["events"])
    assert not any(str(cell).startswith(("=", "+", "-", "@", "\t")) for cell in read["theme"])


def test_xlsx_holds_the_figures_and_no_formula(reader) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", reader)))
    figures, about = book.worksheets
    assert [cell.value for cell in figures["B"][1:]] == list(ANSWER["events"])
    assert [cell.value for cell in figures["A"][1:]] == list(ANSWER["theme"])
    cells = [cell for sheet in book.worksheets for row in sheet.rows for cell in row]
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)
    assert "version x" in {cell.value for cell in about["B"]}


def test_parquet_holds_the_figures_with_their_types(reader) -> None:
    table = pq.read_table(io.BytesIO(written("parquet", reader)))
    assert table.to_pandas().equals(ANSWER)
    assert "version x" in json.loads(table.schema.metadata[b"about"]).values()
