"""Pictures and videos: made before the first reader, served in parts, and nothing else is shown."""

import io

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Pillow

from core import addresses
from core.models import CustomDocument, CustomImage, Rendition
from core.pictures import FILTERS
from home.models import StandardPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media_folder(settings, tmp_path):
    """A folder of its own, and no rendition remembered of a picture that another test rolled back."""
    settings.MEDIA_ROOT = tmp_path
    cache.clear()


@pytest.fixture
def about():
    return StandardPage.objects.get(pk=addresses.find("ro", "/about/").page_id)


def photograph():
    """A picture as a camera makes it, 1600 px wide, with what matters at the right."""
    data = io.BytesIO()
    Pillow.effect_noise((1600, 1066), 60).convert("RGB").save(data, "JPEG", quality=90)
    file = SimpleUploadedFile("market.jpg", data.getvalue(), "image/jpeg")
    return CustomImage.objects.create(
        title="Piața", file=file, focal_point_x=1200, focal_point_y=500, focal_point_width=200, focal_point_height=200
    )


def add_block(page, kind, value):
    page.body = page.body.stream_block.to_python([*page.body.raw_data, {"type": kind, "value": value}])
    page.save_revision().publish()


def add_picture(page):
    image = {"image": photograph().pk, "alt_text": "Piața din Cahul", "decorative": False}
    add_block(page, "picture", {"image": image, "caption": "Piața"})


def test_all_renditions_are_made_after_publishing(about, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        add_picture(about)
    assert Rendition.objects.count() == len(FILTERS) == 12


def test_a_draft_makes_none(about):
    image = {"image": photograph().pk, "alt_text": "Piața", "decorative": False}
    about.body = about.body.stream_block.to_python([{"type": "picture", "value": {"image": image, "caption": ""}}])
    about.save_revision()
    assert not Rendition.objects.exists()


def test_a_reader_makes_none(about, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        add_picture(about)
    before = set(Rendition.objects.values_list("pk", flat=True))
    client.get("/ro/about/")
    assert set(Rendition.objects.values_list("pk", flat=True)) == before


def test_a_rendition_can_be_fetched_and_kept(about, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        add_picture(about)
    response = client.get(Rendition.objects.first().url)
    assert (response.status_code, "max-age=31536000" in response["Cache-Control"]) == (200, True)


def add_video(page, with_subtitles=True):
    video = CustomDocument.objects.create(
        title="Cum ajungeți", language="ro", file=SimpleUploadedFile("way.mp4", bytes(range(100)), "video/mp4")
    )
    subtitles = CustomDocument.objects.create(
        title="Subtitrări", language="ro", file=SimpleUploadedFile("way.vtt", b"WEBVTT\n", "text/vtt")
    )
    value = {
        "video": video.pk,
        "subtitles": subtitles.pk if with_subtitles else None,
        "title": "Cum ajungeți la oficiu",
        "transcript": "<p>Ieșiți din gară și mergeți la dreapta.</p>",
    }
    add_block(page, "video", value)
    return video


def video_of(client):
    return client.get("/ro/about/").content.decode().partition("<video")[2].partition("</details>")[0]


def test_a_video_is_not_loaded_or_started_by_itself(about, client):
    add_video(about)
    text = video_of(client).partition("</video>")[0]
    assert ('preload="none"' in text, "autoplay" in text, "controls" in text) == (True, False, True)


def test_a_video_is_our_own_file(about, client):
    add_video(about)
    assert 'src="/media/documents/way' in video_of(client)
    assert "://" not in video_of(client)


def test_a_video_has_subtitles_in_their_language(about, client):
    add_video(about)
    assert 'srclang="ro"' in video_of(client)


def test_a_video_without_subtitles_has_no_empty_track(about, client):
    add_video(about, with_subtitles=False)
    assert "<track" not in video_of(client)


def test_what_is_said_in_a_video_can_be_read(about, client):
    add_video(about)
    assert "Ieșiți din gară" in video_of(client)


def test_a_player_gets_the_part_it_asks_for(about, client):
    address = add_video(about).file.url
    response = client.get(address, headers={"Range": "bytes=10-19"})
    assert (response.status_code, response.content, response["Content-Range"]) == (
        206,
        bytes(range(10, 20)),
        "bytes 10-19/100",
    )


@pytest.mark.parametrize(("wanted", "status"), [("bytes=90-", 206), ("bytes=-5", 206), ("bytes=500-", 416), ("x", 200)])
def test_odd_parts_are_answered_too(about, client, wanted, status):
    assert client.get(add_video(about).file.url, headers={"Range": wanted}).status_code == status


def test_other_files_are_not_shown_from_the_folder(client):
    document = CustomDocument.objects.create(
        title="x", language="ro", file=SimpleUploadedFile("list.pdf", b"%PDF", "application/pdf")
    )
    assert client.get(document.file.url).status_code == 404


@pytest.mark.parametrize("path", ["../portal.sqlite3", "images/../../secret_key", "images/none.jpg"])
def test_nothing_outside_the_folder_is_shown(client, path):
    assert client.get(f"/media/{path}").status_code in (400, 404)
