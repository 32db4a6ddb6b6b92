"""What is packed: the list in pyproject.toml is kept by hand, so it is compared with the folders."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]


def test_every_package_is_listed() -> None:
    source = ROOT / "src"
    found = {".".join(init.parent.relative_to(source).parts) for init in source.rglob("__init__.py")}
    mapped = {name for name in SETTINGS["package-dir"] if name}
    assert found | mapped == set(SETTINGS["packages"])


def test_the_mapped_folders_are_read_as_packages() -> None:
    for name, folder in SETTINGS["package-dir"].items():
        if name:
            packed = {each.name for each in files(name).iterdir()}
            assert packed >= {each.name for each in (ROOT / folder).glob("*.yaml")}
            assert packed >= {each.name for each in (ROOT / folder).glob("*.j2")}


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("day.assessment.yaml", True),
        ("questions/our-own.bank.yaml", True),
        ("questions/our-own.bank.cy.yaml", True),
        ("questions/our-own.bank.zh-Hant.yaml", True),
        ("questions/tlap.ladder.yaml", True),
        ("assessment.yaml", False),
        ("day.assessment.yaml.orig", False),
    ],
)
def test_pre_commit_hands_over_what_check_finds_in_a_folder(name: str, ours: bool) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (re.search(hook["files"], name) is not None) is ours
