/** The names of a statement's two fields, each followed by the statement: yes or no, and why not. */
export const ANSWER_FIELDS = { holds: "holds:", because: "because:" };
