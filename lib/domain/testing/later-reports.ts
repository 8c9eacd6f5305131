import type { ClerkReport } from "@/lib/domain/testing/clerk-reports";

/** Made-up bodies with their tables, for the sentences of `later-wording`. */

export const XINGAN: ClerkReport = {
  organisation: "兴安市",
  level: "city",
  format: "2021",
  year: 2022,
  active:
    "normative_documents.made 14; normative_documents.repealed 6; normative_documents.in_force 89; licensing.decisions 52817; penalties.decisions 17394; coercion.decisions 628; fees.amount 4182.36",
  requests:
    "received 417 63 2 3 21 9; carried_in 19 4; carried_out 24 5 0 0 2; granted 156 34 2 2 11 7; granted_in_part 38 6 0 0 2; refused_state_secret 3; refused_other_law 4; refused_third_party 13 2; refused_internal_affairs 8; refused_deliberative 16 3; refused_enforcement_file 12 2; refused_administrative_inquiry 5; unavailable_not_held 94 11 0 1 6 2; unavailable_needs_creation 12 1; unavailable_still_unclear 4; not_processed_petition 17; not_processed_repeat 13 2; not_processed_excessive 4; other_not_corrected_in_time 8; other_remaining 5 1",
  litigation: "review 26 8 7 6; direct_suit 8 2 0 4; suit_after_review 10 0 2 5",
  previous: {
    format: "2021",
    year: 2021,
    active:
      "normative_documents.made 11; normative_documents.repealed 5; normative_documents.in_force 81; licensing.decisions 49362; penalties.decisions 18527; coercion.decisions 573; fees.amount 3974.1",
    requests:
      "received 362 51 1 2 16 7; carried_in 14 2; carried_out 19 4; granted 169 35 1 2 12 7; granted_in_part 31 4; refused_third_party 11; refused_deliberative 14 2; refused_enforcement_file 9; unavailable_not_held 81 8 0 0 4; unavailable_needs_creation 9; not_processed_petition 14; not_processed_repeat 9; other_not_corrected_in_time 6; other_remaining 4",
    litigation: "review 21 5 6 4; direct_suit 6 0 1 3; suit_after_review 8 0 1 4",
  },
};

export const XIHAI_LAND: ClerkReport = {
  organisation: "西海市自然资源局",
  level: "unit",
  format: "2021",
  year: 2025,
  active:
    "normative_documents.in_force 11; licensing.decisions 2187; penalties.decisions 326; coercion.decisions 14; fees.amount 752.9",
  requests:
    "received 198 83 4 0 22 8; carried_in 9 3; carried_out 12 5; granted 70 48 4 0 12 6; granted_in_part 21 9 0 0 3; refused_third_party 6 2; refused_internal_affairs 4; refused_deliberative 9 2; unavailable_not_held 63 18 0 0 7 2; unavailable_needs_creation 5; not_processed_petition 8; not_processed_repeat 6; other_remaining 3 2",
  litigation: "review 7 3 1 2; direct_suit 1",
  previous: null,
};

export const QINGXI: ClerkReport = {
  organisation: "清溪县",
  level: "district",
  format: "2019",
  year: 2019,
  active:
    "normative_documents.made 9; normative_documents.disclosed 9; normative_documents.total_public 71; licensing.items_last_year 268; licensing.change 12; licensing.decisions 14926; penalties.items_last_year 1873; penalties.change -35; penalties.decisions 3184; coercion.items_last_year 117; coercion.change 4; coercion.decisions 206; procurement.projects 163; procurement.amount 9274.6",
  requests:
    "received 96 17 0 0 6 2; carried_out 5 2; granted 36 9 0 0 4 2; granted_in_part 11 2; refused_third_party 4; refused_deliberative 5; unavailable_not_held 24 4 0 0 2; not_processed_petition 6; not_processed_repeat 3; other 2",
  litigation: "review 8 2 0 2; direct_suit 3 0 0 2",
  previous: null,
};
