/** Text in the encodings that Chinese offices use: UTF-8, UTF-16 with its mark, and GB18030. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the only other encoding in use, which reads any bytes.
    return new TextDecoder("gb18030").decode(bytes);
  }
}
