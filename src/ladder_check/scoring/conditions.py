"""What the rungs rest on: pairs, items, the footing, the word, and answers that are linked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from ladder_check.model.bank import Bank, Item, Pair
from ladder_check.model.case import Case
from ladder_check.scoring.settle import Held, Settled, is_enough
from ladder_check.scoring.standing import settle_both

State = Literal["rooted", "bolt-on", "warm-words", "not-started", "not-known"]
Footing = Literal["firm", "mixed", "shaky", "not-known"]
BANNER_FROM: Final = 3
"""This many bolt-on pairs put a banner on the report: practice without the belief does not last."""
LINKED_FROM: Final = 2

_STATES: Final[dict[tuple[bool, bool], State]] = {
    (True, True): "rooted",
    (True, False): "bolt-on",
    (False, True): "warm-words",
    (False, False): "not-started",
}


@dataclass(frozen=True, slots=True)
class PairResult:
    """A rule as practised and as believed: levels 0 to 4, None where not known."""

    pair: Pair
    practice: int | None
    belief: int | None
    state: State

    @property
    def level(self) -> int | None:
        """The lower of the two, and None unless both are known."""
        if self.practice is None or self.belief is None:
            return None
        return min(self.practice, self.belief)


@dataclass(frozen=True, slots=True)
class ItemResult:
    """An item's level, both sides combined; *fits* is False where every answer says it does not."""

    item: Item
    level: int | None
    fits: bool

    @property
    def in_place(self) -> bool:
        """Whether the level is 3 or 4."""
        return Settled(self.level).held is Held.YES


@dataclass(frozen=True, slots=True)
class BankResult:
    """How a bank other than the ladder was answered: its pairs or its items."""

    bank: Bank
    pairs: tuple[PairResult, ...] = ()
    items: tuple[ItemResult, ...] = ()

    @property
    def bolt_on(self) -> int:
        """How many pairs are practised and not believed."""
        return sum(pair.state == "bolt-on" for pair in self.pairs)

    @property
    def has_banner(self) -> bool:
        """Whether so many pairs are bolted on that the report says so first."""
        return self.bolt_on >= BANNER_FROM

    @property
    def counted(self) -> tuple[ItemResult, ...]:
        """The items that fit."""
        return tuple(item for item in self.items if item.fits)

    @property
    def in_place(self) -> int:
        """How many items are in place."""
        return sum(item.in_place for item in self.counted)

    @property
    def not_known(self) -> int:
        """How many pairs or items are not known."""
        return len([i for i in self.counted if i.level is None]) + len(
            [p for p in self.pairs if p.level is None]
        )

    @property
    def is_definite(self) -> bool:
        """Whether at least two thirds of its pairs or items are known."""
        total = len(self.pairs) + len(self.counted)
        return is_enough(total - self.not_known, of=total)


@dataclass(frozen=True, slots=True)
class Linked:
    """Two questions about one fact whose levels differ by two or more."""

    questions: tuple[str, str]
    levels: tuple[int, int]
    about: str


def score_bank(case: Case, bank: Bank) -> BankResult:
    """How a bank of pairs or items was answered."""
    return BankResult(
        bank,
        tuple(_pair(case, bank, pair) for pair in bank.pairs),
        tuple(_item(case, bank, item) for item in bank.items),
    )


def _pair(case: Case, bank: Bank, pair: Pair) -> PairResult:
    practice, belief = (settle_both(case, bank, f"{pair.id}.{half}") for half in ("practice", "belief"))
    return PairResult(pair, practice.level, belief.level, pair_state(practice, belief))


def pair_state(practice: Settled, belief: Settled) -> State:
    """What a rule and its world-view make together.

    >>> pair_state(Settled(3), Settled(2)), pair_state(Settled(4), Settled(None))
    ('bolt-on', 'not-known')
    """
    if Held.OPEN in (practice.held, belief.held):
        return "not-known"
    return _STATES[practice.held is Held.YES, belief.held is Held.YES]


def _item(case: Case, bank: Bank, item: Item) -> ItemResult:
    settled = settle_both(case, bank, item.id)
    return ItemResult(item, settled.level, settled.fits)


def footing(results: Sequence[BankResult], *, harm: bool) -> Footing:
    """How firmly the headline rung stands, from the rules and the ingredients.  It never changes a rung."""
    by_id = {result.bank.id: result for result in results}
    rules, ingredients = by_id.get("rules"), by_id.get("ingredients")
    if rules is None or ingredients is None or not (rules.is_definite and ingredients.is_definite):
        return "not-known"
    if rules.has_banner or ingredients.in_place <= 2:
        return "shaky"
    if not harm and rules.bolt_on <= 1 and ingredients.in_place >= 4:
        return "firm"
    return "mixed"


def may_say_co_production(results: Sequence[BankResult]) -> bool:
    """Jenny Morris's test: made together, and more choice and control.  Both must hold, and be asked."""
    words = [result for result in results if result.bank.kind == "word"]
    return bool(words) and all(item.in_place for result in words for item in result.items)


def find_linked(case: Case) -> tuple[Linked, ...]:
    """The pairs of questions about one fact that were answered two levels or more apart."""
    asked = [case.banks[bank] for bank in case.assessment.asked_banks]
    found = [_linked(case, first, second, about) for bank in asked for first, second, about in bank.linked]
    return tuple(dict.fromkeys(each for each in found if each is not None))


def _linked(case: Case, first: str, second: str, about: str) -> Linked | None:
    one, two = _level_of(case, first), _level_of(case, second)
    if one is None or two is None or abs(one - two) < LINKED_FROM:
        return None
    return Linked((first, second), (one, two), about)


def _level_of(case: Case, full_id: str) -> int | None:
    bank_id, _, question = full_id.partition(".")
    bank = case.banks.get(bank_id)
    if bank is None or case.assessment.notes_on(question.partition(".")[0]).left_out:
        return None
    return settle_both(case, bank, question).level
