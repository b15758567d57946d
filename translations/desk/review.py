"""Moderation from the translation editor, which wagtail-localize has not: submit, withdraw, decide.

Its editor knows only "publish" (wagtail-notes.md, 6): who may translate but not publish had no way to hand the work on.
"""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.models import Page, TaskState, WorkflowState
from wagtail_localize.models import Translation

from translations.rights import may_change
from translations.saving import missing_strings, open_translation, sentence_if_missing


@dataclass(frozen=True)
class Review:
    """Where a translation stands between its translator and its reviewer, and what this person may do about it."""

    waiting: WorkflowState | None
    sent_back: WorkflowState | None
    task: TaskState | None
    missing: int
    may_submit: bool
    may_withdraw: bool
    may_decide: bool


def review_of(page: Page, translation: Translation | None, user: models.Model) -> Review:
    """The review of a translation as `user` sees it."""
    state = page.current_workflow_state
    is_waiting = state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS
    task = page.current_workflow_task_state if is_waiting else None
    decisions = task.task.specific.get_actions(page, user) if task else []
    rights = page.permissions_for_user(user)
    missing = missing_strings(translation.source, translation.target_locale).count() if translation else 0
    return Review(
        waiting=state if is_waiting else None,
        sent_back=None if is_waiting else state,
        task=task,
        missing=missing,
        may_submit=bool(translation) and rights.can_submit_for_moderation() and may_change(user, page),
        may_withdraw=is_waiting and (rights.can_publish() or state.requested_by_id == user.pk),
        may_decide=any(name == "approve" for name, *_rest in decisions),
    )


def _ask(request: HttpRequest, page_id: int) -> tuple[Page, Translation | None, Review]:
    page = get_object_or_404(Page, pk=page_id).specific
    translation = open_translation(page)
    return page, translation, review_of(page, translation, request.user)


@require_POST
def submit(request: HttpRequest, page_id: int) -> HttpResponse:
    """Save the translation as a draft and start the page's workflow with it; a missing text is asked for first."""
    page, translation, review = _ask(request, page_id)
    if not review.may_submit:
        raise PermissionDenied
    gaps = sentence_if_missing(page)
    if gaps:
        messages.error(request, gaps)
        return redirect("wagtailadmin_pages:edit", page_id)
    with transaction.atomic():
        translation.save_target(user=request.user, publish=False)
        draft = Page.objects.get(pk=page_id).specific
        if review.sent_back:
            review.sent_back.resume(request.user)
        else:
            draft.get_workflow().start(draft, request.user)
    messages.success(request, _("“%(title)s” waits for review now.") % {"title": page.get_admin_display_title()})
    return redirect("wagtailadmin_pages:edit", page_id)


@require_POST
def withdraw(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take a translation back from review; the draft stays."""
    page, _translation, review = _ask(request, page_id)
    if not review.may_withdraw:
        raise PermissionDenied
    review.waiting.cancel(user=request.user)
    messages.success(
        request, _("“%(title)s” does not wait for review any more.") % {"title": page.get_admin_display_title()}
    )
    return redirect("wagtailadmin_pages:edit", page_id)
