"""References: what an assessment names (LC101, LC201 to LC205).  Found before any rule is asked."""

from ladder_check.lint.page import page


@page("LC101", "unknown-bank")
def unknown_bank() -> None:
    """Every bank that is named is there: shipped, or in a folder of yours.

    Why: answers to a bank that nobody has cannot be read.

    Fails:
        banks: {ladder: 1.0.0, ingredient: 1.0.0}

    Passes:
        banks: {ladder: 1.0.0, ingredients: 1.0.0}
    """


@page("LC201", "unknown-question")
def unknown_question() -> None:
    """Every question that is answered is one of its bank.

    Why: the answer would be kept, and never counted.

    Fails:
        answers:
          ladder:
            desining.r4: {leaders: 3}

    Passes:
        answers:
          ladder:
            designing.r4: {leaders: 3}
    """


@page("LC202", "not-an-answer")
def not_an_answer() -> None:
    """An answer is a level from 0 to 4, one of three words, or the counts of a room.

    Why: anything else would have to be guessed.

    Fails:
        answers:
          ladder:
            designing.r4: {leaders: 5}

    Passes:
        answers:
          ladder:
            designing.r4: {leaders: 4, lived: {counts: [0, 1, 3, 2, 1], not-sure: 1}}
    """


@page("LC203", "may-not-be-set-aside")
def may_not_be_set_aside() -> None:
    """does-not-fit stands only where the bank allows it.

    Why: a step that does not count could be used to climb past it.

    Fails:
        answers:
          ladder:
            choosing.r4: {leaders: does-not-fit}

    Passes:
        aspects:
          choosing: {left_out: "Nobody was hired or paid for this work."}
    """


@page("LC204", "unknown-aspect")
def unknown_aspect() -> None:
    """Every area of work that is named is one of the bank.

    Why: a claim or a ceiling for an area that nobody asks about would go unread.

    Fails:
        aspects:
          design: {claimed: {leaders: co-design}}

    Passes:
        aspects:
          designing: {claimed: {leaders: co-design}}
    """


@page("LC205", "unknown-rung")
def unknown_rung() -> None:
    """Claims and ceilings name a rung of the ladder, by its id.

    Why: ids stay the same where numbers differ from ladder to ladder.

    Fails:
        aspects:
          designing: {claimed: {leaders: codesign}}

    Passes:
        aspects:
          designing: {claimed: {leaders: co-design}}
    """
