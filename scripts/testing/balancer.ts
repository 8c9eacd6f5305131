import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { promisify } from "node:util";
import { freePort } from "@/db/free-port";
import { PROJECT_DIR } from "../project-dir";
import { until } from "./trial";

const run = promisify(execFile);
const HAPROXY = "/usr/sbin/haproxy";
export const isBalancerThere = existsSync(HAPROXY);

export type Balancer = { origin: string; plainOrigin: string; said: () => string; stop: () => Promise<void> };

/**
 * Runs `deploy/haproxy.cfg` as it is, but for ports, the certificate and where the machines are; the certificate is
 * believed by this process from then on.
 */
export async function startBalancer(params: { folder: string; port: number; apps: number[] }): Promise<Balancer> {
  const { folder, port, apps } = params;
  const certificate = join(folder, "haproxy.pem");
  const key = join(folder, "key.pem");
  await run("openssl", [
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"],
    ...["-keyout", key, "-out", certificate, "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
  ]);
  const [chain, secret] = await Promise.all([readFile(certificate, "utf8"), readFile(key, "utf8")]);
  await writeFile(certificate, chain + secret);
  setDefaultCACertificates([...getCACertificates("default"), chain]);

  const plainPort = await freePort();
  const settings = join(folder, "haproxy.cfg");
  const written = await readFile(join(PROJECT_DIR, "deploy/haproxy.cfg"), "utf8");
  await writeFile(settings, adapt(written, { plainPort, port, certificate, apps }));
  await run(HAPROXY, ["-c", "-f", settings]);
  const child = spawn(HAPROXY, ["-db", "-f", settings], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const origin = `https://localhost:${port}`;
  await until(async () => (await fetch(`${origin}/api/health/ready`)).status === 200);
  return {
    origin,
    plainOrigin: `http://localhost:${plainPort}`,
    said: () => said,
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function adapt(
  settings: string,
  { plainPort, port, certificate, apps }: { plainPort: number; port: number; certificate: string; apps: number[] },
): string {
  let adapted = replaceOnce(settings, "bind :80\n", `bind 127.0.0.1:${plainPort}\n`);
  adapted = replaceOnce(
    adapted,
    "bind :443 ssl crt /etc/ssl/nianbao/haproxy.pem",
    `bind 127.0.0.1:${port} ssl crt ${certificate}`,
  );
  for (const [index, app] of apps.entries())
    adapted = adapted.replaceAll(`10.0.0.1${index + 1}:3000`, `127.0.0.1:${app}`);
  if (adapted.includes("10.0.0.")) throw new Error("deploy/haproxy.cfg has other machines");
  return adapted;
}

function replaceOnce(text: string, found: string, by: string): string {
  if (text.split(found).length !== 2) throw new Error(`deploy/haproxy.cfg does not hold “${found.trim()}” once`);
  return text.replace(found, by);
}
