import { ROLES, type Role } from "@/lib/domain/access";

/** What an identity provider says somebody is here. It gives no role: the administrator sees it beside who waits. */
export type ProposedRole = { role: Role | null; unit: string };

/** A value of a claim, and the role that the operator takes it for. */
export type RoleOfClaim = { value: string; role: Role };

/** Reads `caiwu-clerks=submitter,office-review=reviewer`; null where a part is no role of ours. */
export function readRolesOfClaims(text: string): RoleOfClaim[] | null {
  const parts = text.split(",").flatMap((part) => part.trim() || []);
  const read = parts.map((part): RoleOfClaim | null => {
    const at = part.lastIndexOf("=");
    const value = part.slice(0, at).trim();
    const role = ROLES.find((known) => known === part.slice(at + 1).trim());
    return at > 0 && value !== "" && role ? { value, role } : null;
  });
  return read.includes(null) ? null : read.flatMap((one) => one ?? []);
}

/**
 * The role that claims propose: that of the first value, in the operator's order, which the provider claims; with the unit as it
 * is called there. Null where they say neither.
 */
export function proposedRoleOf(
  claimed: { groups: readonly string[]; unit: string },
  roles: readonly RoleOfClaim[],
): ProposedRole | null {
  const role = roles.find(({ value }) => claimed.groups.includes(value))?.role ?? null;
  return role === null && claimed.unit === "" ? null : { role, unit: claimed.unit };
}
