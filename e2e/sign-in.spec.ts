import type { Page } from "@playwright/test";
import { type IdentityProvider, startIdentityProvider } from "../lib/single-sign-on/testing/identity-provider";
import { ACCOUNTS, expect, PASSWORD, test } from "./fixtures";
import { PROVIDER_PORT } from "./playwright.config";

const AUDITOR = { id: "subject-of-auditor", account: ACCOUNTS.auditor, name: "审计员小周" };
/** The same person, of whom the provider says that it asked for a second factor. */
const PROVED_TWICE = { ...AUDITOR, amr: ["pwd", "mfa"] };
/** Bears the account of somebody else at the provider, which is no proof of anything. */
const STRANGER = { id: "subject-of-stranger", account: ACCOUNTS.editor, name: "路过的人" };
const LABEL = "统一身份认证";

test("somebody comes by single sign-on, waits for the administrator, is linked, and is signed in by it", async ({
  as,
  browser,
  baseURL,
}) => {
  const provider: IdentityProvider = await startIdentityProvider({
    port: PROVIDER_PORT,
    redirectUri: `${baseURL}/sign-in/sso/return`,
    returnUri: `${baseURL}/sign-in`,
    subjects: [AUDITOR, STRANGER],
  });
  const admin = await as("admin");
  const comeAs = async (name: string, path = "/sign-in"): Promise<Page> => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(path);
    await page.getByRole("link", { name: LABEL }).click();
    await page.getByRole("button", { name }).click();
    return page;
  };

  await test.step("who is unknown is told what happens next, and is on the administrator's list", async () => {
    for (const { name } of [AUDITOR, STRANGER]) {
      const page = await comeAs(name);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("请等管理员连接您的账号");
      await page.context().close();
    }
    await admin.goto("/admin");
    await admin
      .getByRole("listitem")
      .filter({ hasText: "2 人用单点登录来过，等您连接" })
      .getByRole("link", { name: "去连接" })
      .click();
    const waiting = admin.getByRole("region", { name: AUDITOR.name });
    await waiting.getByLabel("是哪位").selectOption({ label: `${ACCOUNTS.auditor}（${ACCOUNTS.auditor}）` });
    await waiting.getByRole("button", { name: "连接" }).click();
    await expect(waiting).toHaveCount(0);
    await admin.getByRole("region", { name: STRANGER.name }).getByRole("button", { name: "拒绝" }).click();
    await expect(admin.getByText("已拒绝", { exact: true })).toBeVisible();
  });

  await test.step("linked, they come to the page that they wanted, and a return is good once", async () => {
    const page = await comeAs(AUDITOR.name, "/history");
    await page.waitForURL((url) => url.pathname === "/history");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const returned: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/sign-in/sso/return")) returned.push(request.url());
    });
    await page.goto("/sign-in/sso");
    await page.waitForURL((url) => url.pathname !== "/sign-in/sso");
    await page.goto(returned[0] ?? "");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("没有登录");
    await page.context().close();
  });

  await test.step("who was refused is told so", async () => {
    const page = await comeAs(STRANGER.name);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("没有您的账号");
    await page.context().close();
  });

  const rule = admin.locator("#sign-in-rule");
  await test.step("a role that demands a second step is held back, unless the provider's own counts", async () => {
    await admin.goto("/admin/people");
    await rule.getByLabel("审计员").check();
    await rule.getByRole("button", { name: "保存" }).click();
    await expect(rule.getByText("已保存，马上生效。")).toBeVisible();
    const once = await comeAs(AUDITOR.name, "/account");
    await expect(once.getByText("您的岗位“审计员”要求第二步验证")).toBeVisible();
    await once.context().close();
    provider.signsIn = PROVED_TWICE;
    const twice = await (await browser.newContext()).newPage();
    await twice.goto("/account");
    await twice.getByRole("link", { name: LABEL }).click();
    await expect(twice.getByRole("heading", { level: 1 })).toHaveText(ACCOUNTS.auditor);
    await expect(twice.getByText("要求第二步验证，设置好以前不能用")).toHaveCount(0);
    await twice.context().close();
    await rule.getByLabel("审计员").uncheck();
    await rule.getByRole("button", { name: "保存" }).click();
    await expect(rule.getByText("已保存，马上生效。")).toBeVisible();
  });

  await test.step("signed out, they are led to end single sign-on as well", async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto("/account");
    await page.getByRole("link", { name: LABEL }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(ACCOUNTS.auditor);
    await page.goto("/sign-in?reason=signed_out");
    await page.context().clearCookies({ name: /session-token/ });
    await page.goto("/sign-in?reason=signed_out");
    await page.getByRole("link", { name: "请同时退出单点登录" }).click();
    await page.waitForURL((url) => url.port === String(PROVIDER_PORT));
    await page.context().close();
  });

  await test.step("unlinked, they wait again", async () => {
    await admin.goto(`/admin/people?q=${encodeURIComponent(ACCOUNTS.auditor)}`);
    await admin.getByRole("link", { name: `管理 ${ACCOUNTS.auditor}` }).click();
    await admin.getByRole("button", { name: "断开单点登录" }).click();
    await expect(admin.getByRole("button", { name: "断开单点登录" })).toHaveCount(0);
    const page = await (await browser.newContext()).newPage();
    await page.goto("/sign-in");
    await page.getByRole("link", { name: LABEL }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("请等管理员连接您的账号");
    await page.context().close();
  });
  await provider.stop();
});

