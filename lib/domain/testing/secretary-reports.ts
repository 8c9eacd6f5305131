import type { ClerkReport } from "@/lib/domain/testing/clerk-reports";

/** Made-up bodies with their tables, for the sentences of `secretary-wording`. */

export const LANHAI: ClerkReport = {
  organisation: "澜海市",
  level: "city",
  format: "2021",
  year: 2024,
  active:
    "regulations.made 4; regulations.repealed 2; regulations.in_force 37; normative_documents.made 83; normative_documents.repealed 61; normative_documents.in_force 512; licensing.decisions 1264873; penalties.decisions 318406; coercion.decisions 12738; fees.amount 83617.25",
  requests:
    "received 2142 293 10 7 107 38; carried_in 88 12 1 0 6 2; carried_out 109 17 0 0 8 3; granted 806 137 8 5 52 21; granted_in_part 191 27 1 1 11 4; refused_state_secret 5; refused_other_law 16 3; refused_security_stability 7; refused_third_party 52 8 0 0 3; refused_internal_affairs 27 3; refused_deliberative 61 9 0 0 4 1; refused_enforcement_file 73 11 0 0 3; refused_administrative_inquiry 24 2; unavailable_not_held 508 59 2 1 26 11; unavailable_needs_creation 54 6 0 0 2; unavailable_still_unclear 19 1; not_processed_petition 104 5; not_processed_repeat 62 6 0 0 2; not_processed_publication 3; not_processed_excessive 26; not_processed_reconfirmation 12 1; other_not_corrected_in_time 37 4; other_fee_unpaid 5 1; other_remaining 29 5 0 0 2",
  litigation: "review 168 47 39 31; direct_suit 45 6 11 18; suit_after_review 52 8 9 21",
  previous: {
    format: "2021",
    year: 2023,
    active:
      "regulations.made 3; regulations.repealed 1; regulations.in_force 35; normative_documents.made 71; normative_documents.repealed 47; normative_documents.in_force 490; licensing.decisions 1187352; penalties.decisions 335127; coercion.decisions 11904; fees.amount 80142.9",
    requests:
      "received 1798 236 8 5 78 28; carried_in 71 9 0 0 4 1; carried_out 88 12 1 0 6 2; granted 712 121 5 4 41 17; granted_in_part 163 24 1 0 9 2; refused_state_secret 3; refused_other_law 11 1; refused_security_stability 4; refused_third_party 39 5 0 0 1; refused_internal_affairs 22 2; refused_deliberative 44 6 0 0 2; refused_enforcement_file 58 8 0 0 3; refused_administrative_inquiry 19 2; unavailable_not_held 436 47 1 1 17 8; unavailable_needs_creation 37 4 0 0 1; unavailable_still_unclear 16; not_processed_petition 91 3; not_processed_repeat 53 4 0 0 1; not_processed_publication 2; not_processed_excessive 14; not_processed_reconfirmation 6 1; other_not_corrected_in_time 31 2; other_fee_unpaid 2; other_remaining 18 3 0 0 1",
    litigation: "review 142 38 33 27; direct_suit 39 5 8 15; suit_after_review 44 5 7 16",
  },
};

