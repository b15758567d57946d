"""What a full-text search of a database must do for us."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

Filters = dict[str, list[str]]
TIE = 0.3  # what the words as they were typed add to the score of their roots
EXTRA = 0.15  # what a synonym, or a compound that holds the word, counts beside the word itself


@dataclass(frozen=True, slots=True)
class Texts:
    """The analysed texts of one document: words as written, and roots; blanks between them."""

    page_id: int
    title_exact: str
    title_root: str
    head_root: str
    body_exact: str
    body_root: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: per word the roots that answer it, roots that answer it less well, and the words as typed."""

    language: str
    groups: tuple[tuple[str, ...], ...]
    exact: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page of results needs: the best documents, those whose title says it, how many there are, by facets."""

    scores: dict[int, float]
    titles: dict[int, float]
    total: int
    facets: dict[str, dict[str, int]]


class Store(ABC):
    """Puts texts, takes them away, and answers questions; every method is about one language."""

    def answer(self, question: Question, filters: Filters, limit: int, titles: int) -> Answer:
        """All parts; a facet that narrows is counted without itself, so that more of it can be chosen."""
        facets = self.facets(question, filters)
        for name in filters:
            others = {other: values for other, values in filters.items() if other != name}
            facets[name] = self.facets(question, others, only=name).get(name, {})
        return Answer(
            self.scores(question, filters, limit),
            self.title_scores(question, titles),
            self.total(question, filters),
            facets,
        )

    @abstractmethod
    def put(self, language: str, texts: Iterable[Texts]) -> None:
        """Write texts, in the place of what stood there."""

    @abstractmethod
    def remove(self, language: str, page_ids: Iterable[int]) -> None:
        """Take texts away; unknown ids are no error."""

    @abstractmethod
    def clear(self, language: str) -> None:
        """Take all texts of a language away."""

    @abstractmethod
    def scores(self, question: Question, filters: Filters, limit: int) -> dict[int, float]:
        """The best documents that have at least one of the roots, with a score; the higher the better."""

    @abstractmethod
    def total(self, question: Question, filters: Filters) -> int:
        """How many documents have at least one of the roots."""

    @abstractmethod
    def facets(self, question: Question, filters: Filters, only: str = "") -> dict[str, dict[str, int]]:
        """How many of them have which facet value: {name: {value: number}}; of one facet if `only` names it."""

    @abstractmethod
    def title_scores(self, question: Question, limit: int) -> dict[int, float]:
        """The best documents whose title has one root of every group."""
