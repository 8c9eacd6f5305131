import type { ClerkReport } from "@/lib/domain/testing/clerk-reports";

/** Made-up bodies with their tables, for the sets of sentences that are kept apart: no body belongs to two sets. */

export const JINPING: ClerkReport = {
  organisation: "锦屏县",
  level: "district",
  format: "2021",
  year: 2023,
  active:
    "normative_documents.made 7; normative_documents.repealed 12; normative_documents.in_force 64; licensing.decisions 31872; penalties.decisions 8246; coercion.decisions 317; fees.amount 2418.63",
  requests:
    "received 150 20 1 1 10 4; carried_in 6 2 0 0 0 1; carried_out 12 1; granted 44 4 1 1 5 2; granted_in_part 8 3 0 0 1; refused_other_law 2; refused_security_stability 1; refused_third_party 5; refused_internal_affairs 2 2; refused_deliberative 5 1 0 0 0 1; refused_enforcement_file 7 2; refused_administrative_inquiry 1; unavailable_not_held 38 5 0 0 3 2; unavailable_needs_creation 7; unavailable_still_unclear 2; not_processed_petition 8 1; not_processed_repeat 4 1 0 0 1; not_processed_publication 1; not_processed_excessive 2; not_processed_reconfirmation 2; other_not_corrected_in_time 1 1; other_fee_unpaid 1 1; other_remaining 3",
  litigation: "review 11 3 2 4; direct_suit 5 1 0 2; suit_after_review 3 0 1 1",
  previous: {
    format: "2021",
    year: 2022,
    active:
      "normative_documents.made 9; normative_documents.repealed 4; normative_documents.in_force 69; licensing.decisions 29405; penalties.decisions 8761; coercion.decisions 290; fees.amount 2235.1",
    requests:
      "received 128 14 0 3 6 3; carried_in 5 1; carried_out 9; granted 43 7 0 1 2 1; granted_in_part 15 2; refused_other_law 1; refused_security_stability 1; refused_third_party 3; refused_internal_affairs 0 0 0 0 0 1; refused_deliberative 5; refused_enforcement_file 5; refused_administrative_inquiry 1; unavailable_not_held 29 4 0 2 1; unavailable_needs_creation 6 1; unavailable_still_unclear 1; not_processed_petition 7; not_processed_repeat 2 0 0 0 0 1; not_processed_publication 1; not_processed_excessive 2; not_processed_reconfirmation 0 0 0 0 1; other_not_corrected_in_time 0 1 0 0 2; other_remaining 2",
    litigation: "review 9 2 1 3; direct_suit 4 0 1 1; suit_after_review 2",
  },
};

export const DONGGANG: ClerkReport = {
  organisation: "东港市",
  level: "city",
  format: "2021",
  year: 2022,
  active:
    "regulations.made 2; regulations.in_force 26; normative_documents.made 83; normative_documents.repealed 41; normative_documents.in_force 512; licensing.decisions 962381; penalties.decisions 418206; coercion.decisions 15372; fees.amount 87214.56",
  requests:
    "received 2094 212 4 4 88 35; carried_in 115 11 0 0 3 2; carried_out 134 15 0 1 7 1; granted 763 81 0 0 26 13; granted_in_part 188 16 0 0 5 4; refused_state_secret 4 2; refused_other_law 18 1 0 0 2; refused_security_stability 9 1; refused_third_party 45 3; refused_internal_affairs 32 8 0 0 3 1; refused_deliberative 44 5 0 0 2 1; refused_enforcement_file 69 5 1 0 2; refused_administrative_inquiry 16 2; unavailable_not_held 541 47 2 1 25 9; unavailable_needs_creation 56 3 0 0 3 2; unavailable_still_unclear 19 1 0 0 2 1; not_processed_petition 99 18 1 1 9 2; not_processed_repeat 57 4 0 0 3; not_processed_publication 4; not_processed_excessive 19 1; not_processed_reconfirmation 12 2 0 0 1; other_not_corrected_in_time 24 8 0 0 0 1; other_fee_unpaid 3; other_remaining 53 0 0 1 1 2",
  litigation: "review 142 31 47 22; direct_suit 38 4 11 13; suit_after_review 51 3 9 14",
  previous: {
    format: "2021",
    year: 2021,
    active:
      "regulations.made 1; regulations.repealed 2; regulations.in_force 24; normative_documents.made 76; normative_documents.repealed 30; normative_documents.in_force 470; licensing.decisions 917440; penalties.decisions 436915; coercion.decisions 14028; fees.amount 82906.3",
    requests:
      "received 1803 207 2 4 59 30; carried_in 81 11 0 0 4 1; carried_out 111 11 0 0 8 1; granted 636 79 1 1 15 14; granted_in_part 131 14 0 0 6 2; refused_state_secret 9 0 0 0 1; refused_other_law 16; refused_security_stability 7; refused_third_party 35 5 0 0 1; refused_internal_affairs 29 1 0 0 1 1; refused_deliberative 40 5 0 0 1 1; refused_enforcement_file 55 6 0 0 2; refused_administrative_inquiry 25 2 0 1; unavailable_not_held 460 55 0 1 15 5; unavailable_needs_creation 52 6 0 0 1 1; unavailable_still_unclear 15 1 0 0 0 2; not_processed_petition 76 12 0 0 7; not_processed_repeat 53 6 0 0 3 3; not_processed_publication 10; not_processed_excessive 27 5 0 0 1; not_processed_reconfirmation 9 1; other_not_corrected_in_time 29 0 1; other_fee_unpaid 8; other_remaining 51 9 0 1 1 1",
    litigation: "review 118 27 35 19; direct_suit 30 5 9 8; suit_after_review 44 2 6 10",
  },
};

