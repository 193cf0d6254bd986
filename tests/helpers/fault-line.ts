import { connect, createServer, type Socket } from "node:net";
import { setTimeout as rest } from "node:timers/promises";
import { type Message, readMessage } from "#tests/helpers/http-bytes.ts";

/** How many bytes of a message come through before the connection is cut. */
type Place = (message: { head: number; length: number }) => number;

/** Where in a request, or in its answer, a connection may be cut. */
export const cuts = {
  "before the request line": { of: "request", at: () => 0 },
  "in the request line": { of: "request", at: () => 9 },
  "in the request's headers": { of: "request", at: ({ head }) => head >> 1 },
  "at the end of the request's headers": { of: "request", at: ({ head }) => head },
  "within the request's body": { of: "request", at: ({ head, length }) => (head + length) >> 1 },
  "before the request's last byte": { of: "request", at: ({ length }) => length - 1 },
  "after the request": { of: "answer", at: () => 0 },
  "in the status line": { of: "answer", at: () => 10 },
  "in the answer's headers": { of: "answer", at: ({ head }) => head >> 1 },
  "at the end of the answer's headers": { of: "answer", at: ({ head }) => head },
  "within the answer's body": { of: "answer", at: ({ head, length }) => (head + length) >> 1 },
  "before the answer's last byte": { of: "answer", at: ({ length }) => length - 1 },
  "after the answer": { of: "answer", at: ({ length }) => length },
} as const satisfies Record<string, { of: "request" | "answer"; at: Place }>;

/** What a province, or something that stands before it, may answer instead. */
export const answers = {
  "401": 401,
  "413": 413,
  "429": 429,
  "500": 500,
  "502": 502,
  "503": 503,
  "a page of HTML":
    "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 22\r\n\r\n<html>Xin chào</html>",
  "bytes that are no HTTP": "\u0000\u0001SSH-2.0-OpenSSH\r\n\r\n",
} as const satisfies Record<string, number | string>;

/** `slow`: the answer comes in small pieces; `half-closed`: the other end stops sending and says so; `silent`: never. */
export const manners = [
  "slow",
  "half-closed after the request",
  "half-closed in the answer",
  "silent",
] as const;

export type Fault = keyof typeof cuts | keyof typeof answers | (typeof manners)[number];

/**
 * A line to an address on this machine that does to the requests of its choice what networks do to them; everything
 * else comes through as it is.
 */
export async function openFaultLine(address: string) {
  const to = Number(new URL(address).port);
  const sockets = new Set<Socket>();
  const line = {
    address: "",
    /** The fault of the next request that fits. */
    next: [] as { fits: RegExp; fault: Fault }[],
    /** Faults that came. */
    came: 0,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  const track = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
    return socket;
  };

  const carry = async (near: Socket): Promise<void> => {
    for (const reader = readerOf(near); ;) {
      const asked = await reader.message();
      if (!asked) return;
      const [method = ""] = asked.line.split(" ");
      const due = line.next.findIndex(({ fits }) => fits.test(asked.line));
      const [armed] = due < 0 ? [] : line.next.splice(due, 1);
      if (armed) line.came += 1;
      const far = track(connect(to, "127.0.0.1"));
      if (asked.line.includes("/replication/stream")) {
        far.write(asked.bytes);
        far.pipe(near);
        near.on("close", () => far.destroy());
        far.on("close", () => near.destroy());
        return;
      }
      const on = await exchange(near, far, { ...asked, bodiless: method === "HEAD" }, armed?.fault);
      far.destroy();
      if (!on) return;
    }
  };
  const server = createServer((near) => {
    track(near);
    carry(near).catch(() => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  line.address = `http://127.0.0.1:${typeof bound === "object" && bound ? bound.port : 0}`;
  return line;
}

type Asked = Message & { bytes: Buffer; length: number; bodiless: boolean };

/** One request and its answer, with a fault or none; true where the connection goes on. */
async function exchange(near: Socket, far: Socket, asked: Asked, fault: Fault | undefined): Promise<boolean> {
  const cut = fault !== undefined && fault in cuts ? cuts[fault as keyof typeof cuts] : undefined;
  if (cut?.of === "request") {
    const bytes = asked.bytes.subarray(0, cut.at(asked));
    if (bytes.length > 0) await new Promise<void>((resolve) => far.write(bytes, () => resolve()));
    // What was sent has come there before the line breaks.
    await rest(30);
    near.destroy();
    return false;
  }
  if (fault !== undefined && fault in answers) {
    const answer = answers[fault as keyof typeof answers];
    const body = JSON.stringify({ code: "fault", detail: "" });
    const head = `content-type: application/json\r\nretry-after: 1\r\ncontent-length: ${body.length}`;
    near.end(typeof answer === "string" ? answer : `HTTP/1.1 ${answer} Fault\r\n${head}\r\n\r\n${body}`);
    return false;
  }
  if (fault === "silent") return new Promise((resolve) => near.once("close", () => resolve(false)));
  far.write(asked.bytes);
  const answer = await readerOf(far).message(asked.bodiless);
  if (!answer) {
    near.destroy();
    return false;
  }
  if (cut) {
    const bytes = answer.bytes.subarray(0, cut.at(answer));
    if (bytes.length > 0) await new Promise<void>((resolve) => near.write(bytes, () => resolve()));
    await rest(30);
    near.destroy();
    return false;
  }
  if (fault === "half-closed after the request" || fault === "half-closed in the answer") {
    const part = fault === "half-closed in the answer" ? (answer.head + answer.length) >> 1 : 0;
    near.end(answer.bytes.subarray(0, part));
    return false;
  }
  if (fault === "slow") {
    const step = Math.ceil(answer.length / 12);
    for (let at = 0; at < answer.length; at += step) {
      near.write(answer.bytes.subarray(at, at + step));
      await rest(10);
    }
    return true;
  }
  near.write(answer.bytes);
  return true;
}

/** Reads one message after the other from a socket; nothing once it has ended. */
function readerOf(socket: Socket) {
  let bytes = Buffer.alloc(0);
  let more: (() => void) | undefined;
  let ended = false;
  socket.on("data", (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    more?.();
  });
  for (const event of ["end", "close"] as const) {
    socket.on(event, () => {
      ended = true;
      more?.();
    });
  }
  return {
    async message(bodiless = false): Promise<(Message & { bytes: Buffer; length: number }) | undefined> {
      for (;;) {
        const found = readMessage(bytes, bodiless);
        if (found?.length !== undefined) {
          const whole = { ...found, length: found.length, bytes: bytes.subarray(0, found.length) };
          bytes = bytes.subarray(found.length);
          return whole;
        }
        if (ended) return undefined;
        await new Promise<void>((resolve) => (more = resolve));
      }
    },
  };
}
