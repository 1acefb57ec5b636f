"""Imports go only downwards, as pyproject.toml says."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path


def test_imports_go_only_downwards(root):
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_part_of_the_package_has_its_layer(root):
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    named = {name.strip(" ()") for line in layers for name in line.split("|")}
    package = root / "src" / "foedus"
    parts = {entry.parent.name for entry in package.glob("*/__init__.py")}
    modules = {entry.stem for entry in package.glob("*.py")} - {"__init__", "__main__"}
    assert (parts | modules) - named == set()
