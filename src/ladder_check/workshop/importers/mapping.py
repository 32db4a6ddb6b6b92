"""What a person said that columns, labels and perspectives mean: a file for `--map`, read and written."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Final, get_args

from pydantic import BeforeValidator

from ladder_check.documents.decode import decode
from ladder_check.documents.document import Document, parse
from ladder_check.documents.finding import Finding, InvalidDocument
from ladder_check.documents.reading import read_bytes
from ladder_check.documents.spelling import in_line, spell_key
from ladder_check.errors import unknown_name
from ladder_check.model.answer import VOICES, Word
from ladder_check.model.base import Text, Value, one_of
from ladder_check.model.room import Asked

LEAVE_OUT: Final = "leave-out"
BALLOT: Final = "ballot"
PERSPECTIVE: Final = "perspective"
ROUND: Final = "round"
WORDS: Final = "words"
PURPOSES: Final = (PERSPECTIVE, BALLOT, ROUND, WORDS, LEAVE_OUT)
"""What a column can be that is no question."""
_HEAD: Final = "# What the columns and labels of our files mean, for: ladder-check workshop import --map\n"
_UNKNOWN_QUESTION: Final = "LC201"
_UNKNOWN_STEP: Final = "LC202"


def _as_text(value: Any) -> Any:
    return str(value) if type(value) is int else value


Meaning = Annotated[Text, BeforeValidator(_as_text)]


class ImportMap(Value):
    """What headers, labels and names of groups mean.

    A header means a question's id, or one of PURPOSES; words may name the question they are about.  A
    label means a step as a file spells it, or one of the words, or leave-out.
    """

    columns: dict[Text, Meaning] = {}
    labels: dict[Text, Meaning] = {}
    perspectives: dict[
        Text, Annotated[str, BeforeValidator(one_of("perspective or side", (*VOICES, LEAVE_OUT)))]
    ] = {}

    def but(self, part: str, name: str, meaning: str) -> "ImportMap":
        """The same map, where *name* in its *part* means *meaning*."""
        return self.model_copy(update={part: {**getattr(self, part), name: meaning}})


def read_map(path: Path, questions: Mapping[str, Asked]) -> ImportMap:
    """The map in the file at *path*.

    Raises:
        LadderCheckError: it cannot be read.
        InvalidDocument: it is not right, or names what this workshop does not ask.
    """
    document = parse(read_bytes(path), str(path))
    mapping = decode(document, ImportMap)
    findings = [
        *_unknown_columns(document, mapping, questions),
        *_unknown_steps(document, mapping, questions),
    ]
    if findings:
        raise InvalidDocument(findings)
    return mapping


def about_of(meaning: str) -> str | None:
    """The question that a column of people's own words is about, empty for none; None for others."""
    first, _, rest = meaning.partition(" ")
    return rest.strip() if first == WORDS else None


def _unknown_columns(document: Document, mapping: ImportMap, questions: Iterable[str]) -> Iterator[Finding]:
    for header, meaning in mapping.columns.items():
        named = about_of(meaning) or meaning
        if named not in questions and named not in PURPOSES:
            message = unknown_name("question in this workshop", named, (*questions, *PURPOSES))
            yield Finding(_UNKNOWN_QUESTION, message, document.file, document.locate(("columns", header)))


def _unknown_steps(
    document: Document, mapping: ImportMap, questions: Mapping[str, Asked]
) -> Iterator[Finding]:
    for label, meaning in mapping.labels.items():
        known = tuple(dict.fromkeys(_steps(questions.values())))
        if meaning not in known:
            message = unknown_name("step", meaning, known)
            yield Finding(_UNKNOWN_STEP, message, document.file, document.locate(("labels", label)))


def _steps(questions: Iterable[Asked]) -> Iterator[str]:
    for asked in questions:
        yield from map(str, asked.scale.steps)
        yield from asked.values
    yield from (*get_args(Word), LEAVE_OUT)


def spell_map(mapping: ImportMap) -> str:
    """*mapping* as a file that `read_map` reads back."""
    parts = (("columns", mapping.columns), ("labels", mapping.labels), ("perspectives", mapping.perspectives))
    return _HEAD + "".join(_part(name, meanings) for name, meanings in parts if meanings)


def _part(name: str, meanings: Mapping[str, str]) -> str:
    lines = (f"  {spell_key(key)}: {in_line(_number(meaning))}\n" for key, meaning in meanings.items())
    return f"{name}:\n{''.join(lines)}"


def _number(meaning: str) -> str | int:
    return int(meaning) if meaning.isdecimal() else meaning
