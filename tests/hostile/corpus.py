"""The hostile inputs, and two good ones among them.

Each entry is made, not stored: fifty megabytes and a hundred thousand elements
have no place in a repository.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

PARAGRAPH = (
    "The foreign minister of Ruritania said on Tuesday that the guarantee would be binding "
    "on all three parties once their parliaments had ratified it. "
)
ARTICLE = f"<p>{PARAGRAPH}</p>\n<p>An official of Graustark said: “We have promised to consult, no more.”</p>\n"
GOOD_PAGE = f"<!doctype html><html lang=en><title>Talks</title><body><article><h1>Talks</h1>{ARTICLE * 3}</article>"
GOOD_TEXT = "Talks in Ruritania\n\n" + f"{PARAGRAPH}\n\n" * 3
MARKS = ("alert(", "javascript:", "onerror", "onload", "<script", "vbscript:", "<iframe")

SCRIPTED = f"""<!doctype html><html><head><title>Talks <script>alert('title')</script></title>
<script>alert('head')</script><meta http-equiv="refresh" content="0; url=javascript:alert(1)">
<base href="javascript:alert(2)//"></head>
<body onload="alert(3)"><article><h1 onclick="alert(4)">Talks</h1>
{ARTICLE}<p><a href="javascript:alert(5)">The terms</a> of the guarantee were not published,
<a href="&#106;avascript&colon;alert(6)">said</a> the office of the president.</p>
<img src=x onerror="alert(7)"><svg><script>alert(8)</script></svg>
<iframe srcdoc="<script>alert(9)</script>"></iframe>
<form action="javascript:alert(10)"><button formaction="javascript:alert(11)">go</button></form>
<style>p {{ background: url("javascript:alert(12)") }}</style>
<noscript><p title="</noscript><img src=x onerror=alert(13)>"></noscript>{ARTICLE}</article></body></html>"""

# Nine references to nine references: a billion words from four hundred bytes.
YAML_BOMB = 'a0: &a0 ["ha", "ha", "ha", "ha", "ha", "ha", "ha", "ha", "ha"]\n' + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)
XML_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 9}">' for n in range(9))
    + f'<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&j;&x; {PARAGRAPH}</p></body></html>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """One hostile file: its name, its bytes, and whether it can be kept once it is cleaned."""

    name: str
    data: bytes
    may_be_kept: bool


def hostile_files() -> list[Hostile]:
    """Return every hostile file of the corpus, smallest ideas first."""
    noise = random.Random(7).randbytes(200_000)
    made: list[tuple[str, bytes, bool]] = [
        ("empty.txt", b"", False),
        ("empty-page.html", b"", False),
        ("blank.txt", b" \n\t\n" * 100, False),
        ("binary.txt", noise, False),
        ("binary.html", b"\x7fELF" + noise, False),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + noise, False),
        ("huge.txt", (PARAGRAPH.encode() * 500 + b"\n") * 750, False),  # 55 MB
        ("huge.html", b"<p>" + b"a " * 26_000_000, False),
        ("scripted.html", SCRIPTED.encode(), True),
        ("nested.html", b"<html><body>" + b"<div>" * 100_000 + PARAGRAPH.encode(), True),
        ("nested-lists.html", b"<ul><li>" * 60_000 + PARAGRAPH.encode(), True),
        ("attributes.html", b"<p " + b'a="b" ' * 100_000 + b">" + PARAGRAPH.encode(), True),
        ("open.html", b"<" * 500_000, True),
        ("comment.html", b"<html><!--" + b"-" * 500_000, True),
        ("wrong-charset.html", b'<meta charset="utf-8">' + GOOD_PAGE.encode("utf-16-le"), True),
        ("latin.html", b'<meta charset="utf-8">' + GOOD_PAGE.replace("“", "«").encode("cp1252", "replace"), True),
        ("no-such-charset.html", b'<meta charset="klingon-8">' + GOOD_PAGE.encode(), True),
        ("xml-bomb.html", XML_BOMB.encode(), True),
        ("one-line.txt", b"word " * 400_000, True),
        ("no-space.txt", b"a" * 2_000_000, True),
        ("quotes.txt", "“".encode() * 200_000, True),
        ("brackets.txt", b"(" * 200_000 + b"\n" + b"[" * 200_000, True),
        ("controls.txt", b"\x1b[2J\x1b]0;owned\x07 " + GOOD_TEXT.encode(), True),
        ("marks.txt", "\u202e\u200b\ufeff".encode() * 1_000 + GOOD_TEXT.encode(), True),
        ("bomb.yaml", YAML_BOMB.encode(), True),
        ("deep.yaml", b"[" * 100_000, True),
        ("note.md", b"---\n" + YAML_BOMB.encode() + b"---\n" + GOOD_TEXT.encode(), True),
        ("deep-note.md", b"---\ntitle: " + b"{a: " * 50_000 + b"\n---\n" + GOOD_TEXT.encode(), True),
    ]  # fmt: skip
    return [Hostile(name=name, data=data, may_be_kept=kept) for name, data, kept in made]


GOOD_FILES = {"good-page.html": GOOD_PAGE, "inner/good-text.txt": GOOD_TEXT}
HOSTILE_FILES = hostile_files()
