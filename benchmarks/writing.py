"""What writing one answer costs and changes: our edit by places, and ruamel.yaml's round trip if it is there.

python benchmarks/writing.py examples/*.assessment.yaml
"""

import sys
from collections import Counter
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from statistics import median
from time import perf_counter

from ladder_check.documents.document import parse
from ladder_check.documents.edit import set_value

try:
    from ruamel.yaml import YAML
except ImportError:
    YAML = None

RUNS = 5
ANSWER = ("answers", "ladder", "designing.r4", "frontline")
WORDS = ("no", "1e3", "12:30", "010", "3f9ac1", "123456", "2026-11-03", "yes")


def ours(text: str) -> str:
    """*text* with one answer more."""
    return set_value(text, ANSWER, 1)


def round_trip(text: str) -> str:
    """*text*, read and written by ruamel.yaml with nothing changed."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    out = StringIO()
    yaml.dump(yaml.load(text), out)
    return out.getvalue()


def changed(before: str, after: str) -> int:
    """How many lines of *before* are not in *after*."""
    return sum((Counter(before.splitlines()) - Counter(after.splitlines())).values())


def milliseconds(work: Callable[[str], str], text: str) -> float:
    """The middle of several runs."""
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        work(text)
        times.append(1000 * (perf_counter() - start))
    return median(times)


def compare(paths: list[Path]) -> None:
    """A line for each file: lines of the file that are no longer there as they were, and the time."""
    ways = {"ours": ours} | ({"ruamel": round_trip} if YAML else {})
    for path in paths:
        text = path.read_text(encoding="utf-8")
        figures = [
            f"{name}: {changed(text, way(text))} lines changed, {milliseconds(way, text):.0f} ms"
            for name, way in ways.items()
        ]
        print(f"{path.name} ({len(text.splitlines())} lines). {'. '.join(figures)}")


def words() -> None:
    """What each writes for texts that some readers take for something else, and whether we would read it."""
    for word in WORDS:
        written = {"ours": set_value("a: 1\n", ("a",), word)}
        if YAML:
            out = StringIO()
            YAML().dump({"a": word}, out)
            written["ruamel"] = out.getvalue()
        print(
            word,
            *(f"{name}: {text.strip()!r} {_reads(text, word)}" for name, text in written.items()),
            sep="\t",
        )


def _reads(text: str, word: str) -> str:
    try:
        return "reads back" if parse(text.encode(), "x").data == {"a": word} else "reads as something else"
    except Exception as error:
        return f"refused ({type(error).__name__})"


if __name__ == "__main__":
    compare([Path(name) for name in sys.argv[1:]])
    words()
