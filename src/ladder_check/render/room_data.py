"""What a room said as data: JSON for programs, CSV for spreadsheets.  Figures of shown groups only."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ladder_check.documents.characters import spreadsheet_cell
from ladder_check.render.look import Look
from ladder_check.render.results_data import ChangeData, GapData, GroupData, QuestionResultData, ResultsData
from ladder_check.report.room_view import RoomMaterial
from ladder_check.scoring.group import GroupResult
from ladder_check.scoring.privacy import Node
from ladder_check.scoring.room import QuestionResult

PLACES: Final = 3
"""Figures that are no whole numbers have so many places."""
_MAY_BE_NULL: Final = ("change",)
"""Parts in which what is not known is null; elsewhere it is absent."""


def to_data(material: RoomMaterial) -> ResultsData:
    """The results as plain data, with the keys that docs/formats.md describes."""
    results = material.results
    data: ResultsData = {
        "format": 1,
        "small_group": results.small_group,
        "rounds": list(results.rounds),
        "questions": [_question(each) for each in results.questions],
    }
    if material.agreed:
        data["agreed"] = {
            whole: _plain({"answer": each.answer, "minority": each.minority})
            for whole, each in material.agreed.items()
        }
    return data


def render_json(material: RoomMaterial, look: Look) -> str:  # noqa: ARG001  # a format takes both
    """The results as JSON: the same record gives the same bytes."""
    return json.dumps(to_data(material), ensure_ascii=False, indent=2) + "\n"


def _question(result: QuestionResult) -> QuestionResultData:
    """One question in one round, its keys in the order in which they are described."""
    data = {name: getattr(result, name) for name in QuestionResultData.__annotations__}
    data["scale"] = (result.scale.low, result.scale.high)
    data["shown"] = {node: _in_order(group, GroupData) for node, group in result.shown.items()}
    data["gap"] = result.gap and _in_order(result.gap, GapData)
    data["change"] = result.change and _in_order(result.change, ChangeData)
    plain: QuestionResultData = _plain(data)
    return plain


def _in_order(value: object, shape: type) -> dict[str, Any]:
    return {name: getattr(value, name) for name in shape.__annotations__}


def _plain(value: Any, *, with_null: bool = False) -> Any:
    """*value* as JSON has it: rounded, lists for tuples, and without what is not known."""
    if isinstance(value, float):
        # Adding 0 takes the minus from a zero.
        return round(value, PLACES) + 0.0
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        kept = {name: each for name, each in value.items() if with_null or each is not None}
        return {name: _plain(each, with_null=name in _MAY_BE_NULL) for name, each in kept.items()}
    return value


def render_csv(material: RoomMaterial, look: Look) -> str:  # noqa: ARG001  # a format takes both
    """One line for each shown group and step, and for each group's answers without a step.

    Groups of which only the middle is shown have no numbers, and no lines.  A rung goes by its id.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["question", "round", "group", "step", "people"])
    for result in material.results.questions:
        values = material.asked[result.id].values
        for node, group in result.shown.items():
            writer.writerows(_rows(result, node, group, values))
    return out.getvalue()


def _rows(
    result: QuestionResult, node: Node, group: GroupResult, values: Sequence[str]
) -> Iterator[list[object]]:
    if group.counts is None:
        return
    people = dict(zip(values, group.counts, strict=True))
    words = {"not-sure": group.not_sure, "rather-not-say": group.rather_not_say}
    for step, number in (people | words).items():
        yield [spreadsheet_cell(result.id), result.round, node, spreadsheet_cell(step), number]
