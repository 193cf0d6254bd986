import { documentTypeName } from "#shared/archive/codes.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { nameOf } from "#province/store/overview.ts";
import type { SharedFile, SharedFonds, SharedItem } from "./api/schemas.ts";
import { maskedFonds } from "./mask-record.ts";
import type { Shared } from "./read-shared.ts";
import { secondText } from "./second-text.ts";

/** An item as partners are given it; the stamp is the second of its last change. */
export function writeItem(
  { item, file, level }: Extract<Shared, { kind: "items" }>,
  stamp: number,
  units: readonly Unit[],
): SharedItem {
  const { id, fileId, scope, ordinal, type, number, symbol, issuedDate, issuer, subject, signer } = item;
  const { language, leaves, pageCount, keywords, autograph, note } = item;
  return {
    ...{ id, fileId, fondsId: file.fondsId, scope, unitName: nameOf(units, scope), level, ordinal, type },
    ...{ typeName: documentTypeName(type), number, symbol, issuedDate, issuer, subject, signer, language },
    ...{ leaves, pageCount, keywords, autograph, note },
    ...{ hasPdf: item.renditionDigest !== "", changedAt: secondText(stamp) },
  };
}

/** As `writeItem`, a file. */
export function writeFile(
  { file, level }: Extract<Shared, { kind: "files" }>,
  stamp: number,
  units: readonly Unit[],
): SharedFile {
  const { id, fondsId, scope, code, notation, inventory, box, title, retention, language } = file;
  const { startDate, endDate, leafCount, pageCount, keywords, note } = file;
  return {
    ...{ id, fondsId, scope, unitName: nameOf(units, scope), level, code, notation, inventory, box, title },
    ...{ retention, language, startDate, endDate, leafCount, pageCount, keywords, note },
    changedAt: secondText(stamp),
  };
}

/** As `writeItem`, a fonds; of it too no number of a paper of identity leaves. */
export function writeFonds(fonds: Fonds, units: readonly Unit[]): SharedFonds {
  const { id, scope, code, archiveCode, name, dateSpan, history, languages } = maskedFonds(fonds);
  const unitName = nameOf(units, scope);
  return { id, scope, unitName, code, archiveCode, name, dateSpan, history, languages };
}
