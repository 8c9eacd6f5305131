import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { describe, expect, it } from "vitest";
import { sendUntilAnswered } from "./send-until-answered";

/** Answers as listed, one a request; what is an error is thrown. */
function serverOf(...answers: unknown[]) {
  const waits: number[] = [];
  return {
    waits,
    left: answers,
    wait: async (ms: number) => void waits.push(ms),
    send: async () => {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
}

const gone = () => new TypeError("Failed to fetch");

describe("a request that the server may not answer", () => {
  it("goes out again, a little later each time, until the server is back", async () => {
    const server = serverOf(gone(), new Error("An unexpected response was received from the server."), "done");
    expect(await sendUntilAnswered(server.send, { ...server, mayRepeat: true })).toEqual({ answer: "done" });
    expect(server.waits).toEqual([1_000, 2_000]);
  });

  it("is given up after half a minute and said to be unanswered", async () => {
    const server = serverOf(...Array.from({ length: 20 }, gone));
    expect(await sendUntilAnswered(server.send, { ...server, mayRepeat: true })).toEqual({ unanswered: "unreachable" });
    expect(server.waits.reduce((sum, ms) => sum + ms)).toBe(30_000);
  });

  it("is sent once where it has no id", async () => {
    const server = serverOf(gone(), "never asked for");
    expect(await sendUntilAnswered(server.send, { ...server, mayRepeat: false })).toEqual({
      unanswered: "unreachable",
    });
    expect(server.left).toEqual(["never asked for"]);
  });

  it("is not repeated to another build, which will not know it either", async () => {
    const server = serverOf(new UnrecognizedActionError("not found"), "never asked for");
    expect(await sendUntilAnswered(server.send, { ...server, mayRepeat: true })).toEqual({ unanswered: "outdated" });
    expect(server.left).toEqual(["never asked for"]);
  });

  it("lets through what the server did answer: a redirect, a fault with its number", async () => {
    const redirect = Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;push;/desk;303;" });
    const server = serverOf(redirect);
    await expect(sendUntilAnswered(server.send, { ...server, mayRepeat: true })).rejects.toBe(redirect);
  });
});
