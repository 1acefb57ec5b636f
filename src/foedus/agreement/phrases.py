"""The English of every word of the vocabularies, as data for :mod:`foedus.agreement.wording`.

A phrase is written so that it stands in the middle of a sentence. The tests hold the tables
complete: every word of every vocabulary has its phrase.
"""

from __future__ import annotations

from typing import Final

RUNGS: Final[dict[str, str]] = {
    "none": "nothing",
    "consult": "consultation",
    "refer_unsc": "seeking action by the Security Council",
    "act_discretion": "action, of a kind that it chooses itself",
    "assist_nonmil": "help, with no armed force of its own owed",
    "assist_mil": "military help",
    "automatic": "war at the victim's side, without any further decision",
}

STATUSES: Final[dict[str, str]] = {
    "not_bound": "not bound",
    "not_in_force": "not in force",
    "suspended": "suspended",
    "not_triggered": "not triggered",
    "latent": "waiting for a request",
    "determination_pending": "waiting for a determination",
    "determination_vetoed": "blocked by a vote",
    "waived": "released by the beneficiary",
    "triggered": "owed",
    "activated": "owed and called upon",
    "political_only": "promised politically, not owed in law",
    "negative_duty_breach": "in breach of a duty to refrain",
    "contested": "read in different ways",
}

REASONS: Final[dict[str, str]] = {
    "no_instrument": "no instrument links the two states",
    "debtor_not_party": "it is not a party",
    "target_not_party": "the victim is neither a party nor a protected state",
    "not_yet_in_force": "the instrument is not yet in force between the two",
    "never_concluded": "the text stayed a draft",
    "terminated": "the duty has ended",
    "suspended_inter_partes": "the instrument is suspended between the two",
    "activation_condition_unmet": "the event with which the promise starts has not happened",
    "political_commitment": "the promise is not legally binding",
    "domestic_law_only": "it rests on one state's own law",
    "no_defence_clause": "the instrument has no duty to help",
    "in_scope": "the place lies in the covered area",
    "administered_territory": "the place is covered because it is administered, whoever owns it",
    "out_of_territorial_scope": "the place lies outside the covered area",
    "excluded_zone": "the place lies in a zone that is left out",
    "object_covered": "the forces, vessel or aircraft are covered where they were",
    "object_not_covered": "the forces, vessel or aircraft are not covered where they were",
    "armed_attack": "there was an armed attack",
    "threat_clause": "the clause on threats and consultation is met",
    "threshold_not_met": "the act is below what the clause needs",
    "internal_conflict": "there is no attacker from outside",
    "attribution_uncertain": "who did it, or whether it was meant, is not established",
    "beneficiary_is_attacker": "the beneficiary struck first or gave the provocation",
    "no_provocation_condition": "the text does not ask who began",
    "nuclear_condition_met": "the clause on nuclear weapons is met",
    "nuclear_condition_unmet": "no nuclear weapon was used or threatened",
    "named_adversary": "the attacker is the adversary that the text names",
    "adversary_not_covered": "the text does not cover this attacker",
    "attacker_is_party": "the attacker is itself a party or a guarantor",
    "party_carveout": "a reservation or special clause of this party applies",
    "request_made": "the request that is needed was made",
    "no_request": "the request that is needed was not made",
    "organ_decision": "an organ decided",
    "determination_missing": "the decision that is needed has not been taken",
    "veto": "a vote blocked the decision",
    "collective_guarantee": "the guarantors are bound only all together",
    "third_party_condition_unmet": "a third state has not done what the help depends on",
    "exemption_clause": "an exemption applies",
    "waived_by_beneficiary": "the victim released it from the duty",
    "own_judgement": "it chooses the means itself",
    "future_attack_clause": "the clause on a future attack is met",
    "refrain_duty_running": "a duty to refrain is in force",
    "purpose_limit_exceeded": "a permitted act went beyond its purpose",
    "unsc_measures": "measures of the Security Council took the duty's place",
    "reading_disputed": "the text can be read in two ways",
}

