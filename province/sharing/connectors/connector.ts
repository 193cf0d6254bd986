import type { Readable } from "node:stream";
import type { carriedKinds, deliveredKinds } from "#shared/contract/portal-connectors.ts";

export type CarriedKind = (typeof carriedKinds)[number];

export type DeliveredKind = (typeof deliveredKinds)[number];

/** Bytes on their way to another system; `read` gives them anew at each try, and fails where they are not their digest's. */
export type DeliveredObject = {
  sha256: string;
  /** Bytes. */
  size: number;
  mediaType: "application/pdf" | "application/zip";
  /** Fit for a name on disk. */
  name: string;
  read: () => Readable;
};

/** A record on its way to another system: as it is now, or that it is to be taken away there. */
export type Delivery = {
  /** The same at each try, and of this delivery alone: who receives it twice knows it by that. */
  key: string;
  kind: DeliveredKind;
  id: string;
  op: "put" | "remove";
  /** JSON; `digest` is the SHA-256 of its bytes, or of what the object is made of. */
  body: string;
  digest: string;
  object?: DeliveredObject;
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

/** Bytes of ours that are missing or others than their digest names: nothing of them is delivered. */
export class OwnBytesFault extends Error {
  constructor(cause: unknown) {
    super("the province's own bytes are missing or altered", { cause });
    this.name = "OwnBytesFault";
  }
}

/** An object as a delivery names it: what its description refers to. */
export function namedObject({ sha256, size, mediaType, name }: DeliveredObject): string {
  return JSON.stringify({ sha256, size, mediaType, name });
}
