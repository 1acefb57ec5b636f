"""The reference names everything that a user can meet."""

from __future__ import annotations

import re

import pytest

import foedus
from foedus import errors
from foedus.cli import main as door

CODE = re.compile(r"\bF[DW]\d{3}\b")


@pytest.fixture(scope="module")
def reference(root):
    return {
        page.stem: page.read_text(encoding="utf-8")
        for page in (root / "docs" / "reference").glob("*.md")
    }


def test_every_verb_has_its_section_and_no_other(reference):
    sections = re.findall(r"^## foedus (\S+)$", reference["verbs"], flags=re.MULTILINE)
    assert list(door.VERBS) == sections


def test_every_code_is_explained_and_no_code_that_is_gone(reference, root):
    sources = [file.read_text(encoding="utf-8") for file in (root / "src").rglob("*.py")]
    used = {code for text in sources for code in CODE.findall(text)}
    # Families whose last two digits say what is wrong, the same in each (foedus.yamlfile).
    families = {family for text in sources for family in re.findall(r'code="(FD\d)"', text)}
    used |= {f"{family}0{number}" for family in families for number in range(1, 6)}
    listed = set(re.findall(r"^\| (F[DW]\d{3}) \|", reference["errors"], flags=re.MULTILINE))
    assert sorted(used) == sorted(listed)


def test_every_exit_code_is_explained(reference):
    listed = {
        int(code)
        for code in re.findall(r"^\| (\d+) \|", reference["exit-codes"], flags=re.MULTILINE)
    }
    classes = [value for value in vars(errors).values() if isinstance(value, type)]
    given = {kind.exit_code for kind in classes if issubclass(kind, errors.FoedusError)}
    given |= {door.DONE, door.BAD_INPUT, door.FAULT, door.INTERRUPTED, door.BROKEN_PIPE}
    assert given <= listed


def test_every_public_name_is_explained(reference):
    explained = set(re.findall(r"`?foedus\.(\w+)", reference["api"]))
    assert set(foedus.__all__) - explained == set()


def test_every_change_fragment_has_a_kind_and_one_paragraph(root):
    for fragment in (root / "changelog.d").glob("*.md"):
        if fragment.name != "README.md":
            assert re.fullmatch(r"\d+\.(feature|change|fix)(\.\d+)?\.md", fragment.name), fragment
            assert fragment.read_text(encoding="utf-8").strip().count("\n") == 0, fragment


def test_the_glossary_names_only_what_the_code_has(root):
    words = {
        word
        for file in (root / "src").rglob("*.py")
        for word in re.findall(r"\w+", file.read_text(encoding="utf-8"))
    }
    rows = (root / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    cells = [row.split(" | ")[1] for row in rows if row.startswith("| ") and " | " in row]
    named = {name for cell in cells for name in re.findall(r"`([\w.]+)`", cell)}
    assert {name for name in named if not set(name.split(".")) <= words} == set()
