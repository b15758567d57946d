"""The kinds of value that a content file can hold, and what is wrong with a value that is not of its kind."""

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from home.loading import rich
from home.loading.yaml_lines import FieldPath

Fault = tuple[FieldPath, str]


@dataclass(frozen=True)
class Kind:
    """A kind of value; `faults` yields (path below the value, message)."""

    def faults(self, value: object) -> Iterator[Fault]:
        yield from ()

    def shape(self, value: object) -> object:
        """What must be equal in all languages; None where nothing must."""
        return None


@dataclass(frozen=True)
class Text(Kind):
    """Plain text, at most `limit` characters."""

    limit: int = 1000

    def faults(self, value: object) -> Iterator[Fault]:
        if not isinstance(value, str) or not value.strip():
            yield (), "must be a text in quotes"
        elif len(value) > self.limit:
            yield (), f"has {len(value)} characters, at most {self.limit} fit"
        elif re.search(r"[şţŞŢ]", value):
            yield (), "has cedilla letters; write ș and ț with a comma below"


@dataclass(frozen=True)
class Rich(Text):
    """The small Markdown of `rich.py`."""

    limit: int = 8000

    def faults(self, value: object) -> Iterator[Fault]:
        yield from super().faults(value)
        if isinstance(value, str):
            for message in rich.faults(value):
                yield (), message

    def shape(self, value: object) -> object:
        return (rich.shape(value), sorted(rich.links(value))) if isinstance(value, str) else None


@dataclass(frozen=True)
class Choice(Kind):
    """One of `options`; the same in all languages."""

    options: tuple[str, ...]

    def faults(self, value: object) -> Iterator[Fault]:
        if value not in self.options:
            yield (), f"is {value!r}; must be one of {', '.join(self.options)}"

    def shape(self, value: object) -> object:
        return value


@dataclass(frozen=True)
class Simple(Kind):
    """A value that `accepts` says is right, else `message`."""

    accepts: Callable[[object], bool]
    message: str

    def faults(self, value: object) -> Iterator[Fault]:
        if not self.accepts(value):
            yield (), f"is {value!r}; {self.message}"

    def shape(self, value: object) -> object:
        return value


Number = Simple(lambda v: isinstance(v, int) and not isinstance(v, bool), "must be a whole number")
Decimal = Simple(lambda v: bool(re.fullmatch(r"-?\d+(\.\d+)?", str(v))), "must be a number")
Flag = Simple(lambda v: isinstance(v, bool), "must be true or false")
Date = Simple(lambda v: isinstance(v, datetime.date), "must be a date such as 2026-11-26")
Url = Simple(lambda v: isinstance(v, str) and bool(re.match(r"https?://[^\s]+$", v)), "must be a web address")
Email = Simple(lambda v: isinstance(v, str) and "@" in v, "must be an e-mail address")
Phone = Simple(
    lambda v: isinstance(v, str) and bool(re.match(r"\+?[\d ]{3,20}$", v)), 'must be such as "+373 22 000 001"'
)
Span = Simple(
    lambda v: isinstance(v, str) and bool(re.fullmatch(r"\d{1,2}:\d\d-\d{1,2}:\d\d", v)), 'must be such as "9:00-17:00"'
)
Source = Simple(
    lambda v: v == "example" or (isinstance(v, str) and v.startswith("http")), 'must be a web address or "example"'
)


@dataclass(frozen=True)
class Reference(Kind):
    """The code of a thing of another file: `of` is contact, fee, provider, service, page, ..."""

    of: str

    def faults(self, value: object) -> Iterator[Fault]:
        if not isinstance(value, str) or not re.fullmatch(r"[a-z0-9/-]+", value):
            yield (), f"is {value!r}; must be the code of a {self.of}"

    def shape(self, value: object) -> object:
        return value


@dataclass(frozen=True)
class Items(Kind):
    """A list of values of one kind, of at least `least` items."""

    kind: Kind
    least: int = 0

    def faults(self, value: object) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield (), "must be a list"
            return
        if len(value) < self.least:
            yield (), f"has {len(value)} items, at least {self.least} are needed"
        for index, item in enumerate(value):
            for path, message in self.kind.faults(item):
                yield (index, *path), message

    def shape(self, value: object) -> object:
        return [self.kind.shape(item) for item in value] if isinstance(value, list) else None


@dataclass(frozen=True)
class Fields(Kind):
    """A mapping with `required` and `optional` fields."""

    required: dict[str, Kind] = field(default_factory=dict)
    optional: dict[str, Kind] = field(default_factory=dict)

    def faults(self, value: object) -> Iterator[Fault]:
        if not isinstance(value, dict):
            yield (), "must be a mapping (field: value)"
            return
        for name in self.required.keys() - value.keys():
            yield (), f"the field {name!r} is missing"
        for name, item in value.items():
            kind = self.required.get(name) or self.optional.get(name)
            if kind is None:
                known = ", ".join(sorted({**self.required, **self.optional}))
                yield (name,), f"is not a field here; known are {known}"
                continue
            for path, message in kind.faults(item):
                yield (name, *path), message

    def shape(self, value: object) -> object:
        if not isinstance(value, dict):
            return None
        kinds = {**self.required, **self.optional}
        return {name: kinds[name].shape(item) for name, item in value.items() if name in kinds}


@dataclass(frozen=True)
class OneOf(Kind):
    """A mapping with exactly one of the fields: a block of a body."""

    fields: dict[str, Kind]

    def faults(self, value: object) -> Iterator[Fault]:
        if not isinstance(value, dict) or len(value) != 1:
            yield (), f"must be one block: {', '.join(self.fields)}"
            return
        name, item = next(iter(value.items()))
        if name not in self.fields:
            yield (name,), f"is not a block; known are {', '.join(self.fields)}"
            return
        for path, message in self.fields[name].faults(item):
            yield (name, *path), message

    def shape(self, value: object) -> object:
        if not isinstance(value, dict) or len(value) != 1:
            return None
        name, item = next(iter(value.items()))
        return {name: self.fields[name].shape(item)} if name in self.fields else None


@dataclass(frozen=True)
class Cost(Kind):
    """`free`, `described`, or `{fee: code}`."""

    def faults(self, value: object) -> Iterator[Fault]:
        if value not in ("free", "described") and not (isinstance(value, dict) and list(value) == ["fee"]):
            yield (), f"is {value!r}; must be free, described or {{fee: code}}"

    def shape(self, value: object) -> object:
        return value
