"""The reports of the examples, and what a room said, as they should be.

`make golden` writes them; review the diff.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ladder_check import __version__
from ladder_check.documents.library import read_case
from ladder_check.render.formats import ROOMS, renderer, room_renderer
from ladder_check.render.look import Look
from ladder_check.report.build import build_report
from ladder_check.scoring.profile import score
from room_said import material

EXAMPLES = Path(__file__).parents[1] / "examples"
EXPECTED = EXAMPLES / "expected"
ENDINGS = {"markdown": ".md", "html": ".html", "short": ".short.html"}
ROOM = Path(__file__).parent / "room"
ROOM_ENDINGS = {
    "markdown": ".md",
    "html": ".html",
    "json": ".json",
    "csv": ".csv",
    "table": ".table.txt",
    "plain": ".txt",
}
# Not the version of the day: a release changes no report.
VERSION = "(some version)"


def golden_files() -> dict[str, tuple[Path, str]]:
    """Every golden file: the path of the example and the format it is made from, by its name."""
    paths = sorted(EXAMPLES.glob("*.assessment.yaml"))
    return {
        path.name.removesuffix(".assessment.yaml") + ending: (path, format)
        for path in paths
        for format, ending in ENDINGS.items()
    }


def make(example: Path, format: str) -> str:
    """The report of *example* in a *format*."""
    case = read_case(example, ladders=None)
    return renderer(format)(build_report(case, score(case), VERSION))


@cache
def room_files() -> Mapping[str, str]:
    """What the scripted room said in every format, by the name of its file."""
    said = material()
    texts = {f"room{ROOM_ENDINGS[name]}": room_renderer(name)(said, Look()) for name in ROOMS}
    return {
        name: text.replace(f"ladder-check {__version__}", f"ladder-check {VERSION}")
        for name, text in texts.items()
    }


def main() -> None:
    """Write every golden file anew, and take away those of examples that are gone."""
    ROOM.mkdir(exist_ok=True)
    for name, text in room_files().items():
        (ROOM / name).write_text(text, encoding="utf-8", newline="\n")
    EXPECTED.mkdir(exist_ok=True)
    files = golden_files()
    for old in EXPECTED.iterdir():
        if old.name not in files:
            old.unlink()
    for name, (example, format) in files.items():
        (EXPECTED / name).write_text(make(example, format), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
