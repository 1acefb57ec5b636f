"""Every English word that a page shows and that is nobody's sentence: heads, labels, names.

They stand here, and nowhere else, so that a translation has one place to begin. The sentences
that explain Foedus's own method (:data:`HOUSE`) stand here too; a page that shows one cites it
as the project's own word, and the method page lists them all.
"""

# ruff: noqa: E501 - a sentence is not broken in two

from __future__ import annotations

from types import SimpleNamespace
from typing import Literal

PAGE = SimpleNamespace(
    skip="Skip to the text",
    brand="an explainer that can be checked",
    site_nav="Pages of this site",
    on_this_page="On this page",
    notes="Notes",
    note_label="Note",
    original="original",
    copied="the copy",
    back="Back to the text, note",
    turn="Next pages",
    data="Data",
    picture="Picture",
    as_table="The data as a table",
    permalink="link to this picture",
    made="Made with Foedus",
    method="How it was made, and how to check it",
)

NAV = {
    "index.html": "Story",
    "questions/index.html": "Questions",
    "agreements/index.html": "Agreements",
    "guarantors/index.html": "Guarantors",
    "claims.html": "Claims",
    "positions.html": "Positions",
    "sources/index.html": "Sources",
    "method.html": "Method",
}

KICKER = {
    "story": "Explainer",
    "questions": "Common questions",
    "agreement": "Agreement, clause by clause",
    "guarantor": "Guarantor",
    "claims": "Claims checked",
    "positions": "Positions over time",
    "source": "Source",
    "sources": "Sources",
    "method": "Method",
    "results": "Computed results",
    "entries": "Dated entries",
    "agreements": "Agreements",
    "guarantors": "Guarantors",
}

SECTION = {
    "in-short": "In short",
    "happened": "What’s happened",
    "behind": "What’s behind the headline",
    "papers": "What the papers say",
    "past": "How we got here",
    "glance": "The guarantee at a glance",
    "edited": "The editor’s notes",
    "questions": "Common questions",
    "topics": "More on these topics",
    "method": "Sources, method and corrections",
    "cite": "Cite this page",
}

KIND_OF_SOURCE = {
    "summary": "summary in our own words",
    "original": "the document as read",
}

KIND_OF_CITATION = {
    "span": "",
    "clause": "clause, as coded",
    "result": "computed by Foedus",
    "event": "dated entry of the dossier",
    "editor": "the editor’s own sentence",
}

KIND_OF_DOCUMENT = {
    "treaty": "treaty",
    "memorandum": "memorandum",
    "declaration": "declaration",
    "law": "law",
    "resolution": "resolution",
    "statement": "statement",
    "communique": "communiqué",
    "press_report": "press report",
    "poll": "poll",
    "study": "study",
    "dataset": "data set",
    "report": "report",
}

KIND_OF_ACTOR = {"state": "State", "organisation": "Organisation", "person": "Person"}

RUNG = {
    "none": "nothing",
    "consult": "consult",
    "refer_unsc": "go to the Security Council",
    "act_discretion": "act, means of its own choice",
    "assist_nonmil": "help, armed force not owed",
    "assist_mil": "help, armed force included",
    "automatic": "at war automatically",
}

# What a debtor owes on each rung, after "owes" or "promises".
OWES = {
    "none": "nothing",
    "consult": "consultation",
    "refer_unsc": "an appeal to the UN Security Council",
    "act_discretion": "action, the choice of which is the debtor’s alone",
    "assist_nonmil": "help of a kind left to the debtor, armed force not owed",
    "assist_mil": "help that includes military help",
    "automatic": "automatic entry into the war",
}

FORCE = {
    "binding": "legally binding",
    "political": "politically binding only",
    "domestic": "domestic law",
    "contested": "of contested binding force",
}

INSTRUMENT_TYPE = {
    "treaty": "treaty",
    "exec_agreement": "executive agreement",
    "exchange_of_notes": "exchange of notes",
    "memorandum": "memorandum",
    "declaration": "declaration",
    "protocol": "protocol",
    "draft": "draft, never concluded",
    "convention": "convention",
    "resolution": "resolution",
    "domestic_law": "domestic law",
}

PARTY_STATE = {
    "not_signed": "not signed",
    "signed_not_ratified": "signed, not ratified",
    "ratified": "ratified",
    "provisionally_applied": "applied provisionally",
    "in_force": "in force",
    "suspended": "suspended",
    "notice_given": "notice given",
    "withdrawn": "withdrawn",
}

DEONTIC = {"shall": "shall", "should": "should", "may": "may", "intends": "intends to"}

DISCRETION = {
    "none": "none: what is owed is named",
    "means": "of means: help is owed, its kind is the debtor’s choice",
    "action": "of action: the debtor alone decides what to do",
}

