import { createHmac } from "node:crypto";
import { type LookupAddress, lookup } from "node:dns";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { BlockList, isIP } from "node:net";
import { networkInterfaces } from "node:os";
import { FinalFailure } from "@/lib/domain/job";
import { isWebhookAddress } from "@/lib/domain/webhook";

const PATIENCE_MS = 15_000;

/** Never asked, whatever a name leads to: this machine itself, and what is reached on its own line alone. */
const OWN = new BlockList();
OWN.addSubnet("0.0.0.0", 8);
OWN.addSubnet("127.0.0.0", 8);
OWN.addSubnet("169.254.0.0", 16);
OWN.addAddress("::", "ipv6");
OWN.addAddress("::1", "ipv6");
OWN.addSubnet("fe80::", 10, "ipv6");

/** Where a test has a server stand in for the address; nothing else may. */
export type WebhookStandIn = { origin: string; patienceMs?: number };

/** What is posted: `id` and `body` are the same at each attempt. */
export type PostedWebhook = { id: string; address: string; secret: string; body: string };

/**
 * Posts a call to an address, signed as Standard Webhooks has it. Only HTTPS is spoken, nothing that is answered leads
 * anywhere else, and this machine's own addresses are not asked.
 *
 * @throws FinalFailure where the address cannot be asked at all; any other error where it may take the call later
 */
export async function postWebhook(
  { id, address, secret, body }: PostedWebhook,
  { now, standIn }: { now: Date; standIn?: WebhookStandIn },
): Promise<void> {
  if (!isWebhookAddress(address)) throw new FinalFailure("this is no address that may be told");
  const url = standIn ? new URL(new URL(address).pathname, standIn.origin) : new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!standIn && isIP(host) !== 0 && isOwn(host)) throw new FinalFailure("this machine itself is not told");
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const headers = {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(body),
    "User-Agent": "nianbao",
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signatureOf({ id, timestamp, body }, secret)}`,
  };
  const status = await post(url, { headers, body, standIn });
  if (status < 200 || status > 299) throw new Error(`it answered ${status}`);
}

/** HMAC-SHA256 over id, timestamp and body, as Standard Webhooks signs. */
export function signatureOf(
  { id, timestamp, body }: { id: string; timestamp: string; body: string },
  secret: string,
): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
}

function post(
  url: URL,
  {
    headers,
    body,
    standIn,
  }: { headers: Record<string, string | number>; body: string; standIn: WebhookStandIn | undefined },
): Promise<number> {
  const request = standIn ? requestHttp : requestHttps;
  const options = {
    method: "POST",
    headers,
    signal: AbortSignal.timeout(standIn?.patienceMs ?? PATIENCE_MS),
    ...(standIn ? {} : { lookup: lookupElsewhere }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      // What it says is nobody's business: its status counts.
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

type Looked = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** Finds the addresses of a name when the connection is made, so that no name leads to this machine at the last moment. */
function lookupElsewhere(host: string, options: object, done: Looked): void {
  lookup(host, { ...options, all: true }, (error, found) => {
    const elsewhere = (found ?? []).filter(({ address }) => !isOwn(address));
    const [first] = elsewhere;
    if (error) return done(error, []);
    if (!first) return done(new Error("the name leads to this machine itself"), []);
    return "all" in options && options.all === true ? done(null, elsewhere) : done(null, first.address, first.family);
  });
}

/**
 * True for an address of this machine, or one that only its own line leads to. An IPv4 address that is written as IPv6 is
 * held against the IPv4 entries by the list itself.
 */
export function isOwn(address: string): boolean {
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  const here = new BlockList();
  for (const { address: own, family: kind } of Object.values(networkInterfaces()).flatMap((all) => all ?? [])) {
    here.addAddress(own, kind === "IPv6" ? "ipv6" : "ipv4");
  }
  return OWN.check(address, family) || here.check(address, family);
}
