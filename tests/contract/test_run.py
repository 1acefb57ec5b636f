"""The script at the root: what it says when it cannot, and what a warm start costs."""

from __future__ import annotations

import os
import shutil
import subprocess
import time

import pytest

NEEDED = (
    "cat",
    "cksum",
    "dirname",
    "env",
    "grep",
    "ls",
    "mkdir",
    "readlink",
    "rm",
    "sed",
    "sh",
    "sleep",
)


@pytest.fixture
def bare_path(tmp_path):
    """A PATH with the tools of a POSIX system and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in NEEDED:
        found = shutil.which(tool)
        if found is None:
            pytest.skip(f"no {tool} here")
        (folder / tool).symlink_to(found)
    return folder


def run(root, words, **env):
    env = {"PATH": os.environ["PATH"], "HOME": str(root)} | env
    return subprocess.run(
        ["/bin/sh", str(root / "run"), *words], env=env, capture_output=True, text=True, check=False
    )


def test_without_python_it_says_so_in_one_line(root, bare_path, tmp_path):
    done = run(root, ["--version"], PATH=str(bare_path), FOEDUS_VENV=str(tmp_path / "venv"))
    assert done.returncode == 69
    assert done.stderr.startswith("foedus: needs Python 3.11 or newer; found no Python")
    assert done.stderr.count("\n") == 1


def test_with_an_old_python_it_names_what_it_found(root, bare_path, tmp_path):
    old = bare_path / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = -V ] && echo "Python 3.9.2" && exit 0\nexit 1\n')
    old.chmod(0o755)
    done = run(root, ["--version"], PATH=str(bare_path), FOEDUS_VENV=str(tmp_path / "venv"))
    assert done.returncode == 69
    assert "found Python 3.9.2" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_folder_that_is_no_environment_is_left_alone(root, tmp_path):
    (tmp_path / "precious").write_text("mine")
    done = run(root, ["--version"], FOEDUS_VENV=str(tmp_path))
    assert done.returncode == 69
    assert "is no virtual environment" in done.stderr
    assert (tmp_path / "precious").read_text() == "mine"


def test_every_shell_reads_it(root):
    for shell in ("sh", "dash", "bash"):
        if shutil.which(shell):
            assert subprocess.run([shell, "-n", root / "run"], check=False).returncode == 0, shell


def test_the_pinned_packages_have_hashes_and_no_address(root):
    text = (root / "constraints.txt").read_text(encoding="utf-8")
    assert "http" not in text
    assert "--index-url" not in text
    entries = [line for line in text.splitlines() if line and line[0] not in "# "]
    assert len(entries) > 20
    assert all("==" in line and line.endswith("\\") for line in entries)
    assert [line[3:-1] for line in text.splitlines() if line.startswith("# [")] == [
        "core", "test", "docs", "bench",
    ]  # fmt: skip


@pytest.fixture
def copy(root, tmp_path):
    """The work tree without its environment, in a folder with spaces in its name."""
    folder = tmp_path / "a clone of mine"
    leave = shutil.ignore_patterns(
        ".venv*", ".git", "__pycache__", "*_cache", ".hypothesis", "tests"
    )
    shutil.copytree(root, folder, ignore=leave)
    return folder


@pytest.mark.slow
def test_a_fresh_clone_starts_and_then_starts_warm(copy, tmp_path, capsys):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    command = [str(copy / "run"), "--version"]
    first = subprocess.run(command, cwd=elsewhere, capture_output=True, text=True, check=False)
    if "no connection" in first.stderr:
        pytest.skip("no network")
    assert first.returncode == 0, first.stderr
    start = time.perf_counter()
    second = subprocess.run(command, cwd=elsewhere, capture_output=True, text=True, check=False)
    took = time.perf_counter() - start
    assert first.stdout == second.stdout
    assert second.stderr == ""
    with capsys.disabled():
        print(f"\n./run --version, warm: {took:.3f} s")

    # An interrupted installation is not believed: the mark that it leaves means "from zero".
    (copy / ".venv" / ".unfinished").touch()
    third = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "making a virtual environment" in third.stderr
    assert third.stdout == first.stdout
