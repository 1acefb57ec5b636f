"""Fixtures that every part of the tests may ask for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the work tree."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of texts that are not ours to ship; tests on them skip where it is absent."""
    folder = Path(os.environ.get("FOEDUS_SHARED", ROOT.parent / "shared"))
    if not (folder / "seeds").is_dir():
        pytest.skip("the shared texts are not here; name their folder in FOEDUS_SHARED")
    return folder


@pytest.fixture(scope="session")
def foedus_command(tmp_path_factory):
    """Run the command line in a process of its own, as a user does, in a folder of the test's."""
    cache = tmp_path_factory.mktemp("cache")

    def run(*words: str, cwd: Path, timeout: float = 120) -> subprocess.CompletedProcess[str]:
        env = os.environ | {
            "PYTHONPATH": str(ROOT / "src"),
            "BROWSER": "true",  # whatever wants to open a page opens nothing
            "PYTHONUTF8": "1",
            "XDG_CACHE_HOME": str(cache),  # the user's own stays as it is
        }
        return subprocess.run(
            [sys.executable, "-m", "foedus", *words],
            cwd=cwd, env=env, timeout=timeout, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run
