"""The page of claims: what is said about a guarantee beside the answer that its clauses give."""

from __future__ import annotations

from foedus.briefing import words
from foedus.briefing.material import Material, house
from foedus.briefing.page import Block, Page, Paragraph, Section


def claims_page(material: Material) -> Page:
    """Return the page of claims."""
    blocks: tuple[Block, ...] = (Paragraph(sentences=(house("claims"),)),)
    section = Section(id="how", title="How to read this page", blocks=blocks)
    del material
    return Page(path="claims.html", part="claims.html", title=words.TITLE["claims"], kicker=words.KICKER["claims"], lede=(), sections=(section,))
