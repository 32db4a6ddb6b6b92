"""What to do where no question of a bank says it: the remedies that are the same everywhere."""

from typing import Final

from ladder_check.model.bank import Remedy

SAY_IT: Final = Remedy(
    do="Tell people plainly which rung this work is on, and ask them what would make the higher one true.",
    owner="The lead for this work",
    partner="People who drew on this service in the last year",
    done_when="What staff say about this work and what people say about it are the same.",
)
FIND_OUT: Final = Remedy(
    do="Find out together, and write down what people say.",
    owner="The lead for this work",
    partner="People this question is about",
    done_when="People and staff have each given a definite answer.",
)
FIND_OUT_IN_PRIVATE: Final = Remedy(
    do="Find out, in private and with somebody from outside the team, how people are treated.",
    owner="The most senior leader for this work",
    partner="An advocate, or a group led by people",
    done_when="People have been asked in private, and what they said has been acted on.",
)
SHOW_IT: Final = Remedy(
    do="Look together for what shows it: something written, something that happened, or what people say.",
    owner="The lead for this work",
    partner="People who would know if it were not so",
    done_when="What was found, and when, is written beside the answer.",
)
INVITE: Final = Remedy(
    do="Ask the people who were not here what would have to change for them to join. Do it, and tell them.",
    owner="The lead for this work",
    partner="A group that the missing people trust",
    done_when="Some of the people who were missing have taken part.",
)
