"""Whether a noun phrase can hold an opinion at all.

"The move signals a shift" and "the talks show progress" are the page's own words: a move has
no view. People, bodies, places that stand for governments, and documents do speak.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus.evidence.cue import DOCUMENTS, NOUNS

if TYPE_CHECKING:
    from foedus.evidence.phrase import Range
    from foedus.evidence.tokens import Tokens

_THINGS = frozenset(
    "move moves step steps approach talks talk law laws shift focus stance fact facts result"
    " outcome outcomes failure success deal deals plan plans situation event events effort"
    " efforts guarantee guarantees war wars conflict crisis issue issues lesson lessons attack"
    " attacks bid visit trend trends change changes price prices history experience guarantees"
    " role presence absence idea ideas threat threats policy policies strategy reason reasons"
    " problem problems question questions relations ties progress path process system systems"
    " framework support aid pact pacts risk risks concern concerns aspirations hopes fears value"
    " values weapons forces' dynamics interplay victory defeat loss losses win role sign signs"
    " offer offers demand demands proposal proposals meeting meetings summit exercise exercises"
    " cost costs time times context goal goals principle"
    " principles landscape vote votes election elections campaign' game match goal"
    " season weather".split()
)
# Endings of abstract nouns, and the bodies of people that share them.
_ABSTRACT = (
    "tion",
    "tions",
    "sion",
    "sions",
    "ment",
    "ments",
    "ness",
    "ity",
    "ism",
    "ance",
    "ence",
    "ship",
)
_BODIES = frozenset(
    "administration commission commissions delegation delegations organization organisation"
    " organizations organisations federation nation nations association associations foundation"
    " opposition corporation corporations institution institutions coalition union unions mission"
    " population division generation government governments parliament parliaments department"
    " departments establishment management regiment community communities authority university"
    " majority minority city charity audience alliance conference intelligence leadership"
    " membership entity embassy federation convention constitution inquisition".split()
)
# Texts with force: they "say", "state" and "provide".
_TEXTS = DOCUMENTS | frozenset(
    "agreement agreements treaty treaties statement statements law laws resolution resolutions"
    " memorandum constitution article articles declaration charter rule rules contract convention"
    " communique communiqué text draft decision ruling verdict lawsuit indictment bill legislation"
    " constitution deal pact accord protocol note email letter website site post posts tweet tweets"
    " sign message messages headline headlines story editorial book speech remarks order act plan"
    " proposal guidelines policy document comment comments assessment estimate forecast".split()
)
_TEXT_VERBS = frozenset(
    "say state read provide show find warn suggest indicate note declare stipulate reveal conclude"
    " estimate project predict argue describe call recommend list put prove demonstrate confirm"
    " specify report claim allege according cite mention quote announce detail outline".split()
)


# With "it" or "which" these say what something is a sign of, not what somebody holds.
SIGNS = frozenset(
    "signal indicate suggest highlight underscore underline show hint imply reveal prove"
    " demonstrate"
    " mean reflect".split()
)


def head(tokens: Tokens, who: Range) -> str:
    """Return the head noun of a phrase: the last noun before what is added to it.

    The lower-case word that is returned has no possessive.
    """
    last = who[0]
    for index in range(who[0], who[1]):
        tag = tokens.tags[index]
        if tag in "pr,(t-" and index > who[0]:
            break
        if tag in "wNno0d" or (tag == "g" and index == who[0]):
            last = index
    return tokens.lowers[last]


def is_text(tokens: Tokens, who: Range) -> bool:
    """Say whether a phrase is a treaty, a report or another text."""
    return head(tokens, who) in _TEXTS


def can_hold(tokens: Tokens, who: Range, lemma: str) -> bool:
    """Say whether a phrase can be the source of a statement with this reporting word."""
    noun = head(tokens, who)
    if lemma in SIGNS and noun in {"it", "which", "that", "this", "they"}:
        return False
    if noun in _TEXTS and lemma in _TEXT_VERBS:
        return True
    if noun in _BODIES or tokens.tags[who[0]] in "nr":
        return True
    if noun in _THINGS or noun in NOUNS:
        return False
    return not (noun.endswith(_ABSTRACT) and len(noun) > 5)
