"""Obligations: who owes what to whom on given facts, and where an agreement leaks."""
