"""The published JSON Schema of ``foedus/case@1``, made from the types themselves.

It ships beside that of agreements. ``python -m foedus.obligations.schema`` writes the file, and
a test holds the two equal.
"""

from __future__ import annotations

from typing import Any

from foedus.agreement.schema import json_schema, write
from foedus.obligations.case import Case


def case_schema() -> dict[str, Any]:
    """Return the JSON Schema of a case file.

    Examples
    --------
    >>> case_schema()["properties"]["schema"]
    {'const': 'foedus/case@1', 'type': 'string'}
    """
    return json_schema(Case, title="Foedus case", name="foedus:case:1")


if __name__ == "__main__":
    print(write(case_schema(), "case-1.json"))  # noqa: T201 - a command
