"""A browser for all tests of pages, and pages opened in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from in_a_browser import CHROMIUM, FLAGS, Open


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a page from a file.  What it asks for and complains of stands in *asked* and *complaints*."""
    contexts = []

    def open_page(
        html: str, asked: list[str] | None = None, complaints: list[str] | None = None, **mode: Any
    ) -> Page:
        (tmp_path / "page.html").write_text(html, encoding="utf-8")
        context = browser.new_context(**mode)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url) if asked is not None else None)
        page.on("console", lambda line: complaints.append(line.text) if complaints is not None else None)
        page.goto((tmp_path / "page.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
