import type { ServerResponse } from "node:http";

export type ResponseInstead = { status: number; headers: Readonly<Record<string, string>>; page: string };

/**
 * Lets `choose` put a page in place of an answer, once its status and headers are known and before any of it is sent.
 * Null leaves the answer as it is.
 */
export function replaceResponse(response: ServerResponse, choose: () => ResponseInstead | null): void {
  const writeHead = response.writeHead.bind(response);
  const write = response.write.bind(response);
  const finish = response.end.bind(response);
  let isReplaced = false;
  const replaceWhereChosen = () => {
    const instead = isReplaced || response.headersSent ? null : choose();
    if (!instead) return;
    isReplaced = true;
    const ofTheOther = response
      .getHeaderNames()
      .filter((name) => /^(?:content-|etag|link|location|transfer-)/.test(name));
    for (const name of ofTheOther) response.removeHeader(name);
    for (const [name, value] of Object.entries(instead.headers)) response.setHeader(name, value);
    writeHead(instead.status);
    finish(instead.page);
  };
  const unlessReplaced = (original: typeof write | typeof finish, given: unknown) => {
    return (...written: unknown[]): unknown => {
      replaceWhereChosen();
      if (!isReplaced) return Reflect.apply(original, response, written);
      const done = written.at(-1);
      if (typeof done === "function") process.nextTick(() => void Reflect.apply(done, null, []));
      return given;
    };
  };
  Object.assign(response, {
    writeHead: (status: number, ...rest: unknown[]): unknown => {
      response.statusCode = status;
      replaceWhereChosen();
      return isReplaced ? response : Reflect.apply(writeHead, response, [status, ...rest]);
    },
    write: unlessReplaced(write, true),
    end: unlessReplaced(finish, response),
  });
}
