import { and, asc, count, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/connect";
import { readActor } from "@/db/queries/sign-in";
import { accessTokens, users } from "@/db/schema";
import type { Actor } from "@/lib/domain/access";
import { type AccessToken, TOKEN_SCOPES, type TokenScope } from "@/lib/domain/access-token";

export async function insertAccessToken(
  db: Db,
  row: {
    districtId: string;
    id: string;
    userId: string;
    isOfSystem: boolean;
    name: string;
    scopes: TokenScope[];
    tokenHash: string;
    madeAt: Date;
    madeByName: string;
    expiresAt: Date;
  },
): Promise<void> {
  await db.insert(accessTokens).values(row);
}

/** The tokens of a district, or of one account, that did not end by hand and expired after `shownSince`, newest first. */
export async function listAccessTokens(
  db: Db,
  params: { districtId: string; userId?: string; shownSince: Date },
): Promise<AccessToken[]> {
  return db
    .select({
      id: accessTokens.id,
      userId: accessTokens.userId,
      userName: users.name,
      isOfSystem: accessTokens.isOfSystem,
      name: accessTokens.name,
      scopes: accessTokens.scopes,
      madeAt: accessTokens.madeAt,
      madeByName: accessTokens.madeByName,
      expiresAt: accessTokens.expiresAt,
      seenAt: accessTokens.seenAt,
    })
    .from(accessTokens)
    .innerJoin(users, and(eq(users.districtId, accessTokens.districtId), eq(users.id, accessTokens.userId)))
    .where(
      and(
        eq(accessTokens.districtId, params.districtId),
        params.userId === undefined ? undefined : eq(accessTokens.userId, params.userId),
        isNull(accessTokens.endedAt),
        gt(accessTokens.expiresAt, params.shownSince),
      ),
    )
    .orderBy(sql`${accessTokens.madeAt} desc`, asc(accessTokens.id));
}

/** How many tokens of an account hold at `now`. */
export async function countAccessTokens(
  db: Db,
  params: { districtId: string; userId: string; now: Date },
): Promise<number> {
  const rows = await db
    .select({ count: count() })
    .from(accessTokens)
    .where(
      and(
        eq(accessTokens.districtId, params.districtId),
        eq(accessTokens.userId, params.userId),
        isNull(accessTokens.endedAt),
        gt(accessTokens.expiresAt, params.now),
      ),
    );
  return rows[0]?.count ?? 0;
}

/** Ends one token, or all of an account; gives those that it ended. */
export async function updateTokensEnded(
  db: Db,
  params: { districtId: string; at: Date } & ({ id: string; ofUserId?: string } | { id?: never; ofUserId: string }),
): Promise<{ userId: string; name: string }[]> {
  return db
    .update(accessTokens)
    .set({ endedAt: params.at })
    .where(
      and(
        eq(accessTokens.districtId, params.districtId),
        params.id === undefined ? undefined : eq(accessTokens.id, params.id),
        params.ofUserId === undefined ? undefined : eq(accessTokens.userId, params.ofUserId),
        isNull(accessTokens.endedAt),
      ),
    )
    .returning({ userId: accessTokens.userId, name: accessTokens.name });
}

const TokenRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(TOKEN_SCOPES)),
  actor: z.unknown(),
});

/** Whose token has this hash, as the database knows them now, and notes its use; null where it holds no more. */
export async function getTokenActor(
  db: Db,
  params: { districtId: string; tokenHash: string; now: Date; notedSince: Date },
): Promise<{ id: string; name: string; scopes: TokenScope[]; actor: Actor } | null> {
  const { districtId, tokenHash, now, notedSince } = params;
  const { rows } = await db.execute<{ token: unknown }>(
    sql`select nianbao.load_token(${districtId}::uuid, ${tokenHash}, ${now.toISOString()}::timestamptz, ${notedSince.toISOString()}::timestamptz) as token`,
  );
  const token = TokenRowSchema.nullish().parse(rows[0]?.token);
  const actor = readActor(token?.actor);
  return token && actor ? { ...token, actor } : null;
}
