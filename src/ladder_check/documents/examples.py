"""The worked assessments that come with the package."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from ladder_check.errors import UnknownName

_ASSESSMENT: Final = ".assessment.yaml"


def examples() -> dict[str, Traversable]:
    """Every worked assessment by its name, in the order of their names."""
    listed = sorted(files("ladder_check.examples").iterdir(), key=lambda place: place.name)
    return {each.name.removesuffix(_ASSESSMENT): each for each in listed if each.name.endswith(_ASSESSMENT)}


def example_text(name: str) -> str:
    """The text of the worked assessment called *name*.

    Raises:
        UnknownName: there is none called that.
    """
    if name not in examples():
        raise UnknownName("example", name, examples())
    return examples()[name].read_text(encoding="utf-8")
