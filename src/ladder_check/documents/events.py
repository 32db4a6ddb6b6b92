"""From the events of a YAML parser to plain data and its places, once through, guarding on the way."""

import unicodedata
from typing import Any

import yaml

from ladder_check.documents import refused
from ladder_check.documents.characters import MAX_FINDINGS, unwanted
from ladder_check.documents.finding import Finding, InvalidDocument, Place
from ladder_check.documents.places import Branch, Event, place_of, point
from ladder_check.documents.scalars import resolve, resolve_key
from ladder_check.documents.syntax import explain

MAX_DEPTH = 32
"""Mappings and lists inside one another, the whole file being the first."""

MAX_TEXT = 64 * 1024
"""Characters of one text."""

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml; where PyYAML was built without it, the same events come from its slower twin."""

_TEXT_TAG = "tag:yaml.org,2002:str"


def read_events(text: str, file: str) -> tuple[Any, Branch]:
    """The data of *text*, a mapping, and where everything in it stands.

    Raises:
        InvalidDocument: with every finding up to the point where reading could not go on.
    """
    reader = _Reader(text, file)
    try:
        reader.read()
    except yaml.YAMLError as error:
        reader.findings.append(explain(error, text, file))
    except _Stop:
        pass
    if reader.findings:
        raise InvalidDocument(reader.findings)
    return reader.data[0], reader.branch.values[0]


class _Stop(Exception):
    """No sense can be made of what follows."""


class _Reader:
    """The mapping or list being read, and its parents.

    *step* is the key or number whose value comes next; None says that a key does.
    """

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.findings: list[Finding] = []
        self.data: Any = []
        self.branch = Branch(start=None)
        self.step: str | int | None = 0
        self.parents: list[tuple[Any, Branch, str | int]] = []

    def read(self) -> None:
        """Take the events one by one, to the end or to the first that leaves nothing to go on with."""
        take = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.DocumentEndEvent: _nothing,
            yaml.StreamStartEvent: _nothing,
            yaml.StreamEndEvent: self._stream_end,
        }
        loader = LOADER(self.text)
        next_event = loader.get_event
        while (event := next_event()) is not None:
            take[type(event)](event)

    def _scalar(self, event: Event) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        if self.step is None:
            self.step = key = self._key(event)
            self.branch.keys[key] = event
        else:
            self._put(self._value(event), event)

    def _put(self, value: Any, place: Branch | Event) -> None:
        """Add *value* at the current step, and go on to the next."""
        step = self.step
        self.branch.values[step] = place  # type: ignore[index]  # None is a step only where a key comes next
        if isinstance(step, int):
            self.data.append(value)
            self.step = step + 1
        else:
            self.data[step] = value
            self.step = None

    def _value(self, event: Event) -> Any:
        text = event.value
        if len(text) > MAX_TEXT:
            self._note(refused.too_long(len(text), MAX_TEXT), event)
        elif event.style == '"':
            if not text.isprintable():
                self._refuse_escapes(event)
        elif not event.style and event.tag is None:
            try:
                return resolve(text)
            except refused.Refused as refusal:
                self._note(refusal, event)
        return text

    def _key(self, event: Event) -> str:
        key: str = event.value if event.style or event.tag else self._plain_key(event)
        if not key.isprintable():
            self._refuse_escapes(event)
        if not key.isascii():
            key = unicodedata.normalize("NFC", key)
        if key in self.branch.keys:
            self._refuse_repeated(key, event)
        return key

    def _plain_key(self, event: Event) -> str:
        key: str = event.value
        try:
            return resolve_key(key)
        except refused.Refused as refusal:
            self._note(refusal, event)
        return key

    def _mapping(self, event: Event) -> None:
        self._begin(event, {}, None)

    def _sequence(self, event: Event) -> None:
        self._begin(event, [], 0)

    def _begin(self, event: Event, data: Any, first_step: int | None) -> None:
        """Go down into a mapping or a list."""
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        if self.step is None:
            self._note(refused.COMPLEX_KEY, event)
            raise _Stop
        if len(self.parents) == MAX_DEPTH:
            self._note(refused.too_deep(MAX_DEPTH), event)
            raise _Stop
        self.parents.append((self.data, self.branch, self.step))
        self.data, self.branch, self.step = data, Branch(event), first_step

    def _end(self, event: Event) -> None:
        """Come up again, and put what was read into its parent."""
        data, branch = self.data, self.branch
        branch.end = event
        self.data, self.branch, self.step = self.parents.pop()
        self._put(data, branch)

    def _alias(self, event: Event) -> None:
        self._note(refused.alias(event.anchor), event)
        if self.step is None:
            self.step = "*" + event.anchor
        else:
            self._put(None, event)

    def _document(self, event: Event) -> None:
        if event.version or event.tags:
            self._note(refused.DIRECTIVE, event)
        if self.data:
            self._note(refused.TWO_DOCUMENTS, event)
            raise _Stop

    def _stream_end(self, _: Event) -> None:
        root = self.data[0] if self.data else None
        if root is None:
            empty = refused.EMPTY
            self.findings.append(Finding(empty.code, empty.message, self.file, Place(1, 1, 1, 1)))
        elif not isinstance(root, dict):
            self._note(refused.not_a_mapping(root), self.branch.values[0])

    def _refuse_extras(self, event: Event) -> None:
        """Refuse an anchor, and any tag but !!str before a scalar."""
        if event.anchor is not None:
            self._note(refused.anchor(event.anchor), event)
        if event.tag is not None and not (event.tag == _TEXT_TAG and type(event) is yaml.ScalarEvent):
            self._note(refused.tag(event.tag), event)

    def _refuse_escapes(self, event: Event) -> None:
        for character in dict.fromkeys(match[0] for match in unwanted(event.value)):
            self._note(refused.escape(character), event)

    def _refuse_repeated(self, key: str, event: Event) -> None:
        lines = point(self.branch.keys[key]).line, point(event).line
        self._note(refused.repeated(key, *lines), event)

    def _note(self, refusal: refused.Refused, node: Branch | Event) -> None:
        place = place_of(node, self.text)
        self.findings.append(Finding(refusal.code, refusal.message, self.file, place))
        if len(self.findings) >= MAX_FINDINGS:
            raise _Stop


def _nothing(_: Event) -> None:
    """The stream begins, or the document ends: nothing to keep."""
