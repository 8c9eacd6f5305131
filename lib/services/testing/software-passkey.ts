import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";

/** What a device says of itself: that somebody was there, that it checked who, and of what it holds. */
export const FLAG = { present: 0x01, verified: 0x04, canBackUp: 0x08, backedUp: 0x10, hasKey: 0x40 } as const;

export type SoftwarePasskey = {
  make(options: { challenge: string }): string;
  use(options: { challenge: string }, how?: { counter?: number; flags?: number }): string;
};

/** A device in this process, which makes one passkey and answers with it as a browser at `origin` would. */
export function softwarePasskey(of: { rpId: string; origin: string; userHandle: string }): SoftwarePasskey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(16);
  const rawId = id.toString("base64url");
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: of.origin, crossOrigin: false }));
  const authenticatorData = (flags: number, counter: number, more = Buffer.alloc(0)) => {
    const head = Buffer.alloc(5);
    head.writeUInt8(flags, 0);
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(Buffer.from(of.rpId)), head, more]);
  };
  const answer = (response: Record<string, string>) =>
    JSON.stringify({ id: rawId, rawId, type: "public-key", response, clientExtensionResults: {} });

  return {
    make({ challenge }) {
      // A COSE key on P-256, as CBOR.
      const key = Buffer.concat([
        Buffer.from("a5010203262001215820", "hex"),
        Buffer.from(x, "base64url"),
        Buffer.from("225820", "hex"),
        Buffer.from(y, "base64url"),
      ]);
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const data = authenticatorData(FLAG.present | FLAG.verified | FLAG.hasKey, 0, credential);
      // { fmt: "none", attStmt: {}, authData }
      const attestation = Buffer.concat([
        Buffer.from("a3", "hex"),
        cborText("fmt"),
        cborText("none"),
        cborText("attStmt"),
        Buffer.from("a0", "hex"),
        cborText("authData"),
        Buffer.from([0x58, data.length]),
        data,
      ]);
      return answer({
        clientDataJSON: clientData("webauthn.create", challenge).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
      });
    },
    use({ challenge }, { counter = 0, flags = FLAG.present | FLAG.verified } = {}) {
      const client = clientData("webauthn.get", challenge);
      const data = authenticatorData(flags, counter);
      const signature = createSign("SHA256")
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey);
      return answer({
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signature.toString("base64url"),
        userHandle: Buffer.from(of.userHandle, "hex").toString("base64url"),
      });
    },
  };
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
