import type { DeskHandlers } from "#shared/contract/desk.ts";
import { provinceAsideSchema } from "#shared/contract/province-aside.ts";
import { decidedFondsSchema, fondsQueueSchema } from "#shared/contract/province-same-fonds.ts";
import { decidedTermSchema, provinceTermListSchema } from "#shared/contract/province-terms.ts";
import {
  confirmedFondsSchema,
  type provinceCalls,
  provinceBatchesSchema,
  provinceFondsListSchema,
  provinceOverviewSchema,
} from "#shared/contract/province.ts";
import { messageAnswerSchema } from "#shared/contract/reports.ts";
import { rollUpSchema } from "#shared/report/arrived.ts";
import { searchAnswerSchema } from "#shared/contract/records.ts";
import type { ProvinceWire } from "./province-wire.ts";

/** Asks the province with the credentials of the moment; rejects with a `DeskFault`. */
export type Asking = <Answer>(ask: (wire: ProvinceWire) => Promise<Answer>) => Promise<Answer>;

/** What the screen asks of the province itself. */
export function provinceHandlers(asking: Asking): Pick<DeskHandlers, keyof typeof provinceCalls> {
  return {
    "province.overview": () => asking((wire) => wire.ask("/overview", provinceOverviewSchema)),
    "province.batches": ({ scope }) =>
      asking((wire) => wire.ask(`/batches?scope=${encodeURIComponent(scope)}`, provinceBatchesSchema)),
    "province.fonds": () => asking((wire) => wire.ask("/fonds", provinceFondsListSchema)),
    "province.confirmFonds": ({ id, ...codes }) =>
      asking((wire) => wire.ask(`/fonds/${encodeURIComponent(id)}/confirm`, confirmedFondsSchema, codes)),
    "province.fondsQueue": () => asking((wire) => wire.ask("/fonds/queue", fondsQueueSchema)),
    "province.decideFonds": (decision) =>
      asking((wire) => wire.ask("/fonds/decide", decidedFondsSchema, decision)),
    "province.aside": (question) =>
      asking((wire) => wire.ask(`/aside?${new URLSearchParams(question).toString()}`, provinceAsideSchema)),
    "province.terms": () => asking((wire) => wire.ask("/terms", provinceTermListSchema)),
    "province.decideTerm": ({ id, ...decision }) =>
      asking((wire) => wire.ask(`/terms/${encodeURIComponent(id)}/decide`, decidedTermSchema, decision)),
    "reports.rollUp": ({ day }) => asking((wire) => wire.ask(`/reports/${day}`, rollUpSchema)),
    "reports.takeMessage": ({ text }) =>
      asking((wire) => wire.ask("/reports/message", messageAnswerSchema, { text })),
    "province.find": (request) => asking((wire) => wire.ask("/search", searchAnswerSchema, request)),
  };
}
