"""Nothing of a hidden group is in any format: its numbers are planted where nothing else has them."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import ladder_check
from ladder_check.render.formats import ROOMS, room_renderer
from ladder_check.render.look import Look
from room_said import R4, Said, material
from rooms import people_at

SOURCE = Path(ladder_check.__file__).parent
INVITED = {"people": 9, "frontline": 90, "leaders": 9}
SIX: Said = {"people": [1, 1, 2, 2, 2, 3]}
LEFT: tuple[dict[str, Said], ...] = (
    {R4: {**SIX, "frontline": people_at(0, 0, 24, 23, 0)}},
    {R4: {**SIX, "frontline": people_at(0, 0, 0, 29, 17)}},
)
"""Of 47 staff one has left, and 29 and 17 of 46 chose something else: nothing of them may be shown."""
SMALL: tuple[dict[str, Said], ...] = (
    {R4: {**SIX, "frontline": people_at(0, 0, 59, 14, 0), "leaders": people_at(0, 0, 2, 1, 0)}},
)
"""Of staff 61 and 15 chose; with three leaders among them, the 73 beside them may not be told apart."""


@cache
def shown(case: str, name: str) -> str:
    """What a format shows of a room, without the style of a page, which has numbers of its own."""
    rounds = {"left": LEFT, "small": SMALL}[case]
    text = room_renderer(name)(material(rounds, perspectives=INVITED), Look())
    return re.sub(r"<style>.*?</style>|<meta[^>]*>", "", text, flags=re.DOTALL)


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))


@pytest.mark.parametrize("name", ROOMS)
@pytest.mark.parametrize(
    ("case", "hidden", "seen"),
    [("left", {"46", "29", "17"}, {"24", "23"}), ("small", {"73", "59", "14"}, {"61", "15"})],
)
def test_no_format_has_a_number_of_a_hidden_group(
    name: str, case: str, hidden: set[str], seen: set[str]
) -> None:
    """What is shown of the same people in another round, or together with others, is there to be found."""
    found = numbers(shown(case, name))
    assert hidden & found == set()
    assert seen <= found


@pytest.mark.parametrize("name", ["markdown", "html", "table", "plain"])
def test_a_hidden_group_is_named_with_the_reason(name: str) -> None:
    assert "a few people left or came since the round before" in " ".join(shown("left", name).split())
    assert "Leaders are counted with their side" in " ".join(shown("small", name).split())


def _named_in(path: Path) -> set[str]:
    """Every module that a file imports, and every name that it takes from one."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names = {f"{node.module}.{alias.name}" for node in froms for alias in node.names}
    return names | {
        alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }


VOTES = re.compile(r"ladder_check\.workshop|ladder_check\.model\.room\.Vote|\.scoring\.shown\.show_rounds")


@pytest.mark.parametrize("layer", ["report", "render"])
def test_whatever_shows_a_room_never_sees_a_vote(layer: str) -> None:
    files = sorted((SOURCE / layer).rglob("*.py"))
    assert len(files) > 10
    assert [(path.name, name) for path in files for name in _named_in(path) if VOTES.search(name)] == []


def test_a_vote_would_be_found() -> None:
    assert any(VOTES.search(name) for name in _named_in(SOURCE / "workshop" / "reading.py"))


def test_the_command_gives_a_renderer_what_may_be_shown_and_no_record() -> None:
    """The one call that makes what renderers get has session, questions, results, flags and agreements."""
    tree = ast.parse((SOURCE / "cli" / "workshop" / "results.py").read_text(encoding="utf-8"))
    calls = [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "RoomMaterial"
    ]
    given = "record.session, record.questions, shown, level, talk, record.is_closed, agreed_answers(record)"
    assert calls == [f"RoomMaterial({given})"]
