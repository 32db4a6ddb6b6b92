"""A publication put into the text of an assessment: what a person wrote around it stays."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from ladder_check.documents.document import parse
from ladder_check.documents.edit import get, set_value
from ladder_check.documents.places import Path
from ladder_check.documents.spelling import in_line, plain_data
from ladder_check.model.answer import SIDE_OF, VOICES, Voice
from ladder_check.workshop.agreed import JOINS
from ladder_check.workshop.publication import NOTE_BEGINS

AGREED: Final = ("agreed", "claim_agreed")
_TAKEN_OUT: Final = "nothing"


@dataclass(frozen=True, slots=True)
class Clash:
    """A place where a file says *theirs*, and the workshop *ours*; None where it is to be taken out."""

    path: Path
    theirs: Any
    ours: Any

    def __str__(self) -> str:
        ours = _TAKEN_OUT if self.ours is None else in_line(self.ours)
        return (
            f"{'.'.join(map(str, self.path))}: {in_line(self.theirs)} in the file, {ours} from the workshop"
        )


def clashes(text: str, entries: Mapping[Path, Any]) -> tuple[Clash, ...]:
    """Where the file of *text* says something else than *entries* would, which then goes."""
    data = _data(text)
    placed = ((path, get(data, path), ours) for path, ours in _to_place(data, entries).items())
    changed = [
        Clash(path, theirs, ours)
        for path, theirs, ours in placed
        if theirs is not None and not _adds_only(path, theirs, ours)
    ]
    gone = [Clash(path, get(data, path), None) for path in _to_remove(data, entries)]
    return (*changed, *gone)


def complete(text: str, entries: Mapping[Path, Any]) -> str:
    """*text* with *entries* in it; comments, order and everything else stay as they are.

    Raises:
        CannotEdit: something on the way is of another kind.
    """
    data = _data(text)
    new = deepcopy(data)
    for path in _to_remove(data, entries):
        _holder(new, path).pop(path[-1])
    for path, value in _to_place(data, entries).items():
        _holder(new, path)[path[-1]] = value
    for key, value in new.items():
        if value != data.get(key):
            text = set_value(text, (key,), value)
    return text


def _data(text: str) -> dict[str, Any]:
    data: dict[str, Any] = parse(text.encode(), "this file").data
    return data


def _holder(data: dict[str, Any], path: Path) -> dict[Any, Any]:
    """The mapping that the last step of *path* is a key of, made where it is missing."""
    for step in path[:-1]:
        if not isinstance(data.get(str(step)), dict):
            data[str(step)] = {}
        data = data[str(step)]
    return data


def _to_place(data: Any, entries: Mapping[Path, Any]) -> dict[Path, Any]:
    """What to put where, without what is there already, and with what stays of what is there."""
    placed = {path: _with_theirs(path, get(data, path), plain_data(each)) for path, each in entries.items()}
    return {path: ours for path, ours in placed.items() if _plain(get(data, path)) != _plain(ours)}


def _plain(value: Any) -> Any:
    """A value without what says nothing: a tally in which nobody was not sure may say so, or leave it out."""
    return (
        {key: each for key, each in value.items() if each != 0 or key == "there"}
        if isinstance(value, dict)
        else value
    )


def _with_theirs(path: Path, theirs: Any, ours: Any) -> Any:
    """What to write at *path*: *ours*, and of *theirs* what a person wrote and *ours* does not replace."""
    if path[-1] == "note" and isinstance(theirs, str) and not theirs.startswith(NOTE_BEGINS):
        return theirs
    if len(path) > 1 and path[-2] == "in_their_words" and isinstance(theirs, str):
        said = theirs.split(JOINS)
        return JOINS.join([theirs, *(each for each in ours.split(JOINS) if each not in said)])
    if path[-1] in AGREED and isinstance(theirs, dict):
        return _with_minority(theirs.get("minority"), ours)
    if path == ("missing_voices",) and isinstance(theirs, list):
        return [*theirs, *(each for each in ours if each not in theirs)]
    return {**theirs, **ours} if path[0] == "took_part" and isinstance(theirs, dict) else ours


def _with_minority(theirs: Any, ours: dict[str, Any]) -> dict[str, Any]:
    """What was agreed, with what the minority said who stand in the file: it is never dropped."""
    said = ours.get("minority", "").split(JOINS)
    kept = [each for each in str(theirs or "").split(JOINS) if each not in said]
    statements = JOINS.join(filter(None, [*kept, *said]))
    return {**ours, "minority": statements} if statements else ours


def _adds_only(path: Path, theirs: Any, ours: Any) -> bool:
    """Whether *ours* takes nothing of *theirs* away, or only what we wrote ourselves."""
    if path[-1] == "note" or path == ("missing_voices",) or "in_their_words" in path:
        return True
    return path[0] == "took_part" and all(ours.get(key) == value for key, value in theirs.items())


def _to_remove(data: Any, entries: Mapping[Path, Any]) -> Iterator[Path]:
    """Counts of groups on a side that *entries* speak for, and of which the workshop shows nothing now.

    Beside the new counts they would count some people twice, and the two could tell what a few said.
    """
    written: dict[Path, set[Voice]] = {}
    for path in entries:
        if path[0] == "answers" and len(path) == 4 and path[-1] in VOICES:
            written.setdefault(path[:-1], set()).add(path[-1])
    for way, voices in written.items():
        there = get(data, way)
        sides = {SIDE_OF[voice] for voice in voices}
        for voice in VOICES:
            tally = there.get(voice) if isinstance(there, dict) else None
            if isinstance(tally, dict) and voice not in voices and SIDE_OF[voice] in sides:
                yield (*way, voice)
