"""What a statement is about: the commitments that parties take positions on.

======================== ==================================================================
topic                    what it covers
======================== ==================================================================
binding-guarantees       promises of protection that bind in law
security-guarantees      promises or assurances of protection, binding or not
nato-membership          joining the Atlantic alliance
collective-defence       an attack on one as an attack on all (Article 5, Article 42(7))
eu-membership            joining the European Union
neutrality               staying out of alliances
territorial-concessions  giving up land, or recognising that it was taken
foreign-troops           soldiers of other states in the country, or their part in the war
arms-supply              weapons, ammunition, training, military aid
defence-help             helping a state to defend itself, in whatever way
ceasefire                an end to the fighting, and who watches over it
force-limits             limits on a state's own armed forces
nuclear-weapons          holding, giving up or placing nuclear arms
sanctions                economic measures and their end
======================== ==================================================================

A binding guarantee is a security guarantee as well; both ids are given then. The table is the
whole rule: a topic is named if one of its patterns occurs.
"""

from __future__ import annotations

import re

_GUARANTEE = (
    r"(?:guarantee|assurance|protection|commitment|promise|pledge|undertaking|obligation)s?"
)
_LAND = r"(?:territor(?:y|ies|ial)|land|regions?|provinces?|donbass?|crimea|oblasts?)"

# id -> pattern, in lower case. Bounded gaps only, so that no text can make them slow.
TOPICS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "binding-guarantees": rf"binding(?: \w+){{0,3}} {_GUARANTEE}"
        rf"|{_GUARANTEE}(?: \w+){{0,4}} (?:legally )?binding"
        r"|legally[- ]binding|bound by (?:treaty|law)|ratified guarantees?",
        "security-guarantees": r"(?:security|defen[cs]e|western|allied|robust|firm|ironclad"
        r"|bilateral) "
        rf"(?:\w+ )?{_GUARANTEE}|{_GUARANTEE} of (?:\w+ )?(?:security|protection|defen[cs]e)"
        r"|guarantee(?:s|d|ing)? (?:\w+['’]?s? ){0,2}(?:independence|security|sovereignty)"
        r"|security (?:deal|pact|agreement|compact|arrangement)s?"
        r"|full commitment to the defen[cs]e",
        "nato-membership": r"(?:join(?:s|ed|ing)?|member(?:s|ship)?|admi(?:t|ssion)"
        r"|access?(?:ion|ede)|bid|aspirations?"
        r"|invit\w+|enter|expansion|enlargement|path)\b[^.]{0,30}\b(?:nato|alliance)\b"
        r"|\bnato(?:['’]s)? (?:member(?!s of)|access|bid|aspiration|expansion|enlargement"
        r"|entry|path)\w*",
        "collective-defence": r"article (?:5|v|five|42)\b|collective defen[cs]e"
        r"|attack on (?:one|a|an)\b[^.]{0,40}attack on all"
        r"|mutual defen[cs]e",
        "eu-membership": r"(?:join(?:s|ed|ing)?|member(?:s|ship)?|accession|candida\w+"
        r"|path)\b[^.]{0,30}\b(?:the eu\b|eu\b|european union|the bloc)"
        r"|\beu (?:member(?:ship)?|accession|candida\w+)|european union membership",
        "neutrality": r"\bneutral(?:ity)?\b|non-?align(?:ed|ment)|non-?bloc|permanently neutral",
        "territorial-concessions": rf"(?:ced(?:e|es|ed|ing)|concession|surrender|giv(?:e"
        rf"|ing) up|hand(?:ing)? over|recogni[sz]\w+|withdraw\w*|swap\w*|annex\w*"
        rf"|relinquish\w*)\b[^.]{{0,40}}\b{_LAND}\b"
        rf"|\bterritorial (?:concession|swap|compromise|claim)s?|{_LAND} (?:concession|swap)s?",
        "foreign-troops": r"(?:foreign|western|european|nato|allied|british|french|american"
        r"|u\.?s\.?|multinational|peacekeeping|ground|stabili[sz]ation|reassurance) (?:troops"
        r"|soldiers|forces?|boots|contingents?)"
        r"|boots on the ground|peacekeep(?:ers?|ing)|multinational force"
        r"|deploy\w*[^.]{0,25}(?:troops|soldiers|forces)"
        r"|direct (?:military )?(?:confrontation|conflict|involvement)|(?:send|put|sending"
        r"|putting) (?:its |their |our )?(?:troops|soldiers|forces)",
        "arms-supply": r"\bweapon(?:s|ry)?\b|\barms (?:deliver|supp|sale|shipment|package)\w*"
        r"|ammunition|\bmissiles?\b|air[- ]defen[cs]e systems?"
        r"|military (?:aid|assistance|support|equipment)|\btanks\b|fighter jets"
        r"|training (?:of|for) [^.]{0,20}(?:troops|forces|soldiers)",
        "defence-help": r"(?:help|aid|assist|support)(?:s|ed|ing)?\b[^.]{0,30}\bdefend"
        r"|(?:come|coming|came) to (?:the |its |their )?(?:\w+['’]s )?(?:aid|defen[cs]e)"
        r"|defend (?:it|them|\w+) (?:against|from|if)\b",
        "ceasefire": r"cease-?fire|truce|armistice|cessation of hostilities"
        r"|halt (?:to )?the fighting",
        "force-limits": r"demilitari[sz]\w+|(?:limit|cap|ceiling|size"
        r"|reduce)\w*[^.]{0,25}\b(?:army|armed forces|military|troops)\b|strong military"
        r"|\b(?:army|armed forces|military|troops)\b[^.]{0,30}\b(?:limited|capped|reduced|cut) "
        r"|“?militari[sz]ation",
        "nuclear-weapons": r"nuclear (?:weapon|arsenal|arms|umbrella|deterren|warhead"
        r"|missile)\w*|denuclear\w+|nuclear-(?:free|armed)|non-?proliferation",
        "sanctions": r"\bsanctions?\b|frozen assets|snap-?back|embargo",
    }.items()
}

