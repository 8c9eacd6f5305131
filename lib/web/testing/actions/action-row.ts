import type { Db } from "@/db/connect";
import { TEST_NOW } from "@/db/testing/builders";
import type { Actor, Permission } from "@/lib/domain/access";
import type { Targets } from "@/lib/web/testing/targets";

/** An action that a service decides about. */
export type GuardedAction = {
  kind: "guarded";
  /** Whoever holds one of them may. */
  who: readonly Permission[];
  /** The request names nothing of the district that it is about: it is always the sender's own. */
  isOfOwnDistrict: boolean;
  service: { readonly name: string };
  /** Sends what only the right person may send, of things that do exist. */
  send: (db: Db, actor: Actor, targets: Targets) => Promise<unknown>;
};

/** An action by which nobody else's things can be changed: `open` is a form for whoever is not signed in. */
export type HarmlessAction = { kind: "signed_in" | "open" | "function"; because: string };

export type ActionRow = GuardedAction | HarmlessAction;

/** Rows by file and name of the action. */
export type ActionTable = Readonly<Record<string, Readonly<Record<string, ActionRow>>>>;

type Service<Input> = (db: Db, actor: Actor, input: Input, now: Date) => Promise<unknown>;

export function guarded<Input>(
  who: readonly Permission[],
  service: Service<Input>,
  inputOf: (targets: Targets) => Input,
): GuardedAction {
  return {
    kind: "guarded",
    who,
    isOfOwnDistrict: false,
    service,
    send: (db, actor, targets) => service(db, actor, inputOf(targets), TEST_NOW),
  };
}

export function ofOwnDistrict<Input>(
  who: readonly Permission[],
  service: Service<Input>,
  inputOf: () => Input,
): GuardedAction {
  return { ...guarded(who, service, inputOf), isOfOwnDistrict: true };
}
