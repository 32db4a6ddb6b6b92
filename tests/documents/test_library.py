"""Reading from folders: what is there, what stands in its place, and what cannot be read."""

import os
import re
from pathlib import Path

import pytest

from ladder_check.documents.document import MAX_BYTES
from ladder_check.documents.finding import InvalidDocument
from ladder_check.documents.library import Shelf, read_case
from ladder_check.documents.reading import read_bytes
from ladder_check.errors import LadderCheckError, UnknownName

HEAD = "format: 1\ntitle: Day opportunities\nassessed_on: 2026-11-03\n"
SHIPPED = Path(__file__).parents[2] / "questions"
WORD = "answers: {word: {jm1: {people: 3}}}\n"


@pytest.fixture
def day(tmp_path: Path) -> Path:
    file = tmp_path / "day.assessment.yaml"
    file.write_text(HEAD + WORD, encoding="utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "ours"
    made.mkdir()
    return made


def refusal(path: Path, *questions: Path) -> str:
    with pytest.raises(LadderCheckError) as refused:
        read_case(path, questions)
    return str(refused.value)


def own_word_bank(
    folder: Path, name: str = "word", old: str = "Made together", new: str = "Made as one"
) -> None:
    text = (SHIPPED / "word.bank.yaml").read_text(encoding="utf-8")
    (folder / f"{name}.bank.yaml").write_text(text.replace(old, new), encoding="utf-8")


def test_a_case_has_the_banks_that_are_asked_and_the_shipped_ladder(day: Path) -> None:
    case = read_case(day)
    assert (set(case.banks), set(case.ladders), case.replaced) == ({"word", "ladder"}, {"tlap"}, ())


def test_a_missing_file_is_told_with_the_nearest_that_is_there(day: Path) -> None:
    wanted = day.with_name("dya.assessment.yaml")
    assert refusal(wanted) == f"{wanted}: there is no such file. Did you mean {day}?"


def test_a_missing_file_with_nothing_like_it(tmp_path: Path) -> None:
    assert refusal(tmp_path / "day.yaml") == f"{tmp_path / 'day.yaml'}: there is no such file."
    assert refusal(tmp_path / "no" / "day.yaml") == f"{tmp_path / 'no' / 'day.yaml'}: there is no such file."


def test_a_link_to_nowhere_is_told_as_one(tmp_path: Path) -> None:
    link = tmp_path / "day.yaml"
    link.symlink_to(tmp_path / "gone")
    lost = "this is a link, and what it leads to is not there. Either put that back, or take the link out."
    assert refusal(link) == f"{link}: {lost}"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path}: this is a folder, not a file. Name a file."


