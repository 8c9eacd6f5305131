/** The typed cells of a district of 2021 that had a busy year; no two quantities that a text may name are alike. */
const ROWS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  received: { natural_person: "60", business: "5", welfare: "2", legal_service: "1", other_organisation: "2" },
  carried_in: { natural_person: "3" },
  granted: { natural_person: "30" },
  granted_in_part: { natural_person: "5" },
  refused_state_secret: { natural_person: "1" },
  refused_internal_affairs: { natural_person: "1" },
  refused_deliberative: { natural_person: "2" },
  refused_enforcement_file: { natural_person: "6" },
  refused_administrative_inquiry: { natural_person: "1" },
  unavailable_not_held: {
    natural_person: "10",
    business: "5",
    welfare: "2",
    legal_service: "1",
    other_organisation: "2",
  },
  unavailable_needs_creation: { natural_person: "2" },
  unavailable_still_unclear: { natural_person: "1" },
  not_processed_petition: { natural_person: "1" },
  not_processed_repeat: { natural_person: "1" },
  other_remaining: { natural_person: "1" },
  carried_out: { natural_person: "1" },
};

/** 70 received, 3 carried in, 72 concluded, 1 carried out; 3 reviews, 12 and 2 suits. */
export const BUSY_DISTRICT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(ROWS).flatMap(([row, cells]) =>
      Object.entries(cells).map(([column, value]) => [`requests.${row}.${column}`, value]),
    ),
  ),
  "litigation.review.upheld": "1",
  "litigation.review.other": "2",
  "litigation.direct_suit.upheld": "12",
  "litigation.suit_after_review.upheld": "1",
  "litigation.suit_after_review.pending": "1",
  "active.normative_documents.made": "9",
  "active.normative_documents.repealed": "4",
  "active.normative_documents.in_force": "65",
  "active.licensing.decisions": "2293",
  "active.penalties.decisions": "1282",
  "active.coercion.decisions": "42",
  "active.fees.amount": "24252.311082",
};
