import type { ClerkReport } from "@/lib/domain/testing/clerk-reports";

/** Made-up bodies with their tables, for the sentences of `gathered-wording`. */

export const LINCHUAN: ClerkReport = {
  organisation: "临川区",
  level: "district",
  format: "2021",
  year: 2023,
  active:
    "normative_documents.made 13; normative_documents.repealed 9; normative_documents.in_force 76; licensing.decisions 41873; penalties.decisions 10264; coercion.decisions 391; fees.amount 2874.16",
  requests:
    "received 318 47 3 2 16 8; carried_in 14 3 0 0 1; carried_out 21 4 0 0 2; granted 137 21 2 1 9 4; granted_in_part 25 4 0 0 1; refused_state_secret 1; refused_other_law 2; refused_third_party 9 2; refused_internal_affairs 5 1; refused_deliberative 12 2 0 0 1; refused_enforcement_file 10 3; refused_administrative_inquiry 4; unavailable_not_held 58 8 1 1 4 3; unavailable_needs_creation 9 1; unavailable_still_unclear 3; not_processed_petition 11; not_processed_repeat 8 2 0 0 0 1; not_processed_publication 2; not_processed_excessive 3; not_processed_reconfirmation 1; other_not_corrected_in_time 6 1; other_fee_unpaid 2; other_remaining 3 1",
  litigation: "review 19 6 4 5; direct_suit 5 1 0 3; suit_after_review 6 0 1 4",
  previous: {
    format: "2021",
    year: 2022,
    active:
      "normative_documents.made 10; normative_documents.repealed 4; normative_documents.in_force 72; licensing.decisions 38916; penalties.decisions 11027; coercion.decisions 358; fees.amount 2716.4",
    requests:
      "received 271 39 2 1 11 5; carried_in 11 2; carried_out 14 3 0 0 1; granted 138 22 1 1 7 4; granted_in_part 21 3; refused_third_party 7 2; refused_internal_affairs 4; refused_deliberative 10 2; refused_enforcement_file 9 1; unavailable_not_held 49 7 1 0 3 1; unavailable_needs_creation 6; unavailable_still_unclear 2; not_processed_petition 9; not_processed_repeat 7; other_not_corrected_in_time 4 1; other_remaining 2",
    litigation: "review 15 4 3 5; direct_suit 4 0 1 2; suit_after_review 5 0 1 1",
  },
};

export const CANGYUAN: ClerkReport = {
  organisation: "沧源市",
  level: "city",
  format: "2021",
  year: 2022,
  active:
    "regulations.made 4; regulations.repealed 2; regulations.in_force 37; normative_documents.made 94; normative_documents.repealed 47; normative_documents.in_force 583; licensing.decisions 1184027; penalties.decisions 362518; coercion.decisions 17943; fees.amount 96341.27",
  requests:
    "received 2683 304 11 6 117 42; carried_in 148 19 0 0 7 3; carried_out 176 23 1 0 9 4; granted 929 126 6 3 52 21; granted_in_part 241 33 1 0 12 5; refused_state_secret 7 1; refused_other_law 24 3; refused_security_stability 12; refused_third_party 61 8 0 0 3; refused_internal_affairs 39 5; refused_deliberative 66 9 0 0 2 1; refused_enforcement_file 88 11 0 0 4; refused_administrative_inquiry 23 2; unavailable_not_held 713 68 3 2 31 13; unavailable_needs_creation 72 6 0 0 3; unavailable_still_unclear 28 2; not_processed_petition 126 8 0 1 2; not_processed_repeat 74 6 0 0 3; not_processed_publication 7; not_processed_excessive 26 1; not_processed_reconfirmation 14 1; other_not_corrected_in_time 41 4 0 0 1; other_fee_unpaid 6 1; other_remaining 58 5 0 0 2 1",
  litigation: "review 167 43 58 31; direct_suit 49 7 14 18; suit_after_review 63 5 11 22",
  previous: {
    format: "2021",
    year: 2021,
    active:
      "regulations.made 2; regulations.repealed 1; regulations.in_force 35; normative_documents.made 81; normative_documents.repealed 39; normative_documents.in_force 536; licensing.decisions 1097368; penalties.decisions 381206; coercion.decisions 16512; fees.amount 91874.9",
    requests:
      "received 2347 263 8 4 92 33; carried_in 121 13 0 0 4 1; carried_out 148 19 0 0 7 3; granted 858 120 5 3 49 20; granted_in_part 207 28 1 0 9 3; refused_third_party 88 9 0 0 2; refused_internal_affairs 41 3; refused_deliberative 59 7 0 0 2; refused_enforcement_file 77 9 0 0 3; refused_administrative_inquiry 18; unavailable_not_held 614 57 2 1 24 8; unavailable_needs_creation 63 5; unavailable_still_unclear 22; not_processed_petition 109 6; not_processed_repeat 61 5; not_processed_excessive 19; other_not_corrected_in_time 33 2; other_fee_unpaid 4; other_remaining 47 6",
    litigation: "review 139 34 47 28; direct_suit 41 5 9 16; suit_after_review 52 4 8 17",
  },
};

