import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { Choice } from "#shared/base/schema.ts";
import { keyTextSchema, type SignaturePurpose } from "#shared/keys/key-text.ts";

/** What a bag says of itself: who sent what to whom, and which of the sender's it is. */
export const bagInfoSchema = Type.Object({
  /**
   * `parcel`: from a desk to its province; `receipt`: the province's answer to one; `arrival`: the word of the
   * district's centre that it has one, which frees nothing.
   */
  kind: Choice(["parcel", "receipt", "arrival"]),
  /** The parcel's id; an answer bears that of the parcel it answers. */
  id: Type.String({ pattern: "^[0-9A-Z]{26}$" }),
  /** Place among the sender's parcels, from 1. */
  sequence: Type.Integer({ minimum: 1 }),
  at: Type.String({ maxLength: 30 }),
  from: Type.String({ maxLength: 300 }),
  to: Type.String({ maxLength: 300 }),
  scope: Type.String({ maxLength: 24 }),
  deviceId: Type.String({ maxLength: 40 }),
  /** The key that signs the bag, and the one it is sealed for: a bag sealed anew for another is found out. */
  signer: keyTextSchema,
  receiver: keyTextSchema,
  /** The keys of others who may open a parcel on its way, parted by spaces: the centre of the sender's district. */
  alsoFor: Type.String({ pattern: "^([A-Za-z0-9_-]{43}( [A-Za-z0-9_-]{43}){0,5})?$" }),
  records: Type.Integer({ minimum: 0 }),
  objects: Type.Integer({ minimum: 0 }),
  bytes: Type.Integer({ minimum: 0 }),
});

export type BagInfo = Static<typeof bagInfoSchema>;

/** What a bag of each kind is signed for. */
export const bagPurposes: Record<BagInfo["kind"], SignaturePurpose> = {
  parcel: "parcel",
  receipt: "parcel-receipt",
  arrival: "parcel-arrival",
};

/** Every key that a bag says it is sealed for. */
export function receiversOf({ receiver, alsoFor }: Pick<BagInfo, "receiver" | "alsoFor">): string[] {
  return [receiver, ...alsoFor.split(" ").filter((key) => key !== "")];
}

/** The text of `bagit.txt` (RFC 8493). */
export const bagitText = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

const names = {
  kind: "Mucluc-Kind",
  id: "External-Identifier",
  sequence: "Mucluc-Sequence",
  at: "Mucluc-Made-At",
  from: "Source-Organization",
  to: "Mucluc-To",
  scope: "Mucluc-Scope",
  deviceId: "Mucluc-Device",
  signer: "Mucluc-Signer",
  receiver: "Mucluc-Receiver",
  alsoFor: "Mucluc-Also-For",
  records: "Mucluc-Records",
  objects: "Mucluc-Objects",
  bytes: "Mucluc-Object-Bytes",
} as const satisfies Record<keyof BagInfo, string>;

/** The text of `bag-info.txt`: a line for each, in the names of RFC 8493 where it has one. */
export function writeBagInfo(info: BagInfo): string {
  const line = (name: string, value: string | number) => `${name}: ${String(value).replace(/\s+/gu, " ")}\n`;
  const own = Object.entries(names).map(([field, name]) => line(name, info[field as keyof BagInfo]));
  return [line("Bagging-Date", info.at.slice(0, 10)), ...own].join("");
}

/** What `bag-info.txt` says; nothing where it is not ours. */
export function readBagInfo(text: string): BagInfo | undefined {
  const said = new Map(
    text.split(/\r?\n/u).map((line): [string, string] => {
      const at = line.indexOf(": ");
      return at < 0 ? [line, ""] : [line.slice(0, at), line.slice(at + 2)];
    }),
  );
  const numbers = new Set(["sequence", "records", "objects", "bytes"]);
  const info: unknown = Object.fromEntries(
    Object.entries(names).map(([field, name]) => {
      const value = said.get(name) ?? "";
      return [field, numbers.has(field) ? Number(value) : value];
    }),
  );
  return Check(bagInfoSchema, info) ? info : undefined;
}
