"""What was reported as stored is there after any kill, and can be made again from raw bytes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from foedus.evidence.dossier import Dossier, open_dossier
from foedus.evidence.ingest import ingest, open_store, rebuild
from foedus.evidence.passage import LONGEST, passages
from foedus.evidence.read import read_bytes
from foedus.evidence.record import document_of, document_record, statement_of, statement_record
from foedus.evidence.scaffold import new_dossier
from foedus.evidence.store import SqliteStore

SRC = Path(__file__).resolve().parents[2] / "src"
TOPICS = ("treaty", "guarantee", "ceasefire", "force", "pledge", "border", "fleet", "pact")


def article(number: int) -> str:
    """Return a small article of our own."""
    topic = TOPICS[number % len(TOPICS)]
    return (
        f"Report {number} on the {topic}\n\nThe minister said on Monday that the {topic} would be signed, "
        f"and that paper {number} was ready.\n\nSyldavia rejected the {topic} because it came too late.\n"
    )


@pytest.fixture
def dossier(tmp_path) -> Dossier:
    new_dossier(tmp_path / "d")
    (tmp_path / "d" / "dossier.yaml").write_text("id: d\ntitle: A dossier\n")
    return open_dossier(tmp_path / "d")


@pytest.fixture
def articles(tmp_path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(40):
        (folder / f"a{number:03}.txt").write_text(article(number))
    return folder


def test_a_second_run_stores_nothing_twice(dossier, articles):
    first = ingest(dossier, [articles])
    second = ingest(dossier, [articles])
    assert {one.outcome for one in first.files} == {"stored"}
    assert {one.outcome for one in second.files} == {"known"}


def test_the_hash_does_not_depend_on_the_order(dossier, articles, tmp_path):
    ingest(dossier, [articles])
    files = sorted(articles.iterdir())
    random.Random(1).shuffle(files)
    new_dossier(tmp_path / "e")
    (tmp_path / "e" / "dossier.yaml").write_text("id: e\ntitle: Another\n")
    other = open_dossier(tmp_path / "e")
    for file in files:
        ingest(other, [file])
    with open_store(dossier) as one, open_store(other) as two:
        assert one.store_hash() == two.store_hash()


def test_the_store_is_made_again_from_the_raw_bytes(dossier, articles):
    ingest(dossier, [articles])
    with open_store(dossier) as store:
        before = store.store_hash()
        store.clear()
        assert store.size()["documents"] == 0
        assert rebuild(store, dossier) == ()
        assert store.store_hash() == before


def test_a_lost_database_is_made_again(dossier, articles):
    ingest(dossier, [articles])
    with open_store(dossier) as store:
        before = store.store_hash()
    for file in dossier.store_folder.glob("store.sqlite*"):
        file.unlink()
    with open_store(dossier) as store:
        assert store.store_hash() == before


def test_the_same_bytes_under_two_names_are_one_document(dossier, tmp_path):
    folder = tmp_path / "twins"
    folder.mkdir()
    for name in ("one.txt", "two.txt"):
        (folder / name).write_text(article(1))
    report = ingest(dossier, [folder])
    assert [one.outcome for one in report.files] == ["stored", "same bytes"]
    with open_store(dossier) as store:
        assert store.named(["one"]) == store.named(["two"])


def test_what_is_known_of_a_source_later_replaces_the_document(dossier, articles):
    ingest(dossier, [articles / "a001.txt"])
    text = "sources:\n- {file: a001.txt, outlet: Courier, published: 2025-03-01}\n"
    (dossier.path / "sources.yaml").write_text(text)
    again = ingest(dossier.path, [articles / "a001.txt"])
    assert [one.outcome for one in again.files] == ["replaced"]
    with open_store(dossier.path) as store:
        (document,) = store.documents()
    assert (document.source.outlet, document.when.how) == ("Courier", "given")


def test_documents_and_statements_come_back_as_they_were():
    document, _ = read_bytes(article(3).encode(), "a.txt")
    assert document_of(document_record(document)) == document
    from foedus.evidence.attribute import statements

    for statement in statements(document):
        assert statement_of(statement_record(statement)) == statement


def test_passages_point_into_the_text_and_are_not_too_long():
    text = (
        "A headline for the report\n\n" + "The treaty was signed in the hall of the palace. " * 200
    )
    document, _ = read_bytes(text.encode(), "a.txt")
    found = list(passages(document))
    assert len(found) > 3
    for one in found:
        assert document.text[one.start : one.end] == one.text
        assert len(one.text) <= 2 * LONGEST


KILLED = """
import sys
from pathlib import Path
from foedus.evidence import ingest as module
from foedus.evidence.store import SqliteStore

add = SqliteStore.add
def reporting(self, entry):
    add(self, entry)
    print(entry.document.id, flush=True)
SqliteStore.add = reporting
module.ingest(sys.argv[1], [sys.argv[2]])
"""


@pytest.mark.parametrize("after", [1, 7, 23])
def test_a_kill_loses_nothing_that_was_reported_as_stored(dossier, articles, after, tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(dossier.path), str(articles)],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(SRC)},
        text=True,
    )
    assert process.stdout is not None
    reported = [process.stdout.readline().strip() for _ in range(after)]
    os.kill(process.pid, signal.SIGKILL)
    rest, _ = process.communicate()
    assert process.returncode == -signal.SIGKILL
    reported += [line for line in rest.split() if len(line) == 16]

    with open_store(dossier) as store:
        for doc in reported:
            document = store.document(doc)
            assert store.raw(document).decode() == document.text
            assert [one.passage.text for one in store.passages_of([doc])] == [
                one.text for one in passages(document)
            ]
    ingest(dossier, [articles])
    with open_store(dossier) as store:
        assert store.size()["documents"] == 40
        resumed = store.store_hash()
    whole = open_dossier_beside(tmp_path, articles)
    assert whole == resumed


def open_dossier_beside(folder: Path, articles: Path) -> str:
    """Return the hash of a store that was never killed."""
    new_dossier(folder / "whole")
    (folder / "whole" / "dossier.yaml").write_text("id: whole\ntitle: Never killed\n")
    ingest(folder / "whole", [articles])
    with open_store(folder / "whole") as store:
        return store.store_hash()


def test_a_file_that_is_no_database_is_refused_in_plain_words(tmp_path):
    (tmp_path / "store.sqlite").write_text("no database" * 1000)
    with pytest.raises(Exception, match="cannot be opened") as caught:
        SqliteStore(tmp_path)
    assert caught.value.code == "FD320"
