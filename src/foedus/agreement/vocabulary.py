"""The closed vocabularies of the agreement language and of the facts of a case.

The words are those of the case format ``foedus/case@1``; the documentation lists them.
"""

from __future__ import annotations

from typing import Literal, get_args

# --- facts -------------------------------------------------------------------------------
EventKind = Literal[
    "armed_attack", "limited_armed_attack", "blockade", "occupation", "mobilisation", "threat",
    "ultimatum", "grey_zone", "cyber", "sabotage", "proxy_attack", "airspace_incursion",
    "insurgency", "coup", "treaty_breach", "economic_coercion", "nuclear_threat",
    "declaration_of_war", "joins_alliance", "hosts_foreign_forces", "none",
]  # fmt: skip
Origin = Literal["external", "internal", "mixed"]
ByKind = Literal["state", "state_organ", "non_state", "proxy", "mixed", "none"]
Object = Literal[
    "territory", "forces", "vessel", "aircraft", "population", "institutions", "infrastructure",
    "none",
]  # fmt: skip
Weapons = Literal[
    "none", "conventional", "nuclear", "chemical", "biological", "radiological", "unknown"
]
Provoked = Literal["no", "claimed", "yes"]
Attribution = Literal["certain", "contested", "none"]
VictimSays = Literal["armed_attack", "not_armed_attack", "silent"]
ClaimedOrigin = Literal["external", "internal"]
Ideology = Literal["communist", "other"]
Aim = Literal["restore_guaranteed_order", "other", "unknown"]
Region = Literal[
    "europe", "north_america", "north_atlantic_north_of_cancer", "mediterranean", "black_sea",
    "anatolia", "south_atlantic", "latin_america_caribbean", "north_africa", "sub_saharan_africa",
    "middle_east", "caucasus", "central_asia", "south_asia", "southeast_asia", "east_asia",
    "pacific", "australasia", "indian_ocean",
]  # fmt: skip
PlaceType = Literal[
    "metropolitan", "overseas", "island", "uninhabited_feature", "high_seas", "territorial_sea",
    "airspace", "foreign_land",
]  # fmt: skip
RequestKind = Literal["consultation", "assistance", "consent_to_enter"]
Decision = Literal[
    "attack_established", "breach_established", "assistance_recommended", "force_authorised",
    "peacekeeping_authorised", "left_to_each", "no_decision", "rejected",
]  # fmt: skip
CouncilState = Literal["inactive", "seized", "measures_taken", "vetoed"]
AgreedSubject = Literal[
    "measures", "scope_extension", "threat_exists", "attack_exists", "prior_consultation"
]
CrossKind = Literal["general_arbitration_treaty", "bilateral_commitment_ratified"]
VoteCast = Literal["yes", "no", "none"]

# --- agreements --------------------------------------------------------------------------
InstrumentType = Literal[
    "treaty", "exec_agreement", "exchange_of_notes", "memorandum", "declaration", "protocol",
    "draft", "convention", "resolution", "domestic_law",
]  # fmt: skip
LegalForce = Literal["binding", "political", "domestic", "contested"]
PartyStateName = Literal[
    "not_signed", "signed_not_ratified", "ratified", "provisionally_applied", "in_force",
    "suspended", "notice_given", "withdrawn",
]  # fmt: skip
RoleKind = Literal["guarantor", "beneficiary", "assurer", "neutral", "depositary", "monitor"]
Deontic = Literal["shall", "should", "may", "intends"]
Discretion = Literal["none", "means", "action"]
Content = Literal[
    "consult", "report_unsc", "seek_unsc_action", "arms", "training", "intelligence", "logistics",
    "money", "sanctions", "snapback", "forces", "air_defence", "naval", "exercise", "facilities",
    "monitoring", "diplomacy",
]  # fmt: skip
NegativeContent = Literal[
    "non_aggression", "respect_sovereignty", "non_interference", "neutrality", "no_aid_to_enemy",
    "no_economic_coercion", "no_nuclear_use", "no_alliances", "no_foreign_bases", "basing_limits",
    "no_conflicting_treaty", "no_separate_peace",
]  # fmt: skip
Qualifier = Literal[
    "constitutional_processes", "individually_and_in_concert", "best_efforts", "within_means"
]
VoteRule = Literal["unanimity", "consensus", "majority", "two_thirds", "n_of_m"]
DecidedBy = Literal["self", "each_guarantor", "jointly", "organ"]
NoDecision = Literal["established", "not_established", "open"]
TerritoryTest = Literal["recognised", "sovereignty", "administered"]
ReadingKind = Literal["text", "practice", "party_statement", "court"]
Verified = Literal["seen", "suite", "from_memory"]

# --- answers -----------------------------------------------------------------------------
Rung = Literal[
    "none", "consult", "refer_unsc", "act_discretion", "assist_nonmil", "assist_mil", "automatic"
]
RUNGS: tuple[Rung, ...] = get_args(Rung)
Status = Literal[
    "not_bound", "not_in_force", "suspended", "not_triggered", "latent", "determination_pending",
    "determination_vetoed", "waived", "triggered", "activated", "political_only",
    "negative_duty_breach", "contested",
]  # fmt: skip
Reason = Literal[
    "no_instrument", "debtor_not_party", "target_not_party", "not_yet_in_force", "never_concluded",
    "terminated", "suspended_inter_partes", "activation_condition_unmet", "political_commitment",
    "domestic_law_only", "no_defence_clause", "in_scope", "administered_territory",
    "out_of_territorial_scope", "excluded_zone", "object_covered", "object_not_covered",
    "armed_attack", "threat_clause", "threshold_not_met", "internal_conflict",
    "attribution_uncertain", "beneficiary_is_attacker", "no_provocation_condition",
    "nuclear_condition_met", "nuclear_condition_unmet", "named_adversary", "adversary_not_covered",
    "attacker_is_party", "party_carveout", "request_made", "no_request", "organ_decision",
    "determination_missing", "veto", "collective_guarantee", "third_party_condition_unmet",
    "exemption_clause", "waived_by_beneficiary", "own_judgement", "future_attack_clause",
    "refrain_duty_running", "purpose_limit_exceeded", "unsc_measures", "reading_disputed",
]  # fmt: skip

#: Kinds of force that count as an armed attack of themselves.
ATTACKS: frozenset[str] = frozenset({"armed_attack", "limited_armed_attack", "declaration_of_war"})


def rank(rung: Rung) -> int:
    """Return the place of a rung on the ladder, 0 for ``none``.

    Examples
    --------
    >>> rank("consult") < rank("assist_mil")
    True
    """
    return RUNGS.index(rung)
