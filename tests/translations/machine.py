"""Random editorial histories beside a naive model of what must be said about them."""

import itertools
import uuid

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from wagtail.models import Locale

from core.models import Programme
from core.tables import forget_all
from home.models import StandardPage
from tests.translations.doing import (
    fresh,
    page_at,
    save_target,
    states,
    translate_missing,
    translation_of,
)
from translations.models import Version
from translations.records import confirm, mark_minor, want
from translations.rows import rows

LANGUAGES = ("ru", "nl", "en")
TEXTS = st.sampled_from(["Unu.", "Doi.", "Trei.", "Patru."])
languages = st.sampled_from(LANGUAGES)


class Histories(RuleBasedStateMachine):
    """One page, three translations. `published` and each baseline are {slot: text}; `same` joins texts of a slot."""

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        forget_all()
        programme = Programme.objects.get(code="nexus")
        self.page = StandardPage(title="Pagină", slug="history", summary="Unu.", programme=programme, live=False)
        page_at("/about/").get_parent().add_child(instance=self.page)
        self.page.body = [("heading", "Unu."), ("heading", "Doi.")]
        self.page.save_revision().publish()
        self.page = fresh(self.page)
        self.parents = itertools.cycle(["/terms/", "/"])
        self.draft = self.slots()
        self.published = dict(self.draft)
        self.earlier = [(dict(self.published), self.raw())]
        self.same: list[tuple[str, str, str]] = []
        self.baselines: dict[str, dict[str, str] | None] = dict.fromkeys(LANGUAGES)
        self.exists: set[str] = set()
        self.live: set[str] = set()
        self.wanted = set(LANGUAGES)
        self.original_live = True

    def teardown(self) -> None:
        """At the end, the door for scripts says the same, among all other pages."""
        expected = {language: self._expected(language) for language in LANGUAGES}
        assert states(self.page) == {language: state for language, state in expected.items() if state}
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    def raw(self) -> list[dict]:
        return [dict(block) for block in self.page.body.raw_data]

    def slots(self) -> dict[str, str]:
        return {"summary": self.page.summary} | {block.id: block.value for block in self.page.body}

    def _set_body(self, raw: list[dict]) -> None:
        self.page.body = self.page.body.stream_block.to_python(raw)
        self.draft = self.slots()

    # what an editor of the original does

    @rule(text=TEXTS)
    def edit_the_summary(self, text: str) -> None:
        self.page.summary = text
        self.draft = self.slots()

    @rule(text=TEXTS, position=st.integers(0, 5))
    def edit_a_block(self, text: str, position: int) -> None:
        raw = self.raw()
        if raw:
            raw[position % len(raw)]["value"] = text
            self._set_body(raw)

    @rule(text=TEXTS)
    def add_a_block(self, text: str) -> None:
        self._set_body([*self.raw(), {"type": "heading", "value": text, "id": str(uuid.uuid4())}])

    @rule(position=st.integers(0, 5))
    def remove_a_block(self, position: int) -> None:
        raw = self.raw()
        if raw:
            raw.pop(position % len(raw))
            self._set_body(raw)

    @rule()
    def reorder_the_blocks(self) -> None:
        self._set_body(list(reversed(self.raw())))

    @rule()
    def change_what_is_no_text(self) -> None:
        self.page.show_in_menus = not self.page.show_in_menus

    @rule()
    def save_a_draft(self) -> None:
        self.page.save_revision()

    def _publish(self, minor: bool) -> None:
        revision = self.page.save_revision()
        if minor:
            mark_minor(revision)
        revision.publish()
        self.page = fresh(self.page)
        assert self.slots() == self.draft
        if minor:
            self.same += [
                (slot, old, self.draft[slot])
                for slot, old in self.published.items()
                if slot in self.draft and self.draft[slot] != old
            ]
        self.published = dict(self.draft)
        self.earlier.append((dict(self.published), self.raw()))
        self.original_live = True

    @rule()
    def publish(self) -> None:
        self._publish(minor=False)

    @precondition(lambda self: self.published.keys() == self.draft.keys())
    @rule()
    def publish_as_minor(self) -> None:
        self._publish(minor=True)

    @rule(which=st.integers(0, 9))
    def go_back_to_an_earlier_version(self, which: int) -> None:
        slots, raw = self.earlier[which % len(self.earlier)]
        self.page.summary = slots["summary"]
        self._set_body(raw)
        self._publish(minor=False)

    @rule()
    def move(self) -> None:
        summary, raw = self.page.summary, self.raw()
        self.page.move(page_at(next(self.parents)), pos="last-child")
        self.page = fresh(self.page)
        self.page.summary = summary
        self._set_body(raw)

    @precondition(lambda self: self.original_live)
    @rule()
    def unpublish(self) -> None:
        self.page.unpublish()
        self.page = fresh(self.page)
        self.draft = self.slots()
        self.original_live = False
        self.live.clear()

    # what a translator does

    @precondition(lambda self: self.original_live)
    @rule(language=languages)
    def translate(self, language: str) -> None:
        stored = fresh(self.page)
        translate_missing(stored, language)
        save_target(stored, language)
        self.baselines[language] = dict(self.published)
        self.exists.add(language)
        self.live.add(language)

    @precondition(lambda self: self.original_live)
    @rule(language=languages)
    def save_an_unfinished_translation(self, language: str) -> None:
        save_target(fresh(self.page), language, publish=False)
        self.exists.add(language)

    @rule(language=languages, text=TEXTS)
    def publish_a_translation_as_a_page(self, language: str, text: str) -> None:
        if language in self.live:
            page = translation_of(self.page, language)
            page.summary = f"{language} {text}"
            page.save_revision().publish()

    @rule(language=languages)
    def confirm(self, language: str) -> None:
        if language in self.live:
            confirm(Version.objects.get(original_id=self.page.translation_key, locale__language_code=language))
            self.baselines[language] = dict(self.published)

    @rule(language=languages)
    def delete_a_translation(self, language: str) -> None:
        if language in self.exists:
            translation_of(self.page, language).delete()
            self.exists.discard(language)
            self.live.discard(language)
            self.baselines[language] = None

    @rule(language=languages)
    def want_a_language_or_not(self, language: str) -> None:
        self.wanted ^= {language}
        rows = Version.objects.filter(original_id=self.page.translation_key, locale__language_code=language)
        want(rows.get(), language in self.wanted)

    # what must hold

    def _is_same(self, slot: str, one: str, other: str) -> bool:
        seen, waiting = {one}, [one]
        while waiting:
            text = waiting.pop()
            for name, left, right in self.same:
                if name == slot and text in (left, right):
                    more = {left, right} - seen
                    seen |= more
                    waiting += more
        return other in seen

    def _behind(self, baseline: dict[str, str]) -> int:
        return sum(
            slot not in baseline or slot not in self.published or not self._is_same(slot, baseline[slot], text)
            for slot, text in {**baseline, **self.published}.items()
        )

    def _expected(self, language: str) -> tuple[str, int] | None:
        if not self.original_live and language not in self.exists:
            return None
        if language not in self.wanted:
            return ("not-wanted", 0)
        if not self.original_live:
            return ("orphan", 0)
        if language not in self.exists:
            return ("missing", 0)
        if language not in self.live:
            return ("in-translation", 0)
        count = self._behind(self.baselines[language] or {})
        return ("outdated", count) if count else ("up-to-date", 0)

    @invariant()
    def every_language_is_said_to_be_as_it_is(self) -> None:
        expected = {language: self._expected(language) for language in LANGUAGES}
        said = {row.language: (row.state, row.outdated_segments) for row in rows([self.page.translation_key])}
        assert said == {language: state for language, state in expected.items() if state}
        assert Locale.objects.count() == 4
