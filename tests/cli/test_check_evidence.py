"""`check` in a repository: evidence that was changed after the answer."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from git_tree import commit, new_tree

ASSESSMENT = """\
format: 1
title: Day opportunities
assessed_on: 2026-11-03
missing_voices: [People who work in the day]
took_part: {people: {there: 4}, leaders: {there: 2}}
answers:
  ladder:
    deciding.r5:
      people: 3
      leaders: 4
      evidence: [{what: our notes, kind: written, on: 2026-10-02, where: notes/autumn.md}]
"""


def _check(folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "ladder_check", "check", "day.assessment.yaml", "--today", "2026-11-22"],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )
    assert done.stderr == ""
    return done.stdout


def test_evidence_that_was_changed_after_the_answer_is_told_at_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = new_tree(tmp_path)
    (root / "notes").mkdir()
    (root / "notes" / "autumn.md").write_text("People chose.\n", encoding="utf-8")
    (root / "day.assessment.yaml").write_text(ASSESSMENT, encoding="utf-8")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-05T12:00:00Z")
    commit(root)
    assert "LC307" not in _check(root)
    (root / "notes" / "autumn.md").write_text("Staff chose.\n", encoding="utf-8")
    said = _check(root)
    assert "day.assessment.yaml:11:67: warning LC307 evidence-changed" in said
    assert "notes/autumn.md was changed on 2026-11-22, and the answer is of 2026-11-03." in " ".join(
        said.split()
    )
    shutil.rmtree(root / ".git")
    assert "LC307" not in _check(root)
