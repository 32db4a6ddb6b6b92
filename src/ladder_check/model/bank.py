"""A bank: questions with anchors, why they are asked, and what to do where the answer is low."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BeforeValidator, Field, StrictBool, model_validator

from ladder_check.model.assessment import Version
from ladder_check.model.base import FormatOne, Text, Value, one_of, refuse
from ladder_check.model.ladder import Source

BankKind = Literal["ladder", "pairs", "items", "word"]
Role = Literal["gate", "step", "support"]
EvidencePolicy = Literal["required", "welcome"]
BankStatus = Literal["drafted", "tested-with-people"]


def _five_different_anchors(value: Any) -> Any:
    if not isinstance(value, list | tuple) or len(value) != 5:
        found = len(value) if isinstance(value, list | tuple) else "no list"
        refuse("anchors", f"Anchors are five texts, for the levels 0 to 4, lowest first; found {found}.")
    if len(set(map(str, value))) < 5:
        refuse("anchors_repeat", "Two anchors say the same. Each level needs words of its own.")
    return value


Anchors = Annotated[
    tuple[Text, ...], Field(min_length=5, max_length=5), BeforeValidator(_five_different_anchors)
]


class Remedy(Value):
    """What to do where an answer is low, who owns it, with whom, and what people will see when it is done."""

    do: Text
    owner: Text
    partner: Text
    done_when: Text


class Aspect(Value):
    """An area of work that is scored on its own."""

    id: Text
    name: Text
    short: Text
    optional: StrictBool = False
    cards: dict[str, Text] = {}


class Indicator(Value):
    """One question of every aspect, tied to a rung."""

    id: Text
    rung: Text
    role: Annotated[Role, BeforeValidator(one_of("role", get_args(Role)))]
    lived_confirms: StrictBool = False
    about: Text
    why: Text
    ask: dict[str, Text]
    anchors: Anchors
    anchors_for: dict[str, Anchors] = {}
    note: Text | None = None
    action: Remedy
    source: Source | None = None


class HalfPair(Value):
    """One of the two questions of a pair."""

    ask: Text
    why: Text
    anchors: Anchors


class Pair(Value):
    """A rule as it is practised, and the world-view that would make it last."""

    id: Text
    name: Text
    practice: HalfPair
    belief: HalfPair
    action: Remedy
    source: Source | None = None


class Item(Value):
    """A question that stands on its own."""

    id: Text
    name: Text
    ask: Text
    why: Text
    anchors: Anchors
    may_not_fit: StrictBool = False
    action: Remedy
    source: Source | None = None


class FiveWhys(Value):
    """How to ask why until there is something to change."""

    start: Text
    rule: Text
    stop_if: tuple[Text, ...]
    both_sides: Text


class Migration(Value):
    """What became of the questions from one version to another."""

    from_: Annotated[Version, Field(alias="from")]
    to: Version
    rename: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Question:
    """Any question, ready to be asked: its whole id within the bank, its words, its anchors."""

    id: str
    name: str
    ask: str
    why: str
    anchors: tuple[str, ...]
    action: Remedy
    source: Source
    note: str | None = None
    aspect: str | None = None
    rung: str | None = None
    may_not_fit: bool = False


class Bank(Value):
    """A question bank.  Which of aspects, indicators, pairs and items it has follows from its kind."""

    format: FormatOne
    id: Text
    version: Version
    title: Text
    about: Text
    source: Source
    language: Text = "en"
    status: Annotated[BankStatus, BeforeValidator(one_of("status", get_args(BankStatus)))] = "drafted"
    kind: Annotated[BankKind, BeforeValidator(one_of("kind of bank", get_args(BankKind)))]
    ladder: Text | None = None
    evidence: Annotated[
        EvidencePolicy, BeforeValidator(one_of("word for evidence", get_args(EvidencePolicy)))
    ] = "welcome"
    minutes: Annotated[int, Field(gt=0)]
    aspects: tuple[Aspect, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    pairs: tuple[Pair, ...] = ()
    items: tuple[Item, ...] = ()
    ask_order: tuple[str, ...] = ()
    linked: tuple[Annotated[tuple[str, str, str], "question, question, what both are about"], ...] = ()
    groups: tuple[Text, ...] = ()
    five_whys: FiveWhys | None = None
    migrations: tuple[Migration, ...] = ()

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question, aspect by aspect, in rung order."""
        if self.kind == "ladder":
            return tuple(self._of_aspect(a, i) for a in self.aspects for i in self.indicators)
        if self.kind == "pairs":
            return tuple(self._half(p, half) for p in self.pairs for half in ("practice", "belief"))
        return tuple(self._item(item) for item in self.items)

    @cached_property
    def by_id(self) -> dict[str, Question]:
        """The questions by their ids, in the same order."""
        return {question.id: question for question in self.questions}

    @cached_property
    def groups_of_questions(self) -> tuple[tuple[str | None, tuple[str, ...]], ...]:
        """The ids of the questions that belong together: of each aspect, or all under None if it has none."""
        groups: dict[str | None, list[str]] = {}
        for question in self.questions:
            groups.setdefault(question.aspect, []).append(question.id)
        return tuple((aspect, tuple(questions)) for aspect, questions in groups.items())

    def aspect(self, aspect_id: str) -> Aspect | None:
        """The aspect called *aspect_id*, if there is one."""
        return next((a for a in self.aspects if a.id == aspect_id), None)

    def asked_of(self, aspect_id: str) -> tuple[Question, ...]:
        """The questions of one aspect, in the order in which they are asked."""
        by_id = {question.id: question for question in self.questions if question.aspect == aspect_id}
        order = self.ask_order or tuple(indicator.id for indicator in self.indicators)
        return tuple(by_id[f"{aspect_id}.{indicator}"] for indicator in order)

    def indicator_of(self, question: str) -> Indicator | None:
        """The indicator that *question*, such as designing.r4, asks of an aspect; None if there is none."""
        indicator = question.partition(".")[2]
        return next((each for each in self.indicators if each.id == indicator), None)

    def is_gate(self, question: str) -> bool:
        """Whether *question* asks about harm: where that is not clear, nothing above it counts."""
        indicator = self.indicator_of(question)
        return indicator is not None and indicator.role == "gate"

    def _of_aspect(self, aspect: Aspect, indicator: Indicator) -> Question:
        return Question(
            id=f"{aspect.id}.{indicator.id}",
            name=indicator.about,
            ask=indicator.ask[aspect.id],
            why=indicator.why,
            anchors=indicator.anchors_for.get(aspect.id, indicator.anchors),
            action=indicator.action,
            source=indicator.source or self.source,
            note=indicator.note,
            aspect=aspect.id,
            rung=indicator.rung,
        )

    def _half(self, pair: Pair, half: Literal["practice", "belief"]) -> Question:
        asked: HalfPair = getattr(pair, half)
        return Question(
            id=f"{pair.id}.{half}",
            name=pair.name,
            ask=asked.ask,
            why=asked.why,
            anchors=asked.anchors,
            action=pair.action,
            source=pair.source or self.source,
        )

    def _item(self, item: Item) -> Question:
        return Question(
            id=item.id,
            name=item.name,
            ask=item.ask,
            why=item.why,
            anchors=item.anchors,
            may_not_fit=item.may_not_fit,
            action=item.action,
            source=item.source or self.source,
        )

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        needs = {"ladder": ("ladder", "aspects", "indicators"), "pairs": ("pairs",)}.get(
            self.kind, ("items",)
        )
        for key in needs:
            if not getattr(self, key):
                way_out = "Either add it, or change the kind."
                refuse("kind_needs", f"A bank of kind {self.kind!r} needs {key!r}. {way_out}")
        for key in {"ladder", "aspects", "indicators", "pairs", "items"} - set(needs):
            if getattr(self, key):
                way_out = "Either take it out, or change the kind."
                refuse("kind_has", f"A bank of kind {self.kind!r} has no {key!r}. {way_out}")
        return self

    @model_validator(mode="after")
    def _ids_are_its_own(self) -> Self:
        for group in (self.aspects, self.indicators, self.pairs, self.items):
            repeated = [name for name, n in Counter(thing.id for thing in group).items() if n > 1]
            if repeated:
                refuse("repeated_id", f"Two things are called {repeated[0]!r}. Each needs an id of its own.")
        return self
