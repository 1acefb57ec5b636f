"""Whether an English text was machine-translated: traces that such copies leave.

Each trace can stand in an honest text too; so it takes several, of different kinds. The answer
is never more than *suspected*.

1. a function word or verb with a capital in the middle of a sentence ("protections It should")
2. two sentences run together without a space ("the warSeveral sources")
3. a numeral that was inflected ("Article Vs., Says")
4. a "sentence" of one name or noun after another sentence ("this week. Russia.")
5. a pronoun that changes sex within a quotation's report (not looked for: it needs a parse)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from foedus.evidence.document import Translated

LEAST_TRACES = 4
LEAST_KINDS = 2
PER_WORDS = 600  # so many words may have one trace each without suspicion

# Words that have a capital only at the beginning of a sentence, or in a title.
_PLAIN = (
    r"It|To|The|Of|And|Said|Says|Will|Was|Were|Is|Are|Has|Have|Had|But|That|This|These|Those|There|With|From|For|Although|Because|"
    r"Evaluated|Told|Added|When|While|Which|Who|Where|Also|Not|Be|Been|Their|They|He|She|His|Her|Its|If|As|At|By|In|On"
)
_CAPITAL = re.compile(rf"(?<=[a-zà-ÿ] )(?:{_PLAIN})(?= [a-zà-ÿA-Z])")
_RUN_TOGETHER = re.compile(
    r"\b[a-z]{3,}(?:The|It|He|She|They|In|But|And|Several|Some|Many|This|That|We|There|However|Also|Although|According|When|While)\b"
)
_NUMERAL = re.compile(
    r"\b(?:Article|Articles|Chapter|World War|Part)\s+[IVX]{1,5}(?:s|'s|’s)\b|\b[IVX]{1,5}s\.,"
)
_STUB = re.compile(r"[.!?][”\"]?\s+[A-Z][a-z]{3,}\.(?=\s*$)")


def translated(paragraphs: Sequence[str]) -> Translated:
    """Say whether the paragraphs of an article look machine-translated.

    Examples
    --------
    >>> translated(["Ministers met in Geneva on Monday. They agreed on a text."])
    'no'
    """
    kinds = {"capital": 0, "together": 0, "numeral": 0, "stub": 0}
    words = 0
    for paragraph in paragraphs:
        words += len(paragraph.split())
        if _title_case(paragraph):
            continue
        kinds["capital"] += len(_CAPITAL.findall(paragraph))
        kinds["together"] += len(_RUN_TOGETHER.findall(paragraph))
        kinds["numeral"] += len(_NUMERAL.findall(paragraph))
        kinds["stub"] += len(_STUB.findall(paragraph))
    traces = sum(kinds.values())
    several = sum(1 for count in kinds.values() if count) >= LEAST_KINDS
    return "suspected" if several and traces >= max(LEAST_TRACES, words / PER_WORDS) else "no"


def _title_case(paragraph: str) -> bool:
    """Say whether most words have a capital, as in a headline."""
    words = re.findall(r"[^\W\d_]+", paragraph)
    capitals = sum(1 for word in words if word[0].isupper())
    return capitals > 0.45 * len(words)
