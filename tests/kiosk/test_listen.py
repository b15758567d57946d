"""Pages are read aloud by voices of the device, and fall silent when they should (K12)."""

import pytest

from tests.kiosk.screens import SIZES, findings, open_panel, switch_language, too_small

pytestmark = [pytest.mark.journey, pytest.mark.slow]
PAGE = "/about/"
# The voices of a device with speech-dispatcher and espeak-ng, in their order, and one that needs a network.
VOICES = [
    ("en-US", True), ("en-GB", True), ("nl", True), ("ro", True), ("ru-LV", True), ("ru", True), ("ro-RO", False),
]  # fmt: skip
SPEECH = """(() => {
  const all = VOICES.flatMap(([lang, localService]) => ["+Adam", ""].map((variant) => ({ name: lang + variant, lang, localService })));
  const events = new EventTarget();
  const speech = {
    voices: all, said: [], speaking: false,
    getVoices() { return this.voices; },
    speak(words) { this.now = words; this.speaking = true; this.said.push({ text: words.text, voice: words.voice.name, volume: words.volume }); },
    cancel() { const words = this.now; this.now = null; this.speaking = false; if (words) words.onerror({ error: "canceled" }); },
    end() { const words = this.now; this.now = null; this.speaking = false; words.onend({}); },
    addEventListener: (...words) => events.addEventListener(...words),
    bring(voices) { this.voices = voices; events.dispatchEvent(new Event("voiceschanged")); },
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})();"""


def speech(voices=VOICES):
    rows = [[language, is_local] for language, is_local in voices]
    return SPEECH.replace("VOICES", str(rows).replace("True", "true").replace("False", "false"))


@pytest.fixture
def reading(open_screen):
    """Open a page and begin to listen."""

    def begin(language="ro", path=PAGE, voices=VOICES, **options):
        return open_panel(open_screen(f"/{language}{path}", before=speech(voices), **options), "listen")

    return begin


def said(page):
    return page.evaluate("speechSynthesis.said")


def end_of_sentence(page, count=1):
    for _ in range(count):
        page.evaluate("async () => { speechSynthesis.end(); await new Promise((done) => setTimeout(done)); }")


def is_speaking(page):
    return page.evaluate("[speechSynthesis.speaking, Listen.isReading()]")


def read_all(page):
    """Every sentence of the page, read to its end."""
    page.evaluate("""async () => {
      while (speechSynthesis.speaking) { speechSynthesis.end(); await new Promise((done) => setTimeout(done)); }
    }""")
    return said(page)


@pytest.mark.parametrize("voice,spoken", [("ro", "ro"), ("ru", "ru"), ("nl", "nl"), ("en-GB", "en")])
def test_a_page_is_read_with_the_plain_voice_of_its_language(reading, voice, spoken):
    """Not in the manner of another country, and not with one of the hundred variants of espeak-ng."""
    assert said(reading(spoken))[0]["voice"] == voice


def test_the_heading_comes_first_and_the_next_sentence_when_it_ends(reading):
    page = reading()
    first = said(page)
    end_of_sentence(page)
    assert [row["text"] for row in first] == [page.locator("#main h1").inner_text()]
    assert len(said(page)) == 2


@pytest.mark.parametrize("path", ["/before-you-go/having-your-diploma-recognised/", "/pilot-areas/cahul/shop-front/"])
def test_every_text_that_can_be_seen_is_read_once_in_short_sentences(reading, path):
    page = reading("ru", path)
    shown = page.evaluate("""() => [...document.querySelectorAll("#main :is(h1, h2, h3, p, dd, td)")].filter((element) =>
      element.checkVisibility() && !element.closest("nav, form, .take, .buttons, [aria-hidden=true]")).map((element) => element.textContent)""")
    texts = [row["text"] for row in read_all(page)]
    words = "".join("".join(texts).split())
    assert [text for text in shown if "".join(text.split()) not in words] == []
    assert max(len(text) for text in texts) <= 200


def test_what_is_read_is_marked_and_in_sight(reading):
    page = reading(path="/before-you-go/having-your-diploma-recognised/")
    end_of_sentence(page, 12)
    marked = page.locator(".being-read")
    box = marked.bounding_box()
    strip = page.locator("#panel-listen").bounding_box()
    assert marked.count() == 1
    assert 0 <= box["y"] <= strip["y"]


def test_a_part_in_another_language_is_read_with_its_voice(reading, open_screen):
    page = open_screen(f"/ro{PAGE}", before=speech())
    page.evaluate(
        "document.querySelector('#main h1').innerHTML = 'Biroul <span lang=nl>Sociale Verzekeringsbank</span>'"
    )
    open_panel(page, "listen")
    end_of_sentence(page)
    assert [(row["text"], row["voice"]) for row in said(page)] == [("Biroul", "ro"), ("Sociale Verzekeringsbank", "nl")]


def test_a_part_in_a_language_without_a_voice_is_left_out(reading, open_screen):
    page = open_screen(f"/ro{PAGE}", before=speech([("ro", True)]))
    page.evaluate(
        "document.querySelector('#main h1').innerHTML = 'Biroul <span lang=nl>Sociale Verzekeringsbank</span>'"
    )
    open_panel(page, "listen")
    assert all(row["voice"] == "ro" for row in read_all(page))


