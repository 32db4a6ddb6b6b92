"""Setting a workshop out: from a file or from flags to a record with its first round open."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from ladder_check.documents.characters import clean
from ladder_check.documents.decode import decode
from ladder_check.documents.document import Document
from ladder_check.documents.finding import Finding
from ladder_check.documents.library import Shelf, raise_if_any, read_document
from ladder_check.errors import LadderCheckError, UnknownName
from ladder_check.model.answer import PERSPECTIVES
from ladder_check.model.room import Session
from ladder_check.workshop.agenda import bank_ids, ladder_bank_of, questions_of, unknown_names
from ladder_check.workshop.creation import create_record
from ladder_check.workshop.rounds import first_asks
from ladder_check.workshop.setting import Setting

_CODES: Final = {"banks": "LC101", "aspects": "LC204", "agenda": "LC201"}
_FLAGS: Final = {"perspectives": "--invite", "agenda": "--question", "aspects": "--aspect", "banks": "--bank"}
_NOTHING_ASKED: Final = "Nothing is asked yet. Add --aspect, --bank or --question, as often as you like."
_NOBODY_INVITED: Final = "Nobody is invited yet. Add --invite people=9, and so on for each perspective."


def read_session(path: Path, shelf: Shelf) -> Session:
    """The session that the file at *path* describes.

    Raises:
        InvalidDocument: it is not right, or names what is not on the *shelf*; with every finding.
        LadderCheckError: there is no such file, or it cannot be read.
    """
    document = read_document(path)
    session = decode(document, Session)
    raise_if_any(_finding(document, *each) for each in unknown_names(session, shelf))
    return session


def session_of(said: Mapping[str, Any]) -> Session:
    """The session that was *said* by flags, each by its key in a file.

    Raises:
        LadderCheckError: something is missing, or is not right.
    """
    if not any(said.get(key) for key in _CODES):
        raise LadderCheckError(_NOTHING_ASKED)
    if not said.get("perspectives"):
        raise LadderCheckError(_NOBODY_INVITED)
    cleaned = {key: clean(value) if isinstance(value, str) else value for key, value in said.items()}
    try:
        return Session.model_validate({"format": 1, **cleaned})
    except ValidationError as error:
        raise LadderCheckError("\n".join(map(_fault, error.errors()))) from None


def read_invited(said: Iterable[str]) -> dict[str, int]:
    """How many are invited of each perspective, from words such as people=9.

    Raises:
        LadderCheckError: one of them says something else.
    """
    invited: dict[str, int] = {}
    for each in said:
        perspective, _, heads = (part.strip() for part in each.partition("="))
        if not (heads.isascii() and heads.isdigit() and len(heads) < 6) or perspective in invited:
            raise LadderCheckError(
                f"--invite {each}: write each perspective once, with how many, such as people=9."
            )
        if perspective not in PERSPECTIVES:
            raise UnknownName("perspective", perspective, PERSPECTIVES)
        invited[perspective] = int(heads)
    return invited


def set_out(session: Session, shelf: Shelf) -> Setting:
    """All that a record keeps of *session*: its questions in full, as they are today.

    Raises:
        LadderCheckError: it names a bank, an area of work or a question that is not on the *shelf*.
    """
    questions, ladder_bank = questions_of(session, shelf), ladder_bank_of(session, shelf).id
    banks = {bank: shelf.bank(bank).version for bank in bank_ids(questions, ladder_bank)}
    return Setting(session, questions, banks, ladder_bank)


def begin(path: Path, setting: Setting) -> bool:
    """Make the record at *path*, and open its first round; whether one was there, and is set anew.

    Raises:
        LadderCheckError: people have answered already, or it cannot be written; then all is as it was.
    """
    return create_record(path, setting, first_asks(setting.questions))


def _finding(document: Document, path: tuple[str | int, ...], error: UnknownName) -> Finding:
    message = str(error)
    if path[0] == "agenda" and error.kind == "question":
        # A bank has up to 56 questions: the nearest one helps, and the whole list does not.
        message = message.partition(" Known:")[0] + " `ladder-check banks show` and its bank lists them."
    return Finding(_CODES[str(path[0])], message, document.file, document.locate(path))


def _fault(fault: Any) -> str:
    key = str(fault["loc"][0]) if fault["loc"] else ""
    flag = _FLAGS.get(key, f"--{key}")
    if fault["type"] == "missing":
        return f"{flag} is missing. Add it."
    message = fault.get("ctx", {}).get("message") or f"{fault['input']!r} is nothing to write here."
    return f"{flag}: {message}" if key else str(message)
