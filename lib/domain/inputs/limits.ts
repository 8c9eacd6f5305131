/** How long a text may be. Fields count up to these while somebody types; what is longer is refused in words, never cut. */
export const LIMIT = {
  /** Names of units, districts, people, headings and indicators. */
  name: 200,
  /** The number before a heading, a measure word, a postcode. */
  mark: 20,
  account: 60,
  email: 254,
  code: 60,
  /** What a device answers, as text. */
  passkeyAnswer: 20_000,
  /** The code in the link of an invitation. */
  invitation: 200,
  password: 200,
  address: 200,
  phone: 60,
  /** One cell of a table. */
  figure: 60,
  reason: 2000,
  note: 500,
  text: 20_000,
  unitList: 100_000,
  /** The highest page of a list that an address may name. */
  page: 100_000,
  /** A copied table with all the dress that a program puts around it. */
  pastedTable: 2_000_000,
  /** A unit's workbook, as characters that carry its bytes. */
  workbook: 2_800_000,
} as const;

/** The fewest characters of a password. */
export const PASSWORD_MINIMUM = 10;
