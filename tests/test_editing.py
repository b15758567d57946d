"""What editors do: facts, checks, schedules, letters, slugs, files."""

import datetime
import io

import pytest
import time_machine
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone
from PIL import Image as Pillow
from wagtail.models import Page
from wagtail.users.models import UserProfile

from core import addresses
from core.models import CustomDocument, CustomImage, PageCheck, User
from facts.models import Contact, Fee
from home.models import StandardPage

pytestmark = pytest.mark.django_db
SHOP_FRONT = "/pilot-areas/cahul/shop-front/"


def page_at(inner, language="ro"):
    return Page.objects.get(pk=addresses.find(language, inner).page_id).specific


def test_a_changed_phone_is_right_in_four_languages_at_once(client, language):
    contact = Contact.objects.get(code="shop-front-cahul")
    contact.phone = "+373 22 000 099"
    contact.save()
    assert "22 000 099" in client.get(f"/{language}{SHOP_FRONT}").content.decode().replace(" ", " ")


def test_an_example_phone_is_marked_and_never_a_link(client, language):
    text = client.get(f"/{language}{SHOP_FRONT}").content.decode()
    assert 'class="example"' in text
    assert "tel:" not in text.partition("<main")[2].partition("</main")[0]


def test_the_number_to_call_first_is_a_link(client, language):
    assert 'href="tel:112"' in client.get(f"/{language}/get-help-now/").content.decode()


def test_a_used_fact_cannot_be_deleted():
    with pytest.raises(ProtectedError):
        Contact.objects.get(code="shop-front-cahul").delete()


def test_an_unused_fact_can_be_deleted():
    fee = Fee.objects.create(code="unused", amount=1)
    fee.delete()
    assert not Fee.objects.filter(code="unused").exists()


def test_a_used_fact_is_not_deleted_in_the_admin_and_its_users_are_shown(admin_client):
    contact = Contact.objects.get(code="shop-front-cahul")
    viewset = contact.snippet_viewset
    response = admin_client.post(reverse(viewset.get_url_name("delete"), args=[contact.pk]))
    assert response["Location"] == reverse(viewset.get_url_name("usage"), args=[contact.pk])
    assert Contact.objects.filter(pk=contact.pk).exists()


def test_a_word_that_is_missing_is_shown_in_the_original_language():
    contact = Contact.objects.get(code="shop-front-cahul")
    contact.words.filter(language="nl").delete()
    assert Contact.objects.get(pk=contact.pk).words_in("nl").language == "ro"


def test_saving_a_page_does_not_renew_its_check():
    page = page_at("/before-you-go/recruitment-fraud/")
    before = page.check_state.checked_on
    page.save_revision().publish()
    assert PageCheck.objects.get(translation_key=page.translation_key).checked_on == before


def test_the_button_renews_the_check_for_all_languages(admin_client):
    page = page_at("/before-you-go/recruitment-fraud/")
    admin_client.post(reverse("check_page", args=[page.pk]), {"role": "counsellor"})
    russian = page_at("/before-you-go/recruitment-fraud/", "ru")
    assert russian.check_state.checked_on == timezone.localdate()
    assert russian.check_state.checked_by_role == "counsellor"


def test_an_overdue_check_is_said_plainly(client):
    page = page_at("/before-you-go/recruitment-fraud/")
    PageCheck.objects.filter(translation_key=page.translation_key).update(
        next_check_due=timezone.localdate() - datetime.timedelta(days=1)
    )
    assert "checked-overdue" in client.get("/ru/before-you-go/recruitment-fraud/").content.decode()


def test_cedilla_letters_become_comma_below_on_save_also_inside_blocks():
    page = page_at("/about/")
    page.title = "Şcoala"
    page.body = [("text", "<p>ţara</p>"), ("heading", "Şi")]
    page.save_revision().publish()
    saved = StandardPage.objects.get(pk=page.pk)
    assert (saved.title, saved.body[0].value.source, saved.body[1].value) == ("Școala", "<p>țara</p>", "Și")


