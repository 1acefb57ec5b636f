"""The folder that a stranger hands in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from hostile.corpus import GOOD_FILES, GOOD_TEXT, HOSTILE_FILES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def hostile_folder(tmp_path_factory) -> Path:
    """A folder with everything above, and with names and links that lead astray."""
    outer = tmp_path_factory.mktemp("hostile")
    (outer / "secret.txt").write_text("A SECRET OF THE MACHINE. " * 40)
    folder = outer / "folder"
    (folder / "inner").mkdir(parents=True)
    for name, text in GOOD_FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    for each in HOSTILE_FILES:
        (folder / each.name).write_bytes(each.data)
    (folder / "leads-out.txt").symlink_to(outer / "secret.txt")
    (folder / "leads-nowhere.txt").symlink_to(outer / "no-such-file")
    (folder / "leads-round").symlink_to(folder, target_is_directory=True)
    names = [
        "..%2f..%2fescaped.txt",
        "name\x1b[2J\nwith lines.txt",
        "-rf.txt",
        "'; drop table documents; --.txt",
        "long" * 60 + ".txt",
    ]
    for number, name in enumerate(names):
        (folder / name).write_text(f"{GOOD_TEXT}It was the {number + 2}th round of talks.\n")
    os.mkfifo(folder / "pipe.txt")  # whoever opens it waits for ever
    return folder
