"""The published JSON Schema of ``foedus/agreement@1``, made from the types themselves.

An editor completes and checks an agreement with it. It says what a file may look like; that what
one part names another part has, only the reader can say. ``python -m foedus.agreement.schema``
writes the file that ships beside this module, and a test holds the two equal.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from foedus.agreement.condition import ACTORS, FIELDS, NAMES
from foedus.agreement.facts import AS_ACTOR
from foedus.agreement.model import Agreement
from foedus.yamlfile import adapter_for

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = Path(__file__).with_name("schema")

_CONDITION: dict[str, Any] = {"$ref": "#/$defs/condition"}


def agreement_schema() -> dict[str, Any]:
    """Return the JSON Schema of an agreement file.

    Examples
    --------
    >>> agreement_schema()["properties"]["schema"]
    {'const': 'foedus/agreement@1', 'type': 'string'}
    """
    made = json_schema(Agreement, title="Foedus agreement", name="foedus:agreement:1")
    made["$defs"] |= {"condition": _condition(), "who": _who()}
    return made


def json_schema(kind: Any, *, title: str, name: str) -> dict[str, Any]:
    """Return the JSON Schema of a type as it is published.

    Parameters
    ----------
    kind : type
        A dataclass with the boundary's configuration.
    title : str
        What the file is, for people.
    name : str
        The last part of the schema's ``urn``.
    """
    made = _tidy(adapter_for(kind).json_schema(by_alias=True))
    return {"$schema": DIALECT, "$id": f"urn:{name}", "title": title, **made}


def write(schema: dict[str, Any], file: str) -> Path:
    """Write a schema into the folder that ships, and return the path."""
    path = FOLDER / file
    path.write_text(json.dumps(schema, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _tidy(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema without made-up titles, with references to the recursive parts."""
    if "x-foedus" in schema:
        reference = {"$ref": f"#/$defs/{schema['x-foedus']}"}
        return reference | {k: v for k, v in schema.items() if k == "description"}
    tidy = {
        key: _tidy_part(key, value)
        for key, value in schema.items()
        if key not in {"title", "default"}  # a default may be a value that JSON does not write
    }
    if "patternProperties" in tidy:
        tidy["additionalProperties"] = False
    return tidy


def _tidy_part(key: str, value: Any) -> Any:
    match key, value:
        case ("properties" | "patternProperties" | "$defs", dict()):
            return {name: _tidy(inner) for name, inner in value.items()}
        case ("description", str()):
            return " ".join(value.replace("``", "`").split())
        case (_, dict()):
            return _tidy(value)
        case (_, list()):
            return [_tidy(inner) if isinstance(inner, dict) else inner for inner in value]
        case _:
            return value


def _one_or_more(item: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [item, {"type": "array", "items": item, "minItems": 1}]}


def _who() -> dict[str, Any]:
    """Return the schema of a debtor, creditor, holder or voter."""
    known = "A state's code, an organisation, a role of the file, or party; or a list of them."
    return {"description": known, **_one_or_more({"anyOf": [{"type": "string"}, AS_ACTOR]})}


def _condition() -> dict[str, Any]:
    """Return the schema of the condition language: all, any, not, and a test per field."""
    several = {"type": "array", "minItems": 1, "items": _CONDITION}
    tests = {field: _values(words, number) for field, (words, number) in FIELDS.items()}
    return {
        "description": (
            "all, any or not of conditions, or tests {field: [values]}; "
            "several fields in one map must all hold."
        ),
        "type": "object",
        "minProperties": 1,
        "additionalProperties": False,
        "properties": {"all": several, "any": several, "not": _CONDITION, **tests},
    }


def _values(words: tuple[str, ...], number: int) -> dict[str, Any]:
    item: dict[str, Any]
    if words is ACTORS:
        item = {"anyOf": [{"type": "string"}, AS_ACTOR]}
    elif words is NAMES:
        item = {"type": ["string", "integer"]}
    elif set(words) == {"true", "false"}:
        item = {"enum": [True, False, *words]}
    else:
        item = {"enum": [*words]}
    return {"description": f"Belongs to test {number}.", **_one_or_more(item)}


if __name__ == "__main__":
    print(write(agreement_schema(), "agreement-1.json"))  # noqa: T201 - a command
