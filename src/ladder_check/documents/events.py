"""From the events of a YAML parser to plain data and its places, once through, guarding on the way.

A check of many files spends most of its time here, and most of that in libyaml's making of the events.
So they are taken in the way that adds least: a mapping or a list is read by one call, which calls again for
what stands inside it (never more than 32 deep) and keeps all it knows in variables of its own; the events
themselves are kept as places; and what a word without quotes means is looked up if it was met before.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

import yaml
from yaml import MappingEndEvent, ScalarEvent, SequenceEndEvent

from ladder_check.documents import refused
from ladder_check.documents.characters import unwanted
from ladder_check.documents.finding import MAX_FINDINGS, Finding, InvalidDocument, Place, told
from ladder_check.documents.places import Branch, Event, place_of, point
from ladder_check.documents.scalars import KEYS, VALUES, composed
from ladder_check.documents.syntax import explain

MAX_DEPTH = 32
"""Mappings and lists inside one another, the whole file being the first."""

MAX_TEXT = 64 * 1024
"""Characters of one text."""

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml; where PyYAML was built without it, the same events come from its slower twin."""

_TEXT_TAG: Final = "tag:yaml.org,2002:str"


def read_events(text: str, file: str) -> tuple[Any, Branch]:
    """The data of *text*, a mapping, and where everything in it stands.

    Raises:
        InvalidDocument: with every finding up to the point where reading could not go on.
    """
    reader = _Reader(text, file)
    read: Any = None
    try:
        read = reader.read()
    except yaml.YAMLError as error:
        reader.findings.append(explain(error, text, file))
    except _Stop:
        pass
    if reader.findings:
        raise InvalidDocument(told(reader.findings))
    data, root = read
    return data, root


class _Stop(Exception):
    """No sense can be made of what follows."""


class _Reader:
    """Takes the events of a *text* in their order, and notes what is wrong with them.

    What it reads comes back as data together with where it stands: a scalar's event, anything else's branch.
    """

    next_event: Callable[[], Event]

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.findings: list[Finding] = []

    def read(self) -> tuple[Any, Any]:
        """The one document, to the end of the text or to an event that leaves nothing to go on with."""
        self.next_event = LOADER(self.text).get_event
        self.next_event()  # The stream begins.
        data, node = self._document() if self._next_document() else (None, None)
        if data is None:
            empty = refused.EMPTY
            self.findings.append(Finding(empty.code, empty.message, self.file, Place(1, 1, 1, 1)))
        elif not isinstance(data, dict):
            self._note(refused.not_a_mapping(data), node)
        return data, node

    def _next_document(self) -> Event:
        """The event that begins a document; None where the stream ends."""
        event = self.next_event()
        if type(event) is not yaml.DocumentStartEvent:
            return None
        if event.version or event.tags:
            self._note(refused.DIRECTIVE, event)
        return event

    def _document(self) -> tuple[Any, Branch | Event]:
        read = self._node(self.next_event(), 0)
        self.next_event()  # The document ends.
        if another := self._next_document():
            self._note(refused.TWO_DOCUMENTS, another)
            raise _Stop
        return read

    def _node(self, event: Event, depth: int) -> tuple[Any, Branch | Event]:
        """Whatever may be a value, inside of *depth* mappings and lists."""
        kind = type(event)
        if kind is ScalarEvent:
            return self._value(event), event
        if kind is yaml.AliasEvent:
            self._note(refused.alias(event.anchor), event)
            return None, event
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        if depth == MAX_DEPTH:
            self._note(refused.too_deep(MAX_DEPTH), event)
            raise _Stop
        read = self._mapping if kind is yaml.MappingStartEvent else self._sequence
        return read(event, depth + 1)

    def _mapping(self, start: Event, depth: int) -> tuple[dict[str, Any], Branch]:
        next_event = self.next_event
        data: dict[str, Any] = {}
        keys: dict[str | int, Event] = {}
        values: dict[str, Branch | Event] = {}
        while type(event := next_event()) is not MappingEndEvent:
            key = self._key(event, keys)
            keys[key] = event
            event = next_event()
            if type(event) is ScalarEvent:
                data[key], values[key] = self._value(event), event
            else:
                data[key], values[key] = self._node(event, depth)
        return data, Branch(start, event, values, keys)

    def _sequence(self, start: Event, depth: int) -> tuple[list[Any], Branch]:
        next_event = self.next_event
        data: list[Any] = []
        values: list[Branch | Event] = []
        while type(event := next_event()) is not SequenceEndEvent:
            value, node = self._node(event, depth)
            data.append(value)
            values.append(node)
        return data, Branch(start, event, values)

    def _value(self, event: Event) -> Any:
        text = event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        if not event.style and event.tag is None:
            return VALUES[text] if text in VALUES else self._plain(text, event)
        if len(text) > MAX_TEXT:
            self._note(refused.too_long(len(text), MAX_TEXT), event)
        elif event.style == '"' and not text.isprintable():
            self._refuse_escapes(event)
        return text

    def _plain(self, text: str, event: Event) -> Any:
        """The value of a *text* without quotes that is new, or too long to be remembered."""
        if len(text) > MAX_TEXT:
            self._note(refused.too_long(len(text), MAX_TEXT), event)
            return text
        try:
            return VALUES[text]
        except refused.Refused as refusal:
            self._note(refusal, event)
        return text

    def _key(self, event: Event, keys: Mapping[str | int, Event]) -> str:
        """The key that *event* is, beside the *keys* that its mapping has so far."""
        if type(event) is not ScalarEvent:
            return self._no_key(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        key: str = event.value
        if key in KEYS and not event.style and event.tag is None:
            key = KEYS[key]
        else:
            key = self._new_key(key, event)
        if key in keys:
            self._note(refused.repeated(key, point(keys[key]).line, point(event).line), event)
        return key

    def _new_key(self, key: str, event: Event) -> str:
        """A *key* that stands in quotes, or without and was not met before."""
        if event.style or event.tag is not None:
            if not key.isprintable():
                self._refuse_escapes(event)
            return composed(key)
        try:
            return KEYS[key]
        except refused.Refused as refusal:
            self._note(refusal, event)
        return composed(key)

    def _no_key(self, event: Event) -> str:
        """What stands in place of a key; nothing can be made of a list or a mapping there."""
        if type(event) is yaml.AliasEvent:
            name = str(event.anchor)
            self._note(refused.alias(name), event)
            return f"*{name}"
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        self._note(refused.COMPLEX_KEY, event)
        raise _Stop

    def _refuse_extras(self, event: Event) -> None:
        """Refuse an anchor, and any tag but !!str before a scalar."""
        if event.anchor is not None:
            self._note(refused.anchor(event.anchor), event)
        if event.tag is not None and not (event.tag == _TEXT_TAG and type(event) is ScalarEvent):
            self._note(refused.tag(event.tag), event)

    def _refuse_escapes(self, event: Event) -> None:
        for character in dict.fromkeys(match[0] for match in unwanted(event.value)):
            self._note(refused.escape(character), event)

    def _note(self, refusal: refused.Refused, node: Branch | Event) -> None:
        place = place_of(node, self.text)
        self.findings.append(Finding(refusal.code, refusal.message, self.file, place))
        if len(self.findings) > MAX_FINDINGS:
            raise _Stop
