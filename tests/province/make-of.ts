import {
  sampleCustody,
  sampleHandover,
  sampleNote,
  samplePoint,
  sampleReport,
} from "#tests/helpers/sample-desk-records.ts";
import { sampleConflict } from "#tests/helpers/sample-records.ts";
import {
  makeBatch,
  makeBox,
  makeExclusion,
  makeFile,
  makeFonds,
  makeGroup,
  makeItem,
  makePage,
  makeTerm,
} from "./world.ts";

/** One record of each collection, by its id and scope. */
export const makeOf = {
  fonds: makeFonds,
  batches: makeBatch,
  files: makeFile,
  items: makeItem,
  pages: makePage,
  exclusions: makeExclusion,
  groups: makeGroup,
  boxes: makeBox,
  terms: makeTerm,
  conflicts: (id: string, scope: string) => sampleConflict(id, { scope }),
  handovers: (id: string, scope: string) => sampleHandover(id, { scope }),
  custody: (id: string, scope: string) => sampleCustody(id, { scope }),
  points: (id: string, scope: string) => samplePoint(id, { scope }),
  notes: (id: string, scope: string) => sampleNote(id, { scope }),
  reports: (id: string, scope: string) => sampleReport(id, { scope }),
};
