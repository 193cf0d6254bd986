import { blankBatch, blankFile, blankFonds, blankItem, blankPage } from "#shared/archive/blank.ts";
import type { DocumentAbout } from "#shared/archive/document-about.ts";
import type { Records } from "#shared/archive/collections.ts";
import { makeRecord, type Stamp } from "#shared/archive/record.ts";
import { writeClock } from "#shared/base/clock.ts";

/** A stamp at a moment (milliseconds) on a device. */
export function stampAt(ms: number, deviceId = "screen"): Stamp {
  return { clock: writeClock({ ms, count: 0 }, deviceId), by: "Nguyễn Văn Mẫu", deviceId };
}

/** A fonds with every field filled or empty as the schema wants it. */
export function sampleFonds(id: string, fields: Partial<Records["fonds"]> = {}, ms = 1): Records["fonds"] {
  const record = {
    ...blankFonds,
    id,
    scope: "52.550.21952",
    code: "H05",
    name: "Phông Ủy ban nhân dân xã Mẫu",
    dateSpan: "1976-2025",
  };
  return { ...makeRecord<Records["fonds"]>(record, stampAt(ms)), ...fields };
}

export function sampleFile(id: string, fields: Partial<Records["files"]> = {}, ms = 1): Records["files"] {
  const record = {
    ...blankFile,
    id,
    scope: "52.550.21952",
    fondsId: "fonds-1",
    code: `H05.01.${id}`,
    notation: "01",
    inventory: "01",
    box: "12",
    title: "Hồ sơ về công tác địa chính năm 1998",
    retention: "07",
    access: "01",
    language: "01",
    startDate: "1998-01-05",
    endDate: "1998-12-20",
    leafCount: 40,
    pageCount: 75,
    condition: "01",
    priority: "decision",
  } as const;
  return { ...makeRecord<Records["files"]>(record, stampAt(ms)), ...fields };
}

export function sampleItem(id: string, fields: Partial<Records["items"]> = {}, ms = 1): Records["items"] {
  const record = {
    ...blankItem,
    id,
    scope: "52.550.21952",
    fileId: "file-1",
    ordinal: 1,
    type: "02",
    number: "123",
    symbol: "QĐ-UBND",
    issuedDate: "1998-05-03",
    issuer: "Ủy ban nhân dân huyện Tuy Phước",
    subject: "Quyết định về việc giao đất ở cho hộ gia đình tại xã Mẫu",
    signer: "Trần Văn Mẫu",
    language: "01",
    access: "01",
    condition: "01",
    leaves: "1-2",
    pageCount: 3,
    keywords: "",
    autograph: "",
    note: "",
    hold: "",
    renditionDigest: "",
    renditionSize: 0,
    checkedAt: "",
    checkedBy: "",
    receiptDigest: "",
    receiptAt: "",
  } as const;
  return { ...makeRecord<Records["items"]>(record, stampAt(ms)), ...fields };
}

export function samplePage(id: string, fields: Partial<Records["pages"]> = {}, ms = 1): Records["pages"] {
  const record = {
    ...blankPage,
    id,
    scope: "52.550.21952",
    itemId: "item-1",
    ordinal: 1,
    masterDigest: "0".repeat(64),
    masterSize: 1000,
    masterPage: 0,
    mediaType: "image/jpeg",
    sourceName: "a.jpg",
    hold: "",
    width: 2480,
    height: 3508,
    dpi: 300,
    skew: 0.1,
    sharpness: 0.8,
    ink: 5000,
    blank: "no",
    thumbDigest: "",
    viewDigest: "",
    wordsDigest: "",
    wordCount: 0,
    confidence: 0,
  } as const;
  return { ...makeRecord<Records["pages"]>(record, stampAt(ms)), ...fields };
}

export function sampleBatch(
  id: string,
  fields: Partial<Records["batches"]> = {},
  ms = 1,
): Records["batches"] {
  const record = {
    ...blankBatch,
    id,
    scope: "52.550.21952",
    number: "2025-001",
    name: "Đợt 1",
  } as const;
  return { ...makeRecord<Records["batches"]>(record, stampAt(ms)), ...fields };
}

export const sampleAbout: DocumentAbout = {
  code: "H05.01.0000001",
  title: "Giao đất <ở> & nhà",
  author: "UBND huyện Tuy Phước",
  description: "12/QĐ-UBND; Hồ sơ giao đất năm 1995",
  fonds: "H05 Phông UBND xã Mẫu",
  date: "1995-06-02",
  keywords: "đất ở",
};

/** A word that a unit added to the list of issuers, and that waits for the province. */
export function sampleTerm(id: string, fields: Partial<Records["terms"]> = {}, ms = 1): Records["terms"] {
  const undecided = { standing: "local", mergedInto: "", decidedAt: "", decidedBy: "", note: "" } as const;
  const record = { id, scope: "52.550.21952", list: "issuer" as const, label: `Cơ quan ${id}`, ...undecided };
  return { ...makeRecord<Records["terms"]>(record, stampAt(ms)), ...fields };
}

/** A conflict that waits for a person: two values of a file's title. */
export function sampleConflict(
  id: string,
  fields: Partial<Records["conflicts"]> = {},
  ms = 1,
): Records["conflicts"] {
  const side = (value: string, at: number, device: string) => ({
    value: JSON.stringify(value),
    clock: stampAt(at, device).clock,
    by: `Người của ${device}`,
    deviceId: device,
  });
  const record: Omit<Records["conflicts"], "updatedBy" | "deviceId" | "clocks" | "withdrawn" | "ext"> = {
    id,
    scope: "52.550.21952",
    subject: "files",
    subjectId: "file-1",
    field: "title",
    sides: [side("Hồ sơ một", 2, "device-1"), side("Hồ sơ hai", 3, "device-2")],
    standing: "open",
    choice: "",
    settledAt: "",
    settledBy: "",
    reason: "",
  };
  return { ...makeRecord<Records["conflicts"]>(record, stampAt(ms)), ...fields };
}
