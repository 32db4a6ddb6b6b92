"""How far a workshop is, as JSON for other programs."""

import json
from typing import Any

from ladder_check.report.progress import Progress, RoundProgress


def render_progress(progress: Progress) -> str:
    """*progress* as JSON; what is not to be shown is absent."""
    data = {
        "format": 1,
        "title": progress.title,
        "on": progress.on.isoformat(),
        "small_group": progress.small_group,
        "invited": progress.invited,
        "closed": progress.closed,
        "rounds": [_round(each) for each in progress.rounds],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _round(each: RoundProgress) -> dict[str, Any]:
    everything = {} if each.everything is None else {"answered_everything": each.everything}
    return {
        "number": each.number,
        "open": each.open,
        "shown": each.shown,
        "asks": [asked.id for asked in each.asks],
        "answered": each.answered,
        **everything,
    }
