"""Assessments, banks and ladders: found in folders and in the package, and read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, TypeVar

from ladder_check.documents.config import find_config
from ladder_check.documents.decode import decode
from ladder_check.documents.document import Document, parse
from ladder_check.documents.finding import Finding, InvalidDocument, told
from ladder_check.documents.paths import read_inside
from ladder_check.documents.reading import read_bytes, reason_of
from ladder_check.documents.references import (
    check_bank,
    check_banks,
    check_ladder,
    check_linked,
    check_references,
)
from ladder_check.errors import LadderCheckError, UnknownName
from ladder_check.model.assessment import Assessment
from ladder_check.model.bank import Bank
from ladder_check.model.case import DEFAULT_LADDER_BANK, Case
from ladder_check.model.ladder import Ladder

_BANK: Final = ".bank.yaml"
_LADDER: Final = ".ladder.yaml"
Named = TypeVar("Named", Bank, Ladder)


def read_document(path: Path) -> Document:
    """Read and parse the file at *path*."""
    return parse(read_bytes(path), str(path))


@dataclass(frozen=True)
class Shelf:
    """Where banks and ladders stand: the folders of the user first, then the shipped ones."""

    folders: tuple[Path, ...] = ()

    @cached_property
    def shipped(self) -> Traversable:
        """The folder of banks and ladders that comes with the package."""
        return files("ladder_check.questions")

    @cached_property
    def banks(self) -> dict[str, Traversable]:
        """Every bank by its id; a user's stands in the place of a shipped one."""
        return self._find(_BANK)

    @cached_property
    def ladders(self) -> dict[str, Traversable]:
        """Every ladder by its id."""
        return self._find(_LADDER)

    @property
    def replaced(self) -> tuple[str, ...]:
        """The banks of the user that stand in the place of a shipped one."""
        shipped = {_id(each, _BANK) for each in self.shipped.iterdir()}
        return tuple(
            bank
            for bank, place in self.banks.items()
            if bank in shipped and isinstance(place, Path) and place.parent in self.folders
        )

    def bank(self, bank_id: str) -> Bank:
        """The bank called *bank_id*, read.

        Raises:
            UnknownName: no folder has it.
            InvalidDocument: it is there and is not right.
        """
        if bank_id not in self.banks:
            raise UnknownName("bank", bank_id, self.banks)
        document = self._document(self.banks[bank_id])
        return _called(bank_id, self.read_bank(document), document)

    def origin(self, bank_id: str) -> str:
        """Where a bank stands: its file, or that it is shipped."""
        place = self.banks[bank_id]
        return str(place) if isinstance(place, Path) and place.parent in self.folders else "ladder-check"

    def text_of(self, bank_id: str) -> str:
        """The text of the bank called *bank_id*, as it stands in its file.

        Raises:
            UnknownName: no folder has it.
        """
        if bank_id not in self.banks:
            raise UnknownName("bank", bank_id, self.banks)
        return self.banks[bank_id].read_text(encoding="utf-8")

    def read_bank(self, document: Document) -> Bank:
        """The bank in *document*, with its rungs looked up on its ladder."""
        bank = decode(document, Bank)
        if bank.ladder and bank.ladder not in self.ladders:
            message = str(UnknownName("ladder", bank.ladder, self.ladders))
            raise_if_any([Finding("LC111", message, document.file, document.locate(("ladder",)))])
        raise_if_any(check_bank(document, bank, self.ladder(bank.ladder) if bank.ladder else None))
        return bank

    def read_linked_bank(self, document: Document) -> Bank:
        """The bank in *document*, with what it says of other banks looked up too, and of its own past."""
        bank = _called(_id(Path(document.file), _BANK), self.read_bank(document), document)
        named = {question.partition(".")[0] for link in bank.linked for question in link[:2]}
        others = {each: self.bank(each) for each in sorted(named & self.banks.keys()) if each != bank.id}
        raise_if_any(check_linked(document, bank, others, self.banks))
        return bank

    def ladder(self, ladder_id: str) -> Ladder:
        """The ladder called *ladder_id*, read.

        Raises:
            UnknownName: no folder has it.
        """
        if ladder_id not in self.ladders:
            raise UnknownName("ladder", ladder_id, self.ladders)
        document = self._document(self.ladders[ladder_id])
        return _called(ladder_id, decode(document, Ladder), document)

    def _document(self, place: Traversable) -> Document:
        if isinstance(place, Path) and place.parent in self.folders:
            return parse(read_inside(place), str(place))
        return _document(place)

    def read_ladder(self, document: Document) -> Ladder:
        """The ladder in *document*, with what its crosswalk leads to looked up."""
        ladder = _called(_id(Path(document.file), _LADDER), decode(document, Ladder), document)
        others = {other: self.ladder(other) for other in ladder.crosswalk if other in self.ladders}
        raise_if_any(check_ladder(document, ladder, others, self.ladders))
        return ladder

    def _find(self, ending: str) -> dict[str, Traversable]:
        found: dict[str, Traversable] = {}
        for folder in [self.shipped, *reversed(self.folders)]:
            for each in sorted(_listed(folder), key=lambda place: place.name):
                if _id(each, ending):
                    found[_id(each, ending)] = each
        return found


