"""`workshop agree`: what the whole room agreed, beside its votes."""

from typing import TYPE_CHECKING, Annotated

import typer

from ladder_check.cli.options import RecordFile

if TYPE_CHECKING:
    from ladder_check.model.room import AgreedAnswer, Asked
    from ladder_check.workshop.record import Record


def agree(
    record_file: RecordFile,
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="Such as ladder.designing.r4 or claim.designing.")
    ],
    level: Annotated[
        str | None,
        typer.Argument(
            metavar="[LEVEL]", help="0 to 4, a rung such as consultation, not-sure or does-not-fit."
        ),
    ] = None,
    minority: Annotated[
        str | None, typer.Option(metavar="WORDS", help="What those say who do not agree. It is always shown.")
    ] = None,
    take_back: Annotated[bool, typer.Option("--take-back", help="Take back what was agreed.")] = False,
) -> None:
    """Keep what the whole room agreed on a question when it had talked.

    It stands beside the votes and changes no figure. What a minority said stays with it.
    """
    from ladder_check.cli.lines import no_lines
    from ladder_check.errors import LadderCheckError
    from ladder_check.report.agreeing import agreed_words
    from ladder_check.workshop.agreed import take_back as take_it_back
    from ladder_check.workshop.record import open_record

    if take_back is (level is not None):
        raise LadderCheckError("Either say what was agreed, such as 2, or take it back with --take-back.")
    with open_record(record_file) as record:
        asked = record.question(question)
        if level is None:
            said = f"Taken back. It was: {agreed_words(asked, take_it_back(record, question))}"
        else:
            said = agreed_words(asked, _keep(record, asked, level, minority))
    no_lines(plain=True).say(said)


def _keep(record: "Record", asked: "Asked", level: str, minority: str | None) -> "AgreedAnswer":
    from ladder_check.documents.characters import clean
    from ladder_check.model.room import AgreedAnswer
    from ladder_check.workshop.agreed import agree as keep
    from ladder_check.workshop.agreed import read_agreed

    answer = read_agreed(asked, level.strip())
    return keep(record, asked.id, AgreedAnswer(answer, clean(minority or "") or None))
