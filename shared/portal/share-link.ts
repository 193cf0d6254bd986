import { type Static, Type } from "typebox";
import { Choice, Said } from "#shared/base/schema.ts";

const minute = 60_000;
const hour = 60 * minute;

/** For so long the pages of a document are seen after it was opened by a link; then it is opened anew, and counted. */
export const openingLasts = 30 * minute;

/** Longest a link may hold, in hours: thirty days. */
export const longestLink = 720;

/** Most often a link may be opened. */
export const mostOpenings = 50;

/** What an officer says of a link to one document: for whom, why, how long it holds and how often it opens. */
export const newLinkSchema = Type.Object({
  /** Stands across each page: one line, without control characters. */
  recipient: Type.String({
    maxLength: 100,
    pattern: "^[^\\u0000-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f][^\\u0000-\\u001f\\u007f]*$",
  }),
  reason: Said(500),
  hours: Type.Integer({ minimum: 1, maximum: longestLink }),
  openings: Type.Integer({ minimum: 1, maximum: mostOpenings }),
});

export type NewLink = Static<typeof newLinkSchema>;

/**
 * How a link stands. `closed`: its document may not be read by a link any more (withdrawn, closed, secret, not accepted,
 * elsewhere), or who made it may share no more.
 */
export const linkStates = ["valid", "closed", "used-up", "expired", "withdrawn"] as const;

export const linkStateSchema = Choice(linkStates);

export type LinkState = (typeof linkStates)[number];

/** What decides on how a link stands; `until` in milliseconds since 1970. */
export type LinkGrounds = {
  until: number;
  most: number;
  openings: number;
  withdrawn: boolean;
  /** Whether the document and who shared it were found fit at this very moment. */
  readable: boolean;
};

/** How a link stands at a moment; what somebody decided is told before what time did. */
export function stateOfLink(link: LinkGrounds, now: number): LinkState {
  if (link.withdrawn) return "withdrawn";
  if (now >= link.until) return "expired";
  if (link.openings >= link.most) return "used-up";
  return link.readable ? "valid" : "closed";
}

/** Until when a link made now holds. */
export function linkUntil(hours: number, now: number): number {
  return now + hours * hour;
}

/** Until when an opening made now shows pages: never longer than its link holds. */
export function openingUntil(link: Pick<LinkGrounds, "until">, now: number): number {
  return Math.min(now + openingLasts, link.until);
}

/**
 * Why an opening shows no page (any more): `over`, or as its link stands; `undefined` where it does. That the link was
 * opened as often as it may be ends no opening of it.
 */
export function refusePage(
  link: LinkGrounds,
  opening: { until: number },
  now: number,
): Exclude<LinkState, "valid" | "used-up"> | "over" | undefined {
  const state = stateOfLink({ ...link, openings: 0 }, now);
  if (state === "withdrawn" || state === "expired" || state === "closed") return state;
  return now < opening.until ? undefined : "over";
}

/** How often a link may still be opened. */
export function openingsLeft({ most, openings }: Pick<LinkGrounds, "most" | "openings">): number {
  return Math.max(0, most - openings);
}
