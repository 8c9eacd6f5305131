import type { Role } from "@/lib/domain/access";
import type { Invitation } from "@/lib/domain/invitation";

export type Person = {
  id: string;
  account: string;
  name: string;
  hasPassword: boolean;
  codeExpiresAt: Date | null;
  deactivatedAt: Date | null;
  email: string | null;
  createdAt: Date;
  /** Known to an administrator only. */
  hasSecondFactor: boolean;
  /** They can sign in by single sign-on or a passkey. */
  hasOtherWay: boolean;
  /** The newest one by mail; null where another code was given since. */
  invitation: Invitation | null;
  /** Those that are not over, some of which may begin later. */
  roles: PersonRole[];
};

export type PersonRole = {
  membershipId: string;
  organisationId: string;
  organisationName: string;
  role: Role;
  fromAt: Date;
  /** When it ends by itself. */
  untilAt: Date | null;
};

/** Somebody who fills in or signs for a unit. */
export type StaffMember = { organisationId: string; role: Role; name: string };

export type EndedRole = {
  membershipId: string;
  userId: string;
  userName: string;
  organisationName: string;
  role: Role;
  fromAt: Date;
  untilAt: Date;
};

export type OwnEndedRole = {
  organisationId: string;
  organisationName: string;
  role: Role;
  untilAt: Date;
  endedByName: string;
};
