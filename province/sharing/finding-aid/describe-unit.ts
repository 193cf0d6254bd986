import { documentTypeName, type LanguageCode } from "#shared/archive/codes.ts";
import { datesReversed, writeDate } from "#shared/archive/date-text.ts";
import type { SchemeNode } from "#shared/archive/scheme.ts";
import { maskIdentityNumbers } from "#shared/portal/identity-numbers.ts";
import { vi } from "#shared/text/vi.ts";
import type { Shared } from "#province/sharing/read-shared.ts";
import type { AidLanguage, AidPoint, AidUnit } from "./model.ts";

const words = vi.findingAid;
const { languages: names, extents } = words;

const vietnamese: AidLanguage = { code: "vie", name: names.vie };
const english: AidLanguage = { code: "eng", name: names.eng };
const french: AidLanguage = { code: "fre", name: names.fre };
const russian: AidLanguage = { code: "rus", name: names.rus };
const chinese: AidLanguage = { code: "chi", name: names.chi };

/** Language codes of TT 05/2025/TT-BNV by ISO 639-2; another one than those it names is nobody's guess. */
const languagesOf: Record<LanguageCode, readonly AidLanguage[]> = {
  ...{ "": [], "01": [vietnamese], "02": [english], "03": [french], "04": [russian], "05": [chinese] },
  ...{ "06": [vietnamese, english], "07": [vietnamese, russian], "08": [vietnamese, french] },
  "09": [
    { code: "chi", script: "Hani", name: names.hanChi },
    { code: "vie", script: "Hani", name: names.hanVie },
  ],
  ...{ "10": [vietnamese, chinese], "11": [] },
};

/** A unit of which nothing is known but its level, name and title. */
export function bareUnit(unit: Pick<AidUnit, "id" | "level" | "title">): AidUnit {
  return {
    ...{ reference: "", date: { text: "", normal: "" }, extents: [], creators: [], languages: [] },
    ...{ box: "", place: "", points: [], notes: {} },
    ...unit,
  };
}

/** A group of a classification scheme as a series, one below another as a subseries. */
export function describeGroup({ group, path, level }: SchemeNode): AidUnit {
  return {
    ...bareUnit({
      ...{ id: nameOf("g", group.id), level: level === 1 ? "series" : "subseries" },
      title: maskIdentityNumbers(group.title),
    }),
    reference: maskIdentityNumbers(path),
  };
}

/** A file, with the box and the place of its paper. What leaves of it was asked before (`readShared`). */
export function describeFile({ id, file, level }: Extract<Shared, { kind: "files" }>): AidUnit {
  const { notation, inventory, retention } = file;
  return {
    ...bareUnit({ id: nameOf("f", id), level: "file", title: file.title || file.code || words.untitled }),
    reference: file.code,
    date: dateOf(file.startDate, file.endDate),
    extents: counted([
      [file.leafCount, extents.leaves],
      [file.pageCount, extents.pages],
    ]),
    languages: languagesOf[file.language],
    box: file.box,
    place: maskIdentityNumbers(file.location),
    points: subjectsOf(file.keywords),
    notes: {
      appraisal: said([retention === "" ? "" : vi.common.retention[retention], words.retention]),
      accessrestrict: [vi.portal.find.levels[level]],
      odd: [
        ...said([notation === file.code ? "" : notation, words.notation]),
        ...said([inventory, words.inventory]),
        ...said([file.note, words.note]),
      ],
    },
  };
}

/** As `describeFile`, a document. */
export function describeItem({ id, item, level }: Extract<Shared, { kind: "items" }>): AidUnit {
  const reference = [item.number, item.symbol].filter(Boolean).join("/");
  const type = documentTypeName(item.type);
  const points: AidPoint[] = [
    ...(type === "" ? [] : [{ kind: "genreform" as const, name: type }]),
    ...(item.signer.trim() === "" ? [] : [{ kind: "signer" as const, name: item.signer }]),
    ...subjectsOf(item.keywords),
  ];
  const title = item.subject || [type, reference].filter(Boolean).join(" ") || words.untitled;
  return {
    ...bareUnit({ id: nameOf("i", id), level: "item", title }),
    reference,
    date: dateOf(item.issuedDate, ""),
    extents: counted([[item.pageCount, extents.pages]]),
    creators: item.issuer.trim() === "" ? [] : [{ kind: "corpname", name: item.issuer }],
    languages: languagesOf[item.language],
    place: item.leaves === "" ? "" : words.leaves(item.leaves),
    points,
    notes: {
      accessrestrict: [vi.portal.find.levels[level]],
      altformavail: item.renditionDigest === "" ? [] : [words.copy],
      odd: [...said([item.autograph, words.autograph]), ...said([item.note, words.note])],
    },
  };
}

/** The languages that a fonds' own text names, apart by commas; those that nobody knows bear no code. */
export function languagesIn(text: string): AidLanguage[] {
  const known = [vietnamese, english, french, russian, chinese];
  return text.split(/[,;/]/).flatMap((part): AidLanguage[] => {
    const name = part.trim().normalize("NFC");
    if (name === "") return [];
    const plain = name.toLowerCase().replace(/^tiếng /, "");
    const met = known.find((one) => one.name.toLowerCase().replace(/^tiếng /, "") === plain);
    return [met ? { ...met, name } : { code: "", name }];
  });
}

const whole = /^[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** From one date to another as people write it, and by ISO 8601 where both are dates in their order. */
export function dateOf(start: string, end: string): AidUnit["date"] {
  const dates = [...new Set([start, end])].filter((date) => date.trim() !== "");
  const text = dates.map(writeDate).join(" – ");
  const isWhole = dates.every((date) => whole.test(date)) && !datesReversed(start, end);
  return { text, normal: isWhole ? dates.join("/") : "" };
}

/** A name of an element that XML takes, made of the id of a record: no two ids make one. */
export function nameOf(kind: string, id: string): string {
  const safe = id.replace(/[^A-Za-z0-9-]/gu, (mark) => `_${(mark.codePointAt(0) ?? 0).toString(16)}_`);
  return `${kind}-${safe}`;
}

function counted(extent: readonly [number, string][]): AidUnit["extents"] {
  return extent.flatMap(([count, unit]) => (count > 0 ? [{ count, unit }] : []));
}

function subjectsOf(keywords: string): AidPoint[] {
  return keywords
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => ({ kind: "subject", name }));
}

function said([text, write]: [string, (text: string) => string]): string[] {
  return text.trim() === "" ? [] : [write(text.trim())];
}
