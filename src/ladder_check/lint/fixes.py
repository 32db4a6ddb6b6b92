"""What has exactly one right answer, put right: text in, text out.  An answer is never touched."""

from collections.abc import Iterator
from typing import Final

from pydantic import BaseModel

from ladder_check.documents.decode import decode, slips
from ladder_check.documents.document import parse
from ladder_check.documents.edit import CannotEdit, put_first, rename_key, set_value
from ladder_check.documents.finding import InvalidDocument
from ladder_check.documents.places import Path
from ladder_check.model.answer import VOICES
from ladder_check.model.case import Case
from ladder_check.model.seen import fingerprint

_UNKNOWN_KEY: Final = "LC006"
_DEEP: Final = 10


def fix_form(text: str, model: type[BaseModel]) -> str:
    """*text* with each key that can only be a slip of another called by that name, and with `format: 1`.

    Raises:
        InvalidDocument: *text* is not a file that we read.
    """
    for _ in range(_DEEP):
        # A key that is known again shows what slips stand below it.
        fixed = _fix_keys(text, model)
        if fixed == text:
            break
        text = fixed
    return _fix_format(text, model)


def fix_seen(text: str, case: Case) -> str:
    """*text* with `seen` beside each answer that lacks it, for banks of the very version that is at hand.

    A `seen` that is there stays, whatever it says: only people know what they read.
    """
    for path, words in _unseen(case):
        try:
            text = set_value(text, path, words)
        except CannotEdit:
            continue
    return text


def _fix_keys(text: str, model: type[BaseModel]) -> str:
    for path, key in slips(parse(text.encode(), "this file"), model):
        if _is_answer(path, key):
            continue
        try:
            text = _if_better(text, rename_key(text, path, key), model)
        except CannotEdit:
            continue
    return text


def _fix_format(text: str, model: type[BaseModel]) -> str:
    document = parse(text.encode(), "this file")
    if "format" in document.data or ("format" in (key for _, key in slips(document, model))):
        return text
    try:
        return _if_better(text, put_first(text, "format", 1), model)
    except CannotEdit:
        return text


def _is_answer(path: Path, key: str) -> bool:
    """Whether *key* would say who answered, or what: `leader: 3` may be a slip, and people say of what."""
    return path[0] in ("answers", "parked") and any(step in VOICES for step in (key, *path[3:4]))


def _if_better(text: str, fixed: str, model: type[BaseModel]) -> str:
    """*fixed*, unless something is wrong in it that was not wrong before: then the slip was another one."""
    before, after = _faults(text, model), _faults(fixed, model)
    new = {code for code, message in after - before}
    return fixed if new <= {_UNKNOWN_KEY} else text


def _faults(text: str, model: type[BaseModel]) -> set[tuple[str, str]]:
    try:
        decode(parse(text.encode(), "this file"), model)
    except InvalidDocument as error:
        return {(each.code, each.message) for each in error.findings}
    return set()


def _unseen(case: Case) -> Iterator[tuple[Path, str]]:
    """Where `seen` is missing, and what to write there."""
    for bank, answers in case.assessment.answers.items():
        at_hand = case.banks[bank]
        if case.assessment.banks.get(bank) != at_hand.version:
            continue
        for question in at_hand.questions:
            given = answers.get(question.id)
            if given and given.given and given.seen is None:
                yield ("answers", bank, question.id, "seen"), fingerprint(question)
