import { documentTypeName, type LanguageCode } from "#shared/archive/codes.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { element } from "#shared/package/xml-text.ts";
import { vi } from "#shared/text/vi.ts";
import { nameOf } from "#province/store/overview.ts";
import type { Shared } from "#province/sharing/read-shared.ts";

/** Language codes of TT 05/2025/TT-BNV by RFC 5646. */
const languages: Record<LanguageCode, readonly string[]> = {
  ...{ "": [], "01": ["vi"], "02": ["en"], "03": ["fr"], "04": ["ru"], "05": ["zh"], "06": ["vi", "en"] },
  ...{ "07": ["vi", "ru"], "08": ["vi", "fr"], "09": ["lzh", "vi-Hani"], "10": ["vi", "zh"], "11": [] },
};

const attributes = {
  "xmlns:oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation":
    "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
};

/**
 * A record as simple Dublin Core. Of an item nothing stands here that its file alone knows: where that changes the
 * item does not change with it.
 */
export function writeDublinCore(
  shared: Shared,
  {
    units,
    identifierOf,
  }: { units: readonly Unit[]; identifierOf: (kind: "files" | "items", id: string) => string },
): string {
  const own = shared.kind === "items" ? shared.item : shared.file;
  const parts: [string, string][] = [
    ...(shared.kind === "items" ? partsOfItem(shared.item) : partsOfFile(shared)),
    ["coverage", nameOf(units, own.scope)],
    ["rights", vi.portal.find.levels[shared.level]],
    ...languages[own.language].map((language): [string, string] => ["language", language]),
  ];
  if (shared.kind === "items") parts.push(["relation", identifierOf("files", shared.item.fileId)]);
  return element(
    "oai_dc:dc",
    attributes,
    parts.filter(([, text]) => text.trim() !== "").map(([name, text]) => element(`dc:${name}`, {}, text)),
  );
}

function partsOfItem(item: Extract<Shared, { kind: "items" }>["item"]): [string, string][] {
  const isHere = item.renditionDigest !== "";
  return [
    ["title", item.subject],
    ["identifier", [item.number, item.symbol].filter(Boolean).join("/")],
    ["creator", item.issuer],
    ["contributor", item.signer],
    ["subject", item.keywords],
    ["description", item.note],
    ["date", item.issuedDate],
    ["type", documentTypeName(item.type)],
    ["type", "Text"],
    ["format", isHere ? "application/pdf" : ""],
  ];
}

function partsOfFile({ file, fonds }: Extract<Shared, { kind: "files" }>): [string, string][] {
  return [
    ["title", file.title],
    ["identifier", file.code],
    ["creator", fonds?.name ?? ""],
    ["subject", file.keywords],
    ["description", file.note],
    ["date", [...new Set([file.startDate, file.endDate])].filter(Boolean).join("/")],
    ["type", "Collection"],
  ];
}
