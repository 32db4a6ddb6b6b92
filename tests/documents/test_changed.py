"""When a file last changed: as it was committed, or today where nobody committed it yet."""

from datetime import date
from pathlib import Path

import pytest

from git_tree import commit, git, new_tree
from ladder_check.documents.changed import Changes

TODAY = date(2026, 11, 22)
ASSESSED = date(2026, 11, 3)


def _tree(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A work tree whose notes were added on 5 October 2026."""
    root = new_tree(folder / "tree")
    (root / "notes").mkdir()
    (root / "notes" / "autumn.md").write_text("We met.\n", encoding="utf-8")
    (root / "day.assessment.yaml").write_text("format: 1\n", encoding="utf-8")
    _commit_on(root, "2026-10-05", monkeypatch)
    return root


def _commit_on(root: Path, day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00Z")
    commit(root)


def _after(root: Path, day: date = ASSESSED, where: str = "notes/autumn.md") -> date | None:
    return Changes(TODAY).after(day, where, root / "day.assessment.yaml")


def test_a_file_that_was_only_added_did_not_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _after(_tree(tmp_path, monkeypatch), date(2026, 1, 1)) is None


def test_the_last_of_several_changes_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _tree(tmp_path, monkeypatch)
    for day in ("2026-10-20", "2026-11-10", "2026-11-12"):
        (root / "notes" / "autumn.md").write_text(f"We met on {day}.\n", encoding="utf-8")
        _commit_on(root, day, monkeypatch)
    assert _after(root) == date(2026, 11, 12)
    assert _after(root, date(2026, 11, 12)) is None


def test_a_change_that_nobody_committed_is_of_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _tree(tmp_path, monkeypatch)
    (root / "notes" / "autumn.md").write_text("We met twice.\n", encoding="utf-8")
    assert _after(root) == TODAY
    git(root, "add", "-A")
    assert _after(root) == TODAY


def test_an_older_day_is_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _tree(tmp_path, monkeypatch)
    (root / "notes" / "autumn.md").write_text("We met twice.\n", encoding="utf-8")
    _commit_on(root, "2026-10-20", monkeypatch)
    changes = Changes(TODAY)
    beside = root / "day.assessment.yaml"
    assert changes.after(date(2030, 1, 1), "notes/autumn.md", beside) is None
    assert changes.after(date(2026, 1, 1), "notes/autumn.md", beside) == date(2026, 10, 20)


def test_odd_names_and_other_folders_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _tree(tmp_path, monkeypatch)
    name = "ünï two\nlines.md"
    for text in ("We met.\n", "We met twice.\n"):
        (root / name).write_text(text, encoding="utf-8")
        _commit_on(root, "2026-11-12", monkeypatch)
    beside = root / "notes" / "day.assessment.yaml"
    assert Changes(TODAY).after(ASSESSED, f"../{name}", beside) == date(2026, 11, 12)


def test_where_git_cannot_tell_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notes.md").write_text("We met.\n", encoding="utf-8")
    assert Changes(TODAY).after(ASSESSED, "notes.md", tmp_path / "day.assessment.yaml") is None
    empty = new_tree(tmp_path / "empty")
    assert _after(empty) is None
    root = _tree(tmp_path, monkeypatch)
    (root / "notes" / "autumn.md").write_text("We met twice.\n", encoding="utf-8")
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    assert _after(root) is None
