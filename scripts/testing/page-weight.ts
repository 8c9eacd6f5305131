import { get } from "node:http";

/** Bytes that a browser receives for a page that it opens for the first time, compressed as the app sends them. */
export type PageWeight = { status: number; markup: number; sheets: number; scripts: number };

const CHUNK = /static\/chunks\/[^"'\\?]+?\.(?:js|css)/g;
/** The polyfill for old browsers, which those of today leave alone. */
const NO_MODULE = /static\/chunks\/[^"'\\?]+?\.js(?="[^>]*nomodule)/i;

/** Weighs pages of one app; a script or sheet that several pages load is asked for once. */
export function createScales(origin: string): (address: string, cookie?: string) => Promise<PageWeight> {
  const known = new Map<string, Promise<number>>();
  const weighChunk = (path: string): Promise<number> => {
    const bytes = known.get(path) ?? receive(`${origin}/_next/${path}`);
    known.set(path, bytes);
    return bytes;
  };
  return async (address, cookie = "") => {
    const headers = { cookie, accept: "text/html" };
    const [page, markup] = await Promise.all([
      fetch(origin + address, { headers, redirect: "manual" }),
      receive(origin + address, cookie),
    ]);
    const text = await page.text();
    const polyfill = text.match(NO_MODULE)?.[0];
    const paths = [...new Set(text.match(CHUNK))].filter((path) => path !== polyfill);
    const sum = async (ending: string) => {
      const weights = await Promise.all(paths.filter((path) => path.endsWith(ending)).map(weighChunk));
      return weights.reduce((total, weight) => total + weight, 0);
    };
    return { status: page.status, markup, sheets: await sum(".css"), scripts: await sum(".js") };
  };
}

/** Counts the bytes of a response's body as they come, before anything unpacks them. */
function receive(url: string, cookie = ""): Promise<number> {
  const headers = { cookie, accept: "text/html,*/*", "accept-encoding": "gzip, br" };
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.byteLength;
      });
      response.once("end", () => resolve(bytes));
      response.once("error", reject);
    }).once("error", reject);
  });
}
