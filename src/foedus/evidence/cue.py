"""The words that report: what somebody says, thinks, wants or fears.

Written from general knowledge of English, not counted from any corpus. Each verb has a
*frame*, the ways in which it can introduce a content:

=====  ==========================================================================
letter the content
=====  ==========================================================================
``q``  a quotation beside it, and may follow its content ("..., she said")
``t``  a clause with *that*
``z``  a clause without *that* ("he said it was late")
``i``  a clause with *to* ("vowed to stay")
``n``  a noun phrase ("condemned the attack")
``w``  a clause with a question word ("asked whether")
``o``  it may name a hearer first ("told reporters that")
``g``  a clause in -ing ("suggested waiting")
``m``  the word is a noun as well, so a clear content must follow ("claims", "plans")
=====  ==========================================================================

Prepositions that lead to the content stand behind a colon ("warn" + "of").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["base", "s", "past", "ing"]
Family = Literal["speech", "thought", "wish", "judgement", "act", "document"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in one of its forms."""

    lemma: str
    form: Form
    frame: str
    leads: tuple[str, ...]
    family: Family


_LEXICON: dict[Family, str] = {
    "speech": """
    say qtzw; tell qtzwo:of,about; add qtz; explain qtw; note qtzm; argue qtz; claim qtzim;
    state qtm; declare qtzn; announce qtn; insist qtz:on; stress qtn; emphasise qtn;
    emphasize qtn; acknowledge qtzn; admit qtz:to; concede qtz; warn qtzo:of,about,against;
    write qtz:of,about; tweet qtz; post qm; reply qtz; respond q; answer qm; ask qwnoim:for,about;
    report qtzm; reveal qtw; disclose qtw; confirm qtw; deny tgn; predict qtzn; suggest qtzg;
    conclude qtz; continue q; remark qtm; observe qtm; comment qm:on; complain qtz:of,about;
    joke qtz:about; quip qt; recall qtg; reiterate qtn; repeat qtm; maintain qtz; assert qtz;
    allege qtz; testify qtz:about; agree qtz:on; caution qtom:against; contend qtz;
    boast qt:of,about;
    brag qt:about; lament qtn; muse qt:about; opine qt; recount qtn; relate q; remind qto;
    inform to; assure to; signal tzm; indicate tzn; hint t:at; imply tz; underline qtn;
    underscore tn; highlight tm; clarify tw; describe n; characterise n; characterize n;
    call qnom:for,on,upon; dub n; label nm; brand nm; urge qtom; advise tom:against;
    recommend tgn; propose tgin; advocate ngm:for; appeal im:for; request tnm; demand qtnim;
    order qtom; instruct o; threaten tin; vow qtzinm; pledge qtzinm; promise qtzinom; swear tzi;
    guarantee tm; offer imn; mention tn; speak :of,about,against; talk m:of,about; discuss n;
    point :out,to; cite nm; refer :to; allude :to; bemoan n; scoff q:at; shout q; yell q; cry qm;
    whisper qm; chant qm; exclaim q; blog qt; question nwm; wonder qwm; inquire qw; interject q;
    retort q; counter qtm; object t:to; protest tnm; plead q:for,with; beg o; invite o;
    sum q:up; tout nm; hail n; laud n; praise nm; applaud n; commend n; criticise n;
    criticize n; condemn n; denounce n; decry n; deplore n; slam n; lambast n; lambaste n;
    castigate n; rebuke nm; chide n; mock n; ridicule n; accuse no:of; blame nm:for;
    dismiss n; reject ntg; rebuff n; refute n; dispute nm; rebut n; downplay n; endorse n;
    oppose ng; support nm; welcome n; greet n; thank no:for; congratulate no; apologise :for;
    apologize :for; detail nwm; outline nwm; elaborate q:on; specify tw; volunteer qt; certify t;
    affirm qtn; attest t:to; proclaim tn; pronounce tn; profess it; confess t:to; confide qt;
    divulge tn; rule :out; guess tzm; speculate qt:about,on; theorise t; theorize t; posit t;
    hypothesise t; stipulate tn; decree t; postulate t; chime q:in; quote nm""",
    "thought": """
    think tzqw:of; believe tzq; feel tz:about; know tzw; suspect tzn; assume tz; presume tz;
    suppose tzm; consider ng; view nm; regard nm; see nm; realise tzw; realize tzw; recognise tn;
    recognize tn; understand tzw; remember tgn; forget tw; imagine tz; judge tm; deem n;
    perceive tn;
    doubt tznwm; figure tzm; reckon tz; expect tzin; anticipate tgn; foresee tn;
    fear tznm:for; worry tz:about,over; dread gnm; accept tn; appreciate tn; notice tz;
    estimate tzm;
    calculate t; project tnm; forecast tnm; determine tw; decide itw:on; resolve itm; learn t:of;
    discover tw; interpret n; hold tm; trust tm; regret tgn; envision ng""",
    "wish": """
    want in; hope tzim:for; wish tzim:for; prefer tin; favour ngm; favor ngm; desire inm;
    intend itn; plan itm; like ni; love ni; hate ni; dislike ng; resent ng; aspire i:to;
    long im:for; refuse i; decline i; crave n; yearn i:for; vote im:for,against;
    choose i; care m:about; mind ngm; press om:for; push om:for; lobby om:for,against;
    campaign m:for,against; petition m:for""",
    "document": """
    show tm; find tzm; put m; read q; provide t; prove tw; demonstrate tw; portray n; depict n;
    document nm;
    chronicle nm; depose t; list nm; name nm""",
}

