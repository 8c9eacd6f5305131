import { createSign, generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import Provider from "oidc-provider";
import { escapeMarkup } from "@/lib/render/markup";
import { CLIENT } from "./client";

/** Somebody whom the provider knows. `amr` is what it says of how they proved who they are. */
export type Subject = { id: string; account: string; name: string; amr?: readonly string[] };

export type IdentityProvider = {
  issuer: string;
  /** Who signs in at once; null asks on a page of the provider's own. */
  signsIn: Subject | null;
  /** Changes what the next id tokens say, signed with the provider's own key. */
  tamper: ((claims: Record<string, unknown>) => Record<string, unknown>) | null;
  stop(): Promise<void>;
};

type Options = { redirectUri: string; returnUri?: string; port?: number; subjects: readonly Subject[] };

/** A real OpenID provider in this process, which demands PKCE and asks for no consent. */
export async function startIdentityProvider(options: Options): Promise<IdentityProvider> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "key-1" };
  const server = createServer();
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [options.redirectUri],
        post_logout_redirect_uris: options.returnUri ? [options.returnUri] : [],
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ["a key of the provider's cookies"] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Grant: 3600, Session: 3600 },
    pkce: { required: () => true },
    scopes: ["openid", "profile"],
    claims: { openid: ["sub", "amr"], profile: ["name", "preferred_username", "groups", "department"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => {
      const subject = options.subjects.find((candidate) => candidate.id === id);
      if (!subject) return undefined;
      return {
        accountId: id,
        claims: () => ({
          ...{ sub: id, name: subject.name, preferred_username: subject.account },
          ...{ groups: ["填报组"], department: "财政局" },
        }),
      };
    },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: CLIENT.id, accountId: oidc.session?.accountId ?? "" });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
  });
  const handle = provider.callback();
  const state: IdentityProvider = {
    issuer,
    signsIn: null,
    tamper: null,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  server.on("request", (request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    if (path === "/token" && state.tamper) tamperWith(response, state.tamper);
    if (!path.startsWith("/interaction/")) return void handle(request, response);
    void (async () => {
      const sent = request.method === "POST" ? new URLSearchParams(await text(request)).get("subject") : null;
      const subject = state.signsIn ?? options.subjects.find(({ id }) => id === sent);
      if (!subject) return ask(response, options.subjects);
      const login = { accountId: subject.id, amr: [...(subject.amr ?? [])], remember: false };
      await provider.interactionFinished(request, response, { login });
    })();
  });

  function tamperWith(response: ServerResponse, change: NonNullable<IdentityProvider["tamper"]>): void {
    const end = response.end.bind(response);
    Object.assign(response, {
      end: (body: unknown) => {
        const answer: unknown = JSON.parse(String(body));
        if (typeof answer !== "object" || answer === null || !("id_token" in answer)) return end(String(body));
        const changed = JSON.stringify({ ...answer, id_token: resign(String(answer.id_token), change) });
        response.setHeader("Content-Length", Buffer.byteLength(changed));
        return end(changed);
      },
    });
  }

  function resign(token: string, change: NonNullable<IdentityProvider["tamper"]>): string {
    const [head = "", claims = ""] = token.split(".");
    const read: Record<string, unknown> = JSON.parse(Buffer.from(claims, "base64url").toString("utf8"));
    const signed = `${head}.${Buffer.from(JSON.stringify(change(read))).toString("base64url")}`;
    return `${signed}.${createSign("RSA-SHA256").update(signed).sign(privateKey).toString("base64url")}`;
  }
  return state;
}

function ask(response: ServerResponse, subjects: readonly Subject[]): void {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  const buttons = subjects.map(
    ({ id, name }) => `<button name="subject" value="${escapeMarkup(id)}">${escapeMarkup(name)}</button>`,
  );
  response.end(`<!doctype html><title>provider</title><form method="post">${buttons.join("")}</form>`);
}
