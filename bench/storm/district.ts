import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import type { BenchDatabase } from "@/bench/with-database";
import { withActor } from "@/db/connect";
import { listSubmissions } from "@/db/queries/submission-entries";
import { LONGEST_SESSION_SECONDS, sessionLimits } from "@/lib/domain/session";
import { buildLargeDistrict } from "../large-district";

/** As many as a district of this size has. */
const UNITS = 50;

export type Clerk = {
  cookie: string;
  /** Not begun. */
  requestsId: string;
  /** Filled in and ready to be submitted, at this revision. */
  litigation: { id: string; revision: number };
};

export type StormDistrict = { cycleId: string; clerks: Clerk[]; reviewerCookie: string };

/** A district in the evening of its last day: each unit's clerk and the reviewer are signed in. */
export async function buildStormDistrict(
  database: Pick<BenchDatabase, "db" | "owner">,
  secret: string,
): Promise<StormDistrict> {
  const { admin, cycleId, ready } = await buildLargeDistrict(database, UNITS, ["active"]);
  const { districtId } = admin;
  const entries = await withActor(database.db, admin, (tx) => listSubmissions(tx, { scope: admin.scope, cycleId }));
  const office = entries.find(({ isOffice }) => isOffice)?.organisationId ?? "";
  const session = (organisationId: string, role: "submitter" | "reviewer") =>
    openSession(database, { districtId, organisationId, role, secret });
  const clerks: Clerk[] = [];
  for (const { id, revision, clerk } of ready) {
    const organisationId = clerk.memberships[0]?.organisationId ?? "";
    const of = entries.filter((entry) => entry.organisationId === organisationId);
    clerks.push({
      cookie: await session(organisationId, "submitter"),
      requestsId: of.find(({ sectionId }) => sectionId === "requests")?.id ?? "",
      litigation: { id, revision },
    });
  }
  return { cycleId, clerks, reviewerCookie: await session(office, "reviewer") };
}

/** Somebody with one role, signed in without the seconds that a password takes. */
async function openSession(
  { owner }: Pick<BenchDatabase, "owner">,
  of: { districtId: string; organisationId: string; role: string; secret: string },
): Promise<string> {
  const { districtId, organisationId, role, secret } = of;
  const [userId, sessionId, now] = [randomUUID(), randomUUID(), new Date()];
  const since = new Date("2022-01-01T00:00:00Z");
  await owner.query("insert into accounts (folded_account, account, district_id, user_id) values ($1, $1, $2, $3)", [
    `bench-${userId}`,
    districtId,
    userId,
  ]);
  await owner.query(
    `insert into users (district_id, id, account, folded_account, name, has_password, created_at)
     values ($1, $2, $3, $3, $3, false, $4)`,
    [districtId, userId, `bench-${userId}`, since],
  );
  await owner.query(
    `insert into memberships (district_id, id, user_id, organisation_id, role, from_at) values ($1, $2, $3, $4, $5, $6)`,
    [districtId, randomUUID(), userId, organisationId, role, since],
  );
  await owner.query(
    `insert into sessions (district_id, id, user_id, epoch, started_at, seen_at, ends_at, source, user_agent)
     values ($1, $2, $3, 1, $4, $4, $5, '127.0.0.1', 'bench')`,
    [districtId, sessionId, userId, now, sessionLimits(now).endsAt],
  );
  const token = await encode({
    token: { districtId, userId, sessionId },
    secret,
    maxAge: LONGEST_SESSION_SECONDS,
  });
  return `next-auth.session-token=${token}`;
}
