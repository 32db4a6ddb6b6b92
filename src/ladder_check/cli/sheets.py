"""Banks, ladders and translations as rules see them: each read with what it stands on."""
# Imported by `check` alone, when it runs: so it may import what it likes.
# ruff: noqa: TID253

from pathlib import Path
from typing import Final

from ladder_check.documents.document import Document
from ladder_check.documents.library import Shelf
from ladder_check.documents.paths import is_translation
from ladder_check.documents.translations import read_translation
from ladder_check.lint.rule import BankSheet, LadderSheet, TranslationSheet, World

_LADDER: Final = ".ladder.yaml"
_BANK: Final = ".bank.yaml"


def is_of_questions(name: str) -> bool:
    """Whether a file called *name* holds questions or rungs, and no assessment."""
    return name.endswith((_BANK, _LADDER)) or is_translation(name)


def sheet_of(document: Document, shelf: Shelf, world: World) -> BankSheet | LadderSheet | TranslationSheet:
    """What rules look at in the bank, ladder or translation in *document*, by the name of its file.

    Raises:
        InvalidDocument: it is not right, or what it stands on is not.
    """
    name = Path(document.file).name
    if name.endswith(_LADDER):
        return LadderSheet(shelf.read_ladder(document), document.data, world)
    if is_translation(name):
        return TranslationSheet(*read_translation(document, shelf), world)
    bank = shelf.read_linked_bank(document)
    return BankSheet(bank, shelf.ladder(bank.ladder) if bank.ladder else None, document.data, world)
