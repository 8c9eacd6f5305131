import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readFrames, writeFrames } from "./backup-frames";
import { BackupProblem } from "./backup-problem";

const PASSPHRASE = "一句只有办公室知道的话，够长";

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const list: Buffer[] = [];
  for await (const chunk of chunks) list.push(chunk);
  return Buffer.concat(list);
}

const written = (content: Buffer, passphrase: string | null = null, size = 50_000) =>
  all(writeFrames(chunksOf(content, size), passphrase));
const read = (file: Buffer, passphrase: string | null = null) => all(readFrames(chunksOf(file, 7_001), passphrase));

async function problemOf(file: Buffer, passphrase: string | null = null): Promise<string> {
  try {
    await read(file, passphrase);
    return "none";
  } catch (error) {
    if (error instanceof BackupProblem) return error.code;
    throw error;
  }
}

/** The beginning, the two lines, the end, and places spread over the whole. */
function placesIn(file: Buffer, count: number): number[] {
  const spread = Array.from({ length: count }, (_, index) => Math.floor(((index + 0.5) / count) * file.length));
  return [...Array.from({ length: 150 }, (_, index) => index), ...spread, file.length - 17, file.length - 1];
}

describe("the frames of a backup", () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_000])("give %i bytes back as they were", async (length) => {
    const content = randomBytes(length);
    expect((await read(await written(content))).equals(content)).toBe(true);
    expect((await read(await written(content, null, 1_000_000))).equals(content)).toBe(true);
  });

  it("refuse one changed bit anywhere", async () => {
    const file = await written(randomBytes(200_000));
    for (const place of placesIn(file, 40)) {
      const altered = Buffer.from(file);
      altered[place] = (altered[place] ?? 0) ^ 0x10;
      expect(await problemOf(altered), `byte ${place}`).not.toBe("none");
    }
  });

  it("refuse a file that is cut off anywhere, continued, or has two frames in the place of each other", async () => {
    const file = await written(randomBytes(200_000));
    for (const place of placesIn(file, 40)) {
      expect(await problemOf(file.subarray(0, place)), `cut at ${place}`).not.toBe("none");
    }
    expect(await problemOf(file.subarray(0, 150_000))).toBe("cut_off");
    expect(await problemOf(Buffer.concat([file, Buffer.from("more")]))).toBe("altered");
    const start = file.length - (200_000 + 4 * 20);
    const frame = 65_536 + 20;
    const at = (index: number) => file.subarray(start + index * frame, start + (index + 1) * frame);
    expect(await problemOf(Buffer.concat([file.subarray(0, start), at(1), at(0), at(2), at(3)]))).toBe("altered");
    expect(await problemOf(Buffer.concat([file.subarray(0, start), at(0), at(2), at(3)]))).toBe("altered");
  });

  it("are no backup when they begin otherwise", async () => {
    expect(await problemOf(Buffer.from("PGDMP"))).toBe("not_a_backup");
    expect(await problemOf(Buffer.alloc(0))).toBe("not_a_backup");
  });

  it("say that a newer version wrote them in another way", async () => {
    const file = await written(Buffer.from("content"));
    const text = file.toString("latin1").replace('"format":1', '"format":2');
    expect(await problemOf(Buffer.from(text, "latin1"))).toBe("newer_format");
  });

  it("are opened by the same passphrase only", async () => {
    const content = Buffer.concat([Buffer.from("市民服务中心"), randomBytes(100_000)]);
    const file = await written(content, PASSPHRASE);
    expect(file.includes(Buffer.from("市民服务中心"))).toBe(false);
    expect((await read(file, PASSPHRASE)).equals(content)).toBe(true);
    expect(await problemOf(file)).toBe("passphrase_needed");
    expect(await problemOf(file, `${PASSPHRASE}。`)).toBe("passphrase_wrong");
    await expect(written(content, "short")).rejects.toMatchObject({ code: "passphrase_short" });
  });

  it("refuse one changed bit and a missing end with a passphrase too", async () => {
    const file = await written(randomBytes(100_000), PASSPHRASE);
    const head = file.indexOf("}\n") + 2;
    for (const place of [0, 20, 40, 70, head, head + 4, head + 30_000, file.length - 40, file.length - 1]) {
      const altered = Buffer.from(file);
      altered[place] = (altered[place] ?? 0) ^ 1;
      expect(await problemOf(altered, PASSPHRASE), `byte ${place}`).not.toBe("none");
    }
    expect(await problemOf(file.subarray(0, head + 65_556), PASSPHRASE)).toBe("cut_off");
  });
});
