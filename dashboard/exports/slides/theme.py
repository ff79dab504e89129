"""A blank presentation in the house's colours: wide, one layout, one font."""

import re
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from dashboard.look import Look, Palette

WIDTH, HEIGHT, EDGE = 13.333, 7.5, 0.6  # inches
ROOM = WIDTH - 2 * EDGE
TITLE_TOP = 0.66
FONT = "Arial"  # every office program has it; a missing one is replaced by another of other widths
TITLE_ONLY = 5  # of the template's layouts


def blank(look: Look) -> Any:
    """A presentation without slides, whose one layout holds a title and nothing else."""
    show = Presentation()
    show.slide_width, show.slide_height = Inches(WIDTH), Inches(HEIGHT)
    layout = show.slide_layouts[TITLE_ONLY]
    for other in [other for other in show.slide_layouts if other != layout]:
        show.slide_layouts.remove(other)
    for part in (show.slide_master, layout):
        place(part)
    style_titles(show.slide_master)
    theme = show.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = coloured(theme.blob.decode(), look.palette).encode()
    return show


def place(part: Any) -> None:
    """Give the title its place on the wide page; take out date, footer and number of the page."""
    for shape in list(part.placeholders):
        if shape.placeholder_format.idx in (10, 11, 12):
            shape._element.getparent().remove(shape._element)
            continue
        shape.left, shape.width = Inches(EDGE), Inches(ROOM)
        if shape.placeholder_format.idx == 0:
            shape.top, shape.height = Inches(TITLE_TOP), Inches(0.9)
            frame = shape._element.find(qn("p:txBody")).find(qn("a:bodyPr"))
            frame.attrib.update({"anchor": "t", "lIns": "0", "tIns": "0", "rIns": "0", "bIns": "0"})
            for fit in list(frame):
                frame.remove(fit)


def style_titles(master: Any) -> None:
    """Titles on the left, bold."""
    style = master._element.find(qn("p:txStyles")).find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    style.set("algn", "l")
    letters = style.find(qn("a:defRPr"))
    letters.set("sz", str(Pt(28).centipoints))
    letters.set("b", "1")


def coloured(theme: str, palette: Palette) -> str:
    """The theme's XML with the look's colours, the core themes' after the accent, and the font."""
    core = [*palette.themes.values(), palette.context, palette.context, palette.context][:3]
    colours = {"dk1": palette.ink, "lt1": palette.page, "dk2": palette.quiet, "lt2": palette.wash}
    marks = [palette.accent, *core, palette.context, palette.rule]
    colours |= {f"accent{n}": colour for n, colour in enumerate(marks, start=1)}
    colours |= {"hlink": palette.accent, "folHlink": palette.quiet}
    for name, colour in colours.items():
        node = f'<a:{name}><a:srgbClr val="{colour[1:].upper()}"/></a:{name}>'
        theme = re.sub(rf"<a:{name}>.*?</a:{name}>", node, theme, flags=re.DOTALL)
    return re.sub(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=)"[^"]*"', rf'\1"{FONT}"', theme)