test("somebody adds a passkey, signs in by it alone or as the second step, and no longer once it was taken away", async ({
  as,
}) => {
  const admin = await as("admin");
  const rule = admin.locator("#sign-in-rule");
  const demand = async (isDemanded: boolean) => {
    await admin.goto("/admin/people");
    await rule.getByLabel("审计员").setChecked(isDemanded);
    await rule.getByRole("button", { name: "保存" }).click();
    await expect(rule.getByText("已保存，马上生效。")).toBeVisible();
  };
  const page = await as("auditor");
  const devices = await page.context().newCDPSession(page);
  await devices.send("WebAuthn.enable");
  const { authenticatorId } = await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const signOut = () => page.context().clearCookies({ name: /session-token|second-step/ });

  await test.step("a role that demands a second step is usable with a passkey", async () => {
    await demand(true);
    await page.goto("/account");
    const heldBack = page.getByText("您的岗位“审计员”要求第二步验证");
    await expect(heldBack).toBeVisible();
    const card = page.locator("#passkeys");
    await card.getByLabel("给它起个名字").fill("办公室电脑");
    await card.getByLabel("您的密码").fill("not the password");
    await card.getByRole("button", { name: "添加通行密钥" }).click();
    await expect(card.getByText("密码不对").first(), "an open screen adds none").toBeVisible();
    await card.getByLabel("您的密码").fill(PASSWORD);
    await card.getByRole("button", { name: "添加通行密钥" }).click();
    await expect(card.getByText("已添加，下次可以用它登录。")).toBeVisible();
    await expect(card.getByRole("region", { name: "备用码" }).getByRole("listitem")).toHaveCount(10);
    await expect(heldBack).toHaveCount(0);
  });

  await test.step("it signs in by itself, to the page that was wanted", async () => {
    await signOut();
    await page.goto("/history");
    await page.getByRole("button", { name: "使用通行密钥" }).click();
    await page.waitForURL((url) => url.pathname === "/history");
  });

  await test.step("a device that does not know its person signs nobody in, and the page says what to do", async () => {
    await signOut();
    await devices.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "使用通行密钥" }).click();
    await expect(page.getByText("设备上没有确认，请再试一次；也可以用密码。")).toBeVisible();
    await devices.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
  });

  const giveWords = async () => {
    await page.goto("/sign-in");
    await page.getByLabel("账号").fill(ACCOUNTS.auditor);
    await page.getByLabel("密码").fill(PASSWORD);
    await page.getByRole("button", { name: "登录", exact: true }).click();
  };
  await test.step("after the password it is the second step, by keyboard", async () => {
    await giveWords();
    await page.waitForURL((url) => url.pathname === "/sign-in/second");
    await page.getByRole("button", { name: "使用通行密钥" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  });

  await test.step("taken away by an administrator it opens nothing, and the role is held back again", async () => {
    await admin.goto(`/admin/people?q=${encodeURIComponent(ACCOUNTS.auditor)}`);
    await admin.getByRole("link", { name: `管理 ${ACCOUNTS.auditor}` }).click();
    await admin.getByRole("button", { name: "取消第二步验证和通行密钥" }).click();
    await expect(admin.getByRole("button", { name: "取消第二步验证和通行密钥" })).toHaveCount(0);
    await signOut();
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "使用通行密钥" }).click();
    await expect(page.getByText("这个通行密钥不能用")).toBeVisible();
    await giveWords();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    await page.goto("/account");
    await expect(page.getByText("您的岗位“审计员”要求第二步验证")).toBeVisible();
    await demand(false);
  });
});
