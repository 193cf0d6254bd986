import type { OfferedPlace } from "#province/store/harvest.ts";
import { secondText } from "#province/sharing/second-text.ts";
import { readResumption } from "./resumption.ts";
import { readSet, type SetPart } from "./sets.ts";

/** Error codes of OAI-PMH 2.0 (3.6). */
export type OaiFault = {
  code:
    | "badArgument"
    | "badResumptionToken"
    | "badVerb"
    | "cannotDisseminateFormat"
    | "idDoesNotExist"
    | "noRecordsMatch"
    | "noSetHierarchy";
  detail: string;
};

/** The formats in which records are given. */
export const metadataPrefixes = ["oai_dc", "ead"] as const;

export type MetadataPrefix = (typeof metadataPrefixes)[number];

/** What a list is of: seconds since 1970, both included; where `after` is given, what follows that place. */
export type ListRequest = {
  verb: "ListRecords" | "ListIdentifiers";
  prefix: MetadataPrefix;
  from: number | undefined;
  until: number | undefined;
  set: SetPart | undefined;
  after: OfferedPlace | undefined;
  /** How many records came before. */
  cursor: number;
};

export type OaiRequest =
  | { verb: "Identify" | "ListSets" }
  | { verb: "ListMetadataFormats"; identifier: string | undefined }
  | { verb: "GetRecord"; identifier: string; prefix: MetadataPrefix }
  | ListRequest;

/** Which arguments each verb takes: those it must have, and those it may. */
const takes: Record<OaiRequest["verb"], { must: readonly string[]; may: readonly string[] }> = {
  Identify: { must: [], may: [] },
  ListSets: { must: [], may: ["resumptionToken"] },
  ListMetadataFormats: { must: [], may: ["identifier"] },
  GetRecord: { must: ["identifier", "metadataPrefix"], may: [] },
  ListIdentifiers: { must: ["metadataPrefix"], may: ["from", "until", "set", "resumptionToken"] },
  ListRecords: { must: ["metadataPrefix"], may: ["from", "until", "set", "resumptionToken"] },
};

/** A fault of the protocol, thrown on the way to an answer. */
export class OaiRefused extends Error {
  readonly code: OaiFault["code"];

  constructor(code: OaiFault["code"], detail: string) {
    super(detail);
    this.code = code;
  }
}

/** What the values of arguments may be made of at all (3.2, and RFC 3986 for an identifier). */
const forms: Record<string, RegExp> = {
  identifier: /^(?:[A-Za-z0-9\-_.!~*'();/?:@&=+$,#]|%[0-9A-Fa-f]{2}){1,1000}$/,
  metadataPrefix: /^[A-Za-z0-9\-_.!~*'()]{1,100}$/,
  set: /^[A-Za-z0-9\-_.!~*'()]+(?::[A-Za-z0-9\-_.!~*'()]+)*$/,
};

/** The request that arguments make; throws `OaiRefused` by the rules of the protocol. `now` in ms, for old tokens. */
export function readRequest(pairs: readonly (readonly [string, string])[], now: number): OaiRequest {
  const given = new Map(pairs);
  const verbs = pairs.filter(([name]) => name === "verb");
  const verb = Object.keys(takes).find((known): known is OaiRequest["verb"] => known === given.get("verb"));
  if (verb === undefined || verbs.length !== 1)
    throw new OaiRefused("badVerb", "one verb of OAI-PMH 2.0 is wanted");
  if (given.size !== pairs.length) throw new OaiRefused("badArgument", "an argument is given twice");
  given.delete("verb");
  const { must, may } = takes[verb];
  for (const [name, value] of given) {
    if (!must.includes(name) && !may.includes(name))
      throw new OaiRefused("badArgument", `${verb} takes no argument ${name.slice(0, 100)}`);
    if (forms[name]?.test(value) === false) throw new OaiRefused("badArgument", `${name} has not its form`);
  }
  const token = given.get("resumptionToken");
  if (token !== undefined) {
    if (given.size > 1) throw new OaiRefused("badArgument", "a resumptionToken stands alone");
    const resumed =
      verb === "ListRecords" || verb === "ListIdentifiers" ? readResumption(token, verb, now) : undefined;
    if (!resumed) throw new OaiRefused("badResumptionToken", "it is none of this list, or too old");
    return resumed;
  }
  for (const name of must)
    if (!given.has(name)) throw new OaiRefused("badArgument", `${verb} wants an argument ${name}`);
  const identifier = given.get("identifier");
  if (verb === "Identify" || verb === "ListSets") return { verb };
  if (verb === "ListMetadataFormats") return { verb, identifier };
  const prefix = metadataPrefixes.find((known) => known === given.get("metadataPrefix"));
  if (prefix === undefined) throw new OaiRefused("cannotDisseminateFormat", "oai_dc and ead are given");
  if (verb === "GetRecord") return { verb, identifier: identifier ?? "", prefix };
  const [from, until] = [given.get("from"), given.get("until")];
  const [first, last] = [
    from === undefined ? undefined : readDate(from),
    until === undefined ? undefined : readDate(until),
  ];
  if (first && last && first.days !== last.days)
    throw new OaiRefused("badArgument", "from and until are to be of one granularity");
  const end = last && (last.days ? last.second + 86_399 : last.second);
  if (first && end !== undefined && first.second > end)
    throw new OaiRefused("badArgument", "from is later than until");
  const setSpec = given.get("set");
  const set = setSpec === undefined ? undefined : readSet(setSpec);
  if (setSpec !== undefined && !set) throw new OaiRefused("noRecordsMatch", "there is no such set");
  return { verb, prefix, from: first?.second, until: end, set, after: undefined, cursor: 0 };
}

/** A UTCdatetime of either granularity, as the second it begins at. */
function readDate(text: string): { second: number; days: boolean } {
  const days = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const ms = days || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) ? Date.parse(text) : Number.NaN;
  // Date.parse moves the 30th of February on; written again it is another day.
  if (Number.isNaN(ms) || !secondText(ms / 1000).startsWith(text.slice(0, 10)))
    throw new OaiRefused("badArgument", "a date is YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ");
  return { second: ms / 1000, days };
}
