"""Where a native chart is plotted, and how its names stand."""

from typing import Any

from lxml import etree
from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard.exports.slides.page import SMALL


def plotted(chart: Any, left: float, top: float, broad: float, high: float) -> None:
    """Say where in its frame a chart is plotted, so that names and bands find their place."""
    area = chart._chartSpace.find(f".//{qn('c:plotArea')}")
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    layout = etree.Element(qn("c:layout"))
    area.insert(0, layout)
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    places = {"x": left, "y": top, "w": broad, "h": high}
    settings = {"layoutTarget": "inner", "xMode": "edge", "yMode": "edge"}
    for name, value in {**settings, **{key: f"{n:.4f}" for key, n in places.items()}}.items():
        etree.SubElement(manual, qn(f"c:{name}")).set("val", value)


def every_name(axis: Any) -> None:
    """Without this an office program leaves out every other name where it finds rows low."""
    for name in ("tickLblSkip", "tickMarkSkip"):
        skip = etree.Element(qn(f"c:{name}"))
        skip.set("val", "1")
        axis._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def upright(axis: Any) -> None:
    """Names of columns are never turned."""
    axis.tick_labels.font.size = Pt(SMALL)
    body = axis._element.find(f".//{qn('a:bodyPr')}")
    body.attrib.update({"rot": "0", "vert": "horz"})
