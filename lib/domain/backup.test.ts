import { describe, expect, it } from "vitest";
import { type Backup, backupsToRemove, backupToTry, isBackupDue, isRecentlyBackedUp, judgeBackups } from "./backup";

const now = new Date("2026-01-16T09:00:00+08:00");

function backup(at: string, more: Partial<Backup> = {}): Backup {
  return {
    id: at,
    kind: "daily",
    at: new Date(`${at}+08:00`),
    host: "office",
    path: `/backups/${at}`,
    bytes: 1000,
    isEncrypted: false,
    problem: null,
    triedAt: null,
    trialProblem: null,
    ...more,
  };
}
const tried = (at: string, trialProblem: string | null = null) => ({ triedAt: new Date(`${at}+08:00`), trialProblem });

describe("backups that are made by themselves", () => {
  it("are due once a day of the office's calendar, and again after one that failed", () => {
    expect(isBackupDue([], now)).toBe(true);
    expect(isBackupDue([backup("2026-01-15T23:59:59")], now)).toBe(true);
    expect(isBackupDue([backup("2026-01-16T00:00:00")], now)).toBe(false);
    expect(isBackupDue([backup("2026-01-16T08:00:00", { problem: "disk_full" })], now)).toBe(true);
    expect(isBackupDue([backup("2026-01-16T08:00:00", { kind: "asked" })], now)).toBe(true);
  });

  it("suffice for an upgrade for a day, whoever made them", () => {
    expect(isRecentlyBackedUp([backup("2026-01-15T09:00:01", { kind: "asked" })], now)).toBe(true);
    expect(isRecentlyBackedUp([backup("2026-01-15T09:00:00")], now)).toBe(false);
    expect(isRecentlyBackedUp([backup("2026-01-16T08:00:00", { problem: "disk_full" })], now)).toBe(false);
  });

  it("are restored on trial once a week, the newest of them", () => {
    const newest = backup("2026-01-16T01:00:00");
    expect(backupToTry([backup("2026-01-15T01:00:00"), newest], now)).toBe(newest);
    expect(backupToTry([newest, backup("2026-01-10T01:00:00", tried("2026-01-10T02:00:00"))], now)).toBeNull();
    expect(backupToTry([newest, backup("2026-01-08T01:00:00", tried("2026-01-08T02:00:00"))], now)).toBe(newest);
    expect(backupToTry([], now)).toBeNull();
    // One that failed is not tried again; the next one is.
    const failed = backup("2026-01-15T01:00:00", tried("2026-01-15T02:00:00", "altered"));
    expect(backupToTry([failed], now)).toBeNull();
    expect(backupToTry([failed, newest], now)).toBe(newest);
  });

  it("are kept in the wanted number of each kind; those that somebody asked for are left alone", () => {
    const all = [
      backup("2026-01-13T01:00:00"),
      backup("2026-01-15T01:00:00"),
      backup("2026-01-14T01:00:00"),
      backup("2026-01-12T01:00:00", { kind: "asked" }),
      backup("2026-01-01T01:00:00", { kind: "before_upgrade" }),
    ];
    expect(backupsToRemove(all, 2).map(({ id }) => id)).toEqual(["2026-01-13T01:00:00"]);
  });
});

describe("how the backups stand", () => {
  const good = backup("2026-01-16T01:00:00", tried("2026-01-16T02:00:00"));

  it.each([
    ["nothing was ever made", [], "none"],
    ["the last try failed", [good, backup("2026-01-16T03:00:00", { problem: "disk_full" })], "failed"],
    ["days were left out", [backup("2026-01-13T01:00:00", tried("2026-01-13T02:00:00"))], "late"],
    ["none was restored on trial", [backup("2026-01-16T01:00:00")], "untried"],
    ["the trial failed", [backup("2026-01-16T01:00:00", tried("2026-01-16T02:00:00", "altered"))], "trial_failed"],
    ["all is well", [good], null],
    ["an older one was tried", [backup("2026-01-16T08:00:00"), good], null],
    ["it failed and was made since", [backup("2026-01-15T03:00:00", { problem: "disk_full" }), good], null],
  ] as const)("says when %s", (_name, backups, concern) => {
    expect(judgeBackups(backups, now).concern).toBe(concern);
  });
});
