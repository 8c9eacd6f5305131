import type { AdminTask, Staffing } from "@/lib/domain/admin-task";

const DAY_MS = 86_400_000;
/** A code that nobody used is told of so long before it expires, a role before it ends. */
const CODE_SOON_DAYS = 3;
const ROLE_SOON_DAYS = 30;
/** Whoever runs the other program needs time to put in a new token. */
const TOKEN_SOON_DAYS = 14;
/** The work comes once a year: who was not there for longer has missed one. */
const ABSENT_DAYS = 400;
/** A new installation makes its first backups by itself. */
const FIRST_BACKUP_DAYS = 2;

/** What the app could not do by itself. */
export function listOperationTasks({ backups, failed, failingWebhooks, people }: Staffing, now: Date): AdminTask[] {
  const isNew = people.every(({ createdAt }) => now.getTime() - createdAt.getTime() < FIRST_BACKUP_DAYS * DAY_MS);
  const isToldOf = backups !== null && !(isNew && (backups === "none" || backups === "untried"));
  return [
    ...(isToldOf ? [{ kind: "backup" as const, concern: backups }] : []),
    ...(failed.messages > 0 ? [{ kind: "messages_failed" as const, count: failed.messages }] : []),
    ...(failed.others > 0 ? [{ kind: "jobs_failed" as const, count: failed.others }] : []),
    ...(failingWebhooks.length > 0 ? [{ kind: "webhooks_failing" as const, webhooks: failingWebhooks }] : []),
  ];
}

/** What will hold others up unless somebody sees to it in time. */
export function listSoonTasks({ people, lastSeen, tokens }: Staffing, now: Date): AdminTask[] {
  const active = people.filter((person) => person.deactivatedAt === null);
  const within = (days: number) => new Date(now.getTime() + days * DAY_MS);
  const roles = active
    .flatMap(({ id, name, roles: held }) =>
      held.flatMap(({ role, organisationName, untilAt }) =>
        untilAt !== null && untilAt <= within(ROLE_SOON_DAYS)
          ? [{ userId: id, name, unitName: organisationName, role, untilAt }]
          : [],
      ),
    )
    .toSorted((left, right) => left.untilAt.getTime() - right.untilAt.getTime());
  const expiring = active.filter(
    ({ hasPassword, codeExpiresAt }) =>
      !hasPassword && codeExpiresAt !== null && codeExpiresAt > now && codeExpiresAt <= within(CODE_SOON_DAYS),
  );
  const lapsing = tokens
    .filter(({ expiresAt }) => expiresAt > now && expiresAt <= within(TOKEN_SOON_DAYS))
    .toSorted((left, right) => left.expiresAt.getTime() - right.expiresAt.getTime());
  const absent = active.filter(({ id, hasPassword, roles: held, createdAt }) => {
    const last = lastSeen.get(id) ?? createdAt;
    return hasPassword && held.length > 0 && now.getTime() - last.getTime() > ABSENT_DAYS * DAY_MS;
  });
  return [
    ...(roles.length > 0 ? [{ kind: "role_ending" as const, roles }] : []),
    ...(expiring.length > 0 ? [{ kind: "code_expiring" as const, people: expiring.map(nameOf) }] : []),
    ...(lapsing.length > 0 ? [{ kind: "tokens_expiring" as const, tokens: lapsing }] : []),
    ...(absent.length > 0 ? [{ kind: "long_absent" as const, people: absent.map(nameOf) }] : []),
  ];
}

function nameOf({ id, name }: { id: string; name: string }): { id: string; name: string } {
  return { id, name };
}
