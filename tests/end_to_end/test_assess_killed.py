"""Whatever was said to be saved is in the file, though the program is killed at any moment."""

import os
import random
import re
import signal
import sys
import time
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from ladder_check.documents.library import Shelf, read_case
from ladder_check.interview.ask import interview
from ladder_check.interview.request import Request, Wishes, read_request
from ladder_check.interview.terminal import Terminal

KILLS = 50
HEAD = "format: 1\ntitle: Day  # by hand\nassessed_on: 2026-11-22\n"
ORDER = ("r1", "r3", "r2", "r4", "r5", "r6", "r7a", "r7b")
# A claim, eight answers, nobody missing, no action; then, from the page, one answer changed after the other.
LINES = ["4", *"12341234", "", "", *(line for n in range(300) for line in (str(2 + n % 8), str(n % 5)))]
TOLD = re.compile(r"Designing the service, (\d) of 8\.|You chose (\d)\.[^“]*?\sSaved\.")


def answer_until_killed(request: Request, out: Path, seconds: float) -> str:
    """What a process said that answered as fast as it could, and was killed after some *seconds*."""
    child = os.fork()
    if child == 0:
        with out.open("w", encoding="utf-8") as written:
            terminal = Terminal(StringIO("\n".join(LINES) + "\n"), written, lambda: 100, echo=True)
            interview(terminal, request)
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return " ".join(out.read_text(encoding="utf-8", errors="replace").split())


def acknowledged(transcript: str) -> tuple[dict[str, int], str]:
    """The last level of each question that was said to be saved, and the question that was asked last."""
    levels: dict[str, int] = {}
    question = ""
    for match in TOLD.finditer(transcript):
        if match[1]:
            question = f"designing.{ORDER[int(match[1]) - 1]}"
        else:
            levels[question] = int(match[2])
    return levels, question


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_no_answer_that_was_said_to_be_saved_is_lost_to_a_kill(tmp_path: Path) -> None:
    file, out = tmp_path / "day.assessment.yaml", tmp_path / "out.txt"
    chance = random.Random(2026)
    file.write_text(HEAD, encoding="utf-8")
    request = read_request(file, Shelf(), Wishes("people", ("designing",)), date(2026, 11, 22))
    told = 0
    for number in range(KILLS):
        file.write_text(HEAD, encoding="utf-8")
        out.write_text("")
        levels, asked_last = acknowledged(answer_until_killed(request, out, chance.uniform(0.0, 0.4)))
        given = read_case(file).assessment.answers.get("ladder", {})
        told += len(levels)
        for question, level in levels.items():
            # Only the answer under way may be newer in the file than what was said.
            assert given[question].people == level or question == asked_last, (number, question)
            assert given[question].people is not None
        assert file.read_text(encoding="utf-8").startswith(HEAD)
    assert told > 2 * KILLS
