import type { Role } from "@/lib/domain/access";
import type { Organisation } from "@/lib/domain/organisation";
import type { RefusalCode } from "@/lib/domain/refusal";

/** Somebody who holds a role in a unit now; with `untilAt` it ends by itself. */
export type Holder = { membershipId: string; userId: string; role: Role; untilAt: Date | null };

type Post = { roles: readonly Role[]; refusal: RefusalCode };

const SUBMITTING: Post = { roles: ["submitter", "head"], refusal: "last_submitter" };
const SIGNING: Post = { roles: ["head"], refusal: "last_head" };
const REVIEWING: Post = { roles: ["reviewer"], refusal: "last_reviewer" };
const ADMINISTERING: Post = { roles: ["admin"], refusal: "last_administrator" };

/** What must not fall vacant in a unit: each post can be held by any of its roles. */
function postsOf(unit: Pick<Organisation, "kind" | "isActive" | "needsSignature">): Post[] {
  if (!unit.isActive) return [];
  return [
    SUBMITTING,
    ...(unit.needsSignature ? [SIGNING] : []),
    ...(unit.kind === "office" ? [REVIEWING, ADMINISTERING] : []),
  ];
}

/**
 * Whether somebody may be given a role by this administrator: nobody gives one to themselves, or one person could fill
 * in, review and publish alone.
 */
export function refusalOfGranting(giver: { userId: string }, receiverId: string): RefusalCode | null {
  return giver.userId === receiverId ? "own_role" : null;
}

/**
 * Decides whether the memberships `leaving` may end, given everybody who holds a role in the unit: the last submitter
 * cannot go, nor the last reviewer or administrator of the office. A post that was empty before stays as it was. Who
 * holds it for a time only does not replace somebody who holds it without an end: that time runs out unasked.
 */
export function refusalOfLeaving(
  unit: Pick<Organisation, "kind" | "isActive" | "needsSignature">,
  holders: readonly Holder[],
  leaving: readonly string[],
): RefusalCode | null {
  for (const { roles, refusal } of postsOf(unit)) {
    const held = holders.filter((holder) => roles.includes(holder.role));
    const lasting = held.filter((holder) => holder.untilAt === null);
    const needed = lasting.length > 0 ? lasting : held;
    if (needed.length > 0 && needed.every((holder) => leaving.includes(holder.membershipId))) return refusal;
  }
  return null;
}