CONTENTS: Final[dict[str, str]] = {
    "consult": "consultation",
    "report_unsc": "a report to the Security Council",
    "seek_unsc_action": "seeking action by the Security Council",
    "arms": "arms",
    "training": "training",
    "intelligence": "intelligence",
    "logistics": "logistics",
    "money": "money",
    "sanctions": "sanctions",
    "snapback": "the return of sanctions",
    "forces": "armed force of its own",
    "air_defence": "air defence",
    "naval": "naval forces",
    "exercise": "exercises",
    "facilities": "bases and facilities",
    "monitoring": "monitoring",
    "diplomacy": "diplomatic support",
}

REFRAINS: Final[dict[str, str]] = {
    "non_aggression": "no threat or use of force",
    "respect_sovereignty": "respect for independence, sovereignty and borders",
    "non_interference": "no interference in internal affairs",
    "neutrality": "neutrality",
    "no_aid_to_enemy": "no aid to the enemy",
    "no_economic_coercion": "no economic coercion",
    "no_nuclear_use": "no use of nuclear weapons",
    "no_alliances": "no alliances",
    "no_foreign_bases": "no foreign bases",
    "basing_limits": "limits on bases",
    "no_conflicting_treaty": "no conflicting treaty",
    "no_separate_peace": "no separate peace",
}

KINDS: Final[dict[str, str]] = {
    "armed_attack": "an armed attack",
    "limited_armed_attack": "a limited armed attack",
    "blockade": "a blockade",
    "occupation": "an occupation",
    "mobilisation": "a mobilisation",
    "threat": "a threat of force",
    "ultimatum": "an ultimatum",
    "grey_zone": "an act in the grey zone below force",
    "cyber": "a cyber attack",
    "sabotage": "sabotage",
    "proxy_attack": "an attack by proxies",
    "airspace_incursion": "an intrusion into airspace",
    "insurgency": "an insurgency",
    "coup": "a coup",
    "treaty_breach": "a breach of the treaty",
    "economic_coercion": "economic coercion",
    "nuclear_threat": "a threat with nuclear weapons",
    "declaration_of_war": "a declaration of war",
    "joins_alliance": "the joining of an alliance",
    "hosts_foreign_forces": "the hosting of foreign forces",
    "none": "no act at all",
}

REGIONS: Final[dict[str, str]] = {
    "europe": "Europe",
    "north_america": "North America",
    "north_atlantic_north_of_cancer": "the Atlantic north of the Tropic of Cancer",
    "mediterranean": "the Mediterranean",
    "black_sea": "the Black Sea",
    "anatolia": "Anatolia",
    "south_atlantic": "the Atlantic south of the Tropic of Cancer",
    "latin_america_caribbean": "Latin America and the Caribbean",
    "north_africa": "North Africa",
    "sub_saharan_africa": "Africa south of the Sahara",
    "middle_east": "the Middle East",
    "caucasus": "the Caucasus south of the ridge",
    "central_asia": "Central Asia",
    "south_asia": "South Asia",
    "southeast_asia": "Southeast Asia",
    "east_asia": "East Asia",
    "pacific": "the Pacific",
    "australasia": "Australia or New Zealand",
    "indian_ocean": "the Indian Ocean",
}

PLACE_TYPES: Final[dict[str, str]] = {
    "metropolitan": "metropolitan land",
    "overseas": "an overseas territory",
    "island": "an island",
    "uninhabited_feature": "an uninhabited reef or rock",
    "high_seas": "the high seas",
    "territorial_sea": "the territorial sea",
    "airspace": "airspace",
    "foreign_land": "land of another state where the victim's forces stand",
}

