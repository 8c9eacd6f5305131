import { BlockList, isIP } from "node:net";

/** Whether an address of the network belongs to a proxy that the office runs itself. */
export type IsTrusted = (address: string) => boolean;

/** Reads a list such as "10.0.0.5, 192.168.0.0/16, ::1". */
export function trustedProxies(list: readonly string[]): IsTrusted {
  const known = new BlockList();
  for (const entry of list) {
    const [address = "", bits] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) known.addAddress(address, family);
    else known.addSubnet(address, Number(bits), family);
  }
  return (address) => isIP(address) !== 0 && known.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/**
 * The address a request comes from. What a request says of itself is believed only as far as trusted proxies wrote it:
 * each names, at the end of the list, whom it heard from.
 */
export function sourceOfRequest(
  request: { remoteAddress: string; forwardedFor: string | string[] | undefined },
  isTrusted: IsTrusted,
): string {
  let source = plainAddress(request.remoteAddress);
  const forwarded = [request.forwardedFor ?? ""]
    .flat()
    .join(",")
    .split(",")
    .map((address) => plainAddress(address.trim()));
  while (isTrusted(source)) {
    const before = forwarded.pop();
    if (before === undefined || isIP(before) === 0) return source;
    source = before;
  }
  return source;
}

/** An IPv4 address that came over IPv6, as it is known elsewhere. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

/** False of an address that no page can have: it holds a NUL, or its path has percent signs that mean nothing. */
export function isReadableAddress(url: string): boolean {
  const [path = "", query = ""] = url.split(/\?(.*)/s);
  if (/%00|\0/.test(path + query)) return false;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** The path of an address as the log has it: without its query, and without what only its person is to know. */
export function loggedPath(url: string): string {
  const [path = url] = url.split("?");
  return path.replace(/^\/calendar\/.+/i, "/calendar/…");
}

/** True of a request that would change something and was made by another site's page. */
export function isFromElsewhere(request: {
  method: string | undefined;
  origin: string | undefined;
  host: string | undefined;
}): boolean {
  const { method = "GET", origin, host } = request;
  if (method === "GET" || method === "HEAD" || method === "OPTIONS" || origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
