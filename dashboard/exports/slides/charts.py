"""Native charts, each drawn from the bars of the figure that the screen shows."""

from collections.abc import Callable, Sequence
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from dashboard.exports.drawn import Bar, Panel, labels
from dashboard.exports.fonts import width
from dashboard.exports.legible import legible
from dashboard.exports.slides.axes import every_name, plotted, upright
from dashboard.exports.slides.page import SMALL, Box, described, letters, plate, rgb, tall, write
from dashboard.exports.slides.workbooks import Data
from dashboard.exports.spoken import Quarters, named, small_plot
from dashboard.look import Look

PATTERNS = {"/": MSO_PATTERN.WIDE_UPWARD_DIAGONAL, ".": MSO_PATTERN.PERCENT_20}
MOST_ROWS = 16  # lying bars over one another; more stand in two charts
SIZES = (SMALL, 13, 12, 11, 10)  # points of the names of lying bars, the first that finds room
ROW = 1.25  # line heights of a lying bar
COLUMN, SLOTS = 0.78, 6  # how much of its slot a column fills; a plot is at least so many wide
LABELLED = 8  # columns of a small plot that can bear their numbers
ACROSS = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3}  # small plots in a row; else five


def draw(
    slide: Any,
    panels: Sequence[Panel],
    box: Box,
    unit: str,
    alt: str,
    quarters: Quarters,
    look: Look,
) -> None:
    """Charts for the plots of a figure, within the box. unit: what is counted, for the workbook."""
    if len(panels) > 1:
        return multiples(slide, panels, box, unit, quarters, look)
    (panel,) = panels
    if panel.across:
        return ranked(slide, panel, box, unit, alt, look)
    columns(slide, panel, box, unit, alt, quarters, look)
    return None


