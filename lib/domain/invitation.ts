const DAY_MS = 86_400_000;
/** How long the link of an invitation holds. */
const INVITATION_DAYS = 7;

/** An invitation by mail, as the administrator sees it. */
export type Invitation = {
  madeAt: Date;
  expiresAt: Date;
  /** Null while its mail waits. */
  sentAt: Date | null;
  usedAt: Date | null;
};

/** What somebody who opens the link of an invitation is told. */
export type OpenInvitation = { name: string; account: string; districtName: string; expiresAt: Date };

/** Until when the link of an invitation that is made at `now` may be used: seven days. */
export function invitationExpiry(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
}

/** True of an invitation that can still be used. */
export function isInvitationOpen(invitation: Pick<Invitation, "expiresAt" | "usedAt"> | null, now: Date): boolean {
  return invitation !== null && invitation.usedAt === null && invitation.expiresAt > now;
}

type Invitable = {
  hasPassword: boolean;
  /** They sign in by single sign-on or a passkey. */
  hasOtherWay: boolean;
  deactivatedAt: Date | null;
  email: string | null;
  invitation: Pick<Invitation, "expiresAt" | "usedAt"> | null;
};

/**
 * Whom an invitation to all goes to: whoever has no way to sign in yet and is not invited at present. Those without a mail
 * address need one first, or a printed code.
 */
export function listInvitable<Row extends Invitable>(
  people: readonly Row[],
  now: Date,
): { invited: Row[]; withoutAddress: Row[] } {
  const waiting = people.filter(
    ({ hasPassword, hasOtherWay, deactivatedAt, invitation }) =>
      !hasPassword && !hasOtherWay && deactivatedAt === null && !isInvitationOpen(invitation, now),
  );
  return {
    invited: waiting.filter(({ email }) => email !== null),
    withoutAddress: waiting.filter(({ email }) => email === null),
  };
}
