import fc from "fast-check";
import { Check } from "typebox/value";
import { expect, test } from "vitest";
import {
  type LinkGrounds,
  linkUntil,
  mostOpenings,
  newLinkSchema,
  openingLasts,
  openingsLeft,
  openingUntil,
  refusePage,
  stateOfLink,
} from "#shared/portal/share-link.ts";

const now = Date.parse("2025-05-20T08:00:00Z");
const link: LinkGrounds = { until: now + 1000, most: 3, openings: 2, withdrawn: false, readable: true };

test("a link opens until its moment, as often as it may, while its document may be read and nobody withdrew it", () => {
  expect(stateOfLink(link, now)).toBe("valid");
  expect(stateOfLink(link, link.until - 1)).toBe("valid");
  expect(stateOfLink(link, link.until)).toBe("expired");
  expect(stateOfLink({ ...link, openings: 3 }, now)).toBe("used-up");
  expect(stateOfLink({ ...link, openings: 4 }, now)).toBe("used-up");
  expect(stateOfLink({ ...link, readable: false }, now)).toBe("closed");
  expect(stateOfLink({ ...link, withdrawn: true, openings: 3, readable: false }, link.until)).toBe(
    "withdrawn",
  );
  expect(openingsLeft(link)).toBe(1);
  expect(openingsLeft({ most: 1, openings: 2 })).toBe(0);
});

test("an opening shows pages for half an hour, never beyond its link, and goes on where the link is used up", () => {
  expect(openingUntil({ until: now + 10 * openingLasts }, now)).toBe(now + 30 * 60_000);
  expect(openingUntil(link, now)).toBe(link.until);
  const long = { ...link, until: linkUntil(24, now), openings: 3 };
  const opening = { until: openingUntil(long, now) };
  expect(refusePage(long, opening, now)).toBeUndefined();
  expect(refusePage(long, opening, opening.until - 1)).toBeUndefined();
  expect(refusePage(long, opening, opening.until)).toBe("over");
  expect(refusePage({ ...long, withdrawn: true }, opening, now)).toBe("withdrawn");
  expect(refusePage({ ...long, readable: false }, opening, now)).toBe("closed");
  expect(refusePage({ ...long, until: now }, opening, now)).toBe("expired");
});

test("whatever stands against a link, it shows nothing", () => {
  const grounds = fc.record({
    until: fc.integer({ min: now - 5, max: now + 5 }),
    most: fc.integer({ min: 1, max: mostOpenings }),
    openings: fc.integer({ min: 0, max: mostOpenings }),
    withdrawn: fc.boolean(),
    readable: fc.boolean(),
  });
  fc.assert(
    fc.property(grounds, fc.integer({ min: now - 5, max: now + 5 }), (one, ends) => {
      const mayShow = !one.withdrawn && one.readable && now < one.until;
      expect(stateOfLink(one, now) === "valid").toBe(mayShow && one.openings < one.most);
      expect(refusePage(one, { until: ends }, now) === undefined).toBe(mayShow && now < ends);
    }),
  );
});

test("a link is made for somebody named, with a reason, within its bounds", () => {
  const wanted = { recipient: "Bà Trần Thị Bảy", reason: "Theo công văn số 12", hours: 24, openings: 5 };
  expect(Check(newLinkSchema, wanted)).toBe(true);
  for (const fault of [
    ...[{ recipient: "" }, { recipient: "   " }, { recipient: "Bảy\nTám" }, { recipient: "Bảy\u0007" }],
    ...[
      { recipient: "B".repeat(101) },
      { reason: "vì" },
      { reason: "          " },
      { reason: "x".repeat(501) },
    ],
    ...[{ hours: 0 }, { hours: 721 }, { hours: 1.5 }, { openings: 0 }, { openings: 51 }, { openings: 1.5 }],
  ])
    expect(Check(newLinkSchema, { ...wanted, ...fault }), JSON.stringify(fault)).toBe(false);
  expect(Check(newLinkSchema, { ...wanted, hours: 720, openings: 50, recipient: "B".repeat(100) })).toBe(
    true,
  );
});
