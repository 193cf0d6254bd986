import { type Static, Type } from "typebox";
import { accessLevels } from "#shared/archive/access-level.ts";
import { Choice } from "#shared/base/schema.ts";

/** What a way to another system may carry beside descriptions: the PDF/A of each document, each whole file as a package. */
export const carriedKinds = ["pdfs", "aip-packages", "sip-packages"] as const;

/** What is delivered: the description of an item or a file, the PDF/A of an item, the package of a file. */
export const deliveredKinds = ["items", "files", ...carriedKinds] as const;

/** Why the province itself does not send a document, or the package of a file: nothing of it left. */
export const ownReasonCodes = [
  "closed",
  "held",
  "numbers",
  "unread",
  "no-pdf",
  "no-documents",
  "lacks",
  "unsound",
  "altered",
] as const;

export type OwnReasonCode = (typeof ownReasonCodes)[number];

/** A way by which records go to another system, and what came of it. */
const portalConnectorSchema = Type.Object({
  ...{ id: Type.String(), name: Type.String(), means: Choice(["https", "folder"]), target: Type.String() },
  ...{ scope: Type.String(), unitName: Type.String(), level: Choice(accessLevels) },
  carries: Type.Array(Choice(carriedKinds)),
  createdAt: Type.String(),
  /** Since when a run is under way (ISO 8601); empty where none is. */
  runningSince: Type.String(),
  /** Up to which change everything was dealt with; empty before the first. */
  upTo: Type.String(),
  /** Of each kind, what was taken in and taken away there, the bytes of objects, and when the last receipt came. */
  receipts: Type.Array(
    Type.Object({
      kind: Choice(deliveredKinds),
      ...{ taken: Type.Integer(), removed: Type.Integer(), bytes: Type.Integer(), lastAt: Type.String() },
      /** Under what they took in the last one. */
      lastId: Type.String(),
    }),
  ),
  /** What is not there now, the first of it, and how much there is. */
  refused: Type.Array(
    Type.Object({
      ...{ kind: Choice(deliveredKinds), id: Type.String(), reason: Type.String(), at: Type.String() },
    }),
  ),
  refusedCount: Type.Integer(),
});

export type PortalConnector = Static<typeof portalConnectorSchema>;

export const portalConnectorsSchema = Type.Array(portalConnectorSchema);

/** The code of a reason of the province's own, which stands in brackets before it; nothing where others said it. */
export function ownReasonCode(reason: string): OwnReasonCode | undefined {
  const [, code] = /^\[([a-z-]+)\]/.exec(reason) ?? [];
  return ownReasonCodes.find((known) => known === code);
}
