"""One slide: its title, its texts, its foot, its notes, and what is said of its pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from dashboard.exports.contents import Contents
from dashboard.exports.fonts import lines
from dashboard.exports.legible import legible
from dashboard.exports.slides.theme import EDGE, HEIGHT, ROOM, TITLE_TOP, WIDTH

TITLES = (30, 26, 22, 20)  # points, the first in which a title takes two lines
TEXT, SMALL = 18, 14  # points of texts; of tables, sources and what stands back
STRIP = 0.3  # where the line over a title begins, in inches
LEADING = 1.25  # line heights
FOOT_END = HEIGHT - 0.17  # where the source line ends
NUMBERED = 0.8  # room for the number beside it
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"


@dataclass(frozen=True)
class Box:
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float


def rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour[1:].upper())


def tall(texts: Sequence[str], size: float, room: float, bold: bool = False) -> float:
    """How high texts stand under one another, in inches. room: the width, in inches."""
    return sum(lines(text, size, room * 72, bold) for text in texts) * size * LEADING / 72


def added(show: Any, contents: Contents, title: str, banner: str, note: str = "") -> Any:
    """A new slide with its title, the line over it and the foot."""
    slide, quiet = show.slides.add_slide(show.slide_layouts[0]), contents.look.palette.quiet
    titled(slide, title, Box(EDGE, TITLE_TOP, ROOM, 0))
    high = tall([banner], SMALL, ROOM)  # of several lines, it begins higher
    over = Box(EDGE, max(0, min(STRIP, TITLE_TOP - high)), ROOM, high)
    write(slide, [banner], over, SMALL, quiet)
    if note:
        write(slide, [note], Box(EDGE, TITLE_TOP + title_height(title), ROOM, 0.4), TEXT, quiet)
    foot(slide, contents)
    return slide


def titled(slide: Any, title: str, box: Box, size: int = 0) -> None:
    """Write the title placeholder. size: of its letters; by default what gives it two lines."""
    shape, size = slide.shapes.title, size or title_size(title)
    shape.left, shape.top, shape.width = Inches(box.left), Inches(box.top), Inches(box.width)
    shape.height = Inches(tall([title], size, box.width, bold=True) + 0.1)
    shape.text_frame.word_wrap = True
    run = shape.text_frame.paragraphs[0].add_run()
    run.text, run.font.size = legible(title), Pt(size)


def title_size(title: str) -> int:
    fitting = [size for size in TITLES if lines(title, size, ROOM * 72, bold=True) <= 2]
    return fitting[0] if fitting else TITLES[-1]


def title_height(title: str) -> float:
    return tall([title], title_size(title), ROOM, bold=True) + 0.1


def foot(slide: Any, contents: Contents) -> None:
    """Source with data version, what is not shown, the page's number."""
    quiet, top = contents.look.palette.quiet, foot_top(contents)
    high = FOOT_END - top
    write(slide, [foot_said(contents)], Box(EDGE, top, ROOM - NUMBERED, high), SMALL, quiet)
    box = write(slide, [], Box(WIDTH - EDGE - 0.7, top, 0.7, high), SMALL, quiet)
    paragraph = box.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    field = etree.SubElement(paragraph._p, qn("a:fld"))
    field.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    field.set("type", "slidenum")
    etree.SubElement(field, qn("a:rPr"), sz=str(Pt(SMALL).centipoints))
    etree.SubElement(field, qn("a:t")).text = str(slide_number(slide))


def foot_said(contents: Contents) -> str:
    return " · ".join(part for part in (contents.source, contents.not_shown) if part)


def foot_top(contents: Contents) -> float:
    """Where the foot begins, in inches from the top: as high as its lines need."""
    return FOOT_END - tall([foot_said(contents)], SMALL, ROOM - NUMBERED)


def slide_number(slide: Any) -> int:
    return len(slide.part.package.presentation_part.presentation.slides)


def write(
    slide: Any, texts: Sequence[str], box: Box, size: float, colour: str, bold: bool = False
) -> Any:
    """Texts under one another, each a paragraph."""
    shape = slide.shapes.add_textbox(*map(Inches, (box.left, box.top, box.width, box.height)))
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for n, text in enumerate(texts):
        letters(frame.paragraphs[0] if n == 0 else frame.add_paragraph(), text, size, colour, bold)
    return shape


def letters(paragraph: Any, text: str, size: float, colour: str, bold: bool = False) -> Any:
    """Add a run; its letters are said on the run itself, since a paragraph's are ignored."""
    run = paragraph.add_run()
    run.text = legible(text)
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = rgb(colour)
    return run


def plate(slide: Any, box: Box, colour: str) -> None:
    """A coloured rectangle that says nothing by itself."""
    place = map(Inches, (box.left, box.top, box.width, box.height))
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(colour)
    shape.line.fill.background()
    shape._element.remove(shape._element.find(qn("p:style")))  # it holds a shadow
    properties = shape._element.find(f".//{qn('p:cNvPr')}")
    extension = etree.SubElement(etree.SubElement(properties, qn("a:extLst")), qn("a:ext"))
    extension.set("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
    etree.SubElement(extension, f"{{{DECORATIVE}}}decorative", nsmap={"adec": DECORATIVE}).set(
        "val", "1"
    )


def described(shape: Any, text: str) -> None:
    """Give a chart or a table its alternative in words."""
    shape._element.find(f".//{qn('p:cNvPr')}").set("descr", legible(text))


def noted(slide: Any, notes: Sequence[tuple[str, str]], contents: Contents) -> None:
    """Write the presenter's notes."""
    page = slide.notes_slide
    said = [contents.look.text("{name}: {text}", name=name, text=text) for name, text in notes]
    page.notes_text_frame.text = legible("\n".join(said))
    for shape in [shape for shape in page.placeholders if shape.has_text_frame]:
        if not shape.text_frame.text:
            shape._element.getparent().remove(shape._element)
