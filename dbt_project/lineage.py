"""Draw which table is made of which: target/manifest.json in, docs/images/lineage.svg out.

Run it after `dbt parse` or anything that follows: `python lineage.py [MANIFEST [PICTURE]]`. Seeds are left out: nearly
everything rests on them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
COLOURS = {"source": "#e8e4da", "staging": "#d6e6f2", "intermediate": "#e3eddc", "marts": "#f7e3c4", "page": "#ead9ec"}
LABELS = {
    "source": "raw", "staging": "staging", "intermediate": "intermediate", "marts": "marts", "page": "pages",
}  # fmt: skip
WIDTH, HEIGHT, GAP_X, GAP_Y, TOP = 180, 20, 34, 8, 44

Edges = set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Lineage:
    """Tables and pages by name with their layer, and the pairs (made of, made)."""

    layers: dict[str, str]
    edges: Edges


def read_lineage(manifest: dict[str, Any]) -> Lineage:
    """Give sources, models and exposures of a dbt manifest."""
    kept = {**manifest["sources"], **manifest["nodes"], **manifest["exposures"]}
    kept = {key: node for key, node in kept.items() if node["resource_type"] in ("source", "model", "exposure")}
    names = {key: _name(node) for key, node in kept.items()}
    edges = {
        (names[parent], names[key])
        for key, node in kept.items()
        for parent in node.get("depends_on", {}).get("nodes", ())
        if parent in names
    }
    return Lineage({names[key]: _layer(node) for key, node in kept.items()}, edges)


def _name(node: dict[str, Any]) -> str:
    shown = {"source": f"raw.{node['name']}", "exposure": node.get("label") or node["name"]}
    return shown.get(node["resource_type"], node["name"])


def _layer(node: dict[str, Any]) -> str:
    kinds = {"source": "source", "exposure": "page"}
    return kinds.get(node["resource_type"]) or node["fqn"][1]


def columns_of(lineage: Lineage) -> dict[str, int]:
    """Give each name its column: right of everything it is made of, and layers side by side."""
    columns: dict[str, int] = {}
    first = 0
    for layer in COLOURS:
        members = sorted(name for name, found in lineage.layers.items() if found == layer)
        within = {(made_of, made) for made_of, made in lineage.edges if {made_of, made} <= set(members)}
        for name in members:
            columns[name] = first + _depth(name, within)
        first = max(columns.values(), default=-1) + 1
    return columns


def _depth(name: str, edges: Edges) -> int:
    """The longest way back from a name along the edges."""
    return max((_depth(made_of, edges) + 1 for made_of, made in edges if made == name), default=0)


def places_of(lineage: Lineage) -> dict[str, tuple[int, int]]:
    """Give each name its column and row; a row near those of what it is made of, so that few lines cross."""
    columns = columns_of(lineage)
    tallest = max(Counter(columns.values()).values())
    rows: dict[str, int] = {}
    for column in range(max(columns.values()) + 1):
        members = [name for name in sorted(columns) if columns[name] == column]
        members.sort(key=lambda name: _middle(name, lineage.edges, rows))
        rows.update({name: row for row, name in enumerate(members, start=(tallest - len(members)) // 2)})
    return {name: (columns[name], rows[name]) for name in columns}


def _middle(name: str, edges: Edges, rows: dict[str, int]) -> float:
    above = [rows[made_of] for made_of, made in edges if made == name and made_of in rows]
    return sum(above) / len(above) if above else 0.0


def draw(lineage: Lineage) -> str:
    """Give the picture as SVG."""
    places = places_of(lineage)
    n_columns = max(column for column, _ in places.values()) + 1
    n_rows = max(row for _, row in places.values()) + 1
    width, height = n_columns * (WIDTH + GAP_X), TOP + n_rows * (HEIGHT + GAP_Y) + GAP_Y
    lines = [_line(places[made_of], places[made]) for made_of, made in sorted(lineage.edges)]
    boxes = [_box(name, lineage.layers[name], places[name]) for name in sorted(places)]
    headings = [_heading(layer, lineage, places) for layer in COLOURS if layer in lineage.layers.values()]
    style = "text{font:11px sans-serif;fill:#222}path{fill:none;stroke:#9a9a9a;stroke-width:.7}.h{font-size:15px}"
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" role="img">',
        "<title>Lineage: from the raw files to the pages</title>",
        f'<style>{style}</style><rect width="100%" height="100%" fill="#fff"/>',
        *headings, *lines, *boxes, "</svg>\n",
    ])  # fmt: skip


def _corner(place: tuple[int, int]) -> tuple[int, int]:
    column, row = place
    return GAP_X // 2 + column * (WIDTH + GAP_X), TOP + row * (HEIGHT + GAP_Y)


def _line(start: tuple[int, int], end: tuple[int, int]) -> str:
    (x1, y1), (x2, y2) = _corner(start), _corner(end)
    x1, y1, y2 = x1 + WIDTH, y1 + HEIGHT // 2, y2 + HEIGHT // 2
    return f'<path d="M{x1} {y1}C{x1 + GAP_X} {y1} {x2 - GAP_X} {y2} {x2} {y2}"/>'


def _box(name: str, layer: str, place: tuple[int, int]) -> str:
    x, y = _corner(place)
    box = f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="3" fill="{COLOURS[layer]}"/>'
    return f'{box}<text x="{x + 6}" y="{y + 14}">{escape(name)}</text>'


def _heading(layer: str, lineage: Lineage, places: dict[str, tuple[int, int]]) -> str:
    first = min(places[name][0] for name, found in lineage.layers.items() if found == layer)
    return f'<text class="h" x="{_corner((first, 0))[0]}" y="24">{LABELS[layer]}</text>'


def main(manifest: str = str(HERE / "target" / "manifest.json"), picture: str = "") -> None:
    """Read the manifest and write the picture."""
    target = Path(picture) if picture else HERE.parent / "docs" / "images" / "lineage.svg"
    lineage = read_lineage(json.loads(Path(manifest).read_text(encoding="utf-8")))
    target.write_text(draw(lineage), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
