import type { ClerkReport } from "@/lib/domain/testing/clerk-reports";

/** Made-up bodies with their tables, for the sentences of `withheld-wording`. */

export const LUOCHUAN: ClerkReport = {
  organisation: "洛川市",
  level: "city",
  format: "2021",
  year: 2023,
  active:
    "regulations.made 3; regulations.repealed 1; regulations.in_force 28; normative_documents.made 67; normative_documents.repealed 52; normative_documents.in_force 419; licensing.decisions 738146; penalties.decisions 214873; coercion.decisions 9264; fees.amount 58273.64",
  requests:
    "received 1794 236 9 4 83 27; carried_in 96 13 0 0 5; carried_out 118 16 0 0 7 2; granted 597 108 6 3 38 13; granted_in_part 174 21 1 0 8 3; refused_state_secret 6; refused_other_law 14 2; refused_security_stability 9; refused_third_party 47 6 0 0 2; refused_internal_affairs 26 4; refused_deliberative 53 7 0 0 3; refused_enforcement_file 64 9 0 0 2; refused_administrative_inquiry 15 1; unavailable_not_held 472 51 2 1 23 9; unavailable_needs_creation 48 5 0 0 2; unavailable_still_unclear 17 1; not_processed_petition 83 6; not_processed_repeat 46 5 0 0 2; not_processed_publication 5; not_processed_excessive 22; not_processed_reconfirmation 9; other_not_corrected_in_time 28 3; other_fee_unpaid 4; other_remaining 33 4 0 0 1",
  litigation: "review 124 31 43 25; direct_suit 36 4 9 14; suit_after_review 47 6 8 17",
  previous: {
    format: "2021",
    year: 2022,
    active:
      "regulations.made 2; regulations.repealed 0; regulations.in_force 26; normative_documents.made 74; normative_documents.repealed 36; normative_documents.in_force 404; licensing.decisions 691352; penalties.decisions 226410; coercion.decisions 8817; fees.amount 55914.2",
    requests:
      "received 1583 204 7 3 66 21; carried_in 83 11 0 0 3; carried_out 96 13 0 0 5; granted 569 102 6 3 36 13; granted_in_part 152 18 0 0 6 2; refused_third_party 61 7 0 0 2; refused_internal_affairs 28 3; refused_deliberative 47 6 0 0 2; refused_enforcement_file 55 7; refused_administrative_inquiry 12; unavailable_not_held 408 44 1 0 18 6; unavailable_needs_creation 41 3; unavailable_still_unclear 14; not_processed_petition 72 4; not_processed_repeat 38 3; not_processed_excessive 17; other_not_corrected_in_time 24 2; other_fee_unpaid 3; other_remaining 29 3",
    litigation: "review 103 24 36 21; direct_suit 31 3 7 11; suit_after_review 39 4 6 14",
  },
};

export const CHANGPING: ClerkReport = {
  organisation: "长平区",
  level: "district",
  format: "2021",
  year: 2021,
  active:
    "normative_documents.made 8; normative_documents.repealed 11; normative_documents.in_force 53; licensing.decisions 27619; penalties.decisions 8437; coercion.decisions 264; fees.amount 1937.42",
  requests:
    "received 142 29 1 2 11 6; carried_in 8 2 0 0 1; carried_out 12 4 0 0 1; granted 42 11 1 2 6 5; granted_in_part 14 3 0 0 2; refused_other_law 2; refused_third_party 5 2; refused_internal_affairs 3; refused_deliberative 8 1; refused_enforcement_file 6 2; unavailable_not_held 34 5 0 0 3 1; unavailable_needs_creation 4 1; unavailable_still_unclear 2; not_processed_petition 7; not_processed_repeat 4 1; not_processed_excessive 2; other_not_corrected_in_time 3; other_remaining 2 1",
  litigation: "review 9 4 2 3; direct_suit 4 0 1 2; suit_after_review 3 0 0 2",
  previous: null,
};

