"""`banks`: question banks, ours and your own."""

from pathlib import Path
from typing import Annotated, Final

import typer

from ladder_check.cli.options import Questions

HERE: Final = Path("any-file-here")
"""Stands for a file in this folder: the config that would be its own is the one to take."""

banks = typer.Typer(
    help="Question banks: list, show, write and check them.",
    rich_markup_mode=None,
    no_args_is_help=True,
)


@banks.command("list", epilog="Example: ladder-check banks list")
def list_(questions: Questions = None) -> None:
    """List the question banks at hand."""
    from ladder_check.cli import stream
    from ladder_check.documents.library import shelf_for
    from ladder_check.render.banks import Shelved, render_list

    shelf = shelf_for(HERE, questions or ())
    stream.say(render_list(Shelved(shelf.bank(bank), shelf.origin(bank)) for bank in shelf.banks))


@banks.command(epilog="Example: ladder-check banks show ingredients")
def show(
    bank: Annotated[str, typer.Argument(metavar="ID", help="The id of a bank, such as ladder or rules.")],
    questions: Questions = None,
) -> None:
    """Show a bank: its questions, answers and actions."""
    from ladder_check.cli import stream
    from ladder_check.documents.library import shelf_for
    from ladder_check.render.banks import render_bank

    shelf = shelf_for(HERE, questions or ())
    stream.say(render_bank(shelf.bank(bank), stream.look().width))


@banks.command(epilog="Example: ladder-check banks check questions/*.bank.yaml")
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Bank or ladder files.")],
    questions: Questions = None,
) -> None:
    """Say whether banks and ladders of your own can be used.  How they are worded, `check` says."""
    from ladder_check.cli import stream
    from ladder_check.documents.library import read_banks
    from ladder_check.render.banks import render_checked

    for path, read in zip(files, read_banks(files, questions or ()), strict=True):
        stream.say(render_checked(str(path), read))
    stream.say("To see how they are worded, give the same files to ladder-check check.")


@banks.command(epilog="Example: ladder-check banks new our-own --folder questions")
def new(
    bank: Annotated[str, typer.Argument(metavar="ID", help="A short name for it, such as our-own.")],
    folder: Annotated[Path, typer.Option(metavar="DIR", help="Where to put it.")] = Path("questions"),
    like: Annotated[
        str | None, typer.Option(metavar="BANK", help="Start from a copy of this bank, such as ladder.")
    ] = None,
) -> None:
    """Write a new bank to start from, all parts explained."""
    from ladder_check.cli import stream
    from ladder_check.documents.library import Shelf
    from ladder_check.documents.store import write_new
    from ladder_check.render.starter import render_copy, render_starter

    path = folder / f"{bank}.bank.yaml"
    text = render_copy(Shelf().text_of(like), bank) if like else render_starter(bank, folder.as_posix())
    write_new(text, path)
    stream.say(
        f"Saved as {path}. Open it in an editor, change the words, then:\n  ladder-check banks check {path}"
    )
