"""What a repository sets once for all of its assessments."""

import re
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, StrictBool

from ladder_check.model.base import Text, Value, refuse

_DURATION: Final = re.compile(r"([1-9]\d{0,3}) months?")


def _months(value: Any) -> Any:
    if isinstance(value, str) and _DURATION.fullmatch(value.strip()):
        return value
    return refuse(
        "months", f"{value!r} is not a length of time. Write a number of months, such as '18 months'."
    )


def _small_group(value: Any) -> Any:
    if type(value) is int and value in (3, 5, 10):
        return value
    return refuse("small_group", f"{value!r} is not a size for small groups. Write 5, 10 or 3.")


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class Config(Value):
    """`[tool.ladder-check]` in pyproject.toml, or ladder-check.toml."""

    model_config = {"alias_generator": _kebab}

    questions: tuple[Text, ...] = ()
    language: Text | None = None
    require: tuple[Text, ...] = ()
    stale_after: Annotated[str, BeforeValidator(_months)] = "18 months"
    small_group: Annotated[int, BeforeValidator(_small_group)] = 5
    min_rung: Text | None = None
    no_regression: StrictBool = False
    select: tuple[Text, ...] = ()
    ignore: tuple[Text, ...] = ()
    per_file_ignores: Annotated[dict[str, tuple[Text, ...]], Field(description="glob: codes")] = {}
