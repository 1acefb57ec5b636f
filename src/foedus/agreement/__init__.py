"""Agreements: the language, its values, and the state of a treaty on a day."""