def multiples(
    slide: Any, panels: Sequence[Panel], box: Box, unit: str, quarters: Quarters, look: Look
) -> None:
    """Small plots on one scale, each under its title."""
    wide = ACROSS.get(len(panels), 5)
    width_of, height_of = box.width / wide, box.height / -(-len(panels) // wide)
    for n, panel in enumerate(panels):
        line, place = divmod(n, wide)
        left, top = box.left + place * width_of, box.top + line * height_of
        colour = panel.colour or look.palette.ink
        write(slide, [panel.title], Box(left, top, width_of - 0.1, 0.3), SMALL, colour, bold=True)
        head = tall([panel.title], SMALL, width_of - 0.1, bold=True)
        inner = Box(left, top + head, width_of - 0.2, height_of - head - 0.12)
        said = small_plot(panel, quarters, look)
        columns(slide, panel, inner, unit, said, quarters, look, small=True)


def ranked(slide: Any, panel: Panel, box: Box, unit: str, alt: str, look: Look) -> None:
    """Lying bars in their order from the top, in two charts side by side where there are many.

    Each bar bears its name: where rows are low, in smaller letters.
    """
    parts = [panel.bars]
    if len(panel.bars) > MOST_ROWS or lettering(len(panel.bars), box.height) < SIZES[-2]:
        half = -(-len(panel.bars) // 2)
        parts = [part for part in (panel.bars[:half], panel.bars[half:]) if part]
    room, most = box.width / len(parts), max(map(len, parts))
    high, size = min(box.height, 0.42 * most + 0.1), lettering(most, box.height)
    for n, bars in enumerate(parts):
        place = Box(box.left + n * room, box.top, room - 0.15, high * len(bars) / most)
        chart = added(slide, XL_CHART_TYPE.BAR_CLUSTERED, place, names_of(bars), bars, unit, alt)
        dress(chart, bars, [bar.label for bar in bars], panel.most * 1.04, look, size)
        chart.plots[0].gap_width = 38
        chart.category_axis.reverse_order = True
        every_name(chart.category_axis)
        names = max([width(bar.name, size) for bar in bars]) / 72 + 0.2
        side = min(0.6, names / place.width)
        plotted(chart, side, 0.0, 1 - side, 1.0)


def lettering(rows: int, height: float) -> int:
    """The largest letters, in points, in which so many names stand under one another."""
    fitting = [size for size in SIZES if size * ROW * rows <= height * 72]
    return fitting[0] if fitting else SIZES[-1]


def names_of(bars: Sequence[Bar]) -> Callable[[CategoryChartData], None]:
    def fill(data: CategoryChartData) -> None:
        for bar in bars:
            data.add_category(legible(bar.name))

    return fill


def columns(
    slide: Any,
    panel: Panel,
    box: Box,
    unit: str,
    alt: str,
    quarters: Quarters,
    look: Look,
    small: bool = False,
) -> None:
    """Standing columns, quarter over year; what nobody recorded stands on a grey band."""
    foot = 0.0 if small else 0.62 / box.height
    slot = box.width / len(panel.bars)
    for first, last in panel.bands:
        left, broad = box.left + first * slot, (last - first + 1) * slot
        plate(slide, Box(left, box.top, broad, box.height * (1 - foot)), look.palette.band)
    fill = by_year(panel.bars, quarters)
    chart = added(slide, XL_CHART_TYPE.COLUMN_CLUSTERED, box, fill, panel.bars, unit, alt)
    gap = (SLOTS / len(panel.bars) if len(panel.bars) < SLOTS else 1) / COLUMN - 1
    dress(chart, panel.bars, labels(panel.bars, slot * 72, SMALL, look), panel.most, look)
    chart.plots[0].gap_width = min(500, round(100 * gap))
    plotted(chart, 0.0, 0.0, 1.0, 1 - foot)
    if small:
        chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
        chart.plots[0].series[0].data_labels.show_value = len(panel.bars) <= LABELLED
    else:
        upright(chart.category_axis)


def by_year(bars: Sequence[Bar], quarters: Quarters) -> Callable[[CategoryChartData], None]:
    """Categories on two levels: years, and their quarters."""

    def fill(data: CategoryChartData) -> None:
        year = None
        for bar in bars:
            of, own = named(bar, quarters)
            if year is None or year.label != legible(of):
                year = data.add_category(legible(of))
            year.add_sub_category(legible(own))

    return fill


def added(
    slide: Any,
    kind: XL_CHART_TYPE,
    box: Box,
    fill: Callable[[CategoryChartData], None],
    bars: Sequence[Bar],
    unit: str,
    alt: str,
) -> Any:
    data = Data(number_format="#,##0")
    fill(data)
    data.add_series(legible(unit), [bar.value for bar in bars])
    place = map(Inches, (box.left, box.top, box.width, box.height))
    frame = slide.shapes.add_chart(kind, *place, data)
    described(frame, alt)
    return frame.chart


def dress(
    chart: Any,
    bars: Sequence[Bar],
    texts: Sequence[str],
    most: float,
    look: Look,
    size: int = SMALL,
) -> None:
    """Scale, letters, fills and labels of a chart. size: of its letters, in points."""
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.color.rgb = Pt(size), rgb(look.palette.ink)
    values, names, plot = chart.value_axis, chart.category_axis, chart.plots[0]
    values.minimum_scale, values.maximum_scale = 0, most
    values.has_major_gridlines = values.visible = False
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = rgb(look.palette.rule)
    plot.vary_by_categories = False
    shown = plot.series[0].data_labels
    shown.show_value, shown.position = True, XL_LABEL_POSITION.OUTSIDE_END
    shown.number_format, shown.number_format_is_linked = written(look), False
    for n, (bar, label) in enumerate(zip(bars, texts, strict=True)):
        point = plot.series[0].points[n]
        painted(point.format, bar, look)
        if bar.value and not label:
            unlabelled(point.data_label)
        elif label not in ("", f"{bar.value:,}", look.number(bar.value)) or label == "0":
            labelled(point.data_label, label, look, size)


def written(look: Look) -> str:
    """How an office program of any language writes numbers as this one does, nought as nothing."""
    between = look.number(1000)[1:-3]
    return "#,##0;;" if between == "," else f'[>=1000]#"{between}"##0;[>0]0;""'


def painted(form: Any, bar: Bar, look: Look) -> None:
    """Solid for complete, hatched for partial, hollow for what nobody recorded."""
    if bar.pattern:
        form.fill.patterned()
        form.fill.pattern = PATTERNS.get(bar.pattern, MSO_PATTERN.WIDE_UPWARD_DIAGONAL)
        form.fill.fore_color.rgb, form.fill.back_color.rgb = rgb(bar.colour), rgb(look.palette.page)
    else:
        form.fill.solid()
        form.fill.fore_color.rgb = rgb(bar.colour)
    if bar.value and (bar.pattern or bar.line != bar.colour):
        form.line.color.rgb, form.line.width = rgb(bar.line), Pt(1.25)
    else:
        form.line.fill.background()


def labelled(label: Any, text: str, look: Look, size: int) -> None:
    """A label of its own, where the number alone does not say it."""
    label.text_frame.word_wrap = False
    letters(label.text_frame.paragraphs[0], text.replace(" ", "\u00a0"), size, look.palette.ink)
    label.position = XL_LABEL_POSITION.OUTSIDE_END


def unlabelled(label: Any) -> None:
    """No label, where there is no room for it."""
    node = label._get_or_add_dLbl()
    for part in list(node)[1:]:
        node.remove(part)
    etree.SubElement(node, qn("c:delete")).set("val", "1")
