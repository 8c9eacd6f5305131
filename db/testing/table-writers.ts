/** Who may write a row of a district, as far as the rights of the app's role and the policies go. */
export const WRITERS = {
  /** The app's role has no right to; no policy is asked. */
  none: [],
  /** A policy refuses everybody. */
  nobody: [],
  app: ["app"],
  admin: ["admin"],
  adminOrApp: ["admin", "app"],
  adminOrDirector: ["admin", "director"],
  reviewer: ["reviewer"],
  director: ["director"],
  /** Whoever acts for all units of the district. */
  office: ["reviewer", "editor", "director", "admin", "auditor", "app"],
  unit: ["clerk", "reviewer", "editor", "director", "admin", "auditor", "app"],
  /** Whoever acts in the district, for whichever unit. */
  anybody: ["clerk", "stranger", "reviewer", "editor", "director", "auditor", "admin", "app"],
  /** As `unit`, by a person. */
  person: ["clerk", "reviewer", "editor", "director", "admin", "auditor"],
  own: ["clerk"],
  ownOrAdmin: ["clerk", "admin"],
} as const satisfies Record<string, readonly string[]>;

export type Writers = keyof typeof WRITERS;

type TableRule = {
  insert: Writers;
  update: Writers;
  delete: Writers;
  /** What a row needs, as SQL, beside what any value of its type will do for. */
  row?: Readonly<Record<string, string>>;
  /** What an update sets, as SQL, where writing a value over itself is not enough. */
  set?: string;
};

const rule = (
  insert: Writers,
  update: Writers,
  remove: Writers,
  needs: Pick<TableRule, "row" | "set"> = {},
): TableRule => ({ insert, update, delete: remove, ...needs });

/** Every table that holds rows of a district. `$unit` is the row's unit, `$actor` who acts, `$owner` whose row it is. */
export const TABLE_RULES: Readonly<Record<string, TableRule>> = {
  access_tokens: rule("own", "ownOrAdmin", "none", { set: "ended_at = now()" }),
  accounts: rule("none", "none", "none"),
  adjustments: rule("office", "office", "none"),
  api_answers: rule("own", "own", "app"),
  calendar_days: rule("adminOrApp", "adminOrApp", "admin"),
  calendar_feeds: rule("own", "own", "ownOrAdmin"),
  // The office's until it is sent; then the unit can mark it done.
  comments: rule("office", "office", "office"),
  credentials: rule("none", "none", "none"),
  correction_requests: rule("nobody", "director", "none", {
    set: "answer = 'corrects', answered_by_name = 'x', answered_at = now()",
  }),
  cycle_units: rule("unit", "unit", "none"),
  cycles: rule("office", "office", "none"),
  deliveries: rule("app", "app", "app"),
  events: rule("unit", "none", "none"),
  explanations: rule("unit", "unit", "none"),
  figures: rule("unit", "unit", "none"),
  governments: rule("nobody", "none", "none"),
  history_heads: rule("none", "none", "none"),
  identities: rule("app", "admin", "admin", { row: { state: "'waiting'", user_id: "null" } }),
  indicators: rule("unit", "unit", "unit"),
  invitations: rule("admin", "app", "none"),
  kept_files: rule("office", "office", "office"),
  ledger_choices: rule("unit", "unit", "none"),
  letterheads: rule("office", "office", "none"),
  memberships: rule("admin", "admin", "none"),
  messages: rule("app", "app", "app"),
  notices: rule("unit", "app", "app"),
  organisations: rule("office", "office", "office"),
  outline_headings: rule("office", "office", "office"),
  paragraphs: rule("unit", "unit", "none"),
  proposed_unit_reports: rule("person", "nobody", "unit"),
  passkeys: rule("own", "own", "ownOrAdmin"),
  recovery_codes: rule("own", "own", "ownOrAdmin"),
  reminder_plans: rule("adminOrApp", "adminOrApp", "none"),
  report_explanations: rule("office", "office", "none"),
  report_texts: rule("office", "office", "office"),
  reports: rule("office", "office", "none", { row: { state: "'draft'" } }),
  request_ledgers: rule("unit", "unit", "unit"),
  requests: rule("own", "own", "none"),
  return_reasons: rule("reviewer", "reviewer", "reviewer", { set: "updated_by = $actor" }),
  robots: rule("admin", "none", "admin"),
  // The row's owner, a clerk, has proposed it: whoever decides is a second person.
  rule_settings: rule("admin", "adminOrDirector", "none", {
    row: { state: "'proposed'" },
    set: "state = 'confirmed', decided_by = $actor",
  }),
  seals: rule("office", "none", "none"),
  second_factors: rule("own", "own", "ownOrAdmin"),
  sessions: rule("own", "own", "own"),
  sign_in_rules: rule("admin", "admin", "none"),
  // A section that has begun is not removed by anybody.
  submissions: rule("unit", "unit", "office", { row: { state: "'not_started'", latest_version: "0" } }),
  subjects: rule("app", "none", "none"),
  taken_reports: rule("reviewer", "none", "none"),
  unit_reports: rule("unit", "unit", "none", {
    row: { report: "jsonb_build_object('title', (select name from organisations where id = $unit))" },
    set: "imported_by = $actor",
  }),
  // A person changes what is their own; here it is another's, who never signed in.
  users: rule("admin", "admin", "admin"),
  // Whatever a person does writes what is told of it; how that went is the app's.
  webhook_calls: rule("anybody", "adminOrApp", "app", { set: "sent_at = null" }),
  webhooks: rule("admin", "none", "admin"),
  version_figures: rule("unit", "none", "none"),
  versions: rule("unit", "none", "none"),
};
