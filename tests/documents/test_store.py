"""Writing is whole or not at all, and two writers lose nothing of each other."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from ladder_check.documents import store
from ladder_check.documents.finding import InvalidDocument
from ladder_check.documents.shared import Change, Outcome, SharedFile
from ladder_check.documents.store import made_beside, write, write_all, write_new
from ladder_check.errors import LadderCheckError

ANSWER = ("answers", "ladder", "designing.r4", "leaders")
is_root = os.geteuid() == 0 if hasattr(os, "geteuid") else False


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_what_is_written_is_there_and_nothing_else(tmp_path: Path) -> None:
    write("a: é\r\n", tmp_path / "x.yaml")
    assert (tmp_path / "x.yaml").read_bytes() == b"a: \xc3\xa9\r\n"
    assert names(tmp_path) == ["x.yaml"]


def test_permissions_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("a: 1\n")
    file.chmod(0o640)
    write("a: 2\n", file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("")
    write("a: 1\n", tmp_path / "x.yaml")
    assert (tmp_path / "x.yaml").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_stays_and_what_it_points_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "x.yaml").write_text("a: 1\n")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "real" / "x.yaml")
    write("a: 2\n", tmp_path / "link.yaml")
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "real" / "x.yaml").read_text() == "a: 2\n"


def test_a_device_is_written_to_and_stays_a_device() -> None:
    write("a: 1\n", Path(os.devnull))
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("none/x.yaml", "no such folder"),
        ("", "folder"),
        ("file/x.yaml", "not a folder"),
        ("n" * 300, "too long"),
    ],
)
def test_a_place_that_cannot_be_written_is_named_with_the_way_out(
    tmp_path: Path, path: str, words: str
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LadderCheckError, match=words) as raised:
        write("a: 1\n", tmp_path / path)
    assert str(tmp_path / path) in str(raised.value)
    assert names(tmp_path) == ["file"]


@pytest.mark.skipif(is_root, reason="root may write everywhere")
def test_a_read_only_folder_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(LadderCheckError, match="read-only"):
        write("a: 1\n", tmp_path / "x.yaml")
    tmp_path.chmod(0o755)


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """A limit on the size of files stands in for a full disk: the write stops half way through."""
    file = tmp_path / "x.yaml"
    file.write_text("a: 1\n")
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from ladder_check.documents.store import write\n"
        "from ladder_check.errors import LadderCheckError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write('a: ' + 'x' * 5000, Path(sys.argv[1]))\n"
        "except LadderCheckError as error: print(error)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", script, str(file)], capture_output=True, text=True, check=True
    ).stdout
    assert "cannot be written" in said
    assert file.read_text() == "a: 1\n"
    assert names(tmp_path) == ["x.yaml"]


def test_a_really_full_disk_is_said() -> None:
    with pytest.raises(LadderCheckError, match="disk is full"):
        write("a: 1\n", Path("/dev/full"))


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    write_new("a: 1\n", tmp_path / "deep" / "er" / "x.yaml")
    with pytest.raises(LadderCheckError, match="there already"):
        write_new("a: 2\n", tmp_path / "deep" / "er" / "x.yaml")
    assert (tmp_path / "deep" / "er" / "x.yaml").read_text() == "a: 1\n"


def test_nothing_takes_the_place_of_a_database(tmp_path: Path) -> None:
    """Such as the record of a workshop, whose name somebody typed twice."""
    record = tmp_path / "day.workshop"
    with closing(sqlite3.connect(record)) as database:
        database.execute("CREATE TABLE t (a)")
    before = record.read_bytes()
    with pytest.raises(LadderCheckError, match=r"day.workshop: this file is a database, such as the record"):
        write("a: 1\n", record)
    assert record.read_bytes() == before


def test_of_several_files_none_is_written_if_one_is_there(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("old")
    with pytest.raises(LadderCheckError, match="b: there already"):
        write_all({tmp_path / "a": "1", tmp_path / "b": "2"}, over=False)
    assert names(tmp_path) == ["b"]
    write_all({tmp_path / "a": "1", tmp_path / "b": "2"}, over=True)
    assert (tmp_path / "b").read_text() == "2"


# Two writers


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "day.assessment.yaml"
    path.write_text("title: Day  # ours\nanswers:\n  ladder:\n    designing.r4:\n      leaders: 2\n")
    return path


def test_a_change_by_an_editor_and_ours_are_both_kept(file: Path) -> None:
    ours = SharedFile.open(file)
    file.write_text(file.read_text().replace("# ours", "# by hand") + "      note: long talk\n")
    assert ours.change([Change(ANSWER, 3)]) == Outcome(saved=True, others_changed=True)
    assert file.read_text() == (
        "title: Day  # by hand\nanswers:\n  ladder:\n    designing.r4:\n"
        "      leaders: 3\n      note: long talk\n"
    )


def test_the_same_answer_by_two_is_not_written_over_until_asked_again(file: Path) -> None:
    ours, theirs = SharedFile.open(file), SharedFile.open(file)
    theirs.change([Change(ANSWER, 1)])
    before = file.read_text()
    assert ours.change([Change(ANSWER, 3)]) == Outcome(saved=False, others_changed=True, theirs=1)
    assert file.read_text() == before
    assert ours.change([Change(ANSWER, 3)]) == Outcome(saved=True, others_changed=False)
    assert SharedFile.open(file).data["answers"]["ladder"]["designing.r4"]["leaders"] == 3


def test_the_same_answer_with_the_same_value_is_no_clash(file: Path) -> None:
    ours, theirs = SharedFile.open(file), SharedFile.open(file)
    theirs.change([Change(ANSWER, 3)])
    assert ours.change([Change(ANSWER, 3)]).saved


def test_what_is_added_to_a_list_by_two_is_there_twice(file: Path) -> None:
    ours, theirs = SharedFile.open(file), SharedFile.open(file)
    theirs.change([Change(("missing_voices",), "Deaf people", adds=True)])
    ours.change([Change(("missing_voices",), "young people", adds=True)])
    assert SharedFile.open(file).data["missing_voices"] == ["Deaf people", "young people"]


def test_a_file_broken_meanwhile_is_told_and_left_alone(file: Path) -> None:
    ours = SharedFile.open(file)
    file.write_text("title: [half\n")
    with pytest.raises(InvalidDocument):
        ours.change([Change(ANSWER, 3)])
    assert file.read_text() == "title: [half\n"
    file.write_text("title: Day\n")
    assert ours.change([Change(("title",), "Night")]).saved


def test_a_file_deleted_meanwhile_is_written_anew(file: Path) -> None:
    ours = SharedFile.open(file)
    file.unlink()
    ours.change([Change(ANSWER, 3)])
    assert "leaders: 3" in file.read_text()


def test_a_new_shared_file_takes_no_others_place(file: Path) -> None:
    with pytest.raises(LadderCheckError, match="there already"):
        SharedFile.create(file, "title: New\n")


def test_four_processes_at_once_lose_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("title: Day\n")
    script = (
        "import sys; from pathlib import Path\n"
        "from ladder_check.documents.shared import Change, SharedFile\n"
        "shared = SharedFile.open(Path(sys.argv[1]))\n"
        "for n in range(15):\n"
        "    assert shared.change([Change(('answers', sys.argv[2], f'q{n}', 'leaders'), 3)]).saved\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", script, str(path), f"bank{n}"]) for n in range(4)]
    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]
    answers = SharedFile.open(path).data["answers"]
    assert {bank: len(questions) for bank, questions in answers.items()} == {f"bank{n}": 15 for n in range(4)}


def test_without_locks_the_comparison_still_guards(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "fcntl", None)
    ours = SharedFile.open(file)
    file.write_text(file.read_text() + "organisation: Riverside\n")
    assert ours.change([Change(ANSWER, 3)]).others_changed
    assert SharedFile.open(file).data["organisation"] == "Riverside"


def test_what_is_made_beside_is_put_in_place_when_it_is_done(tmp_path: Path) -> None:
    target = tmp_path / "day.workshop"
    with made_beside(target) as beside:
        beside.write_bytes(b"all of it")
        assert not target.exists()
    assert [each.name for each in tmp_path.iterdir()] == ["day.workshop"]
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"all of it", 0o600)


def fill_and_fail(target: Path) -> None:
    with made_beside(target) as beside:
        beside.write_bytes(b"half")
        raise KeyboardInterrupt


def test_what_is_not_done_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        fill_and_fail(tmp_path / "day.workshop")
    assert list(tmp_path.iterdir()) == []


def fill_too_late(target: Path) -> None:
    with made_beside(target):
        target.write_bytes(b"theirs")


def test_what_somebody_else_made_meanwhile_stays(tmp_path: Path) -> None:
    with pytest.raises(LadderCheckError, match="there is a file already"):
        fill_too_late(tmp_path / "day.workshop")
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"theirs"]


@pytest.mark.parametrize("name", ["n" * 250, "é" * 120, "🙂" * 62])
def test_a_name_as_long_as_names_may_be_is_written_to(name: str, tmp_path: Path) -> None:
    """255 bytes are the most, and the file beside it needs room for its own ending."""
    write("new", tmp_path / name)
    (written,) = tmp_path.iterdir()
    assert written.read_text(encoding="utf-8") == "new"
