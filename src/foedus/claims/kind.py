"""The kinds of claim, and the words by which each is known.

All patterns run over a sentence in lower case with straight apostrophes; every gap is bounded, so
that no text makes them slow. A pattern marked *against* states the opposite of its kind
("non-binding").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from foedus.agreement.vocabulary import Rung

ClaimType = Literal[
    "binding", "automatic", "covers", "excludes", "who_is_bound", "what_help", "when_it_starts",
    "like_article_5", "prevents", "requires_ratification",
]  # fmt: skip

GUARANTEE = (
    r"(?:guarantees?|assurances?|commitments?|pledges?|promises?|protections?|obligations?"
    r"|undertakings?|pact|treaty|treaties"
    r"|memorandum|declaration|compact|communiqu[eé]|accords?|agreements?|deal|charter|clause"
    r"|arrangements?)"
)
NOUN = re.compile(rf"\b{GUARANTEE}\b")
#: A guarantee without a name as the subject of its clause.
UNNAMED = re.compile(
    rf"\b(?P<det>the|these|those|such|this|that|any|its|their|our|his|her)\s(?:(?!the\s|these\s"
    rf"|those\s|such\s|this\s|of\s|that\s)[\w'.-]+\s){{0,4}}?(?P<noun>{GUARANTEE})\b"
    rf"|\b(?:security|defen[cs]e) (?:guarantees|assurances|commitments)\b|\b(?:binding|robust"
    rf"|firm|bilateral) (?:[\w-]+ ){{0,2}}{GUARANTEE}\b"
)
#: Words that show that guarantees between states are spoken of.
SECURITY = re.compile(
    r"\b(?:securit|nato\b|alli(?:es|ance|ed)\b|attack|aggress|invasion|invade|troops|militar"
    r"|sovereign|defen[cs]e|defend|treaty|memorandum|ceasefire|kyiv|ukrain|moscow|russia"
    r"|guarantor|parliament|ministers?\b|weapon)"
)


def _c(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


#: (kind, against, pattern)
CUES: tuple[tuple[ClaimType, bool, re.Pattern[str]], ...] = (
    (
        "binding",
        True,
        _c(
            r"\bnon-?binding\b|\b(?:is|are|was|were|as"
            r"|remains?) (?:[\w]+ ){0,4}political (?:commitments?|declarations?|promises?|pledges?"
            r"|papers?|documents?)\b|\b(?:merely|purely|only|just|simply"
            r"|a) (?:a )?(?:political(?:ly)?) (?:binding|commitments?|declaration|document|paper"
            r"|promise|pledge|agreement|text)"
            r"|\bpolitically binding\b(?! and legally)|\b(?:no|without) (?:any )?legal (?:force"
            r"|weight|effect|obligations?|value)"
            r"|\bnot worth the paper|\b(?:declaration|statement) of intent\b"
        ),
    ),
    (
        "binding",
        False,
        _c(
            r"(?<!non)(?<!non-)(?<!politically )\bbinding\b|\blegally (?:enforceable|obliged|bound"
            r"|committed)|\bbinds?\b[^.;]{0,40}\blegally\b"
            r"|\b(?:has|have|had|with|carr\w+) (?:the )?(?:legal force|(?:full )?force of (?:law"
            r"|a treaty))|\bforce of (?:law|a treaty)\b"
            r"|\bhard law\b|\bbinds? (?:its|the|all|every) (?:parties|signatories) in law"
        ),
    ),
    (
        "automatic",
        True,
        _c(
            r"\b(?:each|every)(?: \w+){0,2} (?:ally|member|state|guarantor|country|capital"
            r"|government|party)(?: is free)? (?:to )?(?:decides?|judges?|chooses?|determines?"
            r"|choose)"
            r"|\b(?:leav\w+|left|up) (?:it )?(?:up )?to (?:each|every)\b|\bleav\w+ (?:each"
            r"|every) (?:\w+ ){1,3}(?:free|to (?:decide|choose|judge))"
            r"|\bdeems? necessary\b|\bat (?:its|their|the) (?:own |sole )?discretion\b"
            r"|\bcase[- ]by[- ]case\b|\bveto\b|\bunanim\w+"
            r"|\b(?:need|require|depend)\w* (?:on )?(?:a |an |the )?(?:unanimous |joint |further "
            r"|prior )?(?:vote|consensus|decision|request)\b"
            r"|\ball (?:the )?(?:guarantors|parties|members|allies)\b[^.;]{0,30}\b(?:had|have|must"
            r"|need(?:ed)?|would have) (?:to )?(?:agree|approve|consent)"
        ),
    ),
    (
        "automatic",
        False,
        _c(
            r"\bautomatic(?:ally)?\b|\bwithout (?:a |any )?(?:further |prior )?(?:vote|decision"
            r"|debate|political decision)\b|\bno (?:vote|decision) (?:is |was "
            r"|would be )?(?:needed|required)"
            r"|\bself-executing\b"
        ),
    ),
    (
        "like_article_5",
        True,
        _c(
            r"\bunlike\b|\black(?:s|ed|ing)?\b|\bfalls? (?:well |far )?short of\b"
            r"|\bfell short of\b|\bweaker than\b|\bless than\b|\bno substitute for\b"
            r"|\bstops? short of\b"
            r"|\bfar from\b|\bdiffers? from\b|\bnot the same as\b|\bno match for\b|\bnowhere near\b"
        ),
    ),
    (
        "like_article_5",
        False,
        _c(
            r"\b(?:similar|akin|comparable|equivalent|identical|equal|analogous|close|tantamount"
            r"|amount(?:s|ed|ing)?|corresponds?) (?:\w+ )?(?:to|with)\b"
            r"|\b(?:modell?ed|based|patterned) (?:\w+ )?(?:on|after)\b|\bmirror\w*|\bmimic\w*"
            r"|\breplicat\w+|\bresembl\w+|\becho(?:es|ed|ing)\b|\breflect(?:s|ed|ing)?\b|\b(?:same"
            r"|much) as\b|\balong the lines of\b|\bon (?:a )?par with\b|\bin the (?:spirit|mould"
            r"|style) of\b"
            r"|(?<=¤)[- ](?:like|style|type)\b|\bas (?:strong|firm|good) as\b|\bmatch(?:es)?\b"
            r"|\blikened to\b|\bequals?\b|\bsame level of\b"
        ),
    ),
    (
        "excludes",
        False,
        _c(
            r"\b(?:exclud|exempt)\w+|\bleav\w+ (?:\w+ ){0,4}out(?:side)?\b"
            r"|\bleft (?:\w+ ){0,4}out(?:side)?\b|\bcarv\w+ out\b|\bcarve-out\b"
            r"|\boutside (?:the )?(?:scope|area|territory|guarantee|reach|treaty)"
            r"|\bbeyond the (?:scope|reach|area)\b|\b(?:except|save) for\b"
            r"|\bwith the exception of\b|\bsilent on\b"
        ),
    ),
    (
        "covers",
        False,
        _c(
            r"\bcover(?:s|ed|ing)?\b|\b(?:appl(?:y|ies|ied)|extend(?:s|ed)?) (?:\w+ )?to\b"
            r"|\bencompass\w*|\bprotect(?:s|ed)?\b|\bfalls? (?:under|within)\b|\b(?:trigger"
            r"|activate)s?\b|\breach(?:es)? (?:to )?\b|\binclude[sd]? (?=crimea|donbas"
            r"|the occupied|all of)"
        ),
    ),
    (
        "when_it_starts",
        False,
        _c(
            r"\b(?:tak(?:e|es|ing|en)|took|come(?:s)?|came|coming|put|go(?:es)?|in|into) (?:into "
            r"|in )?(?:effect|force)\b|\benter(?:s|ed|ing)? (?:into )?force\b|\bkick(?:s|ed)? in\b"
            r"|\b(?:start|begin|began|appl(?:y|ies)|bite|bites|activat\w+|become[s]? (?:law"
            r"|binding|effective|operative|applicable|valid)|valid|operative|effective|run"
            r"|runs)\b(?=[^.;]{0,50}\b(?:once|after|when|if|upon|until|unless|only|as soon as"
            r"|following|immediately|at once|already|from)\b)"
        ),
    ),
    (
        "prevents",
        False,
        _c(
            r"\bprevent\w*|\bdeter(?:s|red|ring)?\b|\bstop(?:s|ped)? (?:\w+ ){0,3}(?:from|attack"
            r"|aggression|invasion|war|russia|moscow)|\bdissuad\w+|\bward\w* off\b"
            r"|\bkeep(?:s)? (?:\w+ ){0,3}from (?:attack|invad)\w+|\bmake (?:\w+ ){0,4}(?:attack"
            r"|war|invasion) impossible|\bensur\w+ (?:that )?(?:\w+ ){0,3}(?:never|not) (?:attack"
            r"|invade)\w*"
        ),
    ),
    (
        "requires_ratification",
        False,
        _c(
            r"\bratif\w+|\b(?:approv\w+|consent|vote|votes|blessing|assent) (?:by|of|from"
            r"|in) (?:the |its |their |national |each |every |both |all |any |us "
            r"|u\.s\. )*(?:parliaments?|congress|senate|bundestag|rada|legislatures?|lawmakers)"
            r"|\bparliamentary (?:approval|consent|vote|ratification)\b|\b(?:parliaments?|congress"
            r"|senate|rada|lawmakers) (?:must|has to|have to|needs? to|would have to|approves?"
            r"|approved)\b"
        ),
    ),
)
#: A quick look that decides whether a sentence can make a claim at all.
ANY_CUE = re.compile("|".join(f"(?:{pattern.pattern})" for _, _, pattern in CUES))

COMMITTED = re.compile(
    r"\b(?:signed|agreed|concluded|made|treaty|agreement|pact|given"
    r"|pledged)(?: [\w]+){0,5} (?P<between>between|by)\b|\b(?P<active>signed(?: up to| on to)?"
    r"|signs|(?:has|have|had) (?:\w+ )?joined|joined|joins|pledg(?:ed|ing)|promis(?:ed|ing)"
    r"|(?<!'s )(?<!the )(?<!its )(?<!their )(?<!of )(?:pledges|promises)|commit(?:ted|s|ting)"
    r"|undert(?:ook|aken|akes)|vow(?:ed|s)|guaranteed|ratified|acceded to|adhered to|gave"
    r"|gives|given|giving|(?:put|set) (?:its|their) names? to)\b"
    r"|\b(?:is|are|was|were|became|becomes|remains?|been|be)(?:n't)? (?:(?:not|no|still|also"
    r"|now|a|an|the|one|of|legally|both|yet|already|formally|founding|full|never|longer|all"
    r"|themselves|itself|equally|only) ){0,4}(?P<state>party|parties|signator(?:y|ies)"
    r"|guarantors?|members?|bound|among (?:the )?(?:\w+ )?(?:signatories|guarantors|parties"
    r"|members|states|countries))\b"
    r"|\b(?:guarantees|assurances|commitments|promises|pledges|protections) (?P<giver>from|by)\b"
    r"|\b(?P<named>named|listed) as (?:possible )?guarantors\b"
)
MEMBERSHIP = re.compile(
    r"\b(?:(?P<a>nato|eu) (?:member|membership|ally)|members?(?:hip)? (?:of"
    r"|in) (?:the )?(?P<b>nato|eu|european union))\b"
)

# Wishes and plans: they say what somebody wants of a guarantee, not what one says.
DEMAND = re.compile(
    r"\b(?:wants?|wanted|seeks?|sought|seeking|demand(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s"
    r"|ed|ing)? (?:\w+ )?(?:for|on|upon)|calls|request(?:s|ed|ing)?|ask(?:s|ed"
    r"|ing)? (?:\w+ )?for|asked|hop(?:es?|ed|ing)|push(?:es|ed|ing)? for|pursu\w+"
    r"|insist(?:s|ed)? on|wish(?:es|ed)?|negotiat(?:e|es|ed|ing)|weigh(?:s|ed|ing)?"
    r"|discuss(?:ed|es|ing)?|consider(?:s|ed|ing)?|evaluat\w+|explor\w+|desir\w+|prefers?"
    r"|campaign\w*|lobb\w+|looking for|needs? for|in exchange for|in return for|instead of"
    r"|request for|bid for|willing(?:ness)? to|ready to|prepared to (?:offer|give)|requesting"
    r"|focus(?:ed)? (?:\w+ )?(?:on|to)|shift\w* (?:\w+ ){0,3}to|working (?:on|to)"
    r"|negotiations on)\b"
)
OUGHT = re.compile(
    r"\b(?:should|ought to|(?:must|need to|needs to|has to|have to) be(?! ratified| approved))\b"
)
INVERTED = re.compile(
    r"\bshould (?:russia|moscow|it|ukraine|they|he|she|a|an|the|any|war|hostilities|fighting"
    r"|another|there)\b"
)
EMBEDDED = re.compile(
    r"\b(?:whether|how far|to what extent|what exactly|unclear if|question of)\b|\b(?:^if|, if"
    r"|and if|even if) (?:the|these|such|any|those) \w*\s?" + GUARANTEE
)

NEGATION = re.compile(
    r"\b(?:not|never|no|without|neither|nor|none|nothing|nobody|lacks?|lacked|lacking|fails?"
    r"|failed|hardly|scarcely|cannot|stops? short of|short of|far from|rather than|instead of"
    r"|contrary to|refus\w+|denie[sd]|doubts?|unlikely|little|mistake|mistaken|myth"
    r"|misconception|wrong|wrongly|false|falsely|untrue)\b|n't\b"
)
NO_NEGATION = re.compile(
    r"\b(?:not only|nothing less than|no less than|nothing more than|no more than|nothing but"
    r"|not just|no doubt|not (?:\w+ )?until|not (?:\w+ ){1,3}(?:until|unless|before)|no matter"
    r"|failed to prevent|never before|no later than|whether or not)\b"
)
POSSIBLE = re.compile(
    r"\b(?:may|might|could|can|possibl[ey]|perhaps|potentially|allows?|allowed|permits?"
    r"|permitted|aims?|designed|intended|meant"
    r"|expected|likely|one day)\b"
)
CONDITIONAL = re.compile(
    r"\b(?:would|had (?:the|it|they)|if adopted|were to|proposed|draft|under (?:the"
    r"|a) (?:proposal|plan|draft))\b"
)
IMPOSSIBLE = re.compile(
    r"\b(?:not|n't) (?:be )?possible\b|\bimpossible\b|\brul(?:ed|ing|es) out\b"
    r"|\bout of the question\b|\bno question of\b"
)
LIMIT = re.compile(
    r"\b(?:only|nothing more than|no more than|merely|at most|just|solely|limited to"
    r"|nothing but|no further than|more than)\b"
)
DUTY = re.compile(
    r"\b(?:oblig\w+|binds?|bound|requir\w+|commit(?:s|ted|ting|ments?)?|must|ha(?:s|ve"
    r"|d) (?:to|had to)|shall|will|would|guarantee[sd]?|guarantees|assurances?|pledg\w+"
    r"|promis\w+|ensur\w+|undert\w+|owe[sd]?|dut(?:y|ies)|compel\w*|mean[st]? that|provid\w+"
    r"|foresee[sn]?|foresaw|offer\w*|entail\w*|includ\w+|encompass\w*|contain\w*|allow\w*"
    r"|permit\w*|limit\w*|g(?:ives?|ave)(?! up)|nam(?:es|ed)|calls for|may|might|can|could"
    r"|sends?)\b"
)
STRONG = re.compile(
    r"\b(?:oblig\w+|binds?|bound|requir\w+|commit(?:s|ted|ting)|must|has to|have to|had to"
    r"|shall|will|would|owe[sd]?|dut(?:y|ies)|compel\w*|promis(?:es|ed|ing)|pledg(?:es|ed|ing)"
    r"|guaranteed|ensur\w*)\b"
)
LEGALLY = re.compile(r"\b(?:legally|in law|by law|under international law)\b")


@dataclass(frozen=True, slots=True)
class Help:
    """A kind of help: how high it stands, and the contents of a clause that it is."""

    name: str
    rung: Rung
    content: tuple[str, ...]
    pattern: re.Pattern[str]


HELPS: tuple[Help, ...] = (
    Help(
        "armed force",
        "assist_mil",
        ("forces",),
        _c(
            r"\b(?:send\w*|sent|deploy\w*|dispatch\w*|commit\w*|station\w*"
            r"|put\w*) (?:[\w']+ ){0,3}(?:troops|soldiers|forces|army|planes|jets)\b"
            r"|\bboots on the ground\b|\bgo(?:ing)? to war\b|\bto war\b"
            r"|\bfight(?:ing)?\b(?! (?:goes|continues|stops|ends|is))|\bmilitary (?:response"
            r"|intervention|force|action|capabilit\w+)|\bmilitarily\b|\b(?:armed|by) force\b"
            r"|(?<!ukrainian )\barmed forces?\b|\btroops\b|\bsoldiers\b"
            r"|\bdefend(?:s|ed|ing)?\b(?! (?:itself|themselves|himself|its own))|\bcom(?:e|es"
            r"|ing) to (?:the|its|their|[\w']+) defen[cs]e\b|\brepel\b"
        ),
    ),
    Help(
        "closed airspace",
        "assist_mil",
        ("air_defence",),
        _c(r"\bclos\w+ (?:the |its |ukraine's )?(?:skies|sky|airspace)|\bno-fly zone"),
    ),
    Help(
        "weapons",
        "assist_nonmil",
        ("arms",),
        _c(
            r"\bweapon(?:s|ry)?\b(?! of mass)|\b(?:send|supply|deliver|provide|more"
            r"|modern) arms\b|\bammunition\b|\bmilitary equipment\b|\bair defen[cs]e systems?"
        ),
    ),
    Help(
        "military help short of own forces",
        "assist_nonmil",
        (),
        _c(
            r"\bmilitary (?:and (?:political|economic|financial) )?(?:aid|assistance|support"
            r"|help)\b"
        ),
    ),
    Help("intelligence", "assist_nonmil", ("intelligence",), _c(r"\bintelligence\b")),
    Help("training", "assist_nonmil", ("training",), _c(r"\btraining\b")),
    Help("logistics", "assist_nonmil", ("logistics",), _c(r"\blogistic\w*")),
    Help(
        "money",
        "assist_nonmil",
        ("money",),
        _c(r"\b(?:economic|financial) (?:aid|assistance|help|support)\b|\bmoney\b"),
    ),
    Help("sanctions", "assist_nonmil", ("sanctions",), _c(r"\bsanctions\b")),
    Help(
        "Security Council action",
        "refer_unsc",
        ("seek_unsc_action",),
        _c(
            r"\b(?:seek\w*|sought|refer\w*|bring\w*|rais\w+|tak\w+|turn\w*"
            r"|go(?:es)?)(?: [\w.]+){0,4} security council\b|\bsecurity council action\b"
        ),
    ),
    Help(
        "consultation",
        "consult",
        ("consult",),
        _c(
            r"\bconsult(?:s|ed|ations?|ing)?\b|\bmeet(?:ing|s)? (?:of|at|between|with|swiftly"
            r"|quickly|jointly|and|together|again|within|to (?:decide|determine|settle))\b"
            r"|\bmeet and talk\b"
        ),
    ),
    Help(
        "help of some kind",
        "act_discretion",
        (),
        _c(
            r"\b(?:help|helps|helped|assist|assists|assisted|aid|rescue|support|supports|supported"
            r"|assistance)\b(?! (?:to reassure|of the))"
        ),
    ),
)
ANY_HELP = re.compile("|".join(f"(?:{one.pattern.pattern})" for one in HELPS))

STARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "ceasefire",
        _c(
            r"\bcease-?fire\b|\btruce\b|\barmistice\b|\bcessation of hostilities\b"
            r"|\bguns (?:fall|fell|are|have fallen) silent|\bfighting (?:stops|has stopped"
            r"|ends)|\bpeace deal\b"
        ),
    ),
    (
        "hostilities",
        _c(
            r"\b(?:end of (?:the |this |present |current )*(?:war|hostilities|fighting)|(?:war"
            r"|hostilities) (?:has |have |is |are |was )*(?:ended|over|ends|end)|after (?:the "
            r"|this )?(?:present |current )?(?:war|hostilities)\b|after a peace|(?:attacks?"
            r"|strikes?|invades?) again|renewed attack)"
        ),
    ),
    ("ratification", _c(r"\bratif\w+|\bparliaments?\b|\bcongress\b|\bsenate\b|\bbundestag\b")),
    (
        "signature",
        _c(
            r"\b(?:on|upon|with|after|at) (?:its |their |the )?(?:signature|signing)\b"
            r"|\bonce (?:it was |it is |they are )?signed\b|\bwhen (?:it was |it is )?signed\b"
        ),
    ),
    (
        "now",
        _c(
            r"\balready\b|\bimmediately\b|\bat once\b|\bas of (?:today|now)\b|\btoday\b"
            r"|\bnow\b|\bfrom day one\b|\bsince\b|\bin effect\b"
        ),
    ),
)
YEAR = re.compile(r"\bin (?:\w+ )?((?:19|20)\d\d)\b")
ATTACKED = re.compile(
    r"\b(?:attack\w*|invad\w+|invasion|aggress\w+|strikes? again|war again|victim|assault\w*)"
)
REQUESTED = re.compile(r"\bnuclear\b")
