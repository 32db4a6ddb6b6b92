"""The form of banks and ladders (LC110 to LC117).  Found while they are read."""

from ladder_check.lint.page import page


@page("LC110", "rung-without-indicator")
def rung_without_indicator() -> None:
    """Each rung of the ladder has an indicator in a bank of kind ladder.

    Why: nobody could ever climb past a rung that nobody asks about.

    Fails:
        indicators:
          - id: r1
            rung: informing
            role: step
            about: being told
            why: You cannot say anything about what nobody told you.
            ask: {meals: Are people told what will be cooked?}
            anchors: ["No.", Once., "Sometimes.", Usually., Built in.]
            action: {do: Put the menu up., owner: Cook, partner: Two people,
              done_when: People can say what is for dinner.}

    Passes:
        ladder: deciding-together
    """


@page("LC111", "rung-not-on-ladder")
def rung_not_on_ladder() -> None:
    """Every rung and ladder that a bank or a ladder names is there.

    Why: what hangs on a rung that does not exist would never come up.

    Fails:
        lowest_ceiling: being-told

    Passes:
        lowest_ceiling: told
    """


@page("LC112", "repeated-id")
def repeated_id() -> None:
    """Each aspect, indicator, pair, item and rung has an id of its own.

    Why: answers are kept by id: with two of one name, nobody knows which was answered.

    Fails:
        rungs:
          - {id: told, name: Told, means: People are told., test: Somebody says what is going on.}
          - {id: told, name: Asked, means: People are asked., test: Somebody asks before it is settled.}

    Passes:
        rungs:
          - {id: told, name: Told, means: People are told., test: Somebody says what is going on.}
          - {id: asked, name: Asked, means: People are asked., test: Somebody asks before it is settled.}
    """


@page("LC113", "five-anchors")
def five_anchors() -> None:
    """Every question has five anchors, for the levels 0 to 4, lowest first.

    Why: a level without words means something else to everybody.

    Fails:
        items:
          - id: q1
            name: A warm welcome
            ask: Are people made welcome when they first come here?
            why: The first visit tells people whether they count.
            anchors: [Nobody is there., It depends., It is built in.]
            action: {do: Plan the first visit together., owner: Service manager, partner: Two people,
              done_when: New people say so.}

    Passes:
        items:
          - id: q1
            name: A warm welcome
            ask: Are people made welcome when they first come here?
            why: The first visit tells people whether they count.
            anchors: [Nobody is there., On paper only., It depends., "Usually, and we can show it.",
              It is built in.]
            action: {do: Plan the first visit together., owner: Service manager, partner: Two people,
              done_when: New people say so.}
    """


@page("LC114", "aspect-without-question")
def aspect_without_question() -> None:
    """Each indicator has a question for each aspect of its bank.

    Why: questions are whole sentences that somebody wrote for that area of work, and are not put together
    from parts.

    Fails:
        aspects:
          - {id: meals, name: Meals, short: what is cooked}
          - {id: outings, name: Outings, short: where we go}

    Passes:
        aspects:
          - {id: meals, name: Meals, short: what is cooked}
    """


@page("LC115", "anchors-repeat")
def anchors_repeat() -> None:
    """No two anchors of a question say the same.

    Why: nobody can choose between two answers with the same words.

    Fails:
        items:
          - id: q1
            name: A warm welcome
            ask: Are people made welcome when they first come here?
            why: The first visit tells people whether they count.
            anchors: [Nobody is there., It depends., It depends., "Usually, and we can show it.",
              It is built in.]
            action: {do: Plan the first visit together., owner: Service manager, partner: Two people,
              done_when: New people say so.}

    Passes:
        items:
          - id: q1
            name: A warm welcome
            ask: Are people made welcome when they first come here?
            why: The first visit tells people whether they count.
            anchors: [Nobody is there., On paper only., It depends., "Usually, and we can show it.",
              It is built in.]
            action: {do: Plan the first visit together., owner: Service manager, partner: Two people,
              done_when: New people say so.}
    """


@page("LC116", "unknown-aspect-or-indicator")
def unknown_aspect_or_indicator() -> None:
    """What stands under `ask`, `anchors_for` and `ask_order` belongs to the bank.

    Why: a question for an area of work that is not there would never be asked.

    Fails:
        ask_order: [r1, r2, r3, r5]

    Passes:
        ask_order: [r1, r2, r3, r4]
    """


@page("LC117", "kind-of-bank")
def kind_of_bank() -> None:
    """A bank has what its kind needs, and nothing of another kind.

    Why: what belongs to another kind would never be asked.

    Fails:
        kind: pairs

    Passes:
        kind: items
    """
