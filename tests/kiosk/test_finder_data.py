"""The finder in the page gives the same answers as the finder of the site."""

import datetime
import json
import subprocess
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone, translation

from core import addresses
from core.checked import PageCheck
from home.finder import INTENTS, Journey, answer, places, shop_fronts
from kiosk import finder_data

pytestmark = pytest.mark.django_db
SCRIPT = Path(__file__).resolve().parents[2] / "kiosk" / "assets" / "js" / "finder.js"
ASK = """
const fs = require("fs"), vm = require("vm"), [script, file] = process.argv.slice(1);
const Finder = vm.runInNewContext(fs.readFileSync(script, "utf8") + ";Finder");
const { data, journeys, open, day, office } = JSON.parse(fs.readFileSync(file, "utf8"));
console.log(JSON.stringify(journeys.map(([intent, here, there]) => {
  const found = Finder.answer(data, intent, here, there, { day, office, isOpen: (hours) => open.includes(hours) });
  return [found.guides.map((row) => row.path), found.services.map((row) => row.path), found.shop_front && found.shop_front.area, found.is_nearest];
})));
"""
BACK = ["back", "netherlands", ""]


@pytest.fixture(autouse=True)
def one_moment():
    """Both sides ask the clock whether an office is open and a check is overdue."""
    with time_machine.travel(datetime.datetime(2026, 11, 27, 8, 0, tzinfo=datetime.UTC), tick=False):
        yield


def in_the_page(language, journeys, folder, office=""):
    """The answers of the script, worked out by node with the clock of this process."""
    is_open = [str(front.place.hours.uuid) for front in shop_fronts(language) if front.status and front.status.is_open]
    day, data = timezone.localdate().isoformat(), json.loads(finder_data.build(language))
    file = folder / "asked.json"
    file.write_text(json.dumps({"data": data, "journeys": journeys, "open": is_open, "day": day, "office": office}))
    done = subprocess.run(["node", "-e", ASK, str(SCRIPT), str(file)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def of_the_site(language, journeys):
    found = []
    with translation.override(language):
        for journey in journeys:
            given = answer(Journey(*journey), language)
            front = given.shop_front.area.code if given.shop_front else None
            found.append(
                [[card.url for card in given.guides], [card.url for card in given.services], front, given.is_nearest]
            )
    return found


def journeys(step):
    codes = ["", *(place.code for place in places())]
    every = [[intent, here, there] for intent in INTENTS for here in codes for there in codes]
    return every[::step]


def test_the_answers_are_those_of_the_site(language, tmp_path):
    asked = journeys(31)
    assert in_the_page(language, asked, tmp_path) == of_the_site(language, asked)


@pytest.mark.slow
def test_all_answers_are_those_of_the_site(language, tmp_path):
    asked = journeys(1)
    assert in_the_page(language, asked, tmp_path) == of_the_site(language, asked)


@pytest.mark.parametrize("hour", [3, 20])
def test_the_answers_are_those_of_the_site_while_the_offices_are_closed(tmp_path, hour):
    asked = journeys(53)
    with time_machine.travel(datetime.datetime(2026, 11, 28, hour, 0, tzinfo=datetime.UTC), tick=False):
        assert in_the_page("ro", asked, tmp_path) == of_the_site("ro", asked)


def test_what_becomes_overdue_stands_last_by_the_clock_of_the_device(tmp_path):
    first = of_the_site("ro", [BACK])[0][0][0]
    key = addresses.addresses.get().by_inner["ro", first.removeprefix("/ro")].key
    PageCheck.objects.update_or_create(translation_key=key, defaults={"next_check_due": timezone.localdate()})
    today = finder_data.build("ro")
    with time_machine.travel(timezone.now() + datetime.timedelta(days=1), tick=False):
        assert finder_data.build("ro") == today
        assert in_the_page("ro", [BACK], tmp_path) == of_the_site("ro", [BACK])
        assert of_the_site("ro", [BACK])[0][0][-1] == first


def test_who_names_no_area_is_led_to_the_office_of_the_screen(language, tmp_path):
    assert in_the_page(language, [BACK], tmp_path, office="ungheni")[0][2] == "ungheni"


def test_who_names_an_area_is_led_to_its_office(tmp_path):
    asked = [["back", "netherlands", "cahul"]]
    assert in_the_page("ro", asked, tmp_path, office="ungheni")[0][2] == "cahul"


def test_the_data_is_the_same_when_nothing_changed(language):
    assert finder_data.build(language) == finder_data.build(language)


def test_the_data_names_public_pages_of_its_language_only(language):
    data = json.loads(finder_data.build(language))
    rows = [*data["guides"], *data["services"], *data["fronts"]]
    inners = addresses.addresses.get().by_inner
    assert all((language, row["path"].removeprefix(f"/{language}")) in inners for row in rows)


def test_the_data_is_small(language):
    assert len(finder_data.build(language)) < 60_000
