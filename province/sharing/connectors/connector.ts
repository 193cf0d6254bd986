/** A record on its way to another system: as it is now, or that it is to be taken away there. */
export type Delivery = {
  /** The same at each try, and of this delivery alone: who receives it twice knows it by that. */
  key: string;
  kind: "items" | "files";
  id: string;
  op: "put" | "remove";
  /** JSON; `digest` is the SHA-256 of its bytes. */
  body: string;
  digest: string;
};

/**
 * What came of a try: taken in under their id; refused for what it is, and not sent again by itself; to be tried
 * `again`; or a `stop` that concerns every record.
 */
export type Said =
  | { outcome: "accepted"; theirId: string; detail: string }
  | { outcome: "refused" | "again" | "stop"; detail: string };

/** A way to another system. */
export type Connector = { deliver(delivery: Delivery): Promise<Said> };