export const SHIQUAN: ClerkReport = {
  organisation: "石泉镇人民政府",
  level: "unit",
  format: "2021",
  year: 2024,
  active: "normative_documents.in_force 3; licensing.decisions 18; penalties.decisions 43; coercion.decisions 2",
  requests:
    "received 11 1; carried_in 1; carried_out 2; granted 5 1; granted_in_part 2; not_processed_excessive 1; other_not_corrected_in_time 1; other_remaining 1",
  litigation: "review 2",
  previous: {
    format: "2021",
    year: 2023,
    active: "normative_documents.in_force 3; licensing.decisions 11; penalties.decisions 37",
    requests:
      "received 6 1; carried_out 1; granted 0 1; granted_in_part 1; refused_enforcement_file 1; unavailable_needs_creation 1; not_processed_petition 1; not_processed_excessive 1",
    litigation: "direct_suit 1",
  },
};

export const ANPING: ClerkReport = {
  organisation: "安平区",
  level: "district",
  format: "2019",
  year: 2020,
  active:
    "normative_documents.made 21; normative_documents.disclosed 20; normative_documents.total_public 176; licensing.items_last_year 486; licensing.change 31; licensing.decisions 52917; other_services.items_last_year 213; other_services.change -8; other_services.decisions 7640; penalties.items_last_year 3105; penalties.change 64; penalties.decisions 6284; coercion.items_last_year 188; coercion.change -3; coercion.decisions 472; fees.items_last_year 33; fees.change -4; procurement.projects 284; procurement.amount 36518.2",
  requests:
    "received 250 49 2 2 11 4; carried_in 11 1 0 0 1 1; carried_out 14 0 0 2 0 1; granted 78 18 2 0 4 1; granted_in_part 24 5 0 0 1; refused_state_secret 3; refused_other_law 1; refused_security_stability 1; refused_third_party 6 3; refused_internal_affairs 4 1; refused_deliberative 7 0 0 0 1; refused_enforcement_file 6 1; refused_administrative_inquiry 2; unavailable_not_held 73 16 0 0 3 3; unavailable_needs_creation 7; unavailable_still_unclear 2; not_processed_petition 13 3 0 0 2; not_processed_repeat 11 2 0 0 1; not_processed_excessive 2 1; other 7",
  litigation: "review 17 4 3 5; direct_suit 7 1 0 3; suit_after_review 4 0 1",
  previous: {
    format: "2019",
    year: 2019,
    active:
      "normative_documents.made 17; normative_documents.disclosed 17; normative_documents.total_public 158; licensing.items_last_year 463; licensing.change 23; licensing.decisions 48206; other_services.items_last_year 210; other_services.change 3; other_services.decisions 7012; penalties.items_last_year 3050; penalties.change 55; penalties.decisions 5910; coercion.items_last_year 190; coercion.change -2; coercion.decisions 455; fees.items_last_year 35; fees.change -2; procurement.projects 251; procurement.amount 31870.45",
    requests:
      "received 216 34 0 2 8 11; carried_out 13 1; granted 70 15 0 1 4 3; granted_in_part 19 5; refused_security_stability 1; refused_third_party 5 2; refused_internal_affairs 1; refused_deliberative 5; refused_enforcement_file 8 2; refused_administrative_inquiry 0 1 0 0 0 1; unavailable_not_held 56 7 0 1 3 6; unavailable_needs_creation 11; unavailable_still_unclear 1; not_processed_petition 13; not_processed_repeat 5 0 0 0 1; not_processed_publication 1; not_processed_excessive 3 0 0 0 0 1; not_processed_reconfirmation 1; other 3 1",
    litigation: "review 13 2 2 3; direct_suit 6 0 1 1; suit_after_review 2",
  },
};