def test_a_cyrillic_title_proposes_a_latin_slug():
    page = StandardPage(title="Новая страница", summary="Кратко.", programme=page_at("/about/").programme)
    page_at("/").add_child(instance=page)
    assert page.slug == "novaya-stranitsa"


def test_a_scheduled_page_goes_live_and_expires_with_no_hands(client, django_capture_on_commit_callbacks):
    page = page_at("/about/")
    page.unpublish()
    now = timezone.now()
    page.go_live_at, page.expire_at = now + datetime.timedelta(minutes=5), now + datetime.timedelta(minutes=10)
    page.save_revision().publish()
    assert client.get("/ro/about/").status_code == 404
    for minutes, status in ((6, 200), (11, 404)):
        _tick_at(now + datetime.timedelta(minutes=minutes))
        assert client.get("/ro/about/").status_code == status


def _tick_at(moment):
    with time_machine.travel(moment, tick=False):
        call_command("tick")


def photograph() -> SimpleUploadedFile:
    """A picture as a camera makes it: many colours, 1600 px wide."""
    data = io.BytesIO()
    Pillow.effect_noise((1600, 1066), 60).convert("RGB").save(data, "JPEG", quality=90)
    return SimpleUploadedFile("market.jpg", data.getvalue(), "image/jpeg")


def test_a_photograph_comes_in_three_formats_and_four_sizes(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    image = CustomImage.objects.create(title="Piața", file=photograph())
    page = page_at("/about/")
    block = {
        "type": "picture",
        "value": {"image": {"image": image.pk, "alt_text": "Piața din Cahul", "decorative": False}, "caption": "Piața"},
    }
    page.body = page.body.stream_block.to_python([*page.body.raw_data, block])
    page.save_revision().publish()
    text = client.get("/ro/about/").content.decode()
    assert text.count("<source") == 2
    assert all(sign in text for sign in ("image/avif", "image/webp", 'alt="Piața din Cahul"', 'loading="lazy"', "640w"))


def test_a_document_of_another_kind_is_refused(admin_client):
    bad = SimpleUploadedFile("run.exe", b"MZ", "application/octet-stream")
    response = admin_client.post(reverse("wagtaildocs:add"), {"title": "x", "file": bad, "language": "ro"})
    assert response.status_code == 200
    assert not CustomDocument.objects.filter(title="x").exists()


def test_a_password_is_set_anew_by_mail(client):
    client.post(reverse("wagtailadmin_password_reset"), {"email": "editor@example.org"})
    assert [message.to for message in mail.outbox] == [["editor@example.org"]]


def test_a_changed_slug_moves_all_languages_and_leaves_redirects(client, language, django_capture_on_commit_callbacks):
    page = page_at("/about/")
    page.slug = "about-us"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    response = client.get(f"/{language}/about/")
    assert (response.status_code, response["Location"]) == (301, f"/{language}/about-us/")
    assert client.get(f"/{language}/about-us/").status_code == 200


def test_a_translation_keeps_the_slug_of_its_original():
    page = page_at("/about/", "nl")
    page.slug = "over-ons"
    page.save_revision().publish()
    assert Page.objects.get(pk=page.pk).slug == "about"


@pytest.mark.parametrize(("code", "word"), [("ro", "Pagini"), ("ru", "Страницы"), ("nl", "Pagina"), ("en", "Pages")])
def test_the_admin_speaks_the_editors_language(client, code, word):
    user = User.objects.get(username="admin")
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = code
    profile.save()
    client.force_login(user)
    assert word in client.get("/admin/").content.decode()


def test_menus_and_breadcrumbs_call_a_page_by_its_short_title(client):
    page = page_at("/settling-in-again/")
    page.short_title = "Din nou acasă, scurt"
    page.save_revision().publish()
    assert "Din nou acasă, scurt" in client.get("/ro/settling-in-again/finding-work/").content.decode()