_IRREGULAR_PAST: dict[str, tuple[str, ...]] = {
    "say": ("said",), "tell": ("told",), "write": ("wrote", "written"), "swear": ("swore", "sworn"),
    "speak": ("spoke", "spoken"), "think": ("thought",), "feel": ("felt",),
    "know": ("knew", "known"),
    "see": ("saw", "seen"), "understand": ("understood",), "forget": ("forgot", "forgotten"),
    "foresee": ("foresaw", "foreseen"), "forecast": ("forecast",), "hold": ("held",),
    "seek": ("sought",), "choose": ("chose", "chosen"), "mean": ("meant",),
    "show": ("showed", "shown"),
    "find": ("found",), "read": ("read",), "broadcast": ("broadcast",), "beg": ("begged",),
    "rebut": ("rebutted",), "rebuff": ("rebuffed",), "commit": ("committed",),
    "admit": ("admitted",),
    "refer": ("referred",), "prefer": ("preferred",), "regret": ("regretted",),
    "quip": ("quipped",),
    "plan": ("planned",), "confer": ("conferred",), "brag": ("bragged",), "blog": ("blogged",),
    "dub": ("dubbed",), "slam": ("slammed",), "deny": ("denied",), "imply": ("implied",),
    "learn": ("learned", "learnt"), "signal": ("signalled", "signaled"),
    "label": ("labelled", "labeled"), "sum": ("summed",), "shout": ("shouted",),
    "permit": ("permitted",),
    "chant": ("chanted",),
}  # fmt: skip
_DOUBLING = {
    "beg",
    "rebut",
    "commit",
    "admit",
    "refer",
    "prefer",
    "regret",
    "plan",
    "brag",
    "blog",
    "dub",
    "slam",
    "sum",
}
# Forms that are far more often something else ("the following", "a feeling", "meaning").
_NEVER = frozenset(
    {"pointing", "meaning", "backing", "saw", "seen", "seeing", "held", "holding", "hold", "holds"}
)


def _past(lemma: str) -> tuple[str, ...]:
    if lemma in _IRREGULAR_PAST:
        return _IRREGULAR_PAST[lemma]
    if lemma.endswith("e"):
        return (lemma + "d",)
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return (lemma[:-1] + "ied",)
    return (lemma + "ed",)


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def _ing(lemma: str) -> str:
    if lemma in _DOUBLING:
        return lemma + lemma[-1] + "ing"
    if lemma.endswith("e") and not lemma.endswith(("ee", "ie")):
        return lemma[:-1] + "ing"
    return lemma + "ing"


def _build() -> dict[str, Cue]:
    """Return every form of every verb."""
    forms: dict[str, Cue] = {}
    for family, text in _LEXICON.items():
        for entry in filter(None, map(str.strip, text.split(";"))):
            lemma, _, how = entry.partition(" ")
            frame, _, leads = how.strip().partition(":")
            after = tuple(leads.split(",")) if leads else ()
            for word, form in _forms(lemma):
                forms.setdefault(word, Cue(lemma, form, frame, after, family))
    return {word: cue for word, cue in forms.items() if word not in _NEVER}


def _forms(lemma: str) -> list[tuple[str, Form]]:
    pasts: list[tuple[str, Form]] = [(word, "past") for word in _past(lemma)]
    return [(lemma, "base"), (_third(lemma), "s"), *pasts, (_ing(lemma), "ing")]


VERBS: dict[str, Cue] = _build()