export const LINJIANG: ClerkReport = {
  organisation: "临江市",
  level: "city",
  format: "2021",
  year: 2024,
  active:
    "regulations.made 3; regulations.repealed 1; regulations.in_force 31; normative_documents.made 71; normative_documents.repealed 58; normative_documents.in_force 634; licensing.decisions 1528306; penalties.decisions 903517; coercion.decisions 28641; fees.amount 126480.92",
  requests:
    "received 2740 267 5 10 87 59; carried_in 167 26 0 1 10; carried_out 159 21 0 0 7; granted 907 106 1 4 39 17; granted_in_part 234 18 1 1 6 10; refused_state_secret 5 0 0 0 0 1; refused_other_law 7 1 0 0 1; refused_security_stability 7; refused_third_party 65 7 0 2 2; refused_internal_affairs 46 2 0 0 1 4; refused_deliberative 79 7 0 0 4 1; refused_enforcement_file 93 6 1 0 1 1; refused_administrative_inquiry 37 4 0 0 2; unavailable_not_held 772 62 2 4 22 11; unavailable_needs_creation 78 9 0 0 4 1; unavailable_still_unclear 21 2 0 0 2; not_processed_petition 148 11 0 0 1 6; not_processed_repeat 80 13 0 0 2 2; not_processed_publication 12; not_processed_excessive 34 3 0 0 1 2; not_processed_reconfirmation 10 5; other_not_corrected_in_time 29 6 0 0 1; other_fee_unpaid 6 1; other_remaining 78 9 0 0 1 3",
  litigation: "review 183 44 52 31; direct_suit 42 6 15 17; suit_after_review 68 5 12 20",
  previous: {
    format: "2021",
    year: 2023,
    active:
      "regulations.made 2; regulations.in_force 29; normative_documents.made 80; normative_documents.repealed 33; normative_documents.in_force 621; licensing.decisions 1473920; penalties.decisions 948216; coercion.decisions 27395; fees.amount 131002.4",
    requests:
      "received 2465 278 3 8 92 48; carried_in 159 14 0 0 2 1; carried_out 172 29 0 0 2 1; granted 858 110 1 3 33 12; granted_in_part 224 18 0 0 9 11; refused_state_secret 8 1; refused_other_law 12 1 0 1 1; refused_security_stability 7; refused_third_party 58 5 0 0 1 2; refused_internal_affairs 34 3 0 0 1; refused_deliberative 69 9 0 0 1; refused_enforcement_file 86 4 0 0 1 2; refused_administrative_inquiry 36 4; unavailable_not_held 649 77 2 3 24 14; unavailable_needs_creation 76 4 0 0 8 3; unavailable_still_unclear 15 2 0 1 2; not_processed_petition 127 8 0 0 2 1; not_processed_repeat 53 6 0 0 3 1; not_processed_publication 7; not_processed_excessive 24 3 0 0 0 2; not_processed_reconfirmation 4; other_not_corrected_in_time 39 3; other_fee_unpaid 5 0 0 0 1; other_remaining 61 5 0 0 5",
    litigation: "review 171 38 49 27; direct_suit 37 4 12 14; suit_after_review 61 3 10 18",
  },
};

