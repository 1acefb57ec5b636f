"""Every page of the site in a real browser, from the file system and from a local server."""

from __future__ import annotations

import functools
import http.server
import threading
from dataclasses import dataclass

import pytest

pytestmark = pytest.mark.e2e

WIDE = {"width": 1280, "height": 900}
PATIENCE_MS = 120_000  # a busy machine draws a long page slowly
NARROW = {"width": 360, "height": 740}
TALLEST = 8_000  # pixels of a screenshot; a browser gives up on much taller ones
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Relative luminance (WCAG 2) of the page's ground and of its text.
LUMINANCE = """() => {
  const light = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).slice(0, 3).map((v) => {
      const c = v / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const body = getComputedStyle(document.body), root = getComputedStyle(document.documentElement);
  const bare = body.backgroundColor.startsWith("rgba(0, 0, 0, 0");
  const ground = (bare ? root : body).backgroundColor;
  return [light(ground), light(body.color)];
}"""


class Watched:
    """A page whose requests and complaints are written down; nothing leaves the machine."""

    def __init__(self, browser, home="file:", **settings):
        self.context = browser.new_context(**({"viewport": WIDE} | settings))
        self.complaints: list[str] = []
        self.home = home
        self.context.set_default_timeout(PATIENCE_MS)
        self.context.route("**/*", self._route)
        self.page = self.context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("requestfailed", lambda r: self.complaints.append(f"failed: {r.url}"))
        self.page.on("response", self._response)

    def _route(self, route):
        if route.request.url.startswith((self.home, "data:")):
            route.continue_()
        else:
            self.complaints.append(f"a request left: {route.request.url}")
            route.abort()

    def _console(self, message):
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console: {message.text}")

    def _response(self, response):
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")

    def close(self):
        """Close the page; a second time does nothing."""
        self.context.close()


@pytest.fixture
def watched(browser):
    opened = []

    def make(**settings):
        opened.append(Watched(browser, **settings))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@pytest.fixture(scope="module")
def axe():
    found = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed"
    )
    return found.Axe()