# "officials are sceptical of", "ministers were surprised by": what is felt about a content.
ADJECTIVES: frozenset[str] = frozenset(
    "skeptical sceptical surprised concerned confident convinced worried optimistic pessimistic"
    " hopeful afraid aware certain sure doubtful unsure uncertain wary cautious critical supportive"
    " opposed proud glad happy pleased unhappy disappointed dismayed alarmed shocked outraged angry"
    " frustrated furious upset sorry grateful thankful determined committed eager keen anxious"
    " nervous fearful adamant unanimous insistent dismissive suspicious mindful delighted relieved"
    " relaxed excited curious puzzled troubled unconvinced unconcerned interested uninterested"
    " ready willing unwilling prepared reluctant inclined loath hesitant open stunned amazed"
    " astonished impressed satisfied dissatisfied content bullish bearish appalled"
    " horrified".split()
)
# Those that say what somebody is ready to do: inside another's words they are that one's account.
DISPOSITIONS: frozenset[str] = frozenset(
    "ready willing unwilling prepared reluctant inclined loath hesitant open eager keen committed"
    " determined".split()
)
# What may follow such an adjective and lead to the content.
ADJECTIVE_LEADS: frozenset[str] = frozenset(
    "that to of about by with over at on for if whether in".split()
)
# "it is (not) clear to officials that": the judgement of those who are named behind "to".
CLEAR_TO: frozenset[str] = frozenset(
    "clear unclear obvious evident apparent acceptable unacceptable".split()
)

# Nouns that hold a content: "Moscow's claim that", "the ministry's plan to".
NOUNS: frozenset[str] = frozenset(
    "claim claims assertion assertions allegation allegations accusation accusations argument"
    " belief beliefs contention conclusion view views opinion opinions statement statements"
    " warning warnings demand demands call calls request requests proposal proposals suggestion"
    " pledge pledges promise promises vow vows threat threats offer offers plan plans hope hopes"
    " fear fears concern concerns worry worries criticism insistence admission announcement"
    " declaration remark remarks comment comments refusal denial prediction predictions estimate"
    " assessment desire wish"
    " decision intention intentions doubt doubts scepticism skepticism opposition support".split()
)

# "voiced concern that", "indicated a willingness to": a weak verb and a noun.
LIGHT_VERBS: frozenset[str] = frozenset(
    "voice voices voiced express expresses expressed expressing raise raises raised raising share"
    " shares shared show shows showed shown have has had issue issued issues make makes made making"
    " indicate indicates indicated signal signals signalled signaled give gives gave reiterate"
    " reiterated reiterates repeat repeated repeats state stated stress stressed declare declared"
    " emphasise emphasised emphasize emphasized voicing indicating signalling signaling"
    " take takes took taking cast casts casting offer offered offers".split()
)
ATTITUDES: frozenset[str] = frozenset(
    "concern concerns doubt doubts confidence hope hopes support opposition fear fears regret"
    " regrets willingness unwillingness readiness reluctance interest outrage anger alarm"
    " disappointment satisfaction frustration optimism pessimism scepticism skepticism worry"
    " worries belief desire wish intention intent determination commitment surprise sympathy"
    " solidarity gratitude dismay plans views objections reservations questions warning warnings"
    " promise promises pledge pledges statement threat threats call calls demand demands claim"
    " claims allegation allegations argument issue offense offence exception praise criticism"
    " condolences congratulations openness preference enthusiasm thanks apology comment comments"
    " case point remark remarks announcement"
    " expectation need".split()
)
# What leads from such a noun to the content.
ATTITUDE_LEADS: dict[str, str] = {
    "that": "", "to": "", "about": "", "over": "", "whether": "",
    "for": "support hope hopes call calls demand demands regret preference enthusiasm need thanks"
    " sympathy praise case solidarity",
    "in": "confidence interest belief",
    "with": "frustration satisfaction disappointment solidarity sympathy issue",
    "of": "support praise criticism fear fears hope intention doubt",
    "at": "outrage anger alarm disappointment surprise dismay frustration",
    "on": "comment comments remarks views doubt doubts",
    "against": "threat threats warning warnings allegations",
}  # fmt: skip

# Things that are read: what they show is their statement.
DOCUMENTS: frozenset[str] = frozenset(
    "poll polls polling survey surveys study studies report reports data figures research"
    " analysis results statistics document documents records emails e-mails letter memo"
    " transcript transcripts"
    " review audit investigation inquiry evidence findings numbers footage video census"
    " index".split()
)

# Hearers' words after "told": places where things are said, not what was said.
SETTINGS: frozenset[str] = frozenset(
    "interview statement conference briefing speech email e-mail letter tweet post press"
    " release rally debate call phone telephone memo note report filing article column op-ed"
    " blog podcast show program programme broadcast appearance testimony hearing meeting address"
    " remarks reporters"
    " television radio twitter facebook telegram x instagram message video text comments"
    " news".split()
)
TIMES: frozenset[str] = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mondays yesterday today tonight"
    " tomorrow week month year night morning afternoon evening day days weeks months years ago"
    " january february march april may june july august september october november december"
    " weekend recently earlier"
    " later last this next late early spring summer autumn fall winter hours minutes".split()
)
