"""Groups, named by what their members may do, and the logins of the demo."""

from django.contrib.auth.models import Group, Permission
from django.db import models
from wagtail.models import Collection, GroupApprovalTask, GroupCollectionPermission, GroupPagePermission, Locale, Page

from core.models import Area, AreaLimit, User
from translations.models import LanguageLimit

WRITE = ("add_page", "change_page", "publish_page")
ADMIN_ACCESS = ("wagtailadmin", "access_admin")
FACT_MODELS = ("contact", "place", "openinghours", "fee")
SEARCH_SNIPPETS = ("synonymset", "protectedword", "promotedresult")
SNIPPETS = (("home", "notice"), ("home", "menu"), ("services", "provider"), ("core", "term"))
TRUST = ("change_fraudreport", "view_fraudreport", "add_slipbatch", "change_slipbatch", "view_slipbatch")
KIOSKS = ("add_device", "change_device", "view_device")
EDITORS = "Editors of all pages"
EDITORS_CAHUL = "Editors of Cahul"
TRANSLATORS_RU = "Translators into Russian"
REVIEWERS = "Reviewers"
COUNSELLORS_CAHUL = "Counsellors of Cahul"
LOGINS = {
    "editor": EDITORS,
    "editor-cahul": EDITORS_CAHUL,
    "translator-ru": TRANSLATORS_RU,
    "reviewer": REVIEWERS,
    "counsellor-cahul": COUNSELLORS_CAHUL,
}


def make_groups() -> None:
    """Make or mend all groups; idempotent. The page tree must be loaded."""
    homes = Page.objects.filter(depth=2)
    cahul = Page.objects.filter(url_path__endswith="/pilot-areas/cahul/")
    shop_front = Page.objects.filter(url_path__endswith="/pilot-areas/cahul/shop-front/")
    editors = _group(EDITORS, homes, WRITE, snippets=SNIPPETS, facts=FACT_MODELS)
    _permit(editors, "wagtail_localize", "submit_translation")
    for model in SEARCH_SNIPPETS:
        _permit(editors, "search", *(f"{action}_{model}" for action in ("add", "change", "delete", "view")))
    _permit(editors, "search", "change_missed", "view_missed")
    _permit(editors, "kiosk", *KIOSKS)
    _permit(editors, "handover", *TRUST)
    _collections(editors, "add", "change", "choose")
    area_editors = _group(EDITORS_CAHUL, cahul, WRITE, snippets=(("home", "notice"),), facts=FACT_MODELS)
    _permit(area_editors, "kiosk", *KIOSKS)
    _permit(area_editors, "handover", *TRUST)
    _limit(area_editors, "cahul")
    _collections(area_editors, "add", "choose")
    translators = _group(TRANSLATORS_RU, homes.filter(locale__language_code="ru"), ("change_page", "publish_page"))
    _permit(translators, "wagtail_localize", "submit_translation")
    for app, model in SNIPPETS:
        _permit(translators, app, f"change_{model}", f"view_{model}")
    _collections(translators, "choose")
    LanguageLimit.objects.get_or_create(group=translators, locale=Locale.objects.get(language_code="ru"))
    reviewers = _group(REVIEWERS, homes, ("change_page", "publish_page", "lock_page", "unlock_page"))
    for task in GroupApprovalTask.objects.all():
        task.groups.add(reviewers)
    counsellors = _group(
        COUNSELLORS_CAHUL,
        shop_front,
        ("change_page", "publish_page"),
        snippets=(("home", "notice"),),
        facts=("contact", "place", "openinghours"),
    )
    _permit(counsellors, "kiosk", *KIOSKS)
    _permit(counsellors, "handover", *TRUST)
    _limit(counsellors, "cahul")
    _collections(counsellors, "add", "choose")


def _group(
    name: str,
    pages: models.QuerySet[Page],
    rights: tuple[str, ...],
    snippets: tuple[tuple[str, str], ...] = (),
    facts: tuple[str, ...] = (),
) -> Group:
    group, _created = Group.objects.get_or_create(name=name)
    _permit(group, *ADMIN_ACCESS)
    for page in pages:
        for right in rights:
            permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=right)
            GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
    for app, model in snippets:
        _permit(group, app, f"add_{model}", f"change_{model}", f"view_{model}")
    for model in facts:
        _permit(group, "facts", f"change_{model}", f"view_{model}")
        if name == EDITORS:
            _permit(group, "facts", f"add_{model}", f"delete_{model}")
    return group


def _permit(group: Group, app: str, *codenames: str) -> None:
    for codename in codenames:
        group.permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))


def _collections(group: Group, *actions: str) -> None:
    """Pictures and files: Wagtail asks for the rights of its own two models, whatever models a site has."""
    root = Collection.get_first_root_node()
    kinds = [("wagtailimages", f"{action}_image") for action in actions]
    kinds += [("wagtaildocs", f"{action}_document") for action in actions]
    for app, codename in kinds:
        permission = Permission.objects.get(content_type__app_label=app, codename=codename)
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _limit(group: Group, area: str) -> None:
    AreaLimit.objects.get_or_create(group=group, area=Area.objects.get(code=area))


def make_demo_logins(password: str) -> None:
    """Make the logins of the demo, or give them `password` again."""
    admin, _created = User.objects.get_or_create(
        username="admin", defaults={"email": "admin@example.org", "is_superuser": True, "is_staff": True}
    )
    people = [admin]
    for username, group in LOGINS.items():
        user, _created = User.objects.get_or_create(username=username, defaults={"email": f"{username}@example.org"})
        user.groups.set([Group.objects.get(name=group)])
        people.append(user)
    for user in people:
        user.set_password(password)
        user.save()