export const WANGCHAO: ClerkReport = {
  organisation: "望潮区",
  level: "district",
  format: "2021",
  year: 2023,
  active:
    "normative_documents.made 12; normative_documents.repealed 9; normative_documents.in_force 68; licensing.decisions 46215; penalties.decisions 15342; coercion.decisions 517; fees.amount 3265.48",
  requests:
    "received 225 44 3 1 19 8; carried_in 14 3 0 0 2; carried_out 11 4 0 0 1 1; granted 71 19 2 1 11 4; granted_in_part 21 5 0 0 2 1; refused_other_law 3; refused_security_stability 1; refused_third_party 8 2; refused_internal_affairs 4; refused_deliberative 12 2 0 0 1; refused_enforcement_file 7 3; refused_administrative_inquiry 4; unavailable_not_held 47 8 1 0 6 2; unavailable_needs_creation 8; unavailable_still_unclear 2; not_processed_petition 16 1; not_processed_repeat 9 1; not_processed_publication 1; not_processed_excessive 3; other_not_corrected_in_time 7 1; other_fee_unpaid 1; other_remaining 3 1",
  litigation: "review 15 4 3 2; direct_suit 6 1 1 3; suit_after_review 4 0 1 2",
  previous: {
    format: "2021",
    year: 2022,
    active:
      "normative_documents.made 7; normative_documents.repealed 15; normative_documents.in_force 65; licensing.decisions 43870; penalties.decisions 16928; coercion.decisions 483; fees.amount 3418.06",
    requests:
      "received 202 34 1 1 14 5; carried_in 9 2; carried_out 14 3 0 0 2; granted 63 14 1 0 7 3; granted_in_part 17 4 0 0 1; refused_other_law 1; refused_third_party 6 1; refused_internal_affairs 3; refused_deliberative 9 1; refused_enforcement_file 8 2; refused_administrative_inquiry 2; unavailable_not_held 52 9 0 1 4 2; unavailable_needs_creation 5 1; unavailable_still_unclear 3; not_processed_petition 11; not_processed_repeat 6; not_processed_excessive 4; other_not_corrected_in_time 5 1; other_remaining 2",
    litigation: "review 11 3 2 4; direct_suit 5 0 2 1; suit_after_review 3 1 0 2",
  },
};

export const YUNXU_MARKET: ClerkReport = {
  organisation: "云溆县市场监督管理局",
  level: "unit",
  format: "2021",
  year: 2024,
  active:
    "normative_documents.made 1; normative_documents.repealed 2; normative_documents.in_force 4; licensing.decisions 12847; penalties.decisions 638; coercion.decisions 73; fees.amount 41.36",
  requests:
    "received 128 19 0 1 8 2; carried_in 6 1 0 0 1; carried_out 8 2 0 0 1; granted 26 9 0 1 5 2; granted_in_part 11 2 0 0 1; refused_third_party 7 2; refused_deliberative 1; refused_enforcement_file 28 3 0 0 2; refused_administrative_inquiry 9 1; unavailable_not_held 14 1; unavailable_needs_creation 2; unavailable_still_unclear 1; not_processed_petition 13; not_processed_repeat 4; not_processed_excessive 5; not_processed_reconfirmation 1; other_not_corrected_in_time 3; other_remaining 1",
  litigation: "review 13 2 1 4; direct_suit 3 0 1; suit_after_review 4 0 0 2",
  previous: {
    format: "2021",
    year: 2023,
    active:
      "normative_documents.made 0; normative_documents.repealed 0; normative_documents.in_force 5; licensing.decisions 13562; penalties.decisions 574; coercion.decisions 58; fees.amount 38.9",
    requests:
      "received 88 13 0 0 6 1; carried_in 4 1; carried_out 6 1 0 0 1; granted 21 6 0 0 3 1; granted_in_part 8 1 0 0 1; refused_third_party 5 1; refused_enforcement_file 19 2 0 0 1; refused_administrative_inquiry 6 1; unavailable_not_held 11 2; not_processed_petition 9; not_processed_repeat 3; not_processed_excessive 2; other_not_corrected_in_time 2",
    litigation: "review 9 1 0 3; direct_suit 2; suit_after_review 1 0 0 1",
  },
};

export const RONGWU: ClerkReport = {
  organisation: "榕坞镇人民政府",
  level: "unit",
  format: "2021",
  year: 2022,
  active:
    "normative_documents.made 2; normative_documents.repealed 1; normative_documents.in_force 7; licensing.decisions 184; penalties.decisions 96; coercion.decisions 11; fees.amount 3.28",
  requests:
    "received 37 5 0 0 2; carried_in 1; carried_out 2 1; granted 11 2 0 0 1; granted_in_part 4 1; refused_third_party 1; refused_internal_affairs 1; refused_deliberative 2; unavailable_not_held 9 1 0 0 1; unavailable_needs_creation 1; not_processed_petition 3; not_processed_repeat 2; other_not_corrected_in_time 1; other_remaining 1",
  litigation: "review 2 1 0 1; direct_suit 1 0 0 1; suit_after_review 1",
  previous: null,
};
