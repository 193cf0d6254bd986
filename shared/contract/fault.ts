import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";

/** Everything that can go wrong in a call to the desk; `shared/text` has the words of each. */
export const faultCodes = [
  "bad-call",
  "internal",
  "not-entered",
  "not-set-up",
  "locked",
  "pin-wrong",
  "pin-wait",
  "pin-missing",
  "pin-weak",
  "people-head",
  "people-last-head",
  "people-outside",
  "people-same-name",
  "people-damaged",
  "not-found",
  "disk-full",
  "disk-low",
  "journal-damaged",
  "journal-closed",
  "keeping-busy",
  "keeping-stopped",
  "backup-missing",
  "backup-damaged",
  "backup-inside",
  "passphrase-needed",
  "passphrase-wrong",
  "passphrase-short",
  "too-large",
  "not-your-scope",
  "not-your-role",
  "object-missing",
  "package-unsound",
  "packages-stopped",
  "place-full",
  "place-gone",
  "place-locked",
  "place-lies",
  "place-other",
  "objects-locked",
  "desk-locked",
  "object-damaged",
  "object-other-key",
  "object-key-damaged",
  "workbook-unreadable",
  "workbook-encrypted",
  "workbook-empty",
  "workbook-too-large",
  "workbook-no-headings",
  "workbook-forgotten",
  "workbook-not-confirmed",
  "form-empty",
  "counting",
  "media-not-known",
  "media-foreign",
  "media-corrupt",
  "media-truncated",
  "media-empty",
  "media-encrypted",
  "media-too-large",
  "media-too-many-pages",
  "scanner-empty",
  "scanner-jam",
  "scanner-cover",
  "scanner-busy",
  "scanner-gone",
  "scanner-io",
  "scanner-refused",
  "scanner-settings",
  "scan-locked",
  "scan-below-profile",
  "scan-running",
  "folder-missing",
  "media-too-slow",
  "province-unreachable",
  "province-refused-credentials",
  "province-stranger",
  "enrolment-refused",
  "parcel-not-enrolled",
  "parcel-not-ours",
  "parcel-not-known",
  "parcel-damaged",
  "parcel-place-full",
  "parcel-place-gone",
  "hub-unreachable",
  "hub-refused",
  "hub-stranger",
  "hub-failed",
  "hub-code-wrong",
  "hub-code-locked",
  "hub-code-none",
  "hub-other-unit",
  "hub-address",
  "hub-port",
  "hub-itself",
  "parcel-not-for-us",
  "parcel-stranger",
  "parcel-outside",
  "card-not-known",
  "province-too-large",
  "province-failed",
  "province-garbled",
  "province-older",
  "hub-older",
] as const;

/** A fault as data: which one, whether trying again is useless, and what it is about (never shown alone). */
export const faultSchema = Type.Object({
  code: Choice(faultCodes),
  lasting: Type.Boolean(),
  detail: Type.String(),
});

export type Fault = Static<typeof faultSchema>;

export type FaultCode = Fault["code"];

/** Thrown by handlers; `answer` turns it into a fault. Any other error becomes `internal`. */
export class DeskFault extends Error {
  readonly code: FaultCode;
  readonly lasting: boolean;

  constructor(code: FaultCode, options: { lasting?: boolean; detail?: string; cause?: unknown } = {}) {
    super(options.detail ?? code, { cause: options.cause });
    this.name = "DeskFault";
    this.code = code;
    this.lasting = options.lasting ?? true;
  }

  toFault(): Fault {
    return { code: this.code, lasting: this.lasting, detail: this.message };
  }
}
