"""What a call that computes nothing may load.

The time is printed, never asserted: it belongs to the machine. What is loaded is asserted.
"""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

HEAVY = {
    "clingo", "fastapi", "jinja2", "lxml", "numpy", "pandas", "pydantic", "scipy", "spacy",
    "sqlite3", "trafilatura", "vl_convert",
}  # fmt: skip
PROBE = """
import sys
{act}
print("\\nLOADED", *sorted({{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""


def loaded_by(act: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(act=act)], capture_output=True, text=True, check=True
    )
    return set(done.stderr.rpartition("LOADED")[2].split())


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(option):
    loaded = loaded_by(f"from foedus.cli.main import main; main(['{option}'])")
    assert HEAVY & loaded == set()
    assert "typer" not in loaded


def test_importing_the_package_loads_nothing_heavy():
    assert HEAVY & loaded_by("import foedus") == set()


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_the_time_of_help_and_version_is_printed(option, capsys):
    command = [sys.executable, "-m", "foedus", option]
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        times.append(time.perf_counter() - start)
    with capsys.disabled():
        print(f"\nfoedus {option}: {min(times):.3f} s, best of {len(times)}")
