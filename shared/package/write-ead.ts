import type { MetsContext } from "./mets-parts.ts";
import { type PackageValues, valuesOfFile } from "./package-model.ts";
import type { PackageField, PackageProfile } from "./package-profile.ts";
import { element, xmlDocument } from "./xml-text.ts";

export const eadNamespace = "http://ead3.archivists.org/schema/";

/** Elements of a `did`; the others stand beside it. */
const inDid = new Set([
  ...[
    "unitid",
    "unittitle",
    "unitdate",
    "origination",
    "repository",
    "physdesc",
    "langmaterial",
    "container",
  ],
]);

/**
 * A file and its documents as a finding aid by EAD3. Each value stands where EAD3 has a place for it, and says in
 * `encodinganalog` which field of the profile it is; what is not known is left out. `href`: from the finding aid.
 */
export function writeEad(
  context: MetsContext,
  documents: readonly { values: PackageValues; href: string; title: string }[],
): string {
  const { model, profile, software, at, recordId } = context;
  const items = documents.map(({ values, href, title }) =>
    element(
      "c",
      { level: "item" },
      described(profile.document, values, profile, [
        element("dao", { daotype: "derived", coverage: "whole", href, linktitle: title }),
      ]),
    ),
  );
  const control = element("control", {}, [
    element("recordid", {}, recordId),
    element("filedesc", {}, [element("titlestmt", {}, [element("titleproper", {}, model.file.title)])]),
    element("maintenancestatus", { value: "new" }),
    element("maintenanceagency", {}, [element("agencyname", {}, model.fonds.name)]),
    element("maintenancehistory", {}, [
      element("maintenanceevent", {}, [
        element("eventtype", { value: "created" }),
        element("eventdatetime", { standarddatetime: at }, at),
        element("agenttype", { value: "machine" }),
        element("agent", {}, `${software.name} ${software.version}`),
      ]),
    ]),
  ]);
  const file = described(profile.file, valuesOfFile(model), profile, []);
  const archdesc = element("archdesc", { level: "file" }, [...file, element("dsc", {}, items)]);
  return xmlDocument(element("ead", { xmlns: eadNamespace }, [control, archdesc]));
}

function described(
  fields: readonly PackageField[],
  values: PackageValues,
  profile: PackageProfile,
  more: string[],
): string[] {
  const known = fields.flatMap((field) => {
    const value = values[field.from] ?? "";
    return value === "" || field.ead === undefined ? [] : [{ ...field, value, place: field.ead }];
  });
  const dates = known.filter(({ place }) => place === "unitdate");
  // The first and the last day are one date of EAD.
  const date = element(
    "unitdate",
    {
      encodinganalog: dates.map(({ name }) => name).join(" "),
      normal: dates.map(({ value }) => value).join("/"),
    },
    dates.map(({ value }) => value.split("-").reverse().join("/")).join(" – "),
  );
  const others = known.filter(({ place }) => place !== "unitdate");
  const did = others.filter(({ place }) => inDid.has(place));
  return [
    element("did", {}, [
      ...did.map(({ place, name, value }) => writeField(place, name, value, profile)),
      ...(dates.length === 0 ? [] : [date]),
      ...more,
    ]),
    ...others
      .filter(({ place }) => !inDid.has(place))
      .map(({ place, name, value }) => writeField(place, name, value, profile)),
  ];
}

function writeField(
  place: string,
  encodinganalog: string,
  value: string,
  { languages }: PackageProfile,
): string {
  const part = () => element("part", {}, value);
  switch (place) {
    case "unitid":
    case "unittitle":
    case "physdesc":
    case "container":
      return element(place, { encodinganalog }, value);
    case "origination":
    case "repository":
      return element(place, { encodinganalog }, [element("corpname", {}, [part()])]);
    case "langmaterial":
      return element(place, { encodinganalog }, [
        element("language", { langcode: languages?.[value] }, value),
      ]);
    case "subject":
    case "genreform":
      return element("controlaccess", {}, [element(place, { encodinganalog }, [part()])]);
    default:
      return element(place, { encodinganalog }, [element("p", {}, value)]);
  }
}
