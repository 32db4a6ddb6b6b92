"""An item of a list is changed only while it is still the same item."""

from pathlib import Path

from ladder_check.documents.shared import Change, Outcome, SharedFile

FILE = "actions:\n  - {id: a1, what: Talk}\n  - {id: a2, what: Mend}\n"


def test_a_change_to_an_item_that_has_moved_is_not_written(tmp_path: Path) -> None:
    """Somebody takes a1 out, so that the first action is another one now."""
    path = tmp_path / "day.yaml"
    path.write_text(FILE, encoding="utf-8")
    file = SharedFile.open(path)
    path.write_text("actions:\n  - {id: a2, what: Mend}\n", encoding="utf-8")
    change = Change(("actions", 0, "state"), "done")
    assert file.change([change]) == Outcome(saved=False, others_changed=True, theirs=None)
    assert path.read_text(encoding="utf-8") == "actions:\n  - {id: a2, what: Mend}\n"


def test_a_change_to_an_item_that_has_not_moved_is_written_beside_theirs(tmp_path: Path) -> None:
    path = tmp_path / "day.yaml"
    path.write_text(FILE, encoding="utf-8")
    file = SharedFile.open(path)
    path.write_text(FILE.replace("what: Talk", "what: Listen"), encoding="utf-8")
    assert file.change([Change(("actions", 0, "state"), "done")]) == Outcome(saved=True, others_changed=True)
    assert file.data["actions"][0] == {"id": "a1", "what": "Listen", "state": "done"}
