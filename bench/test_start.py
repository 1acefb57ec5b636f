"""What a start costs, as a ratio to a start of Python itself in the same run."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.bench

STARTS = {
    "python": ["-c", "pass"],
    "foedus --version": ["-m", "foedus", "--version"],
    "foedus --help": ["-m", "foedus", "--help"],
    "foedus due": [
        "-m", "foedus", "due", "nato-1949", "--attack", "ARG", "GBR",
        "--at", "falkland-islands", "--on", "1982-04-02",
    ],
}  # fmt: skip


@pytest.mark.benchmark(group="start")
@pytest.mark.parametrize("name", list(STARTS))
def test_start(name, benchmark):
    command = [sys.executable, *STARTS[name]]
    done = benchmark.pedantic(
        subprocess.run, args=[command], kwargs={"capture_output": True}, rounds=7, warmup_rounds=1
    )
    assert done.returncode == 0, done.stderr
