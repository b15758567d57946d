"""Publish pages of several languages together: all checks first, then one transaction; one invalid page stops all."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import Page

from core import publishing
from translations.models import Bundle


def in_order(bundle: Bundle) -> list[Page]:
    """The pages of a bundle: originals and parents before what hangs on them."""
    from translations.records import is_original

    pages = [page.specific for page in bundle.pages.order_by("depth", "path")]
    return sorted(pages, key=lambda page: (not is_original(page), page.depth))


def problems(bundle: Bundle) -> list[str]:
    """What hinders the bundle, page by page; found by trying it out and taking everything back."""
    try:
        with transaction.atomic():
            found = _publish_all(bundle)
            transaction.set_rollback(True)
    except ValidationError as error:
        found = [str(error)]
    return found


def _publish_all(bundle: Bundle, user: models.Model | None = None) -> list[str]:
    """Publish page after page; stops at nothing, but says what may not go live."""
    found = []
    for page in in_order(bundle):
        revision = page.get_latest_revision() or page.save_revision(user=user)
        draft = revision.as_object()
        try:
            draft.full_clean()
        except ValidationError as error:
            found.append(f"{page.get_admin_display_title()}: {'; '.join(error.messages)}")
            continue
        reasons = publishing.why_not_public(draft)
        if reasons:
            found.append(f"{page.get_admin_display_title()}: {' '.join(reasons)}")
        else:
            revision.publish(user=user, skip_permission_checks=True)
    return found


def publish(bundle: Bundle, user: models.Model | None = None) -> list[str]:
    """Publish all pages of a bundle in one transaction, or none; returns what hindered it."""
    found: list[str] = []
    try:
        with transaction.atomic():
            found = _publish_all(bundle, user)
            if found:
                transaction.set_rollback(True)
            else:
                bundle.published_at = timezone.now()
    except ValidationError as error:
        found = [str(error)]
    bundle.problem = "\n".join(found)
    bundle.save(update_fields=["published_at", "problem"])
    return found


def publish_due() -> None:
    """Publish the bundles whose time has come; one that is hindered waits for a person."""
    for bundle in Bundle.objects.filter(published_at=None, problem="", go_live_at__lte=timezone.now()):
        publish(bundle)
