import { AsyncLocalStorage } from "node:async_hooks";
import type { RequestFault } from "./request-fault.ts";

/** What is known of the request that is being answered, wherever in its work one is. */
export type RequestScope = {
  /** Stands in the answer's `X-Request-Id` and in every line that is logged on the way. */
  id: string;
  /** The database was away on the way. */
  isOutage?: boolean;
  /** Why it failed, where people can be told more than that it did. */
  fault?: RequestFault;
};

const NAME = Symbol.for("nianbao.request-scope");

/** The server and the app's bundles have modules of their own in one process; they share this. */
export function requestScope(): AsyncLocalStorage<RequestScope> {
  const shared: { [NAME]?: AsyncLocalStorage<RequestScope> } & object = globalThis;
  shared[NAME] ??= new AsyncLocalStorage();
  return shared[NAME];
}