# One quick look that decides whether any of the table can apply.
_ANY = re.compile(
    r"bind|bound|guarant|assur|protect|secur|nato|alliance|article|collective|mutual|attack on"
    r"|\beu\b|european union|the bloc|neutral|align|bloc|territor|land|region|donbas|crimea"
    r"|provinc|oblast"
    r"|troops|soldiers|forces?\b|boots|peacekeep|confrontation|conflict|involvement|contingent"
    r"|weapon|arms|defend|ammunition|missile|defen[cs]e|military|tanks|jets|training|cease"
    r"|truce|armistice"
    r"|hostilities|fighting|army|militari|nuclear|prolifer|sanction|frozen|snap|embargo"
)

# What is named only to be set aside: "guarantees instead of membership".
_SET_ASIDE = re.compile(
    r"\b(?:instead of|rather than|without|unlike|short of|as opposed to|in place of"
    r"|outside the|akin to|similar to)\b[^,.;]{0,60}"
)

# Words that show that a paragraph speaks about security between states at all.
DOMAIN = re.compile(
    r"\b(?:guarantees?|NATO|alliance|treaty|memorandum|accord|troops|cease-?fire|sovereignty"
    r"|security"
    r"|defen[cs]e|defend|weapons?|military|neutrality|invasion|invade[sd]?|peace|war|pact"
    r"|Article (?:5|V|42)"
    r"|forces|soldiers|army|armed|ratif\w+|binding|deterr\w+"
    r"|allies|peacekeep\w+|sanctions|nuclear|territor\w+)\b"
)


def topics(text: str) -> tuple[str, ...]:
    """Return the commitments that a text is about, in the order of the table.

    Examples
    --------
    >>> topics("The allies cannot give legally binding guarantees of protection.")
    ('binding-guarantees', 'security-guarantees')
    >>> topics("They ask for security guarantees instead of NATO membership.")
    ('security-guarantees',)
    >>> topics("The match ended in a draw.")
    ()
    """
    low = text.lower()
    if _ANY.search(low) is None:
        return ()
    low = _SET_ASIDE.sub(" ", low)
    found = [name for name, pattern in TOPICS.items() if pattern.search(low)]
    if "binding-guarantees" in found and "security-guarantees" not in found:
        found.insert(1, "security-guarantees")
    return tuple(found)
