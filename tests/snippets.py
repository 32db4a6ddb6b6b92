"""The snippets of the docs, read as the files they are parts of."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ladder_check.documents.document import Document, parse
from ladder_check.documents.finding import Finding, InvalidDocument
from ladder_check.documents.library import Shelf, build_case
from ladder_check.documents.translations import read_translation

PAGE: Final = Path(__file__).parents[1] / "docs" / "findings.md"
FILES: Final = {
    "file": "day.assessment.yaml",
    "assessment": "day.assessment.yaml",
    "bank": "our-own.bank.yaml",
    "ladder-bank": "our-own.bank.yaml",
    "ladder": "our-own.ladder.yaml",
    "translation": "word.bank.fr.yaml",
}
_FENCE: Final = re.compile(r"^```yaml (fails|passes|whole) ([a-z-]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SECTION: Final = re.compile(r"^## (LC\d{3})\b.*?(?=^## )", re.MULTILINE | re.DOTALL)
_KEY: Final = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)


@dataclass(frozen=True)
class Snippet:
    """Some keys of a file: whether they pass or fail, and what kind of file they belong to."""

    use: str
    kind: str
    text: str


def sections(page: str) -> dict[str, tuple[Snippet, ...]]:
    """The snippets of each code's section."""
    return {match[1]: snippets_of(match[0]) for match in _SECTION.finditer(page)}


def snippets_of(text: str) -> tuple[Snippet, ...]:
    """Every snippet of *text*."""
    return tuple(Snippet(*match.groups()) for match in _FENCE.finditer(text))


def findings_in(snippet: Snippet, page: str) -> tuple[Finding, ...]:
    """What reading the file says, with the *snippet* at its top and the keys it lacks below."""
    wholes = {each.kind: each.text for each in snippets_of(page) if each.use == "whole"}
    text = snippet.text if snippet.kind == "file" else _with_the_rest(snippet.text, wholes[snippet.kind])
    try:
        _read(parse(text.encode(), FILES[snippet.kind]), snippet.kind)
    except InvalidDocument as error:
        return error.findings
    return ()


def _with_the_rest(snippet: str, whole: str) -> str:
    own = {part.partition(":")[0] for part in _KEY.split(snippet)}
    rest = [part for part in _KEY.split(whole) if part.partition(":")[0] not in own]
    return snippet + "".join(rest)


def _read(document: Document, kind: str) -> None:
    if kind in ("file", "assessment"):
        build_case(document, Shelf())
    elif kind == "ladder":
        Shelf().read_ladder(document)
    elif kind == "translation":
        read_translation(document, Shelf())
    else:
        Shelf().read_bank(document)
