import { API_PREFIX } from "@/lib/domain/api-address";
import type { ApiMethod, Operation } from "@/lib/web/api/operation";
import { OPERATIONS } from "@/lib/web/api/operations";

export type FoundOperation = { operation: Operation; params: Readonly<Record<string, string>> };

/** The operation of an address; the methods that it has where it is called by another; null where there is none. */
export function findOperation(method: string, pathname: string): FoundOperation | { allowed: ApiMethod[] } | null {
  const parts = partsOf(pathname.slice(API_PREFIX.length));
  const matching = OPERATIONS.flatMap((operation) => {
    const params = matchPath(operation.path, parts);
    return params ? [{ operation, params }] : [];
  });
  const wanted = method === "HEAD" ? "GET" : method;
  const found = matching.find(({ operation }) => operation.method === wanted);
  if (found) return found;
  return matching.length > 0 ? { allowed: matching.map(({ operation }) => operation.method) } : null;
}

/** The parts of an address, read; none where it has percent signs that mean nothing. */
function partsOf(path: string): string[] {
  try {
    return path.split("/").slice(1).map(decodeURIComponent);
  } catch {
    return [];
  }
}

function matchPath(path: string, parts: readonly string[]): Record<string, string> | null {
  const places = path.split("/").slice(1);
  if (places.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, place] of places.entries()) {
    const part = parts[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(place)?.[1];
    if (name === undefined && place !== part) return null;
    if (name !== undefined) params[name] = part;
  }
  return params;
}
