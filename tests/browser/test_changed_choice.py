"""A chart that only gets other data looks like one that is drawn anew."""

from __future__ import annotations

import pytest

from bench.pages.watching import choose
from tests.browser.screenshots import WIDE, open_page

pytestmark = pytest.mark.browser
PAGES = ("", "vergelijk", "evolutie")
# Of every mark that can be seen its form, place, colour and words, in no order: grid lines change theirs.
DRAWN = """
() => [...document.querySelectorAll('[data-testid=stVegaLiteChart]')].map(chart =>
    [...chart.querySelectorAll('svg path, svg text, svg line, svg rect')]
        .filter(mark => mark.getAttribute('fill') || mark.getAttribute('stroke'))
        .map(mark => [mark.tagName, mark.textContent, ...['d', 'transform', 'fill', 'stroke', 'x1', 'x2', 'y1', 'y2',
            'opacity'].map(name => mark.getAttribute(name))].join('|'))
        .sort())
"""


@pytest.mark.parametrize("path", PAGES)
def test_the_pictures_after_another_choice_are_those_of_a_page_that_is_opened_with_it(
    browser: object, address: str, path: str
) -> None:
    page = browser.new_context(viewport=WIDE).new_page()
    open_page(page, f"{address}/{path}?nis=11001&year=2024&care_type=group&peer_group=province&theme=staff")
    first = page.evaluate(DRAWN)
    choose(page, "Gemeente", "Gemeente 04")
    changed = page.evaluate(DRAWN)
    open_page(page, page.url)
    anew = page.evaluate(DRAWN)
    page.context.close()
    assert len(anew) > 0
    assert changed == anew
    assert changed != first
