"""The config of each file and the questions it stands on: read once, and their faults told once."""
# Imported by `check` alone, when it runs: so it may import what it likes.
# ruff: noqa: TID253

import os
import stat
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from ladder_check.documents.config import Found, find_config
from ladder_check.documents.library import Shelf
from ladder_check.errors import LadderCheckError, unknown_name


def look_at_settings(files: Iterable[Path], questions: Sequence[Path]) -> None:
    """See that the configs of *files* can be used, and that the folders of *questions* are there.

    Raises:
        LadderCheckError: one is not right; told here, it is not told of each file.
    """
    for folder in questions:
        _refuse_missing(folder, "--questions")
    for name, found in {each.file: each for each in map(config_for, files)}.items():
        for folder in found.folders:
            _refuse_missing(folder, f"{name}: questions")
        known = shelf_of((*questions, *found.folders)).banks if found.config.require else ()
        for bank in found.config.require:
            if bank not in known:
                raise LadderCheckError(f"{name}: require: {unknown_name('bank', bank, known)}")


def _refuse_missing(folder: Path, setting: str) -> None:
    try:
        is_there = stat.S_ISDIR(folder.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        is_there = False
    except OSError:
        # In a folder that is closed to us nobody knows: reading says so.
        return
    if not is_there:
        way_out = "Either correct its name, or make the folder."
        raise LadderCheckError(f"{setting} names {folder}, and there is no such folder. {way_out}")


def config_for(path: Path) -> Found:
    """The config of the file at *path*, read once for each folder."""
    # Asked for each file, and pathlib takes six times as long.
    return _config_in(os.path.dirname(os.path.abspath(path)))  # noqa: PTH100, PTH120


@cache
def _config_in(folder: str) -> Found:
    return find_config(Path(folder, "any-file"))


@cache
def shelf_of(folders: tuple[Path, ...]) -> Shelf:
    """The banks and ladders in *folders*, each read once and not once for each file."""
    return _Kept(folders)


class _Kept(Shelf):
    bank = cache(Shelf.bank)
    ladder = cache(Shelf.ladder)
