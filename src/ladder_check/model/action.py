"""What a team will do, and the whys that led to it."""

from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator

from ladder_check.model.answer import AnyVoice
from ladder_check.model.base import Day, Text, Value, one_of

State = Literal["open", "doing", "done", "dropped"]
CanChange = Literal["yes", "partly", "no"]


class Action(Value):
    """One thing to do: owned by a role on the staff side, shared with a partner on the lived side."""

    id: Text
    what: Text
    because: Text | None = None
    aspect: Text | None = None
    owner: Text | None = None
    partner: Text | None = None
    by: Day | None = None
    cost: Text | None = None
    done_when: Text | None = None
    check_back: Day | None = None
    state: Annotated[State, BeforeValidator(one_of("state", get_args(State)))] = "open"
    dropped_because: Text | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state in ("open", "doing")

    @property
    def is_shared(self) -> bool:
        """Whether somebody on the lived side is named as a partner."""
        return self.partner is not None


class Because(Value):
    """One answer to the question why, and who gave it."""

    by: AnyVoice
    why: Text


class Why(Value):
    """A chain of whys from a gap to its root."""

    about: Text
    chain: tuple[Because, ...] = ()
    root: Text | None = None
    can_change: Annotated[
        CanChange | None, BeforeValidator(one_of("answer to 'can we change it'", get_args(CanChange)))
    ] = None
    who_could: Text | None = None
