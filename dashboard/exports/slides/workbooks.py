"""The workbook inside a native chart: the same numbers, in which no name becomes a formula."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from xlsxwriter import Workbook

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
STILL = datetime(2000, 1, 1)  # else each file would bear the second in which it was made


class Data(CategoryChartData):  # type: ignore[misc]
    """Names and values of one chart."""

    @property
    def _workbook_writer(self) -> CategoryWorkbookWriter:
        return Writer(self)


class Writer(CategoryWorkbookWriter):  # type: ignore[misc]
    @contextmanager
    def _open_worksheet(self, xlsx_file: io.BytesIO) -> Iterator[tuple[Any, Any]]:
        with Workbook(xlsx_file, OPTIONS) as workbook:
            workbook.set_properties({"created": STILL})
            yield workbook, workbook.add_worksheet()
