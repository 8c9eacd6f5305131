import { type Db, withActor } from "@/db/connect";
import { TEST_NOW } from "@/db/testing/builders";
import type { Actor } from "@/lib/domain/access";
import { scopesOpenTo, type TokenScope } from "@/lib/domain/access-token";
import { issueToken } from "@/lib/services/make-token";
import { answerApi } from "@/lib/web/api/answer-api";

export const TEST_ORIGIN = "https://nianbao.example";

/** A token of somebody's account, with every scope that is of use to them or with those that are named. */
export async function tokenOf(
  db: Db,
  actor: Actor,
  scopes: readonly TokenScope[] = scopesOpenTo(actor),
): Promise<string> {
  const owner = { id: actor.userId, account: actor.account, isSystem: false };
  return withActor(db, actor, (tx) =>
    issueToken(tx, actor, owner, { name: "测试", scopes, days: "30" }, TEST_NOW, async () => undefined),
  );
}

/** A `fetch` that asks the interface itself, without a server between. */
export function fetchOf(db: Db, { source = "192.0.2.7", now = TEST_NOW } = {}): typeof fetch {
  return async (input, init) => {
    const request = new Request(new URL(input instanceof Request ? input.url : input, TEST_ORIGIN), init);
    return answerApi(request, { db, source, origin: TEST_ORIGIN, now });
  };
}
