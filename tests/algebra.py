"""Exact algebra: whose answers follow from the groups that are shown, by adding and taking away."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import gcd, lcm

People = frozenset[str]
Vector = tuple[int, ...]


def derivable(groups: Iterable[People], k: int) -> People:
    """Some 1 to *k* - 1 people whose answers follow from those of the shown *groups*; nobody if none do.

    People who are in the same groups cannot be told apart: they are one column.  A choice of columns follows
    if it is a combination of the rows: if it is at right angles to all that is at right angles to the rows.
    """
    rows = list(dict.fromkeys(group for group in groups if group))
    columns: dict[Vector, list[str]] = defaultdict(list)
    for person in frozenset[str]().union(*rows):
        columns[tuple(int(person in group) for group in rows)].append(person)
    beyond = right_angles([list(row) for row in zip(*columns, strict=True)], len(columns))
    cells = [(tuple(each[at] for each in beyond), people) for at, people in enumerate(columns.values())]
    return _adding_up_to_nothing([cell for cell in cells if len(cell[1]) < k], k, len(beyond))


def _adding_up_to_nothing(cells: Sequence[tuple[Vector, list[str]]], k: int, width: int) -> People:
    """Some *cells* with fewer than *k* people in all, whose vectors add up to nothing."""
    waiting: list[tuple[int, Vector, People]] = [(0, (0,) * width, frozenset())]
    while waiting:
        start, total, chosen = waiting.pop()
        for place, (vector, people) in enumerate(cells[start:], start=start):
            more = chosen.union(people)
            added = tuple(a + b for a, b in zip(total, vector, strict=True))
            if len(more) < k and not any(added):
                return more
            if len(more) < k:
                waiting.append((place + 1, added, more))
    return frozenset()


def right_angles(rows: Iterable[list[int]], width: int) -> list[Vector]:
    """Whole-number vectors that span all that is at right angles to the *rows*, by elimination."""
    by_lead: dict[int, list[int]] = {}
    for row in rows:
        left = row
        for lead, known in by_lead.items():
            left = _cleared(left, known, lead)
        if any(left):
            lead = next(at for at, value in enumerate(left) if value)
            by_lead = {at: _cleared(known, left, lead) for at, known in by_lead.items()} | {lead: left}
    return [_vector(free, by_lead, width) for free in range(width) if free not in by_lead]


def _vector(free: int, by_lead: dict[int, list[int]], width: int) -> Vector:
    scale = lcm(*(row[lead] for lead, row in by_lead.items()))
    leads = {lead: -scale * row[free] // row[lead] for lead, row in by_lead.items()}
    return tuple(scale if at == free else leads.get(at, 0) for at in range(width))


def _cleared(row: list[int], by: list[int], lead: int) -> list[int]:
    """*row* without what it has at *lead*, by taking away a multiple of *by*."""
    if not row[lead]:
        return row
    row = [by[lead] * a - row[lead] * b for a, b in zip(row, by, strict=True)]
    shared = gcd(*row) or 1
    return [value // shared for value in row]
