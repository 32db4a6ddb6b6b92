"""From a document to a model: every fault as a finding, at its place, in words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ladder_check.documents.document import Document
from ladder_check.documents.finding import MAX_FINDINGS, Finding, InvalidDocument, told
from ladder_check.documents.places import Path
from ladder_check.errors import nearest, sole_neighbour
from ladder_check.model.answer import PLAIN_TAG, TALLY_TAG

M = TypeVar("M", bound=BaseModel)

# Codes of the faults that models name themselves; what is not here is a wrong kind of value.
_CODES: Final[Mapping[str, str]] = {
    "extra_forbidden": "LC006",
    "missing": "LC010",
    "answer": "LC202",
    "repeated_id": "LC112",
    "repeated_rung": "LC112",
    "anchors": "LC113",
    "anchors_repeat": "LC115",
    "unknown_rung": "LC111",
    "kind_needs": "LC117",
    "kind_has": "LC117",
    "band": "LC111",
}
_WRONG_KIND: Final = "LC007"
_UNKNOWN_FORMAT: Final = "LC008"

_EXPECTED: Final[Mapping[str, str]] = {
    "string_type": "text. Put quotes around it",
    "tuple_type": "a list, with one entry on each line after a dash",
    "list_type": "a list, with one entry on each line after a dash",
    "dict_type": "keys with values, such as `key: value`",
    "model_type": "keys with values, such as `key: value`",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "greater_than": "a number above 0",
    "too_short": "more entries",
    "too_long": "fewer entries",
    "literal_error": "another word",
}


def decode(document: Document, model: type[M]) -> M:
    """Read *document* as a *model*.

    Raises:
        InvalidDocument: with the faults of the file, each at its place; of very many the first (`told`).
    """
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        faults = _without_echoes(error.errors(include_url=False, include_input=True))
        raise InvalidDocument(told(_finding(document, model, each) for each in faults)) from None


def slips(document: Document, model: type[BaseModel]) -> tuple[tuple[Path, str], ...]:
    """Each unknown key of *document* that can only be a slip of one known key, with that key.

    Not where the known key stands there too, and not where two slips want the same key.  A file with more
    unknown keys than are told is another kind of file, and has none.
    """
    try:
        model.model_validate(document.data)
    except ValidationError as error:
        unknown = [_path(each["loc"]) for each in error.errors() if each["type"] == "extra_forbidden"]
        few = unknown if len(unknown) <= MAX_FINDINGS else []
        found = [(path, _meant(document, model, path)) for path in few]
        wanted = Counter((path[:-1], key) for path, key in found)
        return tuple((path, key) for path, key in found if key and wanted[path[:-1], key] == 1)
    return ()


def _meant(document: Document, model: type[BaseModel], path: Path) -> str | None:
    near = sole_neighbour(str(path[-1]), sorted(_known_keys(model, path[:-1])))
    return None if near in (_value(document.data, path[:-1]) or ()) else near


def _without_echoes(faults: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """The *faults* without lists called too short only because an entry of theirs is wrong, and told so."""
    inside = {fault["loc"][:n] for fault in faults for n in range(len(fault["loc"]))}
    return [fault for fault in faults if fault["type"] != "too_short" or fault["loc"] not in inside]


def _finding(document: Document, model: type[BaseModel], fault: ErrorDetails) -> Finding:
    path = _path(fault["loc"])
    is_unknown_key = fault["type"] == "extra_forbidden"
    at_key = is_unknown_key or path[-1:] == ("[key]",)
    path = path[:-1] if path[-1:] == ("[key]",) else path
    return Finding(
        code=_code(path, fault),
        message=_unknown_key(model, path) if is_unknown_key else _message(document, path, fault),
        file=document.file,
        place=document.locate(path, key=at_key),
    )


def _path(loc: tuple[str | int, ...]) -> Path:
    return tuple(part for part in loc if part not in (TALLY_TAG, PLAIN_TAG))


def _code(path: Path, fault: ErrorDetails) -> str:
    if path == ("format",) and fault["type"] == "literal_error":
        return _UNKNOWN_FORMAT
    return _CODES.get(fault["type"], _WRONG_KIND)


def _message(document: Document, path: Path, fault: ErrorDetails) -> str:
    if fault["type"] == "missing":
        return f"The key {path[-1]!r} is missing. Add it."
    if "message" in fault.get("ctx", {}):
        return _with_source(document, path, str(fault["ctx"]["message"]))
    if path == ("format",):
        return f"This file says format {fault['input']!r}; this version of ladder-check reads format 1."
    if fault["type"] == "string_too_short":
        return f"{_name(path)} is empty. Either write it, or, if it is one that may be missing, take it out."
    expected = _EXPECTED.get(fault["type"], fault["msg"])
    return f"{_name(path)} needs {expected}; found {_shown(document, path, fault['input'])}."


def _with_source(document: Document, path: Path, message: str) -> str:
    """Show what is written and not what it was read as: 1.10 is read as the number 1.1."""
    source, value = document.source(path), _value(document.data, path)
    if source is None or not isinstance(value, float):
        return message
    return message.replace(repr(value), source, 1)


def _value(data: Any, path: Path) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _name(path: Path) -> str:
    words = [part for part in path if isinstance(part, str)]
    return repr(words[-1]) if words else "The file"


def _shown(document: Document, path: Path, value: Any) -> str:
    source = document.source(path)
    if value is None:
        return "nothing"
    if isinstance(value, dict | list):
        return "keys with values" if isinstance(value, dict) else "a list"
    text = " ".join((source if source is not None else repr(value)).split())
    return text if len(text) <= 40 else text[:40] + "…"


def _unknown_key(model: type[BaseModel], path: Path) -> str:
    known = sorted(_known_keys(model, path[:-1]))
    near = nearest(str(path[-1]), known)
    hint = f"Did you mean {near!r}?" if near else f"Known here: {', '.join(known)}."
    return f"There is no key {path[-1]!r} here. {hint}"


def _known_keys(annotation: Any, path: Path) -> set[str]:
    """The keys that may stand at *path*, found by walking the types from *annotation*."""
    models = list(_models(annotation))
    if not path:
        return {field.alias or name for model in models for name, field in model.model_fields.items()}
    deeper = (step for model in [*models, annotation] for step in _step(model, path[0]))
    return {key for each in deeper for key in _known_keys(each, path[1:])}


def _step(annotation: Any, part: str | int) -> Iterator[Any]:
    """The types that *part* of a path leads to from a type."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.items()
        yield from (field.annotation for name, field in fields if part in (name, field.alias))
    elif get_origin(annotation) in (Union, UnionType, Annotated):
        for member in get_args(annotation):
            yield from _step(member, part)
    elif get_origin(annotation) in (dict, tuple, list):
        yield from (each for each in get_args(annotation) if each is not Ellipsis and each is not str)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Union, UnionType, Annotated):
        for member in get_args(annotation):
            yield from _models(member)
