import type { ClerkReport } from "@/lib/domain/testing/clerk-reports";

/** Made-up bodies with their tables, for the sentences of `small-office-wording`. */

export const LANXI: ClerkReport = {
  organisation: "澜溪市",
  level: "city",
  format: "2021",
  year: 2024,
  active:
    "regulations.made 2; regulations.repealed 1; regulations.in_force 17; normative_documents.made 48; normative_documents.repealed 61; normative_documents.in_force 326; licensing.decisions 584317; penalties.decisions 152846; coercion.decisions 6713; fees.amount 41826.35",
  requests:
    "received 1103 137 5 3 43 15; carried_in 51 7 0 0 3; carried_out 68 9 0 0 4 1; granted 412 63 4 2 21 8; granted_in_part 96 14 0 0 5 1; refused_state_secret 3; refused_other_law 7 1; refused_security_stability 2; refused_third_party 25 4 0 0 1; refused_internal_affairs 15 2; refused_deliberative 31 4 0 0 1; refused_enforcement_file 28 3 0 0 1; refused_administrative_inquiry 9; unavailable_not_held 287 33 1 1 12 5; unavailable_needs_creation 26 3; unavailable_still_unclear 8 1; not_processed_petition 54 2; not_processed_repeat 31 2 0 0 1; not_processed_publication 2; not_processed_excessive 13; not_processed_reconfirmation 4; other_not_corrected_in_time 17 2; other_fee_unpaid 2; other_remaining 14 1",
  litigation: "review 86 27 34 18; direct_suit 22 3 6 9; suit_after_review 31 2 5 12",
  previous: {
    format: "2021",
    year: 2023,
    active:
      "regulations.made 1; regulations.repealed 0; regulations.in_force 16; normative_documents.made 57; normative_documents.repealed 29; normative_documents.in_force 339; licensing.decisions 612905; penalties.decisions 139472; coercion.decisions 7028; fees.amount 38904.7",
    requests:
      "received 1004 119 4 2 34 11; carried_in 39 5 0 0 2; carried_out 51 7 0 0 3; granted 388 57 3 2 18 6; granted_in_part 84 11 0 0 4 1; refused_state_secret 2; refused_other_law 5 1; refused_third_party 22 3 0 0 1; refused_internal_affairs 13 1; refused_deliberative 27 3; refused_enforcement_file 31 4; refused_administrative_inquiry 7; unavailable_not_held 251 28 1 0 10 4; unavailable_needs_creation 22 2; unavailable_still_unclear 10 1; not_processed_petition 61 3; not_processed_repeat 26 1; not_processed_excessive 9; other_not_corrected_in_time 21 2; other_fee_unpaid 1; other_remaining 12",
    litigation: "review 79 15 30 14; direct_suit 25 2 8 7; suit_after_review 24 3 4 10",
  },
};

export const WUYANG: ClerkReport = {
  organisation: "梧阳市",
  level: "district",
  format: "2021",
  year: 2022,
  active:
    "normative_documents.made 9; normative_documents.repealed 14; normative_documents.in_force 71; licensing.decisions 38294; penalties.decisions 12657; coercion.decisions 518; fees.amount 6241.08",
  requests:
    "received 235 33 0 1 8 3; carried_in 9 1; carried_out 14 2 0 0 1; granted 83 17 0 1 4 2; granted_in_part 22 4 0 0 1; refused_other_law 1; refused_third_party 6 1; refused_internal_affairs 3; refused_deliberative 8 1; refused_enforcement_file 5; refused_administrative_inquiry 4; unavailable_not_held 61 7 0 0 2 1; unavailable_needs_creation 7; unavailable_still_unclear 2; not_processed_petition 12; not_processed_repeat 6 1; not_processed_excessive 2; other_not_corrected_in_time 5; other_remaining 3 1",
  litigation: "review 14 5 3 4; direct_suit 3 1 0 2; suit_after_review 5 0 1 1",
  previous: {
    format: "2021",
    year: 2021,
    active:
      "normative_documents.made 12; normative_documents.repealed 7; normative_documents.in_force 76; licensing.decisions 35120; penalties.decisions 14063; coercion.decisions 497; fees.amount 5873.6",
    requests:
      "received 205 28 0 0 6 1; carried_in 6; carried_out 9 1; granted 71 15 0 0 3 1; granted_in_part 18 3; refused_third_party 4 1; refused_internal_affairs 4; refused_deliberative 6; refused_enforcement_file 7; refused_administrative_inquiry 2; unavailable_not_held 55 6 0 0 3; unavailable_needs_creation 5; unavailable_still_unclear 3; not_processed_petition 15 1; not_processed_repeat 4; other_not_corrected_in_time 6 1; other_remaining 2",
    litigation: "review 11 2 4 3; direct_suit 4 0 1 1; suit_after_review 2 0 0 1",
  },
};