def _id(place: Traversable, ending: str) -> str:
    stem = place.name.removesuffix(ending)
    # `ladder.bank.cy.yaml` is a translation, and no bank of its own.
    return stem if place.name.endswith(ending) else ""


def _called(name: str, read: Named, document: Document) -> Named:
    # Answers are looked up by the id, and files by their name: with two names answers would go unread.
    # Only the name of a bank or a ladder promises an id.
    if name and read.id != name:
        way_out = "Either rename the file, or change the id."
        message = f"The file is named for {name!r}, and its id is {read.id!r}. {way_out}"
        raise_if_any([Finding("LC112", message, document.file, document.locate(("id",)))])
    return read


def _listed(folder: Traversable) -> list[Traversable]:
    try:
        return list(folder.iterdir())
    except OSError as error:
        raise LadderCheckError(
            f"{folder}: this folder of questions cannot be read ({reason_of(error)})."
        ) from None


def _document(place: Traversable) -> Document:
    if isinstance(place, Path):
        return read_document(place)
    return parse(place.read_bytes(), place.name)


def raise_if_any(findings: Iterable[Finding]) -> None:
    """Refuse a file that has *findings*.

    Raises:
        InvalidDocument: there are any; with the first, if there are very many.
    """
    if first := told(findings):
        raise InvalidDocument(first)


def shelf_for(path: Path, questions: Sequence[Path] = ()) -> Shelf:
    """The shelf for a file: *questions* given by hand, the folders its config names, and the shipped."""
    return Shelf((*questions, *find_config(path).folders))


def read_banks(paths: Iterable[Path], questions: Sequence[Path] = ()) -> tuple[Bank | Ladder, ...]:
    """The banks and ladders at *paths*, each with its own folder at hand.

    Raises:
        InvalidDocument: some are not right; with the findings of all of them.
    """
    read: list[Bank | Ladder] = []
    findings: list[Finding] = []
    for path in paths:
        try:
            read.append(_read_bank_or_ladder(path, questions))
        except InvalidDocument as error:
            findings += error.findings
    if findings:
        raise InvalidDocument(findings)
    return tuple(read)


def _read_bank_or_ladder(path: Path, questions: Sequence[Path]) -> Bank | Ladder:
    document = read_document(path)
    shelf = shelf_for(path, (*questions, path.parent))
    return shelf.read_ladder(document) if path.name.endswith(_LADDER) else shelf.read_linked_bank(document)


def read_case(path: Path, questions: Sequence[Path] = (), ladders: Iterable[str] | None = ()) -> Case:
    """Read an assessment with all that scoring it needs.

    *questions* are folders of banks; *ladders* names further ladders to have at hand, None all there are.

    Raises:
        InvalidDocument: the file, or a bank, is not right; with every finding at its place.
        LadderCheckError: a file is not there or cannot be read.
    """
    return build_case(read_document(path), shelf_for(path, questions), ladders)


def build_case(document: Document, shelf: Shelf, ladders: Iterable[str] | None = ()) -> Case:
    """The case of the assessment in *document*, with its banks and ladders from *shelf*."""
    assessment = decode(document, Assessment)
    raise_if_any(check_banks(document, assessment, shelf.banks))
    banks = {bank: shelf.bank(bank) for bank in assessment.asked_banks}
    if not any(bank.kind == "ladder" for bank in banks.values()):
        banks[DEFAULT_LADDER_BANK] = shelf.bank(DEFAULT_LADDER_BANK)
    named = [bank.ladder for bank in banks.values() if bank.ladder]
    case = Case(
        assessment=assessment,
        banks=banks,
        ladders={
            ladder: shelf.ladder(ladder) for ladder in dict.fromkeys([*named, *_or_all(ladders, shelf)])
        },
        replaced=tuple(bank for bank in shelf.replaced if bank in banks) if shelf.folders else (),
    )
    raise_if_any(check_references(document, case))
    return case


def _or_all(ladders: Iterable[str] | None, shelf: Shelf) -> Iterable[str]:
    return shelf.ladders if ladders is None else ladders
