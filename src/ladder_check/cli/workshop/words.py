"""`workshop words`: what people said in their own words, and what of it may be shared."""

from typing import TYPE_CHECKING, Annotated

import typer

from ladder_check.cli.options import RecordFile

if TYPE_CHECKING:
    from ladder_check.workshop.record import Record
    from ladder_check.workshop.words import Words

Numbers = list[int] | None


def words(
    record_file: RecordFile,
    share: Annotated[
        Numbers, typer.Option(metavar="N", help="They agreed: this may be shared. May be repeated.")
    ] = None,
    keep: Annotated[
        Numbers, typer.Option(metavar="N", help="Keep this to ourselves. May be repeated.")
    ] = None,
    remove: Annotated[Numbers, typer.Option(metavar="N", help="Take this out. May be repeated.")] = None,
) -> None:
    """List what people said in their own words, by number, and mark what may be shared.

    Nothing is shared that is not marked so. No score and no ballot number stands beside it.
    """
    from ladder_check.cli.lines import no_lines
    from ladder_check.workshop.record import open_record
    from ladder_check.workshop.words import remove_words, share_words, words_of

    with open_record(record_file) as record:
        with record.database.transaction():
            for number in share or ():
                share_words(record, number, share=True)
            for number in keep or ():
                share_words(record, number, share=False)
            for number in remove or ():
                remove_words(record, number)
        lines = [_line(record, each) for each in words_of(record)]
    no_lines(plain=True).say("\n".join(lines or ["Nobody's own words are kept here yet."]))


def _line(record: "Record", each: "Words") -> str:
    from ladder_check.interview.sitting import VOICE_NAMES
    from ladder_check.lint.personal import personal_data
    from ladder_check.report.wording import listed, quoted, small

    asked = record.question(each.question)
    said = f"{VOICE_NAMES[each.voice]}: {quoted(each.said)}"
    shared = "To be shared." if each.share else "Not to be shared."
    found = listed(map(small, personal_data(each.said)))
    if found:
        shared = f"It seems to hold {found}: please take it out."
    return f"{each.number}. {asked.heading}, {asked.name}. {said} {shared}"