export const BAIYUN: ClerkReport = {
  organisation: "白云县",
  level: "district",
  format: "2021",
  year: 2022,
  active:
    "normative_documents.made 5; normative_documents.repealed 9; normative_documents.in_force 43; licensing.decisions 18467; penalties.decisions 3984; coercion.decisions 129; fees.amount 1087.4",
  requests:
    "received 84 8 0 0 4 1; carried_in 4 1; carried_out 4; granted 29 2 0 0 2 1; granted_in_part 5 0 0 0 1; refused_other_law 2 1; refused_third_party 4; refused_deliberative 4; refused_enforcement_file 4; refused_administrative_inquiry 0 1; unavailable_not_held 23 1 0 0 1; unavailable_needs_creation 5; not_processed_petition 1; not_processed_repeat 3 1; not_processed_publication 0 1; not_processed_excessive 2 1; other_remaining 2 1",
  litigation: "review 8 2 1 1; direct_suit 3 0 1 0; suit_after_review 2 1",
  previous: {
    format: "2021",
    year: 2021,
    active:
      "normative_documents.made 6; normative_documents.repealed 3; normative_documents.in_force 47; licensing.decisions 17052; penalties.decisions 4310; coercion.decisions 141; fees.amount 1120.75",
    requests:
      "received 90 12 1 1 4 4; carried_in 3; carried_out 5; granted 31 5 1 0 3 1; granted_in_part 7 0 0 1; refused_third_party 1; refused_deliberative 2; refused_enforcement_file 4; refused_administrative_inquiry 2; unavailable_not_held 26 5 0 0 0 3; unavailable_needs_creation 1; unavailable_still_unclear 1; not_processed_petition 5 0 0 0 1; not_processed_repeat 2 1; not_processed_excessive 2; other_not_corrected_in_time 1; other_remaining 3 1",
    litigation: "review 6 1 0 2; direct_suit 4 1",
  },
};

export const QINGSHAN_SCHOOLS: ClerkReport = {
  organisation: "青山区教育局",
  level: "unit",
  format: "2021",
  year: 2023,
  active: "normative_documents.made 2; normative_documents.in_force 9; licensing.decisions 12; penalties.decisions 1",
  requests:
    "received 18 3 0 0 2 3; carried_in 2; carried_out 2 1; granted 9 2; granted_in_part 3; refused_internal_affairs 1; refused_deliberative 1; refused_enforcement_file 1; unavailable_not_held 2 0 0 0 2 2; unavailable_still_unclear 1 0 0 0 0 1",
  litigation: "review 1 1",
  previous: {
    format: "2021",
    year: 2022,
    active: "normative_documents.made 1; normative_documents.in_force 7; licensing.decisions 10",
    requests:
      "received 14 3 0 0 2; carried_in 1; carried_out 2; granted 4 2; granted_in_part 3 0 0 0 2; refused_deliberative 1; unavailable_not_held 2; unavailable_still_unclear 1; not_processed_petition 1; not_processed_excessive 1; other_not_corrected_in_time 0 1",
    litigation: "review 2",
  },
};

export const YONGNING: ClerkReport = {
  organisation: "永宁县",
  level: "district",
  format: "2019",
  year: 2019,
  active:
    "normative_documents.made 14; normative_documents.disclosed 14; normative_documents.total_public 97; licensing.items_last_year 305; licensing.change 18; licensing.decisions 20416; other_services.items_last_year 160; other_services.change 4; other_services.decisions 3905; penalties.items_last_year 2814; penalties.change -37; penalties.decisions 2263; coercion.items_last_year 143; coercion.change 2; coercion.decisions 188; fees.items_last_year 28; fees.change -3; procurement.projects 96; procurement.amount 8460.75",
  requests:
    "received 117 12 0 3 7 4; carried_out 6 2; granted 44 2 0 0 0 1; granted_in_part 13 1 0 0 2; refused_state_secret 2; refused_third_party 2 1; refused_internal_affairs 1; refused_deliberative 3 0 0 1; refused_enforcement_file 5 1; refused_administrative_inquiry 0 0 0 0 1; unavailable_not_held 26 4 0 0 1 3; unavailable_needs_creation 3 0 0 0 1; unavailable_still_unclear 2; not_processed_petition 2 0 0 2; not_processed_repeat 1 0 0 0 1; not_processed_excessive 3; not_processed_reconfirmation 1; other 3 1 0 0 1",
  litigation: "review 9 1 2 3; direct_suit 4 1 0 1; suit_after_review 2",
  previous: null,
};
