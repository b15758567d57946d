"""Who may translate what: language by language, asked on the server (wagtail-notes.md, 6)."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page


class LanguageLimit(models.Model):
    """A group whose members may change snippets of one language, and nothing of another."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="language_limits")
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")

    class Meta:
        app_label = "translations"
        verbose_name = _("limit to a language")
        verbose_name_plural = _("limits to languages")
        constraints = [models.UniqueConstraint(fields=["group", "locale"], name="one_limit_per_group_and_language")]

    def __str__(self) -> str:
        return f"{self.group}: {self.locale.language_code}"


def locales_of(user: models.Model) -> set[int] | None:
    """The ids of the locales to which `user` is limited; None without a limit."""
    if user.is_superuser:
        return None
    return set(LanguageLimit.objects.filter(group__user=user).values_list("locale_id", flat=True)) or None


def may_in_language(user: models.Model, locale_id: int) -> bool:
    """Whether `user` may change what is written in this language, as far as limits to languages go."""
    limits = locales_of(user)
    return limits is None or locale_id in limits


def target_place(page: Page, locale: Locale) -> Page | None:
    """The translation, or where it would be made: the nearest translated page above."""
    for key in [page.translation_key, *(above.translation_key for above in page.get_ancestors().reverse())]:
        found = Page.objects.filter(translation_key=key, locale=locale, alias_of=None).first()
        if found:
            return found
    return None


def may_submit(user: models.Model, page: Page, locale: Locale) -> bool:
    """Whether `user` may send a page to translation into a language: who may write at the place where it will stand."""
    if not user.has_perm("wagtail_localize.submit_translation") or not may_in_language(user, locale.pk):
        return False
    place = target_place(page, locale)
    if place is None:
        return user.is_superuser
    rights = place.permissions_for_user(user)
    return rights.can_edit() or rights.can_add_subpage()


def may_confirm(user: models.Model, page: Page) -> bool:
    """Whether `user` may say that a translation is right."""
    return page.permissions_for_user(user).can_publish() and may_in_language(user, page.locale_id)


def may_change(user: models.Model, target: models.Model | None, publish: bool = False) -> bool:
    """Whether `user` may change (or publish) a translation: a page by its place, a snippet by kind and language."""
    if target is None:
        return user.is_superuser
    if isinstance(target, Page):
        rights = target.permissions_for_user(user)
        return (rights.can_publish() if publish else rights.can_edit()) and may_in_language(user, target.locale_id)
    meta = target._meta
    return user.has_perm(f"{meta.app_label}.change_{meta.model_name}") and may_in_language(user, target.locale_id)
