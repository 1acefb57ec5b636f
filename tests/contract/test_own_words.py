"""What is committed is ours: no text of others, no path of one machine, no address of an index."""

from __future__ import annotations

import re
import subprocess

import pytest

RUN_OF_WORDS = 16  # a sentence in a row is a copy; a short question can be asked in the same words
TEXT = {".py", ".md", ".yaml", ".yml", ".toml", ".txt", ".json", ".html", ".css", ".js", ".cff", ""}
GENERATED = {"constraints.txt"}
# In pieces, so that this file does not find itself.
PLACES = re.compile("|".join(["/wo" + "rk/", "/ro" + "ot/", "/ho" + r"me/\w", "/tmp/" + "bash"]))
INDEXES = re.compile(
    r"https?://[^\s\"')]*(py" + "pi|python" + "hosted|npm" + "js|registry)" + r"\."
)


@pytest.fixture(scope="module")
def committed(root):
    """Every text file that git knows or would take."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git work tree")
    files = [root / name for name in done.stdout.split("\0") if name]
    return {
        file.relative_to(root).as_posix(): file.read_text(encoding="utf-8", errors="replace")
        for file in files
        if file.suffix in TEXT and file.name not in GENERATED and file.is_file()
    }


def runs(text):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + RUN_OF_WORDS]) for i in range(len(words) - RUN_OF_WORDS + 1)}


def test_no_text_of_others_was_copied(committed, shared):
    theirs = {
        run
        for folder in ("seeds", "data/polnear")
        for file in (shared / folder).rglob("*.txt")
        for run in runs(file.read_text(encoding="utf-8", errors="replace"))
    }
    theirs |= {
        run
        for file in (shared / "seeds").iterdir()
        if file.is_file()
        for run in runs(file.read_text(encoding="utf-8", errors="replace"))
    }
    copies = {
        name: " ".join(min(both)) for name, t in committed.items() if (both := runs(t) & theirs)
    }
    assert copies == {}


@pytest.mark.parametrize("foreign", [PLACES, INDEXES], ids=["a path of one machine", "an index"])
def test_nothing_names(foreign, committed):
    found = {name: hit.group() for name, text in committed.items() if (hit := foreign.search(text))}
    assert found == {}
