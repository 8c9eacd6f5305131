import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { TLSSocket } from "node:tls";
import forge from "node-forge";
import { ROBOT_PLACES } from "../lib/domain/robot";

export type RobotProxy = { url: string; certificate: string; stop: () => Promise<void> };

/**
 * An outgoing proxy, as offices have them, that leads what is meant for the three services to one server here. It answers
 * for them with a certificate of its own, which the app is told to trust; any other place is refused.
 */
export async function startRobotProxy(robots: { origin: string }): Promise<RobotProxy> {
  const { key, certificate } = makeCertificate(
    Object.values(ROBOT_PLACES).map(({ origin }) => new URL(origin).hostname),
  );
  const server = createServer();
  server.on("connect", (request, socket) => {
    const { hostname, port } = new URL(`https://${request.url}`);
    const isKnown = Object.values(ROBOT_PLACES).some(({ origin }) => new URL(origin).hostname === hostname);
    if (!isKnown || (port !== "" && port !== "443")) {
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    const inside = new TLSSocket(socket, { isServer: true, key, cert: certificate });
    const outside = connect(Number(new URL(robots.origin).port), "127.0.0.1");
    inside.pipe(outside).pipe(inside);
    for (const side of [inside, outside]) side.on("error", () => side.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    certificate,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** A certificate for these names that signs itself and holds for a day. */
function makeCertificate(names: readonly string[]): { key: string; certificate: string } {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = "01";
  certificate.validity.notBefore = new Date(Date.now() - 3_600_000);
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
  const subject = [{ name: "commonName", value: "a stand-in for robots" }];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.setExtensions([
    { name: "basicConstraints", cA: true },
    { name: "subjectAltName", altNames: names.map((value) => ({ type: 2, value })) },
  ]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  return { key: forge.pki.privateKeyToPem(keys.privateKey), certificate: forge.pki.certificateToPem(certificate) };
}
