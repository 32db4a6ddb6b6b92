"""What may not stand in a file though YAML would read it: the code, what was found, and the way out."""

from ladder_check.documents.characters import named, shown


class Refused(Exception):
    """Something that two readers would read differently: its code, and what to tell its writer."""

    def __init__(self, code: str, message: str) -> None:
        self.code, self.message = code, message
        super().__init__(message)


DIRECTIVE = Refused(
    "LC004",
    "A line that begins with % changes how the rest is read. "
    "Please either delete it, or put it in quotes if it is text.",
)
COMPLEX_KEY = Refused(
    "LC007",
    "A list or a mapping stands where a key should be. Please either write text before the colon, "
    "or put the whole in quotes if its brackets are part of a text.",
)
TWO_DOCUMENTS = Refused(
    "LC009",
    "A second document begins here; a file holds one. "
    "Please either delete this line of dashes, or move what follows to a file of its own.",
)
EMPTY = Refused(
    "LC009",
    "There is nothing in this file. Please either write its keys (key: value), or delete it.",
)


def not_a_mapping(root: object) -> Refused:
    """The file holds *root*, not keys with values."""
    if isinstance(root, str) and ":" in root:
        return no_space(root)
    found = "a list" if isinstance(root, list) else "a single text or number"
    return Refused(
        "LC009",
        f"The file holds {found}, not keys with values. "
        "Please either begin it with a key (format: 1), or check that this is the file you meant.",
    )


def merged() -> Refused:
    """The key <<, which YAML 1.1 takes for keys to be merged in."""
    found = "The key << pulls in keys from elsewhere, so that nobody sees them here"
    way_out = 'either write the keys out, or put it in quotes ("<<") if it is text'
    return Refused("LC004", f"{found}. Please {way_out}.")


def no_space(text: str) -> Refused:
    """*text* has a colon in it, and is not a key."""
    found = f"There is no space after the colon in {shown(text)}, so it is not a key with a value"
    return Refused("LC001", f"{found}. Please either put a space there, or put the whole in quotes.")


def too_deep(most: int) -> Refused:
    """More than *most* lists and mappings inside one another."""
    return Refused(
        "LC005",
        f"This is more than {most} lists or mappings inside one another. "
        "Please either take some of them out, or look for brackets or dashes repeated by accident.",
    )


def too_long(length: int, most: int) -> Refused:
    """A text of *length* characters, more than *most*."""
    return Refused(
        "LC005",
        f"This text has {length:,} characters; at most {most:,} are read. "
        "Please either shorten it, or keep it in a file of its own and name that.",
    )


def alias(name: str) -> Refused:
    """*name stands for something that was written elsewhere."""
    found = f"*{shown(name)} stands for something written elsewhere, which nobody sees here"
    way_out = f'either write it out again, or put it in quotes ("*{shown(name)}") if it is text'
    return Refused("LC004", f"{found}. Please {way_out}.")


def anchor(name: str) -> Refused:
    """&name keeps what follows, to be used again."""
    found = f"&{shown(name)} gives what follows a name, so that it can be used again out of sight"
    way_out = f"either delete &{shown(name)}, or put the whole in quotes if it is text"
    return Refused("LC004", f"{found}. Please {way_out}.")


def tag(name: str) -> Refused:
    """A tag that asks for a type of value."""
    short = shown(name.replace("tag:yaml.org,2002:", "!!"))
    found = f"The tag {short} asks for a special way of reading what follows"
    return Refused("LC004", f"{found}. Please either delete it, or put the whole in quotes if it is text.")


def escape(character: str) -> Refused:
    """A backslash in double quotes that makes *character*, which may not be in a file as itself either."""
    found = f"A backslash in these quotes makes {named(character)}"
    way_out = "either delete it, or write two backslashes (\\\\) if a backslash is meant"
    return Refused("LC002", f"{found}. Please {way_out}.")


def repeated(key: str, first: int, again: int) -> Refused:
    """A *key* on the lines *first* and *again* of one mapping."""
    found = f"The key {shown(key)} is here twice: on line {first} and again on line {again}"
    way_out = "either delete one of them, or give one another name"
    return Refused("LC003", f"{found}. Only one of them would count. Please {way_out}.")
