"""The small agreement of the documentation, as text and to be changed."""

from __future__ import annotations

import pytest

import small


@pytest.fixture
def example_text():
    return small.TEXT


@pytest.fixture
def example():
    return small.example
