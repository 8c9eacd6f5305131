import type { Role } from "@/lib/domain/access";
import type { BackupStanding } from "@/lib/domain/backup";
import type { ReportState } from "@/lib/domain/report";

/** One thing that the administrator has to see to, in the order in which it holds others up. */
export type AdminTask =
  | { kind: "units_missing" }
  | { kind: "role_missing"; role: "reviewer" | "editor" | "director" }
  | { kind: "submitter_missing"; units: readonly { id: string; name: string }[] }
  | { kind: "own_review"; unit: { id: string; name: string } }
  | { kind: "second_person_missing" }
  | { kind: "contact_missing" }
  | { kind: "other_body_waiting"; count: number }
  | { kind: "identity_waiting"; count: number }
  | { kind: "code_expired"; people: readonly { id: string; name: string }[] }
  | { kind: "backup"; concern: BackupConcern }
  | { kind: "messages_failed"; count: number }
  | { kind: "jobs_failed"; count: number }
  | { kind: "webhooks_failing"; webhooks: readonly { id: string; name: string }[] }
  | { kind: "role_ending"; roles: readonly EndingRole[] }
  | { kind: "code_expiring"; people: readonly { id: string; name: string }[] }
  | { kind: "tokens_expiring"; tokens: readonly ExpiringToken[] }
  | { kind: "long_absent"; people: readonly { id: string; name: string }[] }
  | { kind: "year_missing"; year: number }
  | { kind: "next_year"; year: number }
  | { kind: "year_closable"; year: number; cycleId: string };

export type HeldRole = { organisationId: string; role: Role };

/** What is the matter with the backups of the installation. */
export type BackupConcern = NonNullable<BackupStanding["concern"]>;

/** A role that ends by itself soon. */
export type EndingRole = { userId: string; name: string; unitName: string; role: Role; untilAt: Date };

/** A token by which another program works, about to expire. */
export type ExpiringToken = { id: string; name: string; userName: string; expiresAt: Date };

export type Staffing = {
  units: readonly { id: string; name: string; kind: string; isActive: boolean }[];
  people: readonly {
    id: string;
    name: string;
    hasPassword: boolean;
    codeExpiresAt: Date | null;
    deactivatedAt: Date | null;
    createdAt: Date;
    /** Those held now, and when each ends by itself. */
    roles: readonly (HeldRole & { organisationName: string; untilAt: Date | null })[];
  }[];
  /** When people were last there, by their id. */
  lastSeen: ReadonlyMap<string, Date>;
  contact: { address: string; phone: string };
  /** Reports that name another body than their unit and that this administrator may settle. */
  otherBodies: number;
  /** Who came by single sign-on and waits to be linked. */
  waitingIdentities: number;
  /** Newest first, with the state of the year's report. */
  cycles: readonly { id: string; year: number; state: "open" | "closed"; reportState: ReportState | null }[];
  /** Of the installation. */
  backups: BackupConcern | null;
  failed: { messages: number; others: number };
  /** Addresses that did not take what they were last told, and wait for the next attempt or gave up. */
  failingWebhooks: readonly { id: string; name: string }[];
  /** Tokens that hold now. */
  tokens: readonly ExpiringToken[];
};
