"""Read what a laid out report holds."""

from __future__ import annotations

import json

import typst

from dashboard.report import render
from dashboard.report.sections import Report


def found(report: Report, selector: str, template: str = "report.typ") -> list[dict]:
    """What the laid out document holds."""
    folder = str(render.TEMPLATES)
    return json.loads(typst.query(f"{folder}/{template}", selector, root=folder, sys_inputs=render.inputs_of(report)))


def text_of(node: object) -> str:
    if isinstance(node, dict):
        parts = (node[name] for name in ("text", "body", "child", "children") if name in node)
        return "".join(part if isinstance(part, str) else text_of(part) for part in parts)
    return "".join(map(text_of, node)) if isinstance(node, list) else ""