ZONES: Final[dict[str, str]] = {
    "algerian_departments": "the Algerian departments of France",
    "crimea": "Crimea",
    "ordlo": "the parts of Donetsk and Luhansk regions held by separatists before 24 February 2022",
    "east_of_contact_line": "the land east of the line of contact",
    "rhineland_demilitarised": "the demilitarised Rhineland",
    "nagorno_karabakh": "Nagorno-Karabakh",
    "manchuria_korea": "Manchuria and Korea",
    "protocol_state": "Laos, Cambodia and South Vietnam",
    "eastern_asia_india": "East Asia and India",
    "japanese_administered": "land under the administration of Japan",
}

CLASSES: Final[dict[str, str]] = {
    "any": "anybody",
    "state": "a state",
    "non_state": "a group that is no state",
    "party": "a party",
    "third_state": "a state that is no party",
    "creditor": "the state that is owed the duty",
    "debtor": "the state that owes the duty",
}

#: Field -> value -> phrase, for the fields of a condition that have a vocabulary of their own.
VALUES: Final[dict[str, dict[str, str]]] = {
    "kind": KINDS,
    "region": REGIONS,
    "place_type": PLACE_TYPES,
    "origin": {
        "external": "from outside",
        "internal": "from inside",
        "mixed": "partly from outside",
    },
    "by_kind": {
        "state": "a state's forces",
        "state_organ": "a state's coast guard or police",
        "non_state": "a group that is no state",
        "proxy": "a proxy",
        "mixed": "a mixture of forces",
        "none": "nobody",
    },
    "object": {
        "territory": "territory",
        "forces": "armed forces",
        "vessel": "a vessel",
        "aircraft": "an aircraft",
        "population": "the population",
        "institutions": "institutions",
        "infrastructure": "infrastructure",
        "none": "nothing in particular",
    },
    "weapons": {
        "none": "no weapons",
        "conventional": "conventional weapons",
        "nuclear": "nuclear weapons",
        "chemical": "chemical weapons",
        "biological": "biological weapons",
        "radiological": "radiological weapons",
        "unknown": "weapons that are not known",
    },
    "attribution": {"certain": "certain", "contested": "contested", "none": "unknown"},
    "victim_says": {
        "armed_attack": "calls it an armed attack",
        "not_armed_attack": "says that it is no armed attack",
        "silent": "is silent",
    },
    "claimed_origin": {"external": "from outside", "internal": "from inside"},
    "aim": {
        "restore_guaranteed_order": "to restore the guaranteed order",
        "other": "another",
        "unknown": "unknown",
    },
    "ideology": {"communist": "communist", "other": "not communist"},
    "unsc": {
        "inactive": "has not taken the matter up",
        "seized": "has taken the matter up",
        "measures_taken": "has taken measures",
        "vetoed": "was blocked by a veto",
    },
    "cross_instrument": {
        "general_arbitration_treaty": "a general treaty of arbitration with the attacker",
        "bilateral_commitment_ratified": "the debtor's own ratified commitment to the beneficiary",
    },
    "request": {
        "consultation": "asked for consultation",
        "assistance": "asked for help",
        "consent_to_enter": "agreed to the entry of forces",
    },
    "agreed": {
        "measures": "on measures",
        "scope_extension": "to extend the scope",
        "threat_exists": "that there is a threat",
        "attack_exists": "that there is an attack",
        "prior_consultation": "in consultation beforehand",
    },
    "finding": {
        "attack_established": "that there is an attack",
        "breach_established": "that there is a breach",
        "assistance_recommended": "to recommend help",
        "force_authorised": "to authorise force",
        "peacekeeping_authorised": "to authorise peacekeeping",
        "left_to_each": "to leave the matter to each state",
        "no_decision": "nothing",
        "rejected": "to reject the matter",
    },
}
VALUES["party_request"] = VALUES["request"]

