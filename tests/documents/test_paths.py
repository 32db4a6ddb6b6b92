"""Which files are meant: folders without what git ignores, globs, odd names, and evidence kept inside."""

import os
from pathlib import Path

import pytest

from git_tree import new_tree
from ladder_check.documents.globs import match
from ladder_check.documents.paths import Collected, file_at, find_files
from ladder_check.errors import LadderCheckError

ODD = [
    "a b.assessment.yaml",
    "two\nlines.assessment.yaml",
    "ünï.bank.yaml",
    "-dash.ladder.yaml",
    "\nb.bank.cy.yaml",
]


def _write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def _names(collected: Collected, folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in collected.files]


@pytest.mark.parametrize("in_git", [True, False])
def test_a_folder_gives_our_files_below_it_whatever_their_names_are(tmp_path: Path, in_git: bool) -> None:
    folder = new_tree(tmp_path) if in_git else tmp_path
    _write(folder, *ODD, "deep/er/x.assessment.yaml", "other.yaml", "ladder.bank.draft.yaml")
    assert sorted(_names(find_files([str(folder)]), folder)) == sorted([*ODD, "deep/er/x.assessment.yaml"])


def test_what_git_ignores_is_left_out_and_a_named_file_is_not(tmp_path: Path) -> None:
    folder = new_tree(tmp_path)
    _write(folder, "a.assessment.yaml", "old/b.assessment.yaml", "c.assessment.yaml")
    (folder / ".gitignore").write_text("old/\nc.*\n", encoding="utf-8")
    assert _names(find_files([str(folder)]), folder) == ["a.assessment.yaml"]
    named = find_files([str(folder), str(folder / "c.assessment.yaml")])
    assert _names(named, folder) == ["a.assessment.yaml", "c.assessment.yaml"]


def test_outside_git_hidden_folders_are_left_out(tmp_path: Path) -> None:
    _write(tmp_path, "a.assessment.yaml", ".venv/b.assessment.yaml")
    assert _names(find_files([str(tmp_path)]), tmp_path) == ["a.assessment.yaml"]


@pytest.mark.parametrize("in_git", [True, False])
def test_a_circle_of_links_ends(tmp_path: Path, in_git: bool) -> None:
    folder = new_tree(tmp_path) if in_git else tmp_path
    _write(folder, "a.assessment.yaml")
    (folder / "again").symlink_to(folder, target_is_directory=True)
    assert _names(find_files([str(folder)]), folder) == ["a.assessment.yaml"]


def test_a_glob_is_taken_where_no_shell_took_it(tmp_path: Path) -> None:
    _write(tmp_path, "x/a.assessment.yaml", "y/b.assessment.yaml", "y/c.bank.yaml")
    found = find_files([str(tmp_path / "*" / "*.assessment.yaml")])
    assert _names(found, tmp_path) == ["x/a.assessment.yaml", "y/b.assessment.yaml"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    _write(tmp_path, "a.assessment.yaml")
    named = str(tmp_path / "a.assessment.yaml")
    assert find_files([named, named, str(tmp_path)]).files == (Path(named),)


@pytest.mark.parametrize("name", ["no-such-file.yaml", "*.nothing", "."])
def test_nothing_to_check_is_never_a_clean_run(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LadderCheckError, match=r"there is no such file|nothing to check"):
        find_files([name])


@pytest.mark.skipif(os.getuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_is_closed_is_told(tmp_path: Path) -> None:
    _write(tmp_path, "a.assessment.yaml", "closed/b.assessment.yaml")
    (tmp_path / "closed").chmod(0)
    try:
        assert "closed" in find_files([str(tmp_path)]).unread[0]
    finally:
        (tmp_path / "closed").chmod(0o700)


@pytest.mark.parametrize(
    ("where", "state"),
    [
        ("notes/autumn.md", "there"),
        ("../shared.md", "there"),
        ("notes/spring.md", "missing"),
        ("../../secret.md", "outside"),
        ("../../no-such-secret.md", "outside"),
        ("/etc/passwd", "outside"),
        ("way-out.md", "outside"),
        ("circle", "missing"),
        ("x\0y", "missing"),
        ("x" * 5000, "missing"),
        ("https://example.org/notes", "link"),
        ("mailto:team@example.org", "link"),
    ],
)
def test_evidence_never_leads_out_of_the_repository(where: str, state: str, tmp_path: Path) -> None:
    root = new_tree(tmp_path / "tree")
    _write(root, "day/notes/autumn.md", "shared.md", "../secret.md")
    (root / "day" / "way-out.md").symlink_to(tmp_path / "secret.md")
    (root / "day" / "circle").symlink_to(root / "day" / "circle")
    assert file_at(where, root / "day" / "x.assessment.yaml") == state


@pytest.mark.parametrize("where", ["file:///etc/passwd", "FILE:secret", "File://host/x"])
def test_a_link_to_a_file_of_the_machine_leads_out(where: str, tmp_path: Path) -> None:
    assert file_at(where, tmp_path / "x.assessment.yaml") == "outside"


def test_no_case_of_a_name_leads_out(tmp_path: Path) -> None:
    root = new_tree(tmp_path / "tree")
    _write(root, "day/x.assessment.yaml", "../Secret.md")
    for where in ("../../SECRET.md", "..//..//Secret.md", "./.././../Secret.md", "../day/../../Secret.md"):
        assert file_at(where, root / "day" / "x.assessment.yaml") == "outside"


@pytest.mark.parametrize(
    ("pattern", "meant"),
    [
        ("*.md", ["a.md"]),
        ("**/*.md", ["a.md", "deep/b.md", "deep/er/c.md"]),
        ("**/**/*.md", ["a.md", "deep/b.md", "deep/er/c.md"]),
        ("d*/**/?.md", ["deep/b.md", "deep/er/c.md"]),
        ("deep/[!c-z]r", []),
        ("deep/e[r]", ["deep/er"]),
        (".h*/*", [".hidden/d.md"]),
        ("a.md/*", []),
        ("no/*", []),
    ],
)
def test_a_pattern_means_what_a_shell_takes_it_for(pattern: str, meant: list[str], tmp_path: Path) -> None:
    _write(tmp_path, "a.md", "deep/b.md", "deep/er/c.md", ".hidden/d.md")
    found, faults = match(str(tmp_path / pattern))
    assert [path.relative_to(tmp_path).as_posix() for path in found] == meant
    assert faults == ()
