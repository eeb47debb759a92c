from __future__ import annotations

import re
from pathlib import Path

from tests.browser.addresses import page_addresses

DOCUMENT = Path(__file__).parents[2] / "docs" / "pages.md"


def test_the_document_of_the_pages_shows_every_page_wide_and_on_a_phone() -> None:
    shown = set(re.findall(r"\]\(images/([a-z_]+)\.png\)", DOCUMENT.read_text(encoding="utf-8")))
    names = {place or "overzicht" for place in page_addresses()}
    assert shown == names | {f"{name}_telefoon" for name in names}
    assert not [name for name in shown if not (DOCUMENT.parent / "images" / f"{name}.png").is_file()]
