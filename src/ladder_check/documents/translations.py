"""Translations of banks: which files they are, and reading them beside the bank that they translate."""

from itertools import chain
from pathlib import Path
from typing import Final

from ladder_check.documents.decode import decode
from ladder_check.documents.document import Document
from ladder_check.documents.finding import Finding
from ladder_check.documents.library import Shelf, raise_if_any
from ladder_check.documents.references import check_translation
from ladder_check.errors import unknown_name
from ladder_check.model.bank import Bank
from ladder_check.model.translation import Translation


def read_translation(document: Document, shelf: Shelf) -> tuple[Translation, Bank]:
    """The translation in *document*, and the bank on the *shelf* that it translates.

    Raises:
        InvalidDocument: it is not right: no such bank or question, or another name than its file's.
    """
    translation = decode(document, Translation)
    if translation.translates not in shelf.banks:
        message = unknown_name("bank", translation.translates, shelf.banks)
        raise_if_any([Finding("LC101", message, document.file, document.locate(("translates",)))])
    bank = shelf.bank(translation.translates)
    raise_if_any(chain(_misnamed(document, translation), check_translation(document, translation, bank)))
    return translation, bank


def _misnamed(document: Document, translation: Translation) -> list[Finding]:
    """A finding where the name of the file says another bank or language than the file itself."""
    name = _NAME.format(translation.translates, translation.language)
    if Path(document.file).name == name:
        return []
    way_out = "Either rename the file, or change `translates` or `language`."
    message = f"What this file says it is would be called {name}. {way_out}"
    return [Finding("LC112", message, document.file, document.locate(("translates",)))]


_NAME: Final = "{}.bank.{}.yaml"
