"""The published JSON Schemas: they are what the code makes, and every file of ours obeys them."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings

from foedus.agreement.library import names
from foedus.agreement.schema import FOLDER, agreement_schema
from foedus.agreement.write import write_agreement
from foedus.obligations.schema import case_schema
from foedus.yamlfile import parse, read
from strategies import agreements

jsonschema = pytest.importorskip("jsonschema", reason="the test extra has it")

BAD = Path(__file__).parent.parent / "bad"
CASES = sorted((Path(__file__).parent.parent / "cases").rglob("*.yaml"))
OF_THE_SHAPE = ("FD101", "FD102", "FD103", "FD104", "FD105")


def as_json(value):
    return json.loads(json.dumps(value, default=lambda day: day.isoformat()))


@pytest.fixture(scope="module")
def agreement_validator():
    jsonschema.Draft202012Validator.check_schema(agreement_schema())
    return jsonschema.Draft202012Validator(agreement_schema())


@pytest.fixture(scope="module")
def case_validator():
    jsonschema.Draft202012Validator.check_schema(case_schema())
    return jsonschema.Draft202012Validator(case_schema())


def errors(validator, value):
    return [
        f"{error.json_path}: {error.message}" for error in validator.iter_errors(as_json(value))
    ]


@pytest.mark.parametrize(
    ("file", "made", "command"),
    [
        ("agreement-1.json", agreement_schema, "python -m foedus.agreement.schema"),
        ("case-1.json", case_schema, "python -m foedus.obligations.schema"),
    ],
)
def test_the_file_that_ships_is_what_the_code_makes(file, made, command):
    shipped = json.loads((FOLDER / file).read_text(encoding="utf-8"))
    assert shipped == made(), f"run {command}"


@pytest.mark.parametrize("name", names())
def test_every_instrument_of_the_library_obeys(name, agreement_validator):
    file = Path(str(files("foedus.agreement.library") / f"{name}.yaml"))
    assert errors(agreement_validator, read(file).value) == []


def test_every_case_obeys(case_validator):
    assert CASES
    wrong = {
        file.name: found for file in CASES if (found := errors(case_validator, read(file).value))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    "file", [f for f in sorted(BAD.glob("*.yaml")) if f.name.startswith(OF_THE_SHAPE)],
    ids=lambda file: file.stem,
)  # fmt: skip
def test_a_file_of_the_wrong_shape_does_not(file, agreement_validator):
    assert errors(agreement_validator, read(file).value)


@settings(deadline=None, max_examples=30)
@given(agreements())
def test_any_agreement_that_is_written_obeys(agreement):
    validator = jsonschema.Draft202012Validator(agreement_schema())
    assert errors(validator, parse(write_agreement(agreement)).value) == []


def test_every_class_says_what_it_is():
    for name, inner in agreement_schema()["$defs"].items():
        assert inner.get("description"), name
