"""Make the pictures of the docs anew: `make pictures`.

The report and the terminal are real: ladder-check runs on an example, and Chromium takes the picture.
"""

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from pathlib import Path
from typing import Final

from playwright._impl._api_structures import Clip
from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.text import Text

ROOT: Final = Path(__file__).parents[1]
PICTURES: Final = Path(__file__).parent / "pictures"
EXAMPLE: Final = "examples/riverside-day-opportunities.assessment.yaml"
CHROMIUM: Final = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
FLAGS: Final = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"]
COLUMNS: Final = 96
SHEET: Final = 760
"""How wide a sheet of the report is, in pixels."""
ROOM: Final = (
    "workshop new day.workshop --from day.yaml",
    "workshop enter day.workshop --answers claims.txt",
    "workshop round day.workshop next",
    "workshop import day.workshop forms.csv",
    "workshop enter day.workshop --answers questions.txt",
    "workshop results day.workshop --format html -o room.html",
)
"""The day of the tutorial, up to what the room said before it talked."""
SCREEN: Final = """\
<!doctype html>
<meta charset="utf-8">
<style>
  body {{ margin: 0; padding: 16px; background: #fff; display: inline-block }}
  pre {{ margin: 0; padding: 22px 26px; border-radius: 10px; background: #1c1f26; color: #e6e6e6;
        font: 15px/1.4 "DejaVu Sans Mono", "Noto Sans Mono", monospace }}
</style>
<pre>{code}</pre>
"""
SHEETS: Final = """\
<!doctype html>
<meta charset="utf-8">
<style>
  body { margin: 0; padding: 16px; background: #fff; display: inline-flex; gap: 24px }
  img { width: 500px; border: 1px solid #8a8f98; border-radius: 6px; box-shadow: 0 2px 10px #0003 }
</style>
<img src="opening.png"><img src="ladder.png">
"""


def main() -> None:
    """Make all of them."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, _page() as page:
        folder = Path(name)
        report = folder / "report.html"
        _run("report", EXAMPLE, "--format", "html", "-o", str(report))
        _take_sheets(page, report, "#ladder")
        _take(page, SHEETS, folder / "sheets.html", "report.png")
        room = _take_part(folder / "day")
        _take_sheets(page, room, "#claims", tallest=1096)
        _take(page, SHEETS, room.with_name("sheets.html"), "room.png")
        _take(
            page, _screen(_run("score", EXAMPLE, "--format", "table")), folder / "screen.html", "terminal.png"
        )


def _take_part(folder: Path) -> Path:
    """The page of what the room said, made in *folder* by the day of the tutorial."""
    shutil.copytree(ROOT / "docs" / "workshop-day", folder)
    for command in ROOM:
        _run(*command.split(), at=folder)
    return folder / "room.html"


def _run(*arguments: str, at: Path = ROOT) -> str:
    """What ladder-check prints in a folder, on a terminal of COLUMNS columns, colours included."""
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(COLUMNS), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "ladder_check", *arguments]
    return subprocess.run(command, cwd=at, env=environment, check=True, capture_output=True, text=True).stdout


def _take_sheets(page: Page, report: Path, second: str, tallest: float = inf) -> None:
    """Take how the *report* opens, and what is *second*, as two pictures of one height beside it."""
    page.goto(report.as_uri())
    place = page.locator(second).bounding_box()
    assert place, f"the page has no {second}"
    height = min(place["height"] + 48, tallest)
    left = place["x"] + place["width"] / 2 - SHEET / 2
    for name, top in {"opening": 0, "ladder": place["y"] - 24}.items():
        clip: Clip = {"x": left, "y": top, "width": SHEET, "height": height}
        page.screenshot(path=report.with_name(f"{name}.png"), full_page=True, clip=clip)


def _take(page: Page, html: str, file: Path, picture: str) -> None:
    # From a file of its own: in the report's place, the report's own rules would forbid the styles.
    file.write_text(html, encoding="utf-8")
    page.goto(file.as_uri())
    page.locator("body").screenshot(path=PICTURES / picture)


def _screen(output: str) -> str:
    """A page with the start of *output*: to the end of the first area of work."""
    start, found, _ = output.partition("\nDesigning the service\n")
    assert found, "the example has no second area of work"
    console = Console(record=True, file=io.StringIO(), width=COLUMNS, force_terminal=True)
    console.print(Text(f"$ ladder-check score {EXAMPLE}\n", style="bold"), Text.from_ansi(start), sep="\n")
    return console.export_html(code_format=SCREEN, inline_styles=True)


@contextmanager
def _page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser.new_page(viewport={"width": 1000, "height": 800}, device_scale_factor=1.5)
        finally:
            browser.close()


if __name__ == "__main__":
    main()