export const DONGHE_POLICE: ClerkReport = {
  organisation: "东河县公安局",
  level: "unit",
  format: "2021",
  year: 2023,
  active:
    "normative_documents.made 1; normative_documents.in_force 6; licensing.decisions 9318; penalties.decisions 4271; coercion.decisions 386; fees.amount 213.7",
  requests:
    "received 44 3 0 0 2 1; carried_in 2; carried_out 5; granted 4 1 0 0 2 1; granted_in_part 4; refused_third_party 3; refused_enforcement_file 13 1; refused_administrative_inquiry 3; unavailable_not_held 8 1; not_processed_petition 4; not_processed_repeat 2",
  litigation: "review 6 1 0 3; direct_suit 2; suit_after_review 3 0 1",
  previous: {
    format: "2021",
    year: 2022,
    active:
      "normative_documents.made 2; normative_documents.in_force 5; licensing.decisions 8746; penalties.decisions 4518; coercion.decisions 341; fees.amount 198.35",
    requests:
      "received 58 4 0 0 1; carried_in 3; carried_out 2; granted 19 4 0 0 1; granted_in_part 6; refused_enforcement_file 17; unavailable_not_held 12; not_processed_petition 5",
    litigation: "review 4 0 0 1; direct_suit 1",
  },
};

export const HAIAN_ZONE: ClerkReport = {
  organisation: "海安经济开发区管理委员会",
  level: "unit",
  format: "2021",
  year: 2024,
  active:
    "normative_documents.made 5; normative_documents.repealed 3; normative_documents.in_force 22; licensing.decisions 3846; penalties.decisions 472; coercion.decisions 18; fees.amount 86.25",
  requests:
    "received 27 14 0 0 3 2; carried_in 3 1; carried_out 4 2; granted 8 6 0 0 2 2; granted_in_part 3 2; refused_third_party 2 1; refused_deliberative 2; unavailable_not_held 7 3 0 0 1; unavailable_needs_creation 2; not_processed_repeat 1; other_remaining 1 1",
  litigation: "review 4 2 0 1; direct_suit 3 0 0 2",
  previous: null,
};

export const PINGYUAN: ClerkReport = {
  organisation: "平远市",
  level: "city",
  format: "2019",
  year: 2020,
  active:
    "regulations.made 2; regulations.disclosed 2; regulations.total_public 19; normative_documents.made 46; normative_documents.disclosed 43; normative_documents.total_public 338; licensing.items_last_year 2164; licensing.change -87; licensing.decisions 318452; other_services.items_last_year 973; other_services.change 54; other_services.decisions 64817; penalties.items_last_year 5926; penalties.change 118; penalties.decisions 41763; coercion.items_last_year 427; coercion.change -14; coercion.decisions 2386; fees.items_last_year 72; fees.change -7; procurement.projects 1483; procurement.amount 96274.8",
  requests:
    "received 634 92 3 2 38 14; carried_in 27 4 0 0 2; carried_out 33 6 0 0 3 1; granted 231 50 2 2 25 9; granted_in_part 52 7 0 0 3; refused_state_secret 4; refused_other_law 6; refused_third_party 21 3; refused_internal_affairs 11; refused_deliberative 24 2; refused_enforcement_file 17 3; refused_administrative_inquiry 6; unavailable_not_held 153 18 1 0 9 4; unavailable_needs_creation 23 2; unavailable_still_unclear 8; not_processed_petition 31 2; not_processed_repeat 18 1; not_processed_excessive 9; other 14 2",
  litigation: "review 41 12 9 14; direct_suit 13 2 3 6; suit_after_review 11 1 2 4",
  previous: {
    format: "2019",
    year: 2019,
    active:
      "regulations.made 1; regulations.disclosed 1; regulations.total_public 17; normative_documents.made 39; normative_documents.disclosed 38; normative_documents.total_public 295; licensing.items_last_year 2117; licensing.change 47; licensing.decisions 294618; other_services.items_last_year 941; other_services.change 32; other_services.decisions 59204; penalties.items_last_year 5838; penalties.change 88; penalties.decisions 44207; coercion.items_last_year 421; coercion.change 6; coercion.decisions 2174; fees.items_last_year 76; fees.change -4; procurement.projects 1362; procurement.amount 88436.15",
    requests:
      "received 541 73 2 1 29 9; carried_out 27 4 0 0 2; granted 265 46 2 1 20 9; granted_in_part 44 5; refused_third_party 18 2; refused_deliberative 21 1; unavailable_not_held 128 14 0 0 7; not_processed_petition 27; other 11 1",
    litigation: "review 33 8 7 11; direct_suit 10 1 2 4; suit_after_review 9 0 2 3",
  },
};
