"""The data of a pack set into pages by Typst."""

import json
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Literal

import typst

from dashboard.exports.contents import Contents
from dashboard.exports.fonts import INTER, RIGHT_TO_LEFT
from dashboard.exports.legible import legible
from dashboard.exports.report.pages import pages
from data.progress import Tell, silent

TEMPLATE = Path(__file__).with_name("template.typ")
STANDARD: Literal["ua-1"] = "ua-1"  # universal access: tags, alternatives, language, title


def pdf(contents: Contents, tell: Tell = silent) -> bytes:
    """The pack as a PDF. tell: is told of each step as it begins."""
    held = json.dumps(clean(pages(contents, tell)), ensure_ascii=False)
    tell(contents.look.text("Setting the pages"))
    compiler = typst.Compiler(
        str(TEMPLATE),
        font_paths=[str(INTER), str(RIGHT_TO_LEFT)],
        ignore_system_fonts=True,
        sys_inputs={"contents": held},
    )
    made = datetime.combine(contents.made_on, time(), UTC)
    try:
        content = compiler.compile(format="pdf", pdf_standards=[STANDARD], timestamp=made)
    except typst.TypstError:  # the standard forbids letters that no font has, such as emoji
        content = compiler.compile(format="pdf", timestamp=made)
    assert isinstance(content, bytes)
    return content


def clean(value: Any) -> Any:
    """The same data with texts that can be set."""
    if isinstance(value, str):
        return legible(value)
    if isinstance(value, dict):
        return {key: clean(one) for key, one in value.items()}
    return [clean(one) for one in value] if isinstance(value, (list, tuple)) else value
