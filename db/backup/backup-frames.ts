import { type CipherGCM, createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { checkOf, deriveKey, FILE_FORMAT, type Header, keyOf, MAGIC, readHeader } from "./backup-header";
import { BackupProblem } from "./backup-problem";
import { type Source, takeFrom } from "./byte-source";

/*
 * A backup file is two lines of text and then frames. A frame is a length (four bytes, the highest bit marks the last
 * one), so many bytes, and 16 bytes that hold them: over the frame's place, whether it is the last, and the two lines, so
 * that no frame can be changed, moved, left out or cut off unnoticed. With a passphrase these 16 bytes are the tag of
 * AES-256-GCM (RFC 5116) and the bytes are encrypted; without, they begin the SHA-256, which shows every accident but not
 * a forger.
 */

const FRAME_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const LAST = 0x8000_0000;
const LONGEST_HEADER = 1_000;

/** What closes a file's frames and opens them again. */
type Frames = {
  close(payload: Buffer, place: Buffer): { body: Buffer; tag: Buffer };
  /** Null when the frame is not as it was written. */
  open(body: Buffer, tag: Buffer, place: Buffer): Buffer | null;
};

/** The bytes of a backup file around `content`. */
export async function* writeFrames(content: AsyncIterable<Buffer>, passphrase: string | null): AsyncGenerator<Buffer> {
  const salt = randomBytes(16);
  const key = passphrase === null ? null : await deriveKey(passphrase, salt);
  const header: Header = key
    ? { format: FILE_FORMAT, encryption: "scrypt-aes-256-gcm", salt: salt.toString("base64"), check: checkOf(key) }
    : { format: FILE_FORMAT, encryption: "none" };
  const lines = Buffer.from(`${MAGIC}\n${JSON.stringify(header)}\n`);
  const frames = framesOf(key, lines);
  yield lines;

  let index = 0;
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    waiting.push(chunk);
    size += chunk.length;
    // One frame is held back, since the last one is marked.
    if (size <= FRAME_BYTES) continue;
    let all = Buffer.concat(waiting);
    while (all.length > FRAME_BYTES) {
      yield frameOf(frames, all.subarray(0, FRAME_BYTES), index, false);
      index += 1;
      all = all.subarray(FRAME_BYTES);
    }
    waiting = [all];
    size = all.length;
  }
  yield frameOf(frames, Buffer.concat(waiting), index, true);
}

function frameOf(frames: Frames, payload: Buffer, index: number, isLast: boolean): Buffer {
  const { body, tag } = frames.close(payload, placeOf(index, isLast));
  const length = Buffer.alloc(4);
  length.writeUInt32BE((isLast ? LAST : 0) + body.length);
  return Buffer.concat([length, body, tag]);
}

/**
 * The content of a backup file, each piece given only after it was found as it was written. Throws a `BackupProblem`
 * where the file is cut off, altered, of a newer kind, or not to be opened with this passphrase.
 */
export async function* readFrames(file: AsyncIterable<Buffer>, passphrase: string | null): AsyncGenerator<Buffer> {
  const source = takeFrom(file);
  const lines = await readLines(source);
  const frames = framesOf(await keyOf(readHeader(lines), passphrase), lines);
  for (let index = 0; ; index += 1) {
    const head = (await source.take(4)).readUInt32BE();
    const isLast = head >= LAST;
    const length = isLast ? head - LAST : head;
    if (length > FRAME_BYTES || (!isLast && length !== FRAME_BYTES)) throw new BackupProblem("altered");
    const body = await source.take(length);
    const payload = frames.open(body, await source.take(TAG_BYTES), placeOf(index, isLast));
    if (payload === null) throw new BackupProblem("altered");
    // What follows the last frame is not ours; that is known before its content is used.
    if (isLast && !(await source.isAtEnd())) throw new BackupProblem("altered");
    yield payload;
    if (isLast) return;
  }
}

async function readLines(source: Source): Promise<Buffer> {
  const magic = Buffer.from(`${MAGIC}\n`);
  const start = await source.takeUpTo(magic.length);
  if (!start.equals(magic)) throw new BackupProblem("not_a_backup");
  const line: Buffer[] = [];
  for (;;) {
    const byte = await source.take(1);
    line.push(byte);
    if (byte[0] === 0x0a) return Buffer.concat([magic, ...line]);
    if (line.length > LONGEST_HEADER) throw new BackupProblem("altered");
  }
}

/** Eleven bytes count the frames, one marks the last: a nonce that no other frame of this key has. */
function placeOf(index: number, isLast: boolean): Buffer {
  const place = Buffer.alloc(12);
  place.writeUIntBE(index, 5, 6);
  place[11] = isLast ? 1 : 0;
  return place;
}

function framesOf(key: Buffer | null, lines: Buffer): Frames {
  if (key) {
    return {
      close(payload, place) {
        const cipher: CipherGCM = createCipheriv("aes-256-gcm", key, place);
        cipher.setAAD(lines);
        const body = Buffer.concat([cipher.update(payload), cipher.final()]);
        return { body, tag: cipher.getAuthTag() };
      },
      open(body, tag, place) {
        const decipher = createDecipheriv("aes-256-gcm", key, place, { authTagLength: TAG_BYTES });
        decipher.setAAD(lines);
        decipher.setAuthTag(tag);
        try {
          return Buffer.concat([decipher.update(body), decipher.final()]);
        } catch {
          return null;
        }
      },
    };
  }
  const tagOf = (payload: Buffer, place: Buffer) =>
    createHash("sha256").update(lines).update(place).update(payload).digest().subarray(0, TAG_BYTES);
  return {
    close: (payload, place) => ({ body: payload, tag: tagOf(payload, place) }),
    open: (body, tag, place) => (tagOf(body, place).equals(tag) ? body : null),
  };
}
