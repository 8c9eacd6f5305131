/** What a person is in an organisation. One person may hold several. */
export const ROLES = ["submitter", "head", "reviewer", "editor", "director", "admin", "auditor"] as const;
export type Role = (typeof ROLES)[number];

/** The roles of the office; the others belong to one reporting unit. */
export const OFFICE_ROLES = ["reviewer", "editor", "director", "admin", "auditor"] as const satisfies readonly Role[];

export const PERMISSIONS = [
  "submission:fill",
  "submission:submit",
  "submission:sign",
  "submission:review",
  "submission:reopen",
  "unit:remind",
  "report:read",
  "report:adjust",
  "report:compose",
  "report:finalise",
  "report:download",
  "report:publish",
  "cycle:manage",
  "unit:manage",
  "person:manage",
  "history:read",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** The table of DESIGN section 4: who may do what. */
const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  submitter: ["submission:fill", "submission:submit"],
  head: ["submission:fill", "submission:submit", "submission:sign"],
  reviewer: ["submission:review", "submission:reopen", "unit:remind", "report:read", "report:download", "history:read"],
  editor: ["report:read", "report:adjust", "report:compose", "report:finalise", "report:download", "history:read"],
  director: ["report:read", "report:publish", "report:download", "history:read"],
  admin: ["cycle:manage", "unit:manage", "person:manage", "history:read"],
  auditor: ["report:read", "report:download", "history:read"],
};

export type Membership = { organisationId: string; role: Role };

/** A signed-in person as the database knows them at this request. */
export type Actor = {
  userId: string;
  account: string;
  name: string;
  districtId: string;
  districtName: string;
  memberships: readonly Membership[];
  permissions: readonly Permission[];
  scope: Scope;
  /** Roles that they hold and cannot use before a second step of signing in is set up. */
  heldBack: readonly Role[];
  /** The name of the token by which another program acts as them; missing where they act themselves. */
  byToken?: string;
};

/** Whose data a query may see: one district, and of its units all or those listed. */
export type Scope = { districtId: string; units: "all" | readonly string[] };

/** Everything that somebody with these memberships may do, each permission once: the union over their roles. */
export function permissionsOf(memberships: readonly Membership[]): Permission[] {
  return [...new Set(memberships.flatMap((membership) => PERMISSIONS_OF[membership.role]))];
}

/** Office roles see every unit of the district; the others see the units they belong to. */
export function scopeOfMemberships(districtId: string, memberships: readonly Membership[]): Scope {
  if (memberships.some((membership) => isOfficeRole(membership.role))) return { districtId, units: "all" };
  return { districtId, units: [...new Set(memberships.map((membership) => membership.organisationId))] };
}

/** True for a role of the office in charge, which only the office's own people can hold; false for a unit's roles. */
export function isOfficeRole(role: Role): boolean {
  return OFFICE_ROLES.some((officeRole) => officeRole === role);
}

/**
 * Whether the actor holds a permission by any of their roles; of which unit or report it holds is asked by the rule of
 * that move.
 */
export function may(actor: Pick<Actor, "permissions">, permission: Permission): boolean {
  return actor.permissions.includes(permission);
}

/** Units in which the actor holds a role that fills in; reviewing everything does not mean filling in everything. */
export function unitsFilledBy(actor: Pick<Actor, "memberships">): string[] {
  return actor.memberships.flatMap(({ organisationId, role }) =>
    PERMISSIONS_OF[role].includes("submission:fill") ? [organisationId] : [],
  );
}

/** Ids of the units whose head the person is: their signature stands between such a unit and the office. */
export function unitsSignedBy(actor: Pick<Actor, "memberships">): string[] {
  return actor.memberships.flatMap(({ organisationId, role }) => (role === "head" ? [organisationId] : []));
}

/** Where a person's day begins. */
export function homeOf(actor: Pick<Actor, "permissions">): "desk" | "overview" | "admin" | "history" {
  if (may(actor, "submission:review") || may(actor, "report:compose") || may(actor, "report:publish"))
    return "overview";
  if (may(actor, "cycle:manage")) return "admin";
  if (may(actor, "submission:fill")) return "desk";
  return "history";
}