export const QINGSHI: ClerkReport = {
  organisation: "青石街道办事处",
  level: "unit",
  format: "2021",
  year: 2024,
  active: "normative_documents.in_force 4; licensing.decisions 37; penalties.decisions 215; coercion.decisions 6",
  requests:
    "received 21 3 0 0 1; carried_in 3; carried_out 4; granted 5 2 0 0 1; granted_in_part 3; refused_third_party 2; refused_deliberative 1; unavailable_not_held 6 1; not_processed_petition 2; other_not_corrected_in_time 1",
  litigation: "review 5 0 1 2; direct_suit 2",
  previous: {
    format: "2021",
    year: 2023,
    active: "normative_documents.in_force 5; licensing.decisions 29; penalties.decisions 248; coercion.decisions 9",
    requests:
      "received 15 2; carried_in 2; carried_out 3; granted 5 2; granted_in_part 2; refused_third_party 1; unavailable_not_held 5; not_processed_repeat 1",
    litigation: "review 3 0 0 1; direct_suit 1",
  },
};

export const NINGCHUAN: ClerkReport = {
  organisation: "宁川县",
  level: "district",
  format: "2019",
  year: 2020,
  active:
    "normative_documents.made 16; normative_documents.disclosed 14; normative_documents.total_public 129; licensing.items_last_year 417; licensing.change -23; licensing.decisions 28614; other_services.items_last_year 236; other_services.change 17; other_services.decisions 9453; penalties.items_last_year 3148; penalties.change 64; penalties.decisions 4872; coercion.items_last_year 182; coercion.change -6; coercion.decisions 318; fees.items_last_year 31; fees.change -3; procurement.projects 247; procurement.amount 18463.75",
  requests:
    "received 163 24 1 0 9 4; carried_in 7 2; carried_out 9 3 0 0 1; granted 52 9 1 0 4 3; granted_in_part 17 3 0 0 1; refused_state_secret 2; refused_other_law 1; refused_third_party 6 1; refused_internal_affairs 4; refused_deliberative 7 1; refused_enforcement_file 5 2; unavailable_not_held 39 5 0 0 3 1; unavailable_needs_creation 6; unavailable_still_unclear 2; not_processed_petition 8; not_processed_repeat 5 1; not_processed_excessive 3; other 4 1",
  litigation: "review 11 3 2 4; direct_suit 4 1 0 2; suit_after_review 3",
  previous: {
    format: "2019",
    year: 2019,
    active:
      "normative_documents.made 12; normative_documents.disclosed 12; normative_documents.total_public 115; licensing.items_last_year 402; licensing.change 15; licensing.decisions 26107; other_services.items_last_year 221; other_services.change 15; other_services.decisions 8726; penalties.items_last_year 3110; penalties.change 38; penalties.decisions 5316; coercion.items_last_year 180; coercion.change 2; coercion.decisions 274; fees.items_last_year 33; fees.change -2; procurement.projects 219; procurement.amount 16208.4",
    requests:
      "received 138 17 0 0 7 2; carried_out 7 2; granted 67 8 0 0 5 2; granted_in_part 13 2; refused_third_party 5; refused_deliberative 6 1; unavailable_not_held 31 4 0 0 2; not_processed_petition 6; other 3",
    litigation: "review 8 2 1 2; direct_suit 3; suit_after_review 2",
  },
};

export const HAICHUAN_WATER: ClerkReport = {
  organisation: "海川市水务局",
  level: "unit",
  format: "2021",
  year: 2022,
  active:
    "normative_documents.made 3; normative_documents.repealed 2; normative_documents.in_force 17; licensing.decisions 1426; penalties.decisions 83; coercion.decisions 7; fees.amount 364.8",
  requests:
    "received 36 7 0 0 4 2; carried_in 2 1; carried_out 3; granted 9 5 0 0 3 2; granted_in_part 5 1; refused_third_party 2; refused_internal_affairs 1; refused_deliberative 3; unavailable_not_held 9 2 0 0 1; unavailable_needs_creation 2; not_processed_petition 2; other_remaining 2",
  litigation: "review 4 1 0 2; direct_suit 1 0 0 2; suit_after_review 2",
  previous: {
    format: "2021",
    year: 2021,
    active:
      "normative_documents.made 2; normative_documents.repealed 0; normative_documents.in_force 16; licensing.decisions 1263; penalties.decisions 97; coercion.decisions 5; fees.amount 341.25",
    requests:
      "received 29 5 0 0 2; carried_in 1; carried_out 2 1; granted 14 4 0 0 2; granted_in_part 4; unavailable_not_held 8; not_processed_repeat 1; other_remaining 1",
    litigation: "review 2 0 0 1; direct_suit 1",
  },
};
