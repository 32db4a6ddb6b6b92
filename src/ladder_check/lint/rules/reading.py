"""Reading: the form of a file (LC001 to LC010).  Found while it is read, before any rule is asked."""

from ladder_check.lint.page import page


@page("LC001", "not-yaml")
def not_yaml() -> None:
    """The file has the form of YAML.

    Why: a quote that is not closed, a tab or a colon in the middle of a text leaves open what is meant, and
    nothing is guessed.

    Fails:
        format: 1
        title: Day opportunities: the first year
        assessed_on: 2026-11-03

    Passes:
        title: "Day opportunities: the first year"
    """


@page("LC002", "unseen-character")
def unseen_character() -> None:
    r"""The file is UTF-8, and every character in it can be seen.

    Why: two words that look the same differ where one of them holds a character without width. Such
    characters come along when text is pasted.

    Fails:
        title: "Day\u200bopportunities"

    Passes:
        title: "Day opportunities"
    """


@page("LC003", "repeated-key")
def repeated_key() -> None:
    """A key stands once in its place.

    Why: only one of the two would count, and which one depends on the program that reads.

    Fails:
        took_part:
          people: {there: 5}
          people: {there: 6}

    Passes:
        took_part:
          people: {there: 5}
          carers: {there: 6}
    """


@page("LC004", "stands-for-something-else")
def stands_for_something_else() -> None:
    """Everything that counts is written where it is read: no anchors, aliases, merge keys, tags or
    directives.

    Why: an assessment is read by people who never heard of them, and they make a file say what nobody sees
    there.

    Fails:
        took_part:
          people: &five {there: 5}
          frontline: *five

    Passes:
        took_part:
          people: {there: 5}
          frontline: {there: 5}
    """


@page("LC005", "too-large")
def too_large() -> None:
    """The file, its texts and its numbers have a size that an assessment can have.

    Why: a file over 1 MiB, or brackets inside brackets inside brackets, is most likely another file or a
    slip. Reading it could take all of the memory.

    Fails:
        took_part:
          people: {there: 5, invited: 99999999999999999999999999999999999999999}

    Passes:
        took_part:
          people: {there: 5, invited: 9}
    """


@page("LC006", "unknown-key")
def unknown_key() -> None:
    """Every key is one that somebody reads.

    Why: a slip of the keyboard would look as if it counted.

    Fails:
        organization: Riverside Council

    Passes:
        organisation: Riverside Council
    """


@page("LC007", "wrong-kind-of-value")
def wrong_kind_of_value() -> None:
    """Each value is of the kind its key needs, and reads the same everywhere.

    Why: a day that is not in the calendar cannot be compared, and without quotes some words (yes, no, 010,
    1.10) are read as something else by one program or another.

    Fails:
        at_level: team
        assessed_on: 3 November 2026

    Passes:
        at_level: service
        assessed_on: 2026-11-03
    """


@page("LC008", "unknown-format")
def unknown_format() -> None:
    """The number after `format` is one that this version reads.

    Why: a later version may mean something else by the same keys.

    Fails:
        format: 2

    Passes:
        format: 1
    """


@page("LC009", "not-one-file-of-keys")
def not_one_file_of_keys() -> None:
    """The file holds keys with values, and one document.

    Why: what stands after a line of three dashes would go unread.

    Fails:
        format: 1
        title: Spring
        assessed_on: 2026-03-03
        ---
        format: 1
        title: Autumn
        assessed_on: 2026-11-03

    Passes:
        format: 1
        title: Spring
        assessed_on: 2026-03-03
    """


@page("LC010", "missing-key")
def missing_key() -> None:
    """The keys that a file cannot do without are there.

    Why: without a title and a day nobody can tell later what was assessed, and when.

    Fails:
        format: 1
        title: Day opportunities

    Passes:
        format: 1
        title: Day opportunities
        assessed_on: 2026-11-03
    """
