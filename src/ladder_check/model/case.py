"""A case: an assessment together with the banks and ladders that it is answered on."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ladder_check.model.assessment import Assessment
from ladder_check.model.bank import Bank, Indicator
from ladder_check.model.ladder import Ladder

DEFAULT_LADDER_BANK = "ladder"


@dataclass(frozen=True)
class Case:
    """All that scoring needs.

    *banks* holds the banks the assessment asks and, where it asks none of kind ladder, the shipped
    one.  *ladders* holds the ladder of that bank and those of its crosswalk.  *replaced* names the banks
    that stand in the place of a shipped one of the same id.
    """

    assessment: Assessment
    banks: Mapping[str, Bank]
    ladders: Mapping[str, Ladder]
    replaced: tuple[str, ...] = ()

    @cached_property
    def ladder_bank(self) -> Bank:
        """The bank of kind ladder that the aspects are scored on."""
        asked = (self.banks[bank] for bank in self.assessment.asked_banks)
        return next((b for b in asked if b.kind == "ladder"), None) or self.banks[DEFAULT_LADDER_BANK]

    @cached_property
    def ladder(self) -> Ladder:
        """The ladder of the ladder bank."""
        return self.ladders[self.ladder_bank.ladder or ""]

    @cached_property
    def indicators(self) -> tuple[tuple[int, Indicator], ...]:
        """The indicators that every aspect is asked, each with the number of its rung, bottom rung first."""
        number = self.ladder.number
        numbered = ((number(indicator.rung), indicator) for indicator in self.ladder_bank.indicators)
        return tuple(sorted(numbered, key=lambda each: each[0]))

    @cached_property
    def other_banks(self) -> tuple[Bank, ...]:
        """The banks that were asked beside the ladder, in the order of the file."""
        asked = (self.banks[bank] for bank in self.assessment.asked_banks)
        return tuple(bank for bank in asked if bank.kind != "ladder")
