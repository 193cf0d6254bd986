import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { PortalLink } from "#shared/contract/portal-links.ts";
import { linkStates } from "#shared/portal/share-link.ts";
import { vi as words } from "#shared/text/vi.ts";
import { LinksScreen } from "#renderer/portal/links-screen.tsx";
import { findBarriers } from "#tests/helpers/screen.tsx";
import { answerAs, showPortal } from "./portal-page.tsx";

const { links } = words.portal;
const at = "2025-05-20T08:00:00.000Z";
const all: PortalLink[] = linkStates.map((state, place) => ({
  ...{ id: `link-${place}`, itemId: "one", title: "Về việc giao đất", recipient: `Người ${state}` },
  ...{ reason: "Theo công văn", by: "Trần Văn Quản", at, until: at, most: 3, openings: place % 3 },
  ...{ openedAt: place % 3 === 0 ? "" : at, state },
  withdrawnAt: state === "withdrawn" ? at : "",
  withdrawnBy: state === "withdrawn" ? "Sếp" : "",
  withdrawnWhy: state === "withdrawn" ? "Gửi nhầm" : "",
}));

test("each link tells how it stands, and is withdrawn with a reason while that ends anything", async () => {
  const asked = answerAs(({ method }) => (method === "GET" ? { body: { links: all } } : {}));
  showPortal(<LinksScreen />);
  const rows = await screen.findAllByRole("article");
  for (const [place, state] of linkStates.entries()) {
    const row = within(rows[place] as HTMLElement);
    row.getByText(links.states[state]);
    row.getByText(links.list.openings(String(place % 3), "3"));
    const isOpen = state !== "withdrawn" && state !== "expired";
    expect([state, row.queryByText(links.list.withdraw) !== null]).toEqual([state, isOpen]);
    expect(row.queryByText(links.list.by("Trần Văn Quản"))).toBeNull();
  }
  expect(await findBarriers()).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: links.list.withdrawOf("Người valid") }));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.change(dialog.getByLabelText(new RegExp(links.list.why)), {
    target: { value: "Gửi nhầm người" },
  });
  fireEvent.click(dialog.getByRole("button", { name: links.list.confirm }));
  await expect
    .poll(() => asked.map(({ method, address }) => `${method} ${address}`))
    .toEqual(["GET /portal/links", "POST /portal/links/link-0/withdrawn", "GET /portal/links"]);
  expect(asked[1]?.body).toEqual({ reason: "Gửi nhầm người" });
});

test("an administrator is told who made each", async () => {
  answerAs(() => ({ body: { links: all.slice(0, 1) } }));
  showPortal(<LinksScreen />, "portal-administrator");
  await screen.findByText(links.list.by("Trần Văn Quản"));
  screen.getByText(links.all);
});

test("where there are none it says how one is made", async () => {
  answerAs(() => ({ body: { links: [] } }));
  showPortal(<LinksScreen />);
  await screen.findByText(links.noneOwn);
});
