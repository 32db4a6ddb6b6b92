"""The nearest config upwards, and what is said of a wrong one."""

from pathlib import Path

import pytest

from ladder_check.documents.config import Found, find_config
from ladder_check.errors import LadderCheckError
from ladder_check.model.config import Config


@pytest.fixture
def day(tmp_path: Path) -> Path:
    """Where an assessment would stand; nothing is asked of the file itself."""
    folder = tmp_path / "team" / "autumn"
    folder.mkdir(parents=True)
    return folder / "day.assessment.yaml"


def own(folder: Path, text: str) -> Path:
    file = folder / "ladder-check.toml"
    file.write_text(text, encoding="utf-8")
    return file


def shared(folder: Path, text: str) -> Path:
    file = folder / "pyproject.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_config_everything_is_as_it_is_by_default(day: Path) -> None:
    assert find_config(day) == Found(Config(), Path())
    assert find_config(day).folders == ()


def test_the_config_nearest_upwards_counts(day: Path, tmp_path: Path) -> None:
    own(tmp_path, 'language = "en"\n')
    assert find_config(day).config.language == "en"
    own(tmp_path / "team", 'language = "cy"\n')
    assert find_config(day).config.language == "cy"


def test_our_own_file_comes_before_a_pyproject_in_the_same_folder(day: Path, tmp_path: Path) -> None:
    shared(tmp_path, '[tool.ladder-check]\nlanguage = "en"\n')
    assert find_config(day).config.language == "en"
    own(tmp_path, 'language = "cy"\n')
    assert find_config(day).config.language == "cy"


def test_folders_are_named_from_where_the_config_stands(day: Path, tmp_path: Path) -> None:
    own(tmp_path, 'questions = ["ours", "../theirs"]\n')
    assert find_config(day).folders == (tmp_path / "ours", tmp_path / "../theirs")


@pytest.mark.parametrize(
    "text",
    ['[project]\nname = "x"\n', "[tool.other]\nx = 1\n", "tool = 3\n", "not toml", ""],
)
def test_a_pyproject_without_a_word_for_us_is_passed_over(day: Path, tmp_path: Path, text: str) -> None:
    own(tmp_path, 'language = "cy"\n')
    shared(tmp_path / "team", text)
    assert find_config(day).config.language == "cy"


def test_a_pyproject_that_is_not_utf8_is_somebody_elses_to_mend(day: Path, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_bytes(b"\xff")
    assert find_config(day) == Found()


def test_our_own_section_counts_even_if_it_is_empty(day: Path, tmp_path: Path) -> None:
    own(tmp_path, 'language = "cy"\n')
    shared(tmp_path / "team", "[tool.ladder-check]\n")
    assert find_config(day) == Found(Config(), tmp_path / "team", tmp_path / "team" / "pyproject.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'quesions = ["q"]',
            "There is no setting called 'quesions'. Did you mean 'questions'? Known: questions, ",
        ),
        ("stale_after = '3 months'", "There is no setting called 'stale_after'. Did you mean 'stale-after'?"),
        ("weather = 1", "There is no setting called 'weather'. Known: questions, language,"),
        ('questions = "ours"', "questions needs a list, such as [\"…\"]; found 'ours'."),
        ("questions = [3]", "questions.0 needs text in quotes; found 3."),
        ('questions = [""]', "questions.0 needs some text; found ''."),
        ("language = 3", "language needs text in quotes; found 3."),
        ("no-regression = 2", "no-regression needs true or false; found 2."),
        ("per-file-ignores = 1", "per-file-ignores needs settings with values; found 1."),
        ("small-group = 4", "small-group: 4 is not a size for small groups. Write 5, 10 or 3."),
        (
            'stale-after = "18"',
            "stale-after: '18' is not a length of time. Write a number of months, such as '18 months'.",
        ),
    ],
)
def test_a_wrong_setting_is_told_with_its_file(day: Path, tmp_path: Path, text: str, message: str) -> None:
    file = own(tmp_path, text + "\n")
    with pytest.raises(LadderCheckError) as refused:
        find_config(day)
    assert str(refused.value).startswith(f"{file}: {message}")


def test_every_wrong_setting_is_told(day: Path, tmp_path: Path) -> None:
    file = shared(tmp_path, "[tool.ladder-check]\nlanguage = 3\nsmall-group = 4\n")
    with pytest.raises(LadderCheckError) as refused:
        find_config(day)
    assert [line.partition(": ")[0] for line in str(refused.value).splitlines()] == [str(file)] * 2


def test_a_section_that_is_no_section(day: Path, tmp_path: Path) -> None:
    file = shared(tmp_path, "[tool]\nladder-check = 3\n")
    with pytest.raises(LadderCheckError) as refused:
        find_config(day)
    assert str(refused.value) == f"{file}: The whole of it needs settings with values; found 3."


@pytest.mark.parametrize("data", [b"language =", b"\xff\xfe"])
def test_our_own_file_must_be_toml(day: Path, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "ladder-check.toml"
    file.write_bytes(data)
    with pytest.raises(LadderCheckError) as refused:
        find_config(day)
    assert str(refused.value).startswith(f"{file}: this file cannot be read as TOML (")
