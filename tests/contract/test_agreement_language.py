"""The reference of the agreement language names every key and every word of the language."""

from __future__ import annotations

import dataclasses
import re
from typing import get_args

import pytest

from foedus.agreement import condition, model, vocabulary
from foedus.agreement.read import parse_agreement
from foedus.fields import keys, members

#: Words of answers and of cases; the case format describes them.
OF_ANSWERS = {"Status", "Reason", "VoteCast", "Rung"}
LITERALS = [
    name
    for name, value in vars(vocabulary).items()
    if name[0].isupper() and get_args(value) and name not in OF_ANSWERS
]
CLASSES = [
    value
    for value in vars(model).values()
    if isinstance(value, type)
    and dataclasses.is_dataclass(value)
    and value.__module__ == model.__name__
]


@pytest.fixture(scope="module")
def page(root):
    file = root / "docs" / "reference" / "agreement-language.md"
    return file.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def code(page):
    return set(re.findall(r"`([^`\n]+)`", page)) | set(re.findall(r"\w+", page))


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_key_is_named(kind, code):
    assert {key for key in keys(kind) if key not in code} == set()


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_word_of_a_field_is_named(kind, code):
    words = {w for hint in keys(kind).values() for o in members(hint) for w in get_args(o)}
    assert {word for word in words if isinstance(word, str) and word} - code == set()


@pytest.mark.parametrize("name", LITERALS)
def test_every_word_of_a_vocabulary_is_named(name, code):
    assert set(get_args(getattr(vocabulary, name))) - code == set()


def test_every_field_of_a_condition_stands_beside_its_test(page):
    for field, (_, number) in condition.FIELDS.items():
        assert f"| `{field}` | {number} |" in page


def test_the_conditions_that_are_shown_are_conditions(page, root):
    blocks = re.findall(r"^```yaml\n(when:\n.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)
    text = (root / "docs" / "examples" / "example-guarantee.yaml").read_text(encoding="utf-8")
    assert blocks
    for block in blocks:
        shown = block.replace("\n", "\n    ").rstrip()
        whole = text.replace(
            "triggers:\n", f'triggers:\n  - id: shown\n    cite: "1"\n    {shown}\n'
        )
        assert parse_agreement(whole).trigger("shown")


def test_the_readme_shows_the_example_that_the_tests_use(root):
    example = (root / "docs" / "examples" / "example-guarantee.yaml").read_text(encoding="utf-8")
    assert f"```yaml\n{example}```" in (root / "README.md").read_text(encoding="utf-8")
