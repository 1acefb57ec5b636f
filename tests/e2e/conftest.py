"""The site of the built-in dossier, and a browser to open it in."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

# Chromium of the system, headless; without these it calls its maker at every start.
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A built site: its folder and its pages, as paths within it."""

    folder: Path
    pages: tuple[str, ...]

    def kinds(self) -> dict[str, str]:
        """One page of each kind: a kind is a folder, or a page that stands alone."""
        found: dict[str, str] = {}
        for page in self.pages:
            folder, _, name = page.rpartition("/")
            kind = folder if folder and name != "index.html" else page
            found.setdefault(kind, page)
        return found

    def address(self, page: str) -> str:
        return (self.folder / page).as_uri()


@pytest.fixture(scope="session")
def site(tmp_path_factory, foedus_command) -> Site:
    """The site of `foedus brief ukraine`, or the built one that FOEDUS_SITE names."""
    if named := os.environ.get("FOEDUS_SITE"):
        folder = Path(named).resolve()
    else:
        work = tmp_path_factory.mktemp("site")
        done = foedus_command("brief", "ukraine", cwd=work, timeout=300)
        assert done.returncode == 0, done.stdout + done.stderr
        folder = min(work.rglob("index.html"), key=lambda path: len(path.parts)).parent
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return Site(folder=folder, pages=("index.html", *(p for p in pages if p != "index.html")))


@pytest.fixture(scope="session")
def shots(tmp_path_factory) -> Path:
    """Where screenshots go: FOEDUS_SHOTS, or a folder of pytest's own."""
    named = os.environ.get("FOEDUS_SHOTS")
    folder = Path(named) if named else tmp_path_factory.mktemp("shots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium")
    if chromium is None:
        if os.environ.get("FOEDUS_REQUIRE_BROWSER"):
            pytest.fail("chromium is required here and is not installed")
        pytest.skip("chromium is not installed")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=chromium, args=QUIET)
        yield opened
        opened.close()