def test_pause_is_silent_and_go_on_begins_with_the_same_sentence(reading):
    page = reading()
    end_of_sentence(page, 2)
    page.locator("[data-listen-toggle]").tap()
    silent = is_speaking(page)
    page.locator("[data-listen-toggle]").tap()
    texts = [row["text"] for row in said(page)]
    assert (silent, is_speaking(page)) == ([False, False], [True, True])
    assert texts[2] == texts[3]


def test_the_button_says_what_it_does(reading):
    page = reading("en")
    before = page.locator("[data-listen-toggle]").inner_text().strip()
    page.locator("[data-listen-toggle]").tap()
    assert (before, page.locator("[data-listen-toggle]").inner_text().strip()) == ("Pause", "Go on")


def test_a_touch_elsewhere_is_silence(reading):
    page = reading()
    page.locator("#main h1").tap()
    assert is_speaking(page) == [False, False]


def test_a_touch_of_its_own_strip_is_not(reading):
    page = reading()
    page.locator("[data-listen-volume=high]").tap()
    assert is_speaking(page) == [True, True]


def test_closing_the_strip_is_silence_without_a_mark(reading):
    page = reading()
    page.locator("#panel-listen [data-act=close]").tap()
    assert is_speaking(page) == [False, False]
    assert page.locator(".being-read").count() == 0


def test_another_page_is_silence(reading):
    page = reading()
    page.evaluate("Pages.show('/ro/accessibility/')")
    page.wait_for_function("() => Pages.path === '/ro/accessibility/'")
    assert is_speaking(page) == [False, False]


def test_another_language_is_silence(reading):
    page = reading()
    page.evaluate("Pages.show('/ru/about/')")
    page.wait_for_selector("html[lang=ru]")
    assert is_speaking(page) == [False, False]


def test_after_another_language_its_own_voice_reads(reading):
    page = switch_language(reading(), "ru")
    assert said(open_panel(page, "listen"))[-1]["voice"] == "ru"


def test_the_end_of_a_visit_is_silence_at_the_usual_volume(reading):
    page = reading()
    page.locator("[data-listen-volume=high]").tap()
    page.evaluate("document.dispatchEvent(new CustomEvent('kiosk:reset'))")
    assert is_speaking(page) == [False, False]
    assert page.evaluate("Listen.volume") == "middle"


def test_the_volume_has_three_steps_that_count_at_once(reading):
    page = reading()
    for step in ("low", "high"):
        page.locator(f"[data-listen-volume={step}]").tap()
    volumes = [row["volume"] for row in said(page)]
    assert volumes[1] < volumes[0] < volumes[2]
    assert page.locator("[data-listen-volume][aria-pressed=true]").get_attribute("data-listen-volume") == "high"


def test_at_the_end_of_the_page_the_strip_goes(reading):
    page = reading()
    read_all(page)
    page.locator("#panel-listen").wait_for(state="hidden")


@pytest.mark.parametrize("voices", [[], [("ro", False)], [("nl", True)]], ids=["none", "remote", "another"])
def test_where_no_voice_is_the_button_says_so(reading, voices):
    page = reading("ro", voices=voices)
    assert page.locator("[data-listen-none]").is_visible()
    assert not page.locator("[data-listen-controls]").is_visible()
    assert said(page) == []


def test_that_is_said_in_each_language_in_its_own_words(reading, language):
    names = {"ro": "română", "ru": "по-русски", "nl": "Nederlands", "en": "English"}
    assert names[language] in reading(language, voices=[]).locator("[data-listen-none]").inner_text()


def test_a_browser_without_speech_says_so_too(open_screen):
    before = "delete window.speechSynthesis; Object.defineProperty(window, 'speechSynthesis', { value: undefined });"
    page = open_panel(open_screen(f"/ro{PAGE}", before=before), "listen")
    assert page.locator("[data-listen-none]").is_visible()


def test_voices_that_come_late_begin_to_read(reading):
    page = reading(voices=[])
    page.evaluate("speechSynthesis.bring([{ name: 'ro', lang: 'ro', localService: true }])")
    assert is_speaking(page) == [True, True]


def test_an_engine_that_never_ends_keeps_nobody_waiting(open_screen):
    """As one without a sound card; the idle time stands still only while something is read."""
    page = open_screen(f"/ro{PAGE}", before=speech())
    page.clock.install()
    open_panel(page, "listen").clock.run_for(60_000)
    assert is_speaking(page) == [False, False]
    assert page.locator("[data-listen-failed]").is_visible()


def test_an_engine_that_fails_says_so(reading):
    page = reading()
    page.evaluate("speechSynthesis.cancel()")
    page.locator("[data-listen-failed]").wait_for()
    assert is_speaking(page) == [False, False]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_controls_are_large_enough_for_a_thumb(reading, size):
    assert too_small(reading("ru", width=size[0], height=size[1]), "#panel-listen button") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_strip_and_in_what_is_read(reading, scheme):
    page = reading("ru", scheme=scheme)
    assert findings(page, "#panel-listen") + findings(page, ".being-read") == []
