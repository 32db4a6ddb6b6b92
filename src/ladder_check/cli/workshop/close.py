"""`workshop close`: destroys what links a person's rounds."""

from typing import Annotated, Final

import typer

from ladder_check.cli.options import RecordFile

WARNING: Final = (
    "This destroys what links a person's answers in one round with those in another: ballot numbers, the "
    "order, answers that were changed, second entries. It cannot be taken back. What the room said stays: "
    "results and publish work as before. After it, nothing can be typed in, imported or opened again."
)
COPIES: Final = "Copies of the file elsewhere, and paper, still hold the numbers. Please destroy them too."
NEEDS_YES: Final = "There is nobody to ask. To close it all the same, add --yes."


def close(
    record_file: RecordFile,
    yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
) -> None:
    """Close a workshop for good: what links a person's rounds is destroyed.

    Results stay as they are. In a terminal it asks first; elsewhere it needs --yes.
    """
    from ladder_check.cli.lines import no_lines
    from ladder_check.workshop.closing import destroy_links
    from ladder_check.workshop.record import open_record

    with open_record(record_file) as record:
        if not (yes or record.is_closed or _agreed()):
            no_lines(plain=True).say("Nothing was changed.")
            return
        destroy_links(record)
    no_lines(plain=True).say(f"{record_file} is closed for good. {COPIES}")


def _agreed() -> bool:
    from ladder_check.cli.lines import find_lines
    from ladder_check.errors import LadderCheckError
    from ladder_check.interview.prompter import ask_yes
    from ladder_check.interview.sitting import sit

    lines = find_lines(None, plain=True)
    if lines is None:
        raise LadderCheckError(NEEDS_YES)
    said: list[bool] = []
    lines.say(WARNING)
    question = "Destroy the links for good? yes (y) or no (n):"
    if not sit(lines, lambda: said.append(ask_yes(lines, question)), lambda: "Not closed."):
        raise typer.Exit(130)
    return said == [True]
