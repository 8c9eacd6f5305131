import type { Figures } from "@/lib/domain/cell";
import type { CheckSubject } from "@/lib/domain/check/finding";
import { exampleFigures, exampleFormat, exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";

/**
 * The tables of a year, only what is not zero: the cells of 主动公开, the rows of table 三 by applicant and the groups of
 * table 四 by result.
 */
type Tables = {
  format: "2019" | "2021";
  year: number;
  active: string;
  requests: string;
  litigation: string;
};

/** A made-up body with its tables of one year and, where it has published before, of the year before. */
export type ClerkReport = Tables & { organisation: string; level: CheckSubject["level"]; previous: Tables | null };

const APPLICANTS = [".natural_person", ".business", ".research", ".welfare", ".legal_service", ".other_organisation"];
const RESULTS = [".upheld", ".corrected", ".other", ".pending"];

function figuresOf({ format, active, requests, litigation }: Tables): Figures {
  return exampleFigures(
    exampleFormat(format),
    Object.fromEntries([
      ...cellsOf("active", active, [""]),
      ...cellsOf("requests", requests, APPLICANTS),
      ...cellsOf("litigation", litigation, RESULTS),
    ]),
  );
}

function cellsOf(table: string, rows: string, columns: readonly string[]): [string, string][] {
  return rows.split("; ").flatMap((line) => {
    const [row, ...values] = line.split(" ");
    return values.map((value, index): [string, string] => [`${table}.${row}${columns[index]}`, value]);
  });
}

/** The report with one sentence as its text. */
export function subjectOfClerk(report: ClerkReport, sentence: string): CheckSubject {
  const { format, year, organisation, level, previous } = report;
  return exampleSubject(format, {
    figures: figuresOf(report),
    year,
    organisation,
    level,
    texts: [exampleText(sentence)],
    previous: previous
      ? { year: previous.year, formatId: previous.format, figures: figuresOf(previous), texts: {} }
      : null,
  });
}

export const QINGHE: ClerkReport = {
  organisation: "清河县",
  level: "district",
  format: "2019",
  year: 2020,
  active:
    "normative_documents.made 18; normative_documents.disclosed 18; normative_documents.total_public 143; licensing.items_last_year 312; licensing.change -7; licensing.decisions 24586; penalties.items_last_year 2746; penalties.change 58; penalties.decisions 3317; coercion.items_last_year 151; coercion.change 3; coercion.decisions 226; other_services.items_last_year 205; other_services.change 12; other_services.decisions 8930; fees.items_last_year 29; fees.change -2; procurement.projects 164; procurement.amount 12873.56",
  requests:
    "received 61 9 0 1 4 2; carried_in 4 1; carried_out 2 2; granted 27 5 0 1 1 1; granted_in_part 8 1 0 0 1; refused_state_secret 1; refused_third_party 2 1; refused_internal_affairs 2; refused_deliberative 3 0 0 0 1; refused_enforcement_file 1; unavailable_not_held 11 1 0 0 0 1; unavailable_needs_creation 2; unavailable_still_unclear 1; not_processed_petition 3; not_processed_repeat 1 0 0 0 1; other 1",
  litigation: "review 6 2 1 3; direct_suit 3 0 1 2; suit_after_review 2 1",
  previous: {
    format: "2019",
    year: 2019,
    active:
      "normative_documents.made 15; normative_documents.disclosed 15; normative_documents.total_public 125; licensing.items_last_year 300; licensing.change 12; licensing.decisions 21034; penalties.items_last_year 2700; penalties.change 46; penalties.decisions 2890; coercion.items_last_year 150; coercion.change 1; coercion.decisions 198; other_services.items_last_year 200; other_services.change 5; other_services.decisions 8101; fees.items_last_year 30; fees.change -1; procurement.projects 150; procurement.amount 11208.4",
    requests:
      "received 51 6 0 1 3 1; carried_in 3; carried_out 4 1; granted 26 3 0 0 1 1; granted_in_part 6 1; refused_third_party 3; refused_deliberative 4 0 0 0 1; unavailable_not_held 7 1 0 0 1; unavailable_needs_creation 1; not_processed_petition 2; not_processed_repeat 1; other 0 0 0 1",
    litigation: "review 5 1 2; direct_suit 2 1 1; suit_after_review 3",
  },
};

export const YUNHAI: ClerkReport = {
  organisation: "云海市",
  level: "city",
  format: "2021",
  year: 2023,
  active:
    "regulations.made 3; regulations.repealed 1; regulations.in_force 42; normative_documents.made 56; normative_documents.repealed 23; normative_documents.in_force 318; licensing.decisions 1286450; penalties.decisions 93274; coercion.decisions 4108; fees.amount 18652.37",
  requests:
    "received 1846 212 7 5 63 31; carried_in 118 14 0 0 5 2; carried_out 112 18 0 1 7 6; granted 702 98 3 2 21 11; granted_in_part 193 27 1 0 8 4; refused_state_secret 3; refused_other_law 5 1; refused_security_stability 4; refused_third_party 28 9 0 0 2 1; refused_internal_affairs 16 1 0 0 1; refused_deliberative 37 4 0 0 1 1; refused_enforcement_file 52 6 0 0 4; refused_administrative_inquiry 11 2; unavailable_not_held 541 43 2 1 17 9; unavailable_needs_creation 49 3 1 0 1; unavailable_still_unclear 22 1; not_processed_petition 77 2 0 1 1; not_processed_repeat 34 3 0 0 2; not_processed_publication 6; not_processed_excessive 15; not_processed_reconfirmation 8 1; other_not_corrected_in_time 19 2 0 0 1; other_fee_unpaid 3; other_remaining 27 5 0 0 2 1",
  litigation: "review 103 38 27 16; direct_suit 21 4 6 9; suit_after_review 33 2 5 8",
  previous: null,
};

export const YUNHAI_BUREAU: ClerkReport = {
  organisation: "云海市民政局",
  level: "unit",
  format: "2021",
  year: 2022,
  active:
    "normative_documents.made 2; normative_documents.repealed 1; normative_documents.in_force 13; licensing.decisions 34; penalties.decisions 6",
  requests:
    "received 14 3 0 0 1; carried_in 1; carried_out 1; granted 6 1; granted_in_part 1 1; refused_third_party 1; unavailable_not_held 3 1; unavailable_needs_creation 0 0 0 0 1; not_processed_petition 2; not_processed_repeat 1",
  litigation: "review 1",
  previous: {
    format: "2021",
    year: 2021,
    active:
      "normative_documents.made 3; normative_documents.in_force 12; licensing.decisions 29; penalties.decisions 4",
    requests:
      "received 9 2 0 0 1; carried_in 0; carried_out 1; granted 5 1; refused_third_party 1 1; unavailable_not_held 2 0 0 0 1",
    litigation: "review 1 0 1; direct_suit 1",
  },
};

export const LINHAI: ClerkReport = {
  organisation: "临海区",
  level: "district",
  format: "2021",
  year: 2024,
  active:
    "normative_documents.made 11; normative_documents.repealed 6; normative_documents.in_force 87; licensing.decisions 45218; penalties.decisions 12907; coercion.decisions 563; fees.amount 3276.85",
  requests:
    "received 413 58 2 3 17 8; carried_in 21 4 0 0 1; carried_out 17 8 0 1 3 1; granted 148 22 1 1 6 3; granted_in_part 36 7 0 0 2 1; refused_security_stability 1; refused_third_party 9 3; refused_internal_affairs 4; refused_deliberative 11 1; refused_enforcement_file 14 2 0 0 1; refused_administrative_inquiry 6; unavailable_not_held 131 15 1 1 5 2; unavailable_needs_creation 8 1; unavailable_still_unclear 3; not_processed_petition 18 1; not_processed_repeat 11 0 0 0 1; not_processed_excessive 4; not_processed_reconfirmation 2; other_not_corrected_in_time 7 1; other_remaining 4 1 0 0 0 1",
  litigation: "review 31 9 5 4; direct_suit 6 1 2 3; suit_after_review 8 0 1 2",
  previous: {
    format: "2021",
    year: 2023,
    active:
      "normative_documents.made 9; normative_documents.repealed 2; normative_documents.in_force 82; licensing.decisions 41006; penalties.decisions 13450; coercion.decisions 598; fees.amount 3410.2",
    requests:
      "received 350 47 1 2 12 6; carried_in 19; carried_out 21 4 0 0 1; granted 128 20 0 2 6 4; granted_in_part 40; refused_third_party 10; refused_deliberative 35; unavailable_not_held 89 23 1 0 5 2; not_processed_petition 30; other_remaining 16",
    litigation: "review 28 6 4 2; direct_suit 5 1 2 1; suit_after_review 6 0 1",
  },
};

export const LIANGCHUAN: ClerkReport = {
  organisation: "凉川州",
  level: "city",
  format: "2019",
  year: 2019,
  active:
    "regulations.made 1; regulations.disclosed 1; regulations.total_public 9; normative_documents.made 37; normative_documents.disclosed 35; normative_documents.total_public 264; licensing.items_last_year 4318; licensing.change -126; licensing.decisions 218640; other_services.items_last_year 1052; other_services.change 41; other_services.decisions 76310; penalties.items_last_year 5207; penalties.change 83; penalties.decisions 19472; coercion.items_last_year 386; coercion.change -11; coercion.decisions 1158; fees.items_last_year 64; fees.change -5; procurement.projects 1326; procurement.amount 84217.9",
  requests:
    "received 987 121 4 6 49 36; carried_in 12; carried_out 16 0 2 3 2 10; granted 420 60 2 3 18 9; granted_in_part 80 12 0 0 5; refused_state_secret 5; refused_other_law 3; refused_third_party 18 4; refused_internal_affairs 9; refused_deliberative 19; refused_enforcement_file 24; refused_administrative_inquiry 8; unavailable_not_held 255 45 0 0 24 17; unavailable_needs_creation 31; unavailable_still_unclear 14; not_processed_petition 46; not_processed_repeat 21; not_processed_publication 3; not_processed_excessive 7; not_processed_reconfirmation 2; other 18",
  litigation: "review 47 13 8 9; direct_suit 10 2 3 4; suit_after_review 12 1 2",
  previous: null,
};

export const WANGJIANG: ClerkReport = {
  organisation: "望江街道办事处",
  level: "unit",
  format: "2021",
  year: 2021,
  active: "normative_documents.in_force 1; licensing.decisions 26; penalties.decisions 138; coercion.decisions 4",
  requests:
    "received 8 0 0 0 1; carried_in 2; carried_out 1; granted 3 0 0 0 1; granted_in_part 1; unavailable_not_held 3; not_processed_repeat 1; other_not_corrected_in_time 1",
  litigation: "review 1 0 0 1; direct_suit 1",
  previous: {
    format: "2019",
    year: 2020,
    active: "licensing.decisions 20; penalties.decisions 152; coercion.decisions 4",
    requests: "received 7; carried_in 0; carried_out 2; granted 3; unavailable_not_held 2",
    litigation: "review 1",
  },
};
