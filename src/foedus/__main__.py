"""Lets ``python -m foedus`` do what ``foedus`` does."""

from __future__ import annotations

import sys

from foedus.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