#: Field -> (what is said where it holds, what is said where it does not).
TEMPLATES: Final[dict[str, tuple[str, str]]] = {
    "kind": ("the act is {}", "the act is not {}"),
    "origin": ("it comes {}", "it does not come {}"),
    "by_kind": ("it is done by {}", "it is not done by {}"),
    "object": ("it is aimed at {}", "it is not aimed at {}"),
    "weapons": ("it is done with {}", "it is not done with {}"),
    "attribution": ("its author is {}", "its author is not {}"),
    "victim_says": ("the victim {}", "it is not so that the victim {}"),
    "claimed_origin": (
        "the victim's government says that it comes {}",
        "the victim's government does not say that it comes {}",
    ),
    "aim": ("its aim is {}", "its aim is not {}"),
    "interest_affected": (
        "an interest of {} is affected",
        "no interest of {} is affected",
    ),
    "against": ("it is directed against {}", "it is not directed against {}"),
    "involved": ("{} takes part or is attacked", "neither side is {}"),
    "by": ("the attacker is {}", "the attacker is not {}"),
    "joined_by": ("it is joined by {}", "it is not joined by {}"),
    "region": ("it happens in {}", "it does not happen in {}"),
    "place_type": ("the place is {}", "the place is not {}"),
    "zone": ("the place lies in {}", "the place does not lie in {}"),
    "ideology": ("the attack is {}", "the attack is not {}"),
    "unsc": ("the Security Council {}", "it is not so that the Security Council {}"),
    "cross_instrument": ("{} is in force", "{} is not in force"),
    "performed_by": ("{} has done its part", "{} has not done its part"),
    "request": ("the beneficiary has {}", "the beneficiary has not {}"),
    "party_request": ("a party has {}", "no party has {}"),
    "request_article": ("the request names article {}", "the request does not name article {}"),
    "agreed": ("the two have agreed {}", "the two have not agreed {}"),
    "finding": ("the organ has decided {}", "the organ has not decided {}"),
    "organ": ("{} has decided", "{} has not decided"),
}

#: Tests that are said best as a whole: field -> values (sorted) -> phrase.
WHOLE: Final[dict[str, dict[tuple[str, ...], str]]] = {
    "intended": {
        ("true",): "it is meant",
        ("false",): "it is not meant, as with a stray weapon",
    },
    "resisted": {("true",): "it is resisted", ("false",): "it is not resisted"},
    "at_war": {
        ("with_attacker",): "the state that is owed the duty is at war with the attacker",
        ("no",): "the state that is owed the duty is not at war with the attacker",
    },
    "attackers": {
        ("one",): "there is one attacker",
        ("two_or_more",): "there are two attackers or more",
    },
    "provoked": {
        ("no",): "the victim did not begin it, and nobody claims that it did",
        ("claimed",): "the attacker claims that the victim began it",
        ("yes",): "the victim began it",
        ("claimed", "no"): "the victim did not begin it, whatever the attacker claims",
        ("claimed", "yes"): "the victim began it or is said to have begun it",
        ("no", "yes"): "it is plain who began it",
        ("claimed", "no", "yes"): "whoever began it",
    },
    "ceasefire": {
        ("none",): "no ceasefire has begun",
        ("in_force",): "a ceasefire is in force",
        ("has_started",): "a ceasefire has begun (a later breach does not undo that)",
    },
    "hostilities": {
        ("running",): "the present war is still running",
        ("ended",): "the present war has ended",
    },
    "exemption_invoked": {
        ("true",): "the debtor has invoked an exemption against the attacker",
        ("false",): "the debtor has invoked no exemption against the attacker",
    },
}

#: What is said where such a test does not hold, if that is not another value's phrase: a ceasefire
#: that is in force has also begun.
NOT_WHOLE: Final[dict[str, dict[tuple[str, ...], str]]] = {
    "ceasefire": {
        ("none",): "a ceasefire has begun (a later breach does not undo that)",
        ("in_force",): "no ceasefire is in force",
        ("has_started",): "no ceasefire has begun",
        ("has_started", "in_force"): "no ceasefire has begun",
        ("in_force", "none"): "a ceasefire has begun and was broken since",
        ("has_started", "none"): "never",
        ("has_started", "in_force", "none"): "never",
    },
}

