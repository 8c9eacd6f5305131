import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { preparedQuery } from "@/db/prepared-query";
import { requests } from "@/db/schema";

const insert = preparedQuery((db, { districtId }) =>
  db
    .insert(requests)
    .values({ districtId, userId: sql.placeholder("userId"), id: sql.placeholder("id"), at: sql.placeholder("at") })
    .onConflictDoNothing()
    .returning({ id: requests.id }),
);

/**
 * Takes the request id for this transaction. False when it was taken before; a twin that is still running makes this
 * wait until it has ended.
 */
export async function insertRequest(
  db: Db,
  params: { districtId: string; userId: string; id: string; at: Date },
): Promise<boolean> {
  const { districtId, ...values } = params;
  const rows = await insert(db, { districtId, units: "all" }, values);
  return rows.length > 0;
}

export async function getRequestResult(
  db: Db,
  params: { districtId: string; userId: string; id: string },
): Promise<unknown> {
  const rows = await db.select({ result: requests.result }).from(requests).where(ownRequest(params));
  return rows[0]?.result ?? null;
}

export async function updateRequestResult(
  db: Db,
  params: { districtId: string; userId: string; id: string; result: unknown },
): Promise<void> {
  await db.update(requests).set({ result: params.result }).where(ownRequest(params));
}

function ownRequest(params: { districtId: string; userId: string; id: string }) {
  return and(
    eq(requests.districtId, params.districtId),
    eq(requests.userId, params.userId),
    eq(requests.id, params.id),
  );
}
