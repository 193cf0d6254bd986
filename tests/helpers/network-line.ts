import { connect, createServer, type Socket } from "node:net";

/**
 * A line to an address on this machine that can be cut and mended, as a network in the country is. With `cutEvery` it
 * breaks by itself each time so many bytes more went out over it, and takes new connections at once.
 */
export async function openLine(address: string, { cutEvery = Number.POSITIVE_INFINITY } = {}) {
  const to = Number(new URL(address).port);
  const open = new Set<Socket>();
  let whole = true;
  const counted = { out: 0, cuts: 0 };
  const cutAll = () => {
    for (const socket of open) socket.destroy();
  };
  const server = createServer((near) => {
    if (!whole) {
      near.destroy();
      return;
    }
    const far = connect(to, "127.0.0.1");
    near.on("data", (bytes) => {
      counted.out += bytes.length;
      if (counted.out < (counted.cuts + 1) * cutEvery) return;
      counted.cuts += 1;
      cutAll();
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const port = typeof bound === "object" && bound ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}`,
    /** Bytes that went out over it, and how often it broke by itself. */
    counted,
    cut() {
      whole = false;
      cutAll();
    },
    mend() {
      whole = true;
    },
    close() {
      cutAll();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
