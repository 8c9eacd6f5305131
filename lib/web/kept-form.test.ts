import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import en from "@/lib/i18n/messages/en/rejected.json";
import zh from "@/lib/i18n/messages/zh-CN/rejected.json";
import { isPlainPost, keptFormPage, readPost } from "@/lib/web/kept-form";

const TYPED = '本年新收 6 件\r\n"其中" <网络> & 信函';

async function posted(form: FormData): Promise<IncomingMessage> {
  const sent = new Response(form);
  const request = new IncomingMessage(new Socket());
  request.method = "POST";
  request.url = "/desk/1?a=1&b=2";
  const body = new Uint8Array(await sent.arrayBuffer());
  request.headers = {
    accept: "text/html,*/*",
    "content-type": sent.headers.get("content-type") ?? "",
    "content-length": String(body.length),
  };
  request.push(body);
  request.push(null);
  return request;
}

async function read(form: FormData) {
  const found = await readPost(await posted(form));
  if (!found) throw new Error("the form was not read");
  return found;
}

function exampleForm(): FormData {
  const form = new FormData();
  form.set("$ACTION_ID_40ab", "");
  form.set("requestId", "d7c0");
  form.set("seen:p:opening", "原来的文字");
  form.set("p:opening", TYPED);
  form.set("f:requests.received", "6");
  return form;
}

/** What a browser would send when the page's button is pressed. */
function fieldsOfPage(page: string): [string, string][] {
  const asText = (text: string) =>
    text.replaceAll("&#13;", "\r").replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
  return [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
    ([, name = "", value = ""]) => [asText(name), asText(value)],
  );
}

describe("a form that was sent after its session ended", () => {
  it("is given back whole, to be sent again to where it went, with what was typed in sight", async () => {
    const { form } = await read(exampleForm());
    const page = keptFormPage(form, "/sign-in?next=%2Fdesk%2F1&reason=ended", { zh: zh.kept, en: en.kept });
    expect(fieldsOfPage(page)).toEqual([...exampleForm().entries()]);
    expect(page).toContain('action="/desk/1?a=1&amp;b=2"');
    expect(page).toContain('href="/sign-in?next=%2Fdesk%2F1&amp;reason=ended" target="_blank"');
    expect(page).toContain("<pre>6</pre>");
    expect(page).not.toContain("<pre>原来的文字</pre>");
    expect(page).not.toContain("<网络>");
  });

  it("reaches the app as it was sent", async () => {
    const request = await posted(exampleForm());
    const type = request.headers["content-type"] ?? "";
    const again = (await readPost(request))?.request ?? request;
    expect([again.method, again.url, again.headers]).toEqual(["POST", "/desk/1?a=1&b=2", request.headers]);
    const parts: Uint8Array[] = [];
    for await (const part of again) if (part instanceof Uint8Array) parts.push(part);
    const read = await new Response(Buffer.concat(parts), { headers: { "content-type": type } }).formData();
    expect([...read.entries()]).toEqual([...exampleForm().entries()]);
  });

  it("gives no password back", async () => {
    const secret = exampleForm();
    for (const name of ["password", "current", "code"]) secret.set(name, "correct horse battery");
    const { form } = await read(secret);
    expect(keptFormPage(form, "/sign-in", { zh: zh.kept, en: en.kept })).not.toContain("correct horse");
  });

  it("is left alone where its sender went away in the midst of it", async () => {
    const request = new IncomingMessage(new Socket());
    request.push(new Uint8Array([45]));
    setImmediate(() => request.destroy(new Error("aborted")));
    expect(await readPost(request)).toBeNull();
  });

  it("says that a file has to be chosen again", async () => {
    const form = exampleForm();
    form.set("file", new File(["x"], "report.pdf"));
    const { form: kept } = await read(form);
    expect(keptFormPage(kept, "/sign-in", { zh: zh.kept, en: en.kept })).toContain(zh.kept.files);
  });
});

describe("isPlainPost", () => {
  it("leaves alone what scripts send, what is no form and what is large", async () => {
    const plain = await posted(exampleForm());
    expect(isPlainPost(plain)).toBe(true);
    for (const other of [
      { "next-action": "40ab" },
      { "content-type": "text/plain" },
      { "content-length": String(3 * 1024 * 1024) },
      { accept: "text/x-component" },
    ]) {
      expect(isPlainPost({ method: "POST", headers: { ...plain.headers, ...other } })).toBe(false);
    }
    expect(isPlainPost({ method: "GET", headers: plain.headers })).toBe(false);
  });
});
