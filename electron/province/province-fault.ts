import { DeskFault, type FaultCode } from "#shared/contract/fault.ts";
import { WireFault, type WireFaultKind } from "#shared/replication/sync-wire.ts";
import type { Credentials } from "./province-wire.ts";

const codes = {
  unreachable: "province-unreachable",
  credentials: "province-refused-credentials",
  stranger: "province-stranger",
  "too-large": "province-too-large",
  "fails-on-it": "province-failed",
  failed: "province-failed",
  garbled: "province-garbled",
  "unknown-collection": "province-older",
} as const satisfies Record<WireFaultKind, FaultCode>;

/** What a fault is called where the hub of the centre stands in the province's place. */
const ofHub: Partial<Record<string, FaultCode>> = {
  "province-unreachable": "hub-unreachable",
  "province-refused-credentials": "hub-refused",
  "province-stranger": "hub-stranger",
  "province-failed": "hub-failed",
  "province-garbled": "hub-failed",
  "province-older": "hub-older",
};

/** A fault's code, said of the hub where that is what was spoken with. */
export function sayOfHub(credentials: Pick<Credentials, "hub"> | undefined, code: string): string {
  const { hub } = credentials ?? {};
  if (!hub) return code;
  return code === "province-unreachable" && hub.stranger() ? "hub-stranger" : (ofHub[code] ?? code);
}

/** The desk's word for why something with the province failed. */
export function codeOfProblem(error: unknown): FaultCode {
  if (error instanceof WireFault) return codes[error.kind];
  if (error instanceof DeskFault) return error.code;
  return "internal";
}

/** A fault of the wire as the screen hears of it; any other error as it is. */
export function toDeskFault(error: unknown, credentials?: Pick<Credentials, "hub">): unknown {
  if (!(error instanceof WireFault)) return error;
  const lasting = error.kind === "credentials" || error.kind === "stranger" || error.kind === "too-large";
  const code = codes[error.kind];
  return new DeskFault(credentials?.hub ? (ofHub[code] ?? code) : code, {
    lasting,
    detail: error.message,
    cause: error,
  });
}

/** The fault that a status of the province's means. */
export function faultOfStatus(status: number, detail: string): WireFault {
  if (status === 401 || status === 403) return new WireFault("credentials", detail);
  if (status === 413) return new WireFault("too-large", detail);
  if (status >= 300 && status < 400) return new WireFault("garbled", `${detail}: a redirect`);
  if (status === 400 || status === 422 || status === 500) return new WireFault("fails-on-it", detail);
  if (status >= 400) return new WireFault("failed", detail);
  return new WireFault("garbled", detail);
}
