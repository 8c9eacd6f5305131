import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  type Page,
  request as playwrightRequest,
} from "@playwright/test";

/** The demonstration's people by what they are; an account is the unit's name and the post. */
export const ACCOUNTS = {
  submitter: "行政审批服务局填报人",
  otherSubmitter: "司法办公室填报人",
  enforcement: "综合行政执法局填报人",
  finance: "财政局填报人",
  head: "应急管理局部门负责人",
  reviewer: "工委管委办公室审核人",
  secondReviewer: "工委管委办公室第二审核人",
  editor: "工委管委办公室统稿人",
  director: "工委管委办公室负责人",
  admin: "工委管委办公室管理员",
  auditor: "工委管委办公室审计员",
  foreignReviewer: "平潭综合实验区办公室审核人",
} as const;

export type Who = keyof typeof ACCOUNTS;

export const PASSWORD = "nianbao-demo";

/** A published report's code as its page shows it. */
export const VERIFICATION_CODE = /^[0-9A-F]{4}(?: [0-9A-F]{4}){3}$/;

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

type Fixtures = {
  /** A signed-in page of somebody's own; signing in happens once an account, without the form. */
  as: (who: Who | { account: string; password: string }) => Promise<Page>;
  /** The same as plain requests, without a browser; redirects are not followed. */
  requestAs: (who: Who | "nobody") => Promise<APIRequestContext>;
};

const states = new Map<string, Promise<StorageState>>();

/** Signs in by the form's own address; gives the cookies. */
export async function signIn(baseURL: string, account: string, password: string): Promise<StorageState> {
  const context = await playwrightRequest.newContext({ baseURL });
  const { csrfToken } = await (await context.get("/api/auth/csrf")).json();
  const form = { account, password, csrfToken, json: "true" };
  const answer = await context.post("/api/auth/callback/credentials?json=true", { form });
  const state = await context.storageState();
  await context.dispose();
  if (!state.cookies.some((cookie) => cookie.name.endsWith("session-token"))) {
    throw new Error(`${account} could not sign in: ${answer.status()}`);
  }
  return state;
}

function stateOf(baseURL: string, account: string, password: string): Promise<StorageState> {
  const key = `${baseURL} ${account}`;
  const known = states.get(key) ?? signIn(baseURL, account, password);
  states.set(key, known);
  return known;
}

export const test = base.extend<Fixtures>({
  as: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who) => {
      const { account, password } = typeof who === "string" ? { account: ACCOUNTS[who], password: PASSWORD } : who;
      const storageState = await stateOf(baseURL ?? "", account, password);
      const context = await browser.newContext({ storageState });
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  requestAs: async ({ baseURL }, use) => {
    const contexts: APIRequestContext[] = [];
    await use(async (who) => {
      const state = who === "nobody" ? undefined : await stateOf(baseURL ?? "", ACCOUNTS[who], PASSWORD);
      const context = await playwrightRequest.newContext({
        ...(baseURL ? { baseURL } : {}),
        ...(state ? { storageState: state } : {}),
        maxRedirects: 0,
      });
      contexts.push(context);
      return context;
    });
    for (const context of contexts) await context.dispose();
  },
});

export { expect } from "@playwright/test";
