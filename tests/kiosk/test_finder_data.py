"""The finder in the page gives the same answers as the finder of the site."""

import json
import subprocess
from pathlib import Path

import pytest
from django.utils import translation

from home.finder import INTENTS, Journey, answer, places
from kiosk import finder_data

pytestmark = pytest.mark.django_db
SCRIPT = Path(__file__).resolve().parents[2] / "kiosk" / "assets" / "js" / "finder.js"
ASK = """
const fs = require("fs"), vm = require("vm"), [script, file] = process.argv.slice(1);
const Finder = vm.runInNewContext(fs.readFileSync(script, "utf8") + ";Finder", { Map });
const { data, journeys, open } = JSON.parse(fs.readFileSync(file, "utf8"));
console.log(JSON.stringify(journeys.map(([intent, here, there]) => {
  const found = Finder.answer(data, intent, here, there, (hours) => open.includes(hours));
  return [found.guides.map((row) => row.path), found.services.map((row) => row.path), found.front && found.front.area, found.isNearest];
})));
"""


def in_the_page(language, journeys, folder):
    """The answers of the script, worked out by node."""
    from countries.models import ShopFrontPage

    fronts = ShopFrontPage.objects.live().filter(locale__language_code=language).with_place()
    is_open = [str(front.place.hours.uuid) for front in fronts if front.status and front.status.is_open]
    file = folder / "asked.json"
    file.write_text(
        json.dumps({"data": json.loads(finder_data.build(language)), "journeys": journeys, "open": is_open})
    )
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
    every = [(intent, here, there) for intent in INTENTS for here in codes for there in codes]
    return every[::step]


def test_the_answers_are_those_of_the_site(language, tmp_path):
    asked = journeys(31)
    assert in_the_page(language, asked, tmp_path) == of_the_site(language, asked)


@pytest.mark.slow
def test_all_answers_are_those_of_the_site(language, tmp_path):
    asked = journeys(1)
    assert in_the_page(language, asked, tmp_path) == of_the_site(language, asked)


def test_the_data_is_the_same_when_nothing_changed(language):
    assert finder_data.build(language) == finder_data.build(language)


def test_the_data_is_small(language):
    assert len(finder_data.build(language)) < 60_000
