import { element } from "#shared/package/xml-text.ts";
import { vi } from "#shared/text/vi.ts";
import { aidNotes, type AidHead, type AidPoint, type AidUnit, type AidWriter } from "./model.ts";

export const ead3Namespace = "http://ead3.archivists.org/schema/";

const words = vi.findingAid;

/** EAD3 by its W3C schema of version 1.1. */
export const ead3: AidWriter = {
  begin: (head, fonds) =>
    [
      `<?xml version="1.0" encoding="UTF-8"?>`,
      `<ead xmlns="${ead3Namespace}">`,
      control(head),
      `<archdesc level="fonds">`,
      did(fonds, head),
      ...notes(fonds),
      `<dsc dsctype="combined">`,
      "",
    ].join("\n"),
  open: (unit) =>
    `${[`<c level="${unit.level}" id="${unit.id}">`, did(unit), ...notes(unit), ...access(unit)].join("\n")}\n`,
  close: () => "</c>\n",
  end: () => "</dsc>\n</archdesc>\n</ead>\n",
};

function control({ id, title, agency, agencyCode, country, madeAt, day, program, remarks }: AidHead): string {
  return element(
    "control",
    {
      countryencoding: "iso3166-1",
      dateencoding: "iso8601",
      langencoding: "iso639-2b",
      scriptencoding: "iso15924",
    },
    [
      element("recordid", {}, id),
      element("filedesc", {}, [
        element("titlestmt", {}, [element("titleproper", {}, title)]),
        element("publicationstmt", {}, [
          element("publisher", {}, agency),
          element("date", { normal: madeAt.slice(0, 10) }, day),
        ]),
        ...(remarks.length > 0
          ? [
              element("notestmt", {}, [
                element(
                  "controlnote",
                  {},
                  remarks.map((remark) => element("p", {}, remark)),
                ),
              ]),
            ]
          : []),
      ]),
      element("maintenancestatus", { value: "derived" }),
      element("maintenanceagency", { countrycode: country }, [
        ...(agencyCode === "" ? [] : [element("otheragencycode", {}, agencyCode)]),
        element("agencyname", {}, agency),
      ]),
      element("languagedeclaration", {}, [
        element("language", { langcode: "vie" }, words.language),
        element("script", { scriptcode: "Latn" }),
      ]),
      element("conventiondeclaration", {}, [
        element("abbr", {}, "ISAD(G)"),
        element("citation", {}, words.rules),
      ]),
      element("maintenancehistory", {}, [
        element("maintenanceevent", {}, [
          element("eventtype", { value: "derived" }),
          element("eventdatetime", { standarddatetime: madeAt }, day),
          element("agenttype", { value: "machine" }),
          element("agent", {}, program),
          element("eventdescription", {}, words.made),
        ]),
      ]),
    ],
  );
}

function did(unit: AidUnit, head?: AidHead): string {
  const { reference, date, extents, languages, box, place } = unit;
  const codes = head && { countrycode: head.country, repositorycode: head.agencyCode || undefined };
  const amounts = extents.map(({ count, unit: of }) =>
    element("physdescstructured", { physdescstructuredtype: "materialtype", coverage: "whole" }, [
      element("quantity", {}, String(count)),
      element("unittype", {}, of),
    ]),
  );
  return element("did", {}, [
    ...(reference === "" ? [] : [element("unitid", { ...codes }, reference)]),
    element("unittitle", {}, unit.title),
    ...(date.text === ""
      ? []
      : [
          element(
            "unitdate",
            {
              unitdatetype: date.normal.includes("/") ? "inclusive" : undefined,
              normal: date.normal || undefined,
            },
            date.text,
          ),
        ]),
    ...(amounts.length > 1 ? [element("physdescset", {}, amounts)] : amounts),
    ...(head ? [element("repository", {}, [named("corpname", head.agency)])] : []),
    ...unit.creators.map(({ kind, name }) => element("origination", {}, [named(kind, name)])),
    ...(languages.length === 0
      ? []
      : [
          element(
            "langmaterial",
            {},
            languages.map(({ code, script, name }) => {
              const language = element("language", { langcode: code || undefined }, name);
              if (script === undefined) return language;
              return element("languageset", {}, [language, element("script", { scriptcode: script })]);
            }),
          ),
        ]),
    ...(box === "" ? [] : [element("container", { localtype: "box" }, box)]),
    ...(place === "" ? [] : [element("physloc", {}, place)]),
  ]);
}

function notes({ notes: own }: AidUnit): string[] {
  return aidNotes.flatMap((name) => {
    const texts = own[name] ?? [];
    return texts.length === 0
      ? []
      : [
          element(
            name,
            {},
            texts.map((text) => element("p", {}, text)),
          ),
        ];
  });
}

function access({ points }: AidUnit): string[] {
  return points.length === 0 ? [] : [element("controlaccess", {}, points.map(point))];
}

function point({ kind, name }: AidPoint): string {
  return kind === "signer" ? named("persname", name, { relator: "signer" }) : named(kind, name);
}

/** A name has its text in parts here. */
function named(kind: string, name: string, attributes: Record<string, string> = {}): string {
  return element(kind, attributes, [element("part", {}, name)]);
}
