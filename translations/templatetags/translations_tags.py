"""Tags that tell a reader how a translation stands to its original."""

from django import template
from django.template.context import Context
from django.utils.translation import gettext, ngettext
from wagtail.models import Page

from facts.sentences import long_date
from translations.reader import Notice, notice_for

register = template.Library()


@register.simple_tag(takes_context=True)
def drift_notice(context: Context) -> Notice | None:
    """What has changed in the original since this translation was made."""
    page = context.get("page")
    return notice_for(page) if isinstance(page, Page) else None


@register.filter
def drift_sentence(notice: Notice) -> str:
    """ "This text is older than its original in Romanian: 2 passages changed on 3 May 2026." """
    values = {"count": notice.count, "day": long_date(notice.day), "language": _in_language(notice.language)}
    if notice.is_one_day:
        sentence = ngettext(
            "This text is older than its original %(language)s: %(count)s passage changed on %(day)s.",
            "This text is older than its original %(language)s: %(count)s passages changed on %(day)s.",
            notice.count,
        )
    else:
        sentence = ngettext(
            "This text is older than its original %(language)s: %(count)s passage changed, the last on %(day)s.",
            "This text is older than its original %(language)s: %(count)s passages changed, the last on %(day)s.",
            notice.count,
        )
    return sentence % values


def _in_language(language: str) -> str:
    return {
        "ro": gettext("in Romanian"),
        "ru": gettext("in Russian"),
        "nl": gettext("in Dutch"),
        "en": gettext("in English"),
    }[language]
