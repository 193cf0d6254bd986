/** Where the parts of one HTTP/1.1 message lie among the bytes that came so far. */
export type Message = {
  /** The request line, or the status line, without its end. */
  line: string;
  /** Length of everything before the body. */
  head: number;
  /** Length of the whole message; nothing while more is to come. */
  length: number | undefined;
};

/**
 * Reads how far a message has come, or nothing while its headers have not all come. `bodiless` for an answer that has
 * no body whatever its headers say.
 */
export function readMessage(bytes: Buffer, bodiless = false): Message | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const head = end + 4;
  const [line = "", ...headers] = bytes.subarray(0, end).toString("latin1").split("\r\n");
  const header = (name: string) =>
    headers
      .find((one) => one.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  if (bodiless || / (204|304) /.test(line)) return { line, head, length: head };
  const said = header("content-length");
  if (header("transfer-encoding")?.toLowerCase() === "chunked") {
    const last = endOfChunks(bytes, head);
    return { line, head, length: last };
  }
  const length = head + Number(said ?? 0);
  return { line, head, length: bytes.length >= length ? length : undefined };
}

function endOfChunks(bytes: Buffer, from: number): number | undefined {
  for (let at = from; ;) {
    const end = bytes.indexOf("\r\n", at);
    if (end < 0) return undefined;
    const size = Number.parseInt(bytes.subarray(at, end).toString("latin1"), 16);
    const next = end + 2 + size + 2;
    if (bytes.length < next) return undefined;
    if (size === 0) return next;
    at = next;
  }
}