#: Other vocabularies of an agreement: vocabulary -> word -> phrase.
WORDS: Final[dict[str, dict[str, str]]] = {
    "deontic": {"shall": "must", "should": "should", "may": "may", "intends": "intends to"},
    "discretion": {
        "none": "what is named is owed",
        "means": "help is owed, its kind is the debtor's choice",
        "action": "the debtor alone decides what to do",
    },
    "legal_force": {
        "binding": "legally binding",
        "political": "politically binding only",
        "domestic": "one state's own law",
        "contested": "contested",
    },
    "instrument_type": {
        "treaty": "treaty",
        "exec_agreement": "executive agreement",
        "exchange_of_notes": "exchange of notes",
        "memorandum": "memorandum",
        "declaration": "declaration",
        "protocol": "protocol",
        "draft": "draft",
        "convention": "convention",
        "resolution": "resolution",
        "domestic_law": "domestic law",
    },
    "party_state": {
        "not_signed": "not signed",
        "signed_not_ratified": "signed, not ratified",
        "ratified": "ratified, not in force",
        "provisionally_applied": "provisionally applied",
        "in_force": "in force",
        "suspended": "suspended",
        "notice_given": "notice given",
        "withdrawn": "withdrawn",
    },
    "role_kind": {
        "guarantor": "guarantor",
        "beneficiary": "beneficiary",
        "assurer": "giver of assurances",
        "neutral": "neutral",
        "depositary": "depositary",
        "monitor": "monitor",
    },
    "collective_or_several": {
        "several": "each for itself",
        "collective": "only all together",
        "disputed": "together or each for itself, which is disputed",
    },
    "qualifier": {
        "constitutional_processes": "by its constitutional processes",
        "individually_and_in_concert": "alone and together with the others",
        "best_efforts": "as far as it can",
        "within_means": "within its means",
    },
    "decided_by": {
        "self": "the debtor itself",
        "each_guarantor": "each guarantor for itself",
        "jointly": "debtor and creditor by agreement",
        "organ": "an organ",
    },
    "vote_rule": {
        "unanimity": "every vote in favour",
        "consensus": "no vote against",
        "majority": "a majority",
        "two_thirds": "two thirds of the votes",
        "n_of_m": "a fixed number of votes",
    },
    "no_decision": {
        "established": "the attack counts as established",
        "not_established": "the attack counts as not established",
        "open": "the matter stays open",
    },
    "territory_test": {
        "recognised": "recognised as its territory",
        "sovereignty": "under its sovereignty",
        "administered": "under its administration",
    },
    "reading_kind": {
        "text": "reading of the text",
        "practice": "practice",
        "party_statement": "statement of a party",
        "court": "court",
    },
    "verified": {
        "seen": "seen in the text",
        "suite": "reading of the suite",
        "from_memory": "from memory",
    },
    "reservation": {
        "reservation": "reservation",
        "understanding": "understanding",
        "declaration": "declaration",
        "specific_character": "specific character of its policy",
    },
    "reservation_effect": {
        "excluded": "the clause does not apply",
        "no_ceiling": "nothing above the floor is invited",
    },
    "evidence_kind": {
        "verbs": "verbs",
        "final_clauses": "final clauses",
        "registration": "registration",
        "ratification": "ratification",
        "dispute_settlement": "settlement of disputes",
        "termination_clause": "clause on its end",
        "party_statement": "statement of a party",
        "domestic_status": "domestic status",
        "title": "title",
    },
    "interplay_rule": {
        "prevails": "prevails over",
        "without_prejudice": "leaves untouched",
        "requires": "requires",
        "complements": "complements",
        "yields": "yields to",
    },
    "entry_into_force": {
        "signature": "on signature",
        "ratification": "on ratification",
        "never": "never",
        "other": "as the text says",
        "": "not coded",
    },
    "means_state": {
        "promised": "promised",
        "planned": "planned",
        "in_place": "in place",
        "tested": "tested",
    },
}
