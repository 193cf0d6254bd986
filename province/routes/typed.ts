import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  FastifyTypeProvider,
  RawServerDefault,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
} from "fastify";
import type { Static, TSchema } from "typebox";
import type { Unit } from "#shared/archive/unit.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { Device } from "#province/access/device.ts";
import type { ProvinceKeys } from "#province/access/keys.ts";
import type { Database } from "#province/store/database.ts";
import type { WaitingWords } from "#province/store/search-index.ts";
import type { Bell } from "./bell.ts";

/** Gives route handlers the types of their TypeBox schemas. */
export interface TypeBoxTypes extends FastifyTypeProvider {
  validator: this["schema"] extends TSchema ? Static<this["schema"]> : unknown;
  serializer: this["schema"] extends TSchema ? Static<this["schema"]> : unknown;
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypes
>;

/** What the routes work with; everything is handed in. */
export type Province = {
  database: Database;
  objects: ObjectStore;
  bell: Bell;
  units: readonly Unit[];
  keys: ProvinceKeys;
  now: () => number;
  /** Where faults that are ours go; never into an answer. */
  report: (fault: unknown) => void;
  /** Indexes the words objects that came in. Never throws: what failed is tried again later. */
  indexWords: (only: WaitingWords) => Promise<void>;
};

/** An error that is answered as `{ code, detail }` with its status. */
export class Refused extends Error {
  readonly statusCode: number;
  readonly code: string;

  constructor(statusCode: number, code: string, detail: string) {
    super(detail);
    this.statusCode = statusCode;
    this.code = code;
  }
}

const devices = new WeakMap<object, Device>();

/** Notes who asks; `raw` is the request of Node's own. */
export function setDevice(raw: object, device: Device): void {
  devices.set(raw, device);
}

/** Who asks. Every route but `hello` has one, or was answered 401 before. */
export function deviceOf(request: Pick<FastifyRequest, "raw"> | { raw: object }): Device {
  const device = devices.get(request.raw);
  if (!device) throw new Refused(401, "unauthorized", "no device token");
  return device;
}