CONTENT = {
    "consult": "consultation",
    "report_unsc": "a report to the Security Council",
    "seek_unsc_action": "action of the Security Council",
    "arms": "arms",
    "training": "training",
    "intelligence": "intelligence",
    "logistics": "logistics",
    "money": "money",
    "sanctions": "sanctions",
    "snapback": "the return of sanctions",
    "forces": "armed forces",
    "air_defence": "air defence",
    "naval": "naval support",
    "exercise": "exercises",
    "facilities": "facilities",
    "monitoring": "monitoring",
    "diplomacy": "diplomacy",
    "non_aggression": "not attacking or threatening",
    "respect_sovereignty": "respect for borders and sovereignty",
    "non_interference": "non-interference",
    "neutrality": "neutrality",
    "no_aid_to_enemy": "no help to an enemy",
    "no_economic_coercion": "no economic coercion",
    "no_nuclear_use": "no use of nuclear weapons",
    "no_alliances": "no alliances",
    "no_foreign_bases": "no foreign bases",
    "basing_limits": "limits on bases",
    "no_conflicting_treaty": "no conflicting treaty",
    "no_separate_peace": "no separate peace",
}

EVIDENCE_KIND = {
    "verbs": "Verbs",
    "final_clauses": "Final clauses",
    "registration": "Registration",
    "ratification": "Ratification",
    "dispute_settlement": "Dispute settlement",
    "termination_clause": "Termination clause",
    "party_statement": "A party’s statement",
    "domestic_status": "Status in domestic law",
    "title": "Title",
}

READING_KIND = {
    "text": "text",
    "practice": "practice",
    "party_statement": "a party’s statement",
    "court": "court",
}

Tone = Literal["", "good", "warn", "bad", "quiet"]

VERDICT: dict[str, tuple[str, Tone]] = {
    "supported": ("Supported", "good"),
    "goes_beyond": ("Goes beyond", "warn"),
    "contradicted": ("Contradicted", "bad"),
    "text_silent": ("Text silent", "quiet"),
    "silent": ("Text silent", "quiet"),
    "not_checkable": ("Not checkable", "quiet"),
}

RELATION: dict[str, tuple[str, Tone]] = {
    "changed": ("Changed", "warn"),
    "contradicts": ("Contradicts", "bad"),
    "incompatible_order_unknown": ("Incompatible, order unknown", "quiet"),
}

STANCE = {
    "OFFER": "offers",
    "COMMIT": "commits",
    "DEMAND": "demands",
    "CONDITION": "sets a condition",
    "SCOPE": "limits the scope",
    "DOUBT": "doubts",
    "REJECT": "rejects",
    "NONCOMMITTAL": "leaves open",
    "REPORT": "reports",
}

HEAD = {
    "party": "Party",
    "instrument": "Agreement",
    "owes": "Owes",
    "at_most": "At most",
    "force": "Force",
    "status": "Status",
    "article": "Article",
    "date": "Date",
    "what": "What",
    "source": "Source",
    "kind": "Kind",
    "outlet": "Outlet",
    "statements": "Statements",
    "quotes": "Word for word",
    "who": "Speaker",
    "said": "What was said",
    "verdict": "Verdict",
    "clause": "What the clause gives",
    "field": "Field",
    "coded": "As coded",
    "country": "Country",
    "documents": "Documents",
    "state": "State of ratification",
    "from": "Since",
    "reason": "Why",
    "rests_on": "Rests on",
    "title": "Title",
    "role": "Role",
    "topics": "Topics",
    "lane": "Kind",
    "number": "No.",
    "floor": "Floor",
    "ceiling": "Ceiling",
    "clause_name": "Clause",
    "signed": "Signed",
    "term": "Term",
    "obligation": "Obligation",
    "debtor": "Debtor",
    "alone": "Only this outlet",
}

TITLE = {
    "questions": "Questions and answers",
    "agreements": "The agreements, clause by clause",
    "guarantors": "The guarantors",
    "claims": "What is said about the guarantees, and what the clauses give",
    "positions": "Positions that changed or contradict one another",
    "sources": "Sources",
    "method": "How this explainer was made",
    "results": "What Foedus computed",
    "entries": "Dated entries of the dossier",
}