def test_a_pipe_is_refused_without_waiting_for_somebody_to_write(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    assert refusal(pipe) == f"{pipe}: this is a pipe or a device, not a file. Name a file."


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read(day: Path) -> None:
    day.chmod(0)
    assert refusal(day) == f"{day}: this file cannot be read (Permission denied)."


def test_a_path_through_a_file_or_round_in_a_ring(day: Path, tmp_path: Path) -> None:
    ring = tmp_path / "ring.yaml"
    ring.symlink_to(ring)
    assert refusal(day / "x.yaml") == f"{day / 'x.yaml'}: this file cannot be read (Not a directory)."
    assert refusal(ring) == f"{ring}: this file cannot be read (Too many levels of symbolic links)."


def test_one_byte_over_a_mebibyte_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "day.yaml"
    file.write_bytes(b"#" * MAX_BYTES)
    assert len(read_bytes(file)) == 1024 * 1024
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    assert refusal(file).startswith(f"{file}:1:1: LC005")
    assert "larger than 1 MiB" in refusal(file)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux has such files")
def test_a_file_with_more_in_it_than_it_says_is_read_whole() -> None:
    """The system says of this one that it has no bytes, as of a file that is just being written."""
    status = Path("/proc/self/status")
    assert status.stat().st_size == 0
    assert read_bytes(status).splitlines()[0] == status.read_bytes().splitlines()[0]
    assert len(read_bytes(status).splitlines()) == len(status.read_bytes().splitlines())


def test_a_bank_of_ones_own_takes_the_place_of_a_shipped_one_and_that_is_said(
    day: Path, folder: Path
) -> None:
    own_word_bank(folder)
    case = read_case(day, [folder])
    assert (case.banks["word"].items[0].name, case.replaced) == ("Made as one", ("word",))


def test_a_bank_that_is_not_asked_replaces_nothing(day: Path, folder: Path) -> None:
    own_word_bank(folder)
    day.write_text(HEAD, encoding="utf-8")
    assert read_case(day, [folder]).replaced == ()


def test_a_bank_of_ones_own_with_a_new_name_replaces_nothing(day: Path, folder: Path) -> None:
    own_word_bank(folder, "ours", old="\nid: word\n", new="\nid: ours\n")
    day.write_text(HEAD + "banks: {ours: 1.0.0}\n", encoding="utf-8")
    case = read_case(day, [folder])
    assert (case.replaced, [bank.id for bank in case.other_banks]) == ((), ["ours"])


def test_the_first_of_two_folders_counts(day: Path, folder: Path, tmp_path: Path) -> None:
    second = tmp_path / "second"
    second.mkdir()
    own_word_bank(folder)
    own_word_bank(second, new="Made twice")
    assert read_case(day, [folder, second]).banks["word"].items[0].name == "Made as one"
    assert read_case(day, [second, folder]).banks["word"].items[0].name == "Made twice"


def test_folders_are_named_in_the_config_too(day: Path, folder: Path) -> None:
    own_word_bank(folder)
    (day.parent / "ladder-check.toml").write_text('questions = ["ours"]\n', encoding="utf-8")
    assert read_case(day).replaced == ("word",)


def test_a_ladder_bank_of_any_name_is_scored_on(day: Path, folder: Path) -> None:
    text = (SHIPPED / "ladder.bank.yaml").read_text(encoding="utf-8").replace("\nid: ladder\n", "\nid: own\n")
    (folder / "own.bank.yaml").write_text(text, encoding="utf-8")
    day.write_text(HEAD + "banks: {own: 1.0.0}\n", encoding="utf-8")
    case = read_case(day, [folder])
    assert (case.ladder_bank.id, case.ladder.id, set(case.banks)) == ("own", "tlap", {"own"})


def test_a_bank_is_called_what_its_file_is_called(day: Path, folder: Path) -> None:
    """Answers to `ours` would be looked for under `word`, and nobody would find them."""
    own_word_bank(folder, "ours")
    day.write_text(HEAD + "banks: {ours: 1.0.0}\n", encoding="utf-8")
    message = refusal(day, folder)
    assert message.startswith(f"{folder / 'ours.bank.yaml'}:3:5: LC112")
    assert "named for 'ours', and its id is 'word'. Either rename the file, or change the id." in message


def test_a_broken_bank_is_told_with_its_own_file_and_place(day: Path, folder: Path) -> None:
    own_word_bank(folder, old="kind: word", new="kind: wrod")
    with pytest.raises(InvalidDocument) as refused:
        read_case(day, [folder])
    (found,) = refused.value.findings
    assert found.file == str(folder / "word.bank.yaml")
    assert "called 'wrod'. Did you mean 'word'?" in found.message


def test_a_translation_is_no_bank_of_its_own(day: Path, folder: Path) -> None:
    (folder / "word.bank.cy.yaml").write_text("nothing: of the kind\n", encoding="utf-8")
    assert set(Shelf((folder,)).banks) == set(Shelf().banks)
    assert read_case(day, [folder]).replaced == ()


def test_a_folder_that_is_not_there(day: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    assert refusal(day, gone).startswith(f"{gone}: this folder of questions cannot be read")


def test_what_no_folder_has_is_told_with_the_nearest() -> None:
    with pytest.raises(
        UnknownName, match=re.escape("There is no bank called 'rulez'. Did you mean 'rules'?")
    ):
        Shelf().bank("rulez")
    with pytest.raises(
        UnknownName, match=re.escape("There is no ladder called 'tlpa'. Did you mean 'tlap'?")
    ):
        Shelf().ladder("tlpa")


def test_further_ladders_are_at_hand_when_asked_for(day: Path) -> None:
    assert set(read_case(day, ladders=["arnstein"]).ladders) == {"tlap", "arnstein"}
    assert set(read_case(day, ladders=None).ladders) == {"tlap", "arnstein", "deciding-together"}
    with pytest.raises(UnknownName, match=re.escape("'arnstien'. Did you mean 'arnstein'?")):
        read_case(day, ladders=["arnstien"])
