import type { Role } from "@/lib/domain/access";

export type Person = {
  id: string;
  account: string;
  name: string;
  hasPassword: boolean;
  codeExpiresAt: Date | null;
  deactivatedAt: Date | null;
  email: string | null;
  roles: { membershipId: string; organisationId: string; organisationName: string; role: Role }[];
};

export type EndedRole = {
  membershipId: string;
  userId: string;
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
