"""Open a page of the dashboard as a reader would, and read it."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

APP = Path(__file__).parents[2] / "dashboard" / "app.py"
PAGES = ("overview", "compare", "trend", "follow_up", "corrections", "quality", "method")


def opened(page: str = "overview", **link: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=30)
    for parameter, value in link.items():
        app.query_params[parameter] = value
    app.run()
    if page != "overview":
        app.switch_page(f"app_pages/{page}.py").run()
    assert not app.exception, [error.message for error in app.exception]
    return app


def link_of(app: AppTest) -> dict[str, str]:
    return {name: value[0] if isinstance(value, list) else value for name, value in app.query_params.items()}


def words(app: AppTest) -> str:
    parts = [*app.title, *app.header, *app.subheader, *app.markdown, *app.info, *app.warning]
    return "\n".join(part.value for part in parts).replace("\\", "")
