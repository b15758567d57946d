"""YAML files with the line of every value, so that a mistake can be named by file, line and field."""

from dataclasses import dataclass
from pathlib import Path

import yaml

Key = str | int
FieldPath = tuple[Key, ...]


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in a content file; `line` counts from 1, `field` is dotted (`body.3.steps.title`)."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}: {self.message}"


class ContentFile:
    """A YAML file as plain Python data (`data`) that still knows the line of each of its values."""

    def __init__(self, path: Path, root: Path) -> None:
        self.path = path
        self.name = path.relative_to(root).as_posix()
        self.lines: dict[FieldPath, int] = {}
        self.problems: list[Problem] = []
        self.data = self._read()

    def _read(self) -> object:
        try:
            text = self.path.read_text(encoding="utf-8")
            node = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            self.problems.append(Problem(self.name, line, "-", f"not YAML: {error.problem}"))
            return {}
        except UnicodeDecodeError as error:
            self.problems.append(Problem(self.name, 1, "-", f"not UTF-8: {error.reason}"))
            return {}
        if node is None:
            self.problems.append(Problem(self.name, 1, "-", "the file is empty"))
            return {}
        self._note_lines(node, ())
        return yaml.safe_load(text)

    def _note_lines(self, node: yaml.Node, path: FieldPath) -> None:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                if key.value in seen:
                    self.add((*path, key.value), "stands twice", key.start_mark.line + 1)
                seen.add(key.value)
                self.lines[(*path, key.value)] = key.start_mark.line + 1
                self._note_lines(value, (*path, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                self._note_lines(value, (*path, index))

    def line_of(self, path: FieldPath) -> int:
        """Return the line of the value at `path`, or of its nearest parent that exists."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def add(self, path: FieldPath, message: str, line: int | None = None) -> None:
        """Note a mistake at `path`."""
        field = ".".join(str(part) for part in path) or "-"
        self.problems.append(Problem(self.name, line or self.line_of(path), field, message))
