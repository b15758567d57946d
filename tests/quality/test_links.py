"""Links: which there are, whether they work, and an address replaced everywhere."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from core.models import User
from home.models import StandardPage
from quality.links import links_of, settle_inside
from quality.models import Link
from quality.replacing import replace
from quality.visiting import is_public, visit, visit_one, visit_some
from tests.translations.doing import fresh, page_at, publish, states

pytestmark = pytest.mark.django_db


class Answers(BaseHTTPRequestHandler):
    """/200, /404, /500: that status; /get: only GET is known; /out: leads into a private network."""

    def do_HEAD(self):
        self.answer(405 if self.path == "/get" else None)

    def do_GET(self):
        self.answer(200 if self.path == "/get" else None)

    def answer(self, status):
        if self.path == "/out":
            self.send_response(302)
            self.send_header("Location", "http://10.0.0.1/")
        else:
            self.send_response(status or int(self.path.strip("/")))
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def site(settings):
    settings.LINK_CHECK_ALLOW_LOOPBACK = True
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/200", ""),
        ("/get", ""),
        ("/404", "gone"),
        ("/410", "gone"),
        ("/500", "server"),
        ("/403", "refused"),
        ("/out", "private"),
    ],
)
def test_a_visit_tells_why_an_address_does_not_work(site, path, reason):
    assert visit(f"{site}{path}") == reason


def test_a_name_that_nobody_has_is_said():
    assert visit("http://no-such-name.invalid/") == "name"


def test_a_closed_port_cannot_be_reached(settings):
    settings.LINK_CHECK_ALLOW_LOOPBACK = True
    assert visit("http://127.0.0.1:9/") == "unreachable"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://10.1.2.3/",
        "http://[::1]/",
        "http://169.254.169.254/latest/",
        "file:///etc/passwd",
        "http:///",
    ],
)
def test_private_places_are_never_visited(address):
    assert not is_public(address)


def test_one_bad_moment_does_not_break_a_link(site):
    link = Link.objects.create(address=f"{site}/500")
    visit_one(link)
    assert link.state == "unknown"
    visit_one(link)
    assert (link.state, link.reason) == ("broken", "server")
    link.address = f"{site}/200"
    visit_one(link)
    assert (link.state, link.reason, link.failures) == ("works", "", 0)


def test_nothing_leads_out_unless_the_settings_say_so(site, settings):
    Link.objects.all().delete()
    link = Link.objects.create(address=f"{site}/200")
    assert visit_some() == 0
    settings.CHECK_EXTERNAL_LINKS = True
    assert visit_some() == 1
    assert Link.objects.get(pk=link.pk).state == "works"


def test_one_host_is_visited_once_a_minute(site, settings):
    settings.CHECK_EXTERNAL_LINKS = True
    Link.objects.all().delete()
    for path in ("/200", "/404"):
        Link.objects.create(address=f"{site}{path}")
    assert (visit_some(), visit_some(), visit_some()) == (1, 1, 0)


def page_with(html):
    above = page_at("/about/")
    page = StandardPage(title="Nouă", slug="linked", summary="Ceva.", programme=above.programme, live=False)
    above.add_child(instance=page)
    page.body = [("text", html)]
    return publish(page)


def test_links_of_a_page_are_found_in_rich_text_and_in_fields():
    target = page_at("/terms/")
    page = page_with(
        f'<p><a href="https://example.org/a?b=1&amp;c=2">A</a> <a linktype="page" id="{target.pk}">B</a></p>'
    )
    assert {address for address, _path in links_of(page)} == {"https://example.org/a?b=1&c=2", f"page:{target.pk}"}


def test_a_link_to_a_page_that_went_off_or_away_is_broken():
    off, gone = page_at("/terms/"), page_at("/accessibility/")
    page_with(f'<p><a linktype="page" id="{off.pk}">A</a> <a linktype="page" id="{gone.pk}">B</a></p>')
    off.unpublish()
    number = gone.pk
    gone.delete()
    settle_inside()
    reasons = dict(Link.objects.filter(state="broken").values_list("address", "reason"))
    assert (reasons[f"page:{off.pk}"], reasons[f"page:{number}"]) == ("off", "deleted")


def test_the_demo_content_has_no_broken_link_inside():
    assert settle_inside() == 0


@pytest.fixture
def broken():
    page = page_with('<p><a href="https://example.org/old">A</a></p>')
    link = Link.objects.get(address="https://example.org/old")
    Link.objects.filter(pk=link.pk).update(state="broken", reason="gone")
    return page, Link.objects.get(pk=link.pk)


def test_an_address_is_replaced_and_goes_live_without_outdating_translations(broken):
    page, link = broken
    assert replace(link, "https://example.org/new", User.objects.get(username="admin")) == (1, 0)
    assert 'href="https://example.org/new"' in str(fresh(page).body)
    assert {state for state, _count in states(page).values()} == {"missing"}
    assert not Link.objects.filter(address="https://example.org/old").exists()


def test_a_page_with_unpublished_changes_gets_it_in_its_draft(broken):
    page, link = broken
    page = fresh(page)
    page.summary = "Neterminat."
    page.save_revision()
    assert replace(link, "https://example.org/new", User.objects.get(username="admin")) == (0, 1)
    assert (fresh(page).summary, "old" in str(fresh(page).body)) == ("Ceva.", True)
    draft = fresh(page).get_latest_revision_as_object()
    assert (draft.summary, "new" in str(draft.body)) == ("Neterminat.", True)


@pytest.mark.parametrize(
    ("username", "status"), [("admin", 200), ("editor", 200), ("translator-ru", 302), ("counsellor-cahul", 302)]
)
def test_only_who_may_publish_the_page_replaces(client, broken, username, status):
    page, link = broken
    client.force_login(User.objects.get(username=username))
    assert client.get(f"/admin/quality/links/{link.pk}/").status_code == status


def test_a_replacement_is_shown_before_it_is_made(admin_client, broken):
    page, link = broken
    address = f"/admin/quality/links/{link.pk}/"
    text = admin_client.post(address, {"address": "https://example.org/new"}).content.decode()
    assert 'name="sure"' in text
    assert "old" in str(fresh(page).body)
    admin_client.post(address, {"address": "https://example.org/new", "sure": "yes"})
    assert "new" in str(fresh(page).body)


def test_an_address_that_is_none_is_refused_and_kept(admin_client, broken):
    text = admin_client.post(
        f"/admin/quality/links/{broken[1].pk}/", {"address": "nonsense", "sure": "yes"}
    ).content.decode()
    assert 'value="nonsense"' in text
    assert "old" in str(fresh(broken[0]).body)


def test_broken_links_stand_in_the_to_do_list(admin_client, broken):
    assert "/admin/quality/links/" in admin_client.get("/admin/").content.decode()