def violations(axe, page):
    # Without the preload of style sheets, which the pages' own policy refuses anyway.
    options = {"preload": False, "resultTypes": ["violations"]}
    found = axe.run(page, options=options).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What was seen when a page was opened."""

    complaints: tuple[str, ...]
    title: str
    headings: int
    wider_by: int
    violations: tuple[str, ...]


@pytest.fixture(scope="module")
def visits(request, site, browser, axe):
    """Every second page opened once from the file system: wide for axe, then narrow."""
    view = Watched(browser)
    found = {}
    for name in site.pages[request.param :: 2]:
        view.complaints.clear()
        view.page.set_viewport_size(WIDE)
        view.page.goto(site.address(name), wait_until="load")
        complaints = tuple(view.complaints)
        wrong = violations(axe, view.page)
        view.page.set_viewport_size(NARROW)
        found[name] = Visit(
            title=view.page.title(),
            headings=view.page.locator("h1").count(),
            wider_by=view.page.evaluate(OVERFLOW),
            violations=tuple(wrong),
            complaints=complaints,
        )
    view.close()
    return found


# The tests below share a round through the site, so they stay on one worker; there are two halves
# of the round, so that two workers can share it.
@pytest.mark.parametrize(
    "visits",
    [
        pytest.param(0, marks=pytest.mark.xdist_group("even"), id="even"),
        pytest.param(1, marks=pytest.mark.xdist_group("odd"), id="odd"),
    ],
    indirect=True,
)
class TestEveryPage:
    def test_no_request_leaves_and_nothing_complains(self, visits):
        assert {name: each.complaints for name, each in visits.items() if each.complaints} == {}

    def test_axe_finds_no_violation(self, visits):
        assert {name: each.violations for name, each in visits.items() if each.violations} == {}

    def test_a_narrow_page_does_not_scroll_sideways(self, visits):
        assert {name: each.wider_by for name, each in visits.items() if each.wider_by > 0} == {}

    def test_there_is_one_heading_and_a_title(self, visits):
        assert [name for name, each in visits.items() if each.headings != 1 or not each.title] == []


def test_the_same_through_a_local_server(site, watched):
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *words):
            pass

    handler = functools.partial(Quiet, directory=str(site.folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        home = f"http://127.0.0.1:{server.server_address[1]}/"
        view = watched(home=home)
        for name in site.kinds().values():
            view.page.goto(home + name, wait_until="load")
            assert view.complaints == [], name
        server.shutdown()


@pytest.mark.parametrize(
    "settings",
    [
        {"color_scheme": "dark"},
        {"viewport": NARROW},
        {"viewport": NARROW, "color_scheme": "dark"},
    ],
    ids=["dark", "narrow", "narrow and dark"],
)
def test_axe_finds_no_violation_on_any_kind_of_page(settings, site, watched, axe):
    view = watched(**settings)
    found = {}
    for name in site.kinds().values():
        view.page.goto(site.address(name))
        if wrong := violations(axe, view.page):
            found[name] = wrong
    assert found == {}


def test_everything_can_be_read_without_script(site, browser, watched):
    with_script = watched()
    without = watched(java_script_enabled=False)
    for name in site.kinds().values():
        texts = []
        for view in (with_script, without):
            view.page.goto(site.address(name))
            texts.append(view.page.locator("main").inner_text())
        assert texts[0] == texts[1], name
        assert len(texts[0]) > 200, name


def test_a_reader_gets_from_a_sentence_to_its_note_and_to_the_passage(site, watched):
    view = watched(java_script_enabled=False)
    reached = 0
    for name in site.kinds().values():
        view.page.goto(site.address(name))
        refs = view.page.locator('a[role="doc-noteref"]:visible')
        if refs.count() == 0:
            continue
        refs.first.click()
        note = view.page.locator("li:target")
        assert note.is_visible(), name
        inside = note.locator("> a:not([rel])")
        if inside.count() == 0:
            continue
        fragment = (inside.first.get_attribute("href") or "").partition("#")[2]
        inside.first.click()
        assert view.page.locator("main").is_visible()
        if fragment:
            assert view.page.locator(":target").is_visible(), f"{name}: {fragment}"
            reached += 1
    assert reached >= 3
    assert view.complaints == []


def test_dark_is_dark_and_light_is_light(site, watched):
    for scheme in ("light", "dark"):
        view = watched(color_scheme=scheme)
        for name in site.kinds().values():
            view.page.goto(site.address(name))
            ground, text = view.page.evaluate(LUMINANCE)
            assert (ground < 0.2 < text) if scheme == "dark" else (text < 0.2 < ground), name


def test_a_page_prints_on_paper_with_its_notes(site, watched):
    view = watched()
    for name in site.kinds().values():
        view.page.goto(site.address(name))
        view.page.emulate_media(media="print", color_scheme="dark")
        ground, text = view.page.evaluate(LUMINANCE)
        assert text < 0.2 < ground, f"{name}: ink on dark paper"
        assert not view.page.locator("nav:visible").count(), f"{name}: navigation on paper"
        if view.page.locator('[role="doc-endnotes"]').count():
            assert view.page.locator('[role="doc-endnotes"]').is_visible(), name
        assert view.page.pdf(format="A4")[:5] == b"%PDF-", name


def test_the_keyboard_reaches_the_content_first(site, watched):
    view = watched()
    view.page.goto(site.address("index.html"))
    view.page.keyboard.press("Tab")
    assert view.page.evaluate("document.activeElement.getAttribute('href')") == "#main"


def test_each_kind_of_page_has_its_picture_taken(site, watched, shots, capsys):
    for width, viewport in (("wide", WIDE), ("narrow", NARROW)):
        view = watched(viewport=viewport)
        for kind, name in site.kinds().items():
            view.page.goto(site.address(name))
            file = shots / f"{kind.replace('/', '-').removesuffix('.html')}-{width}.png"
            tall = view.page.evaluate("document.documentElement.scrollHeight")
            clip = {"x": 0, "y": 0, "width": viewport["width"], "height": min(tall, TALLEST)}
            view.page.screenshot(path=file, full_page=True, clip=clip)
            assert file.stat().st_size > 5_000, file
        view.close()  # a page in the background is not drawn
    with capsys.disabled():
        print(f"\nscreenshots: {len(list(shots.glob('*.png')))} in {shots}")
