import { element } from "#shared/package/xml-text.ts";
import { vi } from "#shared/text/vi.ts";
import { aidNotes, type AidHead, type AidPoint, type AidUnit, type AidWriter } from "./model.ts";

export const ead2002Namespace = "urn:isbn:1-931666-22-9";

const words = vi.findingAid;

/** EAD 2002 by its W3C schema of 12 April 2021, in what AtoM and ArchivesSpace take in of it: one `unitid`, `c` unnumbered. */
export const ead2002: AidWriter = {
  begin: (head, fonds) =>
    [
      `<?xml version="1.0" encoding="UTF-8"?>`,
      `<ead xmlns="${ead2002Namespace}">`,
      header(head),
      `<archdesc level="fonds">`,
      did(fonds, head),
      ...notes(fonds),
      `<dsc type="combined">`,
      "",
    ].join("\n"),
  open: (unit) =>
    `${[`<c level="${unit.level}" id="${unit.id}">`, did(unit), ...notes(unit), ...access(unit)].join("\n")}\n`,
  close: () => "</c>\n",
  end: () => "</dsc>\n</archdesc>\n</ead>\n",
};

function header({ id, title, agency, agencyCode, country, madeAt, day, program, remarks }: AidHead): string {
  const code = { countrycode: country, mainagencycode: token(agencyCode) };
  const date = element("date", { normal: madeAt.slice(0, 10) }, day);
  return element(
    "eadheader",
    { langencoding: "iso639-2b", dateencoding: "iso8601", countryencoding: "iso3166-1" },
    [
      element("eadid", { ...code, identifier: id }, id),
      element("filedesc", {}, [
        element("titlestmt", {}, [element("titleproper", {}, title)]),
        element("publicationstmt", {}, [element("publisher", {}, agency), date]),
        ...(remarks.length > 0
          ? [
              element("notestmt", {}, [
                element(
                  "note",
                  {},
                  remarks.map((remark) => element("p", {}, remark)),
                ),
              ]),
            ]
          : []),
      ]),
      element("profiledesc", {}, [
        `<creation>${textOf(words.creation(program))} ${date}</creation>`,
        element("langusage", {}, [element("language", { langcode: "vie" }, words.language)]),
        element("descrules", {}, words.rules),
      ]),
    ],
  );
}

function did(unit: AidUnit, head?: AidHead): string {
  const { reference, date, extents, languages, box, place } = unit;
  const codes = head && { countrycode: head.country, repositorycode: token(head.agencyCode) };
  return element("did", {}, [
    ...(reference === "" ? [] : [element("unitid", { ...codes }, reference)]),
    element("unittitle", {}, unit.title),
    ...(date.text === ""
      ? []
      : [element("unitdate", { type: typeOf(date.normal), normal: date.normal || undefined }, date.text)]),
    ...(extents.length === 0
      ? []
      : [
          element(
            "physdesc",
            {},
            extents.map(({ count, unit: of }) => element("extent", {}, `${count} ${of}`)),
          ),
        ]),
    ...(head ? [element("repository", {}, [element("corpname", {}, head.agency)])] : []),
    ...unit.creators.map(({ kind, name }) => element("origination", {}, [element(kind, {}, name)])),
    ...(languages.length === 0
      ? []
      : [
          element(
            "langmaterial",
            {},
            languages.map(({ code, script, name }) =>
              element("language", { langcode: code || undefined, scriptcode: script }, name),
            ),
          ),
        ]),
    ...(box === "" ? [] : [element("container", { type: "box" }, box)]),
    ...(place === "" ? [] : [element("physloc", {}, place)]),
  ]);
}

function notes({ notes: own }: AidUnit): string[] {
  return aidNotes.flatMap((name) => {
    const texts = own[name] ?? [];
    if (texts.length === 0) return [];
    // What AtoM takes in as a note of its own.
    const attributes = name === "odd" ? { type: "general" } : {};
    return [
      element(
        name,
        attributes,
        texts.map((text) => element("p", {}, text)),
      ),
    ];
  });
}

function access({ points }: AidUnit): string[] {
  return points.length === 0 ? [] : [element("controlaccess", {}, points.map(point))];
}

function point({ kind, name }: AidPoint): string {
  return kind === "signer" ? element("persname", { role: "signer" }, name) : element(kind, {}, name);
}

function typeOf(normal: string): "inclusive" | undefined {
  return normal.includes("/") ? "inclusive" : undefined;
}

/** A code as the schema takes it (a name token), or nothing. */
function token(code: string): string | undefined {
  return /^[A-Za-z0-9._:-]+$/.test(code) ? code : undefined;
}

function textOf(text: string): string {
  return element("p", {}, text).slice("<p>".length, -"</p>".length);
}