export const LUTING: ClerkReport = {
  organisation: "鹭汀高新技术产业开发区管理委员会",
  level: "unit",
  format: "2021",
  year: 2021,
  active:
    "normative_documents.made 4; normative_documents.repealed 2; normative_documents.in_force 18; licensing.decisions 2915; penalties.decisions 286; coercion.decisions 7; fees.amount 42.6",
  requests:
    "received 27 12 0 0 3 1; carried_in 2; carried_out 3 1; granted 6 5 0 0 2; granted_in_part 2 1; refused_third_party 1 1; refused_deliberative 1; refused_enforcement_file 1; unavailable_not_held 9 4 0 0 1 1; unavailable_needs_creation 1; not_processed_petition 2; not_processed_repeat 1; other_not_corrected_in_time 1; other_remaining 1",
  litigation: "review 3 1 1; direct_suit 1 0 0 1",
  previous: null,
};

export const HENGCHUAN: ClerkReport = {
  organisation: "衡川市住房和城乡建设局",
  level: "unit",
  format: "2021",
  year: 2024,
  active:
    "normative_documents.made 3; normative_documents.repealed 5; normative_documents.in_force 27; licensing.decisions 7482; penalties.decisions 613; fees.amount 386.52",
  requests:
    "received 157 21 0 0 9 2; carried_in 6 1; carried_out 8 2; granted 47 9 0 0 6 1; granted_in_part 13 3 0 0 1; refused_third_party 4 1; refused_internal_affairs 2; refused_deliberative 5; refused_enforcement_file 6 1; refused_administrative_inquiry 11; unavailable_not_held 38 6 0 0 2 1; unavailable_needs_creation 3; unavailable_still_unclear 1; not_processed_petition 9; not_processed_repeat 5; not_processed_excessive 3; not_processed_reconfirmation 1; other_not_corrected_in_time 4; other_fee_unpaid 1; other_remaining 2",
  litigation: "review 9 4 5 2; direct_suit 4 1 0 3; suit_after_review 3 0 1 2",
  previous: {
    format: "2021",
    year: 2023,
    active:
      "normative_documents.made 6; normative_documents.repealed 2; normative_documents.in_force 29; licensing.decisions 7951; penalties.decisions 548; fees.amount 402.18",
    requests:
      "received 164 16 0 0 6; carried_in 4 1; carried_out 6 1; granted 52 7 0 0 4; granted_in_part 10 2; refused_third_party 3; refused_internal_affairs 3; refused_deliberative 4; refused_enforcement_file 8 1; refused_administrative_inquiry 8; unavailable_not_held 43 5 0 0 2; unavailable_needs_creation 2 1; not_processed_petition 12; not_processed_repeat 3; not_processed_excessive 6; other_not_corrected_in_time 5; other_remaining 3",
    litigation: "review 12 3 4 5; direct_suit 3 0 1 1; suit_after_review 2 1 0 2",
  },
};