# Why nothing, or no more, is owed; after "because". {name} is the agreement, {them} the beneficiary.
REASON = {
    "no_instrument": "there is no agreement",
    "debtor_not_party": "{they} no party to it",
    "target_not_party": "{them} is no party to it",
    "not_yet_in_force": "it is not in force for {who}",
    "never_concluded": "it was never concluded",
    "terminated": "it has ended",
    "suspended_inter_partes": "it is suspended between the two",
    "activation_condition_unmet": "the condition on which it starts is not met",
    "political_commitment": "it is a political promise",
    "domestic_law_only": "it is a law of one state only",
    "no_defence_clause": "it holds no clause of help or consultation",
    "out_of_territorial_scope": "the attack falls outside its territory",
    "excluded_zone": "the place is left out of it",
    "object_not_covered": "what was attacked is not covered",
    "threshold_not_met": "the act stays below its threshold",
    "internal_conflict": "the conflict is internal",
    "attribution_uncertain": "it is not certain who acted",
    "nuclear_condition_unmet": "the attack supposed here neither uses nor threatens nuclear weapons",
    "beneficiary_is_attacker": "the beneficiary is the attacker",
    "adversary_not_covered": "the attacker is not one that it names",
    "attacker_is_party": "the attacker is itself a party",
    "third_party_condition_unmet": "a third party has not done what it makes a condition",
    "exemption_clause": "an exemption applies",
    "collective_guarantee": "the guarantee is owed only by all together",
    "unsc_measures": "the Security Council has taken measures",
    "no_request": "nobody has asked for it",
    "determination_missing": "the decision that it needs has not been taken",
    "veto": "a vote blocks the decision that it needs",
    "waived_by_beneficiary": "the beneficiary has waived it",
}

# The note on what is missing, by the labs that a question asks for.
LAB_NOTES: dict[frozenset[str], str] = {
    frozenset({"deterrence", "bargaining"}): "labs",
    frozenset({"deterrence"}): "labs-deterrence",
    frozenset({"bargaining"}): "labs-bargaining",
}

# Why a promise has not started: (field of the condition, value that it asks for).
UNMET = {
    ("ceasefire", "has_started"): "no ceasefire has come into force",
    ("ceasefire", "in_force"): "no ceasefire is in force",
    ("hostilities", "ended"): "the present hostilities have not ended",
}

# The project's own sentences: explanations of method, never statements about the world.
HOUSE: dict[str, str] = {
    "ladder": "The ladder orders how little is left to the debtor’s choice, not how strong the help is.",
    "floor-ceiling": "The floor is what must be done; the ceiling is what the text allows or invites.",
    "summaries": "The sources of this dossier that are marked as summaries are short summaries in our own words, never the words of the original.",
    "no-side": "Foedus takes no side and makes no forecast.",
    "citations": "Every sentence carries a numbered note that leads to the passage, the clause or the computed result on which it rests.",
    "uncited": "A page with a sentence that cites nothing is refused when the site is built.",
    "verify": "The command “foedus verify” checks each sentence of these pages again: the seal of its passage must hold, and its numbers, dates, names, negations and modal words must be those of the passage.",
    "labs": "The deterrence and bargaining labs do not exist yet, so this answer rests on the evidence and the clauses alone.",
    "labs-deterrence": "The deterrence lab does not exist yet, so this answer rests on the evidence and the clauses alone.",
    "labs-bargaining": "The bargaining lab does not exist yet, so this answer rests on the evidence and the clauses alone.",
    "dates": "A date that a page does not give is shown as unknown or as inferred, never guessed.",
    "readings": "A coded clause follows a named reading, and rival readings are shown beside it.",
    "attack": "The answers about what is owed suppose a plain armed attack on the beneficiary’s own territory by the named challenger, with every fact at its plainest; “as things stand” means that no ceasefire is in force and the hostilities go on.",
    "loopholes": "A loophole is a smallest change of the facts after which nobody owes the level in question.",
    "claims": "A statement about a guarantee is set beside the answer computed from the clauses, and the verdict says which of the two goes further.",
    "attribution": "Who said what was found by rules and is proposed, not reviewed.",
    "coverage": "Coverage counts what the outlets of this dossier carried and gives no score of bias.",
    "corrections": "Corrections are made in the dossier’s notes, and the site is built again from them.",
    "unanswered": "A question is refused where no passage of the sources answers it.",
    "selection": "The answer’s sentences are taken from the sources as they stand; an editor has chosen them, or else a search has, by how well they fit the question.",
    "quotes": "The share of statements given word for word is shown for each outlet.",
    "machine": "The pictures, the tables and the sources can be downloaded in forms that machines read.",
    "positions": "Two positions of one party on one commitment are set side by side where both cannot hold.",
    "topics": "The cards name the states, organisations and people of the dossier, with the dates of their offices.",
    "labs-story": "The deterrence and bargaining labs, which would say under which assumptions the guarantee holds, do not exist yet.",
    "matrix": "A filled cell is law and a dashed frame a promise that is not law; an empty place means that the party is not a party of that agreement.",
    "ladder-marks": "The dot is the floor and the tick the ceiling; a filled dot is law, a hollow one a promise or a draft.",
    "proposed": "The agreements were proposed from the names in the sources, because the dossier names none.",
}
