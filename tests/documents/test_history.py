"""Files as they were at the merge base: renames followed, new files told apart, a shallow clone explained."""

from pathlib import Path

import pytest

from git_tree import commit, git, new_tree
from ladder_check.documents.document import MAX_BYTES
from ladder_check.documents.history import open_history
from ladder_check.errors import LadderCheckError

LONG = "".join(f"line {number}\n" for number in range(50))


def _then(root: Path, name: str, rev: str = "main") -> bytes | None:
    with open_history((root / name,), rev) as history:
        return history.read(root / name)


def test_a_file_is_read_as_it_was_where_the_branches_parted(tmp_path: Path) -> None:
    root = new_tree(tmp_path)
    (root / "a b.yaml").write_text("at the fork", encoding="utf-8")
    commit(root)
    git(root, "checkout", "-q", "-b", "change")
    (root / "a b.yaml").write_text("changed", encoding="utf-8")
    commit(root)
    git(root, "checkout", "-q", "main")
    (root / "a b.yaml").write_text("main went on", encoding="utf-8")
    commit(root)
    git(root, "checkout", "-q", "change")
    assert _then(root, "a b.yaml") == b"at the fork"


def test_what_is_not_committed_yet_is_compared_too(tmp_path: Path) -> None:
    root = new_tree(tmp_path)
    (root / "two\nlines.yaml").write_text("before", encoding="utf-8")
    commit(root)
    (root / "two\nlines.yaml").write_text("after", encoding="utf-8")
    (root / "new.yaml").write_text("new", encoding="utf-8")
    assert _then(root, "two\nlines.yaml", "HEAD") == b"before"
    assert _then(root, "new.yaml", "HEAD") is None


def test_a_rename_is_followed(tmp_path: Path) -> None:
    root = new_tree(tmp_path)
    (root / "old.yaml").write_text(LONG, encoding="utf-8")
    commit(root)
    git(root, "checkout", "-q", "-b", "change")
    (root / "old.yaml").rename(root / "new.yaml")
    (root / "new.yaml").write_text(LONG + "and more\n", encoding="utf-8")
    commit(root)
    assert _then(root, "new.yaml") == LONG.encode()


def test_a_work_tree_that_belongs_to_somebody_else_is_explained_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a container: git looks into no folder of another owner, and says that before all else."""
    root = new_tree(tmp_path)
    commit(root)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(LadderCheckError, match=r"belongs to somebody else.*safe\.directory"):
        _then(root, "a.yaml", "main")


def test_a_shallow_clone_is_explained_with_the_way_out(tmp_path: Path) -> None:
    root = new_tree(tmp_path / "whole")
    first = commit(root)
    commit(root)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{root}", "shallow")
    with pytest.raises(LadderCheckError, match=r"shallow clone.*`fetch-depth: 0`"):
        _then(tmp_path / "shallow", "a.yaml", first)


@pytest.mark.parametrize("rev", ["no-such-branch", "--output=x", ""])
def test_a_commit_that_is_not_there_is_said(rev: str, tmp_path: Path) -> None:
    root = new_tree(tmp_path)
    commit(root)
    with pytest.raises(LadderCheckError, match="git knows no such commit"):
        _then(root, "a.yaml", rev)


def test_a_history_without_a_common_commit_is_said(tmp_path: Path) -> None:
    root = new_tree(tmp_path)
    commit(root)
    git(root, "checkout", "-q", "--orphan", "other")
    (root / "other.yaml").write_text("x", encoding="utf-8")
    commit(root)
    with pytest.raises(LadderCheckError, match="no commit in common"):
        _then(root, "a.yaml")


def test_outside_a_repository_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    with pytest.raises(LadderCheckError, match="kept in git"):
        _then(tmp_path, "a.yaml")


def test_a_version_too_large_is_read_up_to_the_limit_and_the_next_one_whole(tmp_path: Path) -> None:
    root = new_tree(tmp_path)
    (root / "large.assessment.yaml").write_bytes(b"#" * (3 * MAX_BYTES))
    (root / "small.assessment.yaml").write_bytes(b"small\n")
    commit(root)
    files = (root / "large.assessment.yaml", root / "small.assessment.yaml")
    with open_history(files, "main") as history:
        assert history.read(files[0]) == b"#" * (MAX_BYTES + 1)
        assert history.read(files[1]) == b"small\n"
