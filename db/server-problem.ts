/** Why a database cannot be used as it is, and the statements with which its administrator mends that. */
export type Problem = { zh: string; en: string; sql: string[] };
