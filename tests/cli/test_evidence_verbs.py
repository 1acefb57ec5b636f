"""new, ingest, ask, read, status: one document with --json, plain words without."""

from __future__ import annotations

import json

import pytest

TEXT = """Talks in Strelsau end

Ruritania said on Monday that the guarantee would be signed, because the guarantors had agreed on the text.

The guarantee obliges four states to consult within a day, and each of them chooses its means.

Leave a Reply
"""


@pytest.fixture
def place(tmp_path, foedus_command, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "talks.txt").write_text(TEXT)
    (tmp_path / "in" / "broken.bin").write_bytes(b"\x00\x01" * 99)
    assert foedus_command("new", "d", cwd=tmp_path).returncode == 0
    return tmp_path


def test_the_whole_way_prints_one_json_document_each(place, foedus_command):
    def run(*words):
        done = foedus_command(*words, "--json", cwd=place)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    files = run("ingest", "d", "in")["files"]
    assert [(one["file"], one["outcome"]) for one in files] == [
        ("broken.bin", "skipped"),
        ("talks.txt", "stored"),
    ]
    told = run("ask", "d", "Why would the guarantee be signed?")
    assert not told["abstained"]
    assert told["sentences"][0]["source"] == "talks"
    assert run("ask", "d", "Who won the chess tournament?")["abstained"] is True
    held = run("status", "d")
    assert (held["holds"]["documents"], held["dropped_blocks"]) == (1, 1)
    page = run("read", "in/talks.txt")
    assert {"title", "published", "language", "text", "blocks"} <= set(page)
    assert page["text"] == TEXT
    assert page["title"] == "Talks in Strelsau end"
    assert [block["kept"] for block in page["blocks"]] == [True, True, True, False]
    assert run("read", "d", "talks")["id"] == files[1]["document"]


def test_ingest_says_one_line_for_what_it_skips(place, foedus_command):
    done = foedus_command("ingest", "d", "in", cwd=place)
    assert done.returncode == 0
    assert [line for line in done.stderr.splitlines() if "broken.bin" in line] == [
        "skipped broken.bin: is a binary file; pages, plain text and notes are read"
    ]
    assert "1 read, 1 skipped" in done.stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("ingest", "d", "nowhere"), 3, "no such file"),
        (("ingest", "nowhere"), 3, "FD310"),
        (("ask", "d", " "), 2, "empty"),
        (("read", "in/broken.bin"), 3, "FD414"),
        (("read", "d", "tlks"), 2, "no document"),
        (("new", "d"), 3, "FD311"),
    ],
)
def test_a_mistake_is_told_in_plain_words(place, foedus_command, words, code, said):
    done = foedus_command(*words, cwd=place)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
