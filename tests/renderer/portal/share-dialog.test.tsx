import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { vi as words } from "#shared/text/vi.ts";
import { linkAddress, readLinkSecret } from "#renderer/portal/link-address.ts";
import { ShareDialog } from "#renderer/portal/share-dialog.tsx";
import { findBarriers } from "#tests/helpers/screen.tsx";
import { answerAs, showPortal } from "./portal-page.tsx";

const { dialog, given } = words.portal.links;
const secret = "s".repeat(43);

test("a link is made of what was typed, and its address is shown with the secret behind the #", async () => {
  const asked = answerAs(() => ({ body: { id: "link-1", secret, until: "2025-05-21T08:00:00.000Z" } }));
  let closed = 0;
  showPortal(<ShareDialog itemId="a/b" onClose={() => (closed += 1)} />);
  const type = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(new RegExp(label)), { target: { value } });
  type(dialog.recipient, "  Bà Trần Thị Bảy ");
  type(dialog.reason, "Theo công văn số 12");
  fireEvent.change(screen.getByLabelText(dialog.hours), { target: { value: "168" } });
  type(dialog.openings, "5");
  expect(await findBarriers()).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: dialog.make }));
  const address = await screen.findByLabelText<HTMLTextAreaElement>(given.address);
  expect(asked).toMatchObject([
    {
      ...{ method: "POST", address: "/portal/items/a%2Fb/links" },
      body: { recipient: "Bà Trần Thị Bảy", reason: "Theo công văn số 12", hours: 168, openings: 5 },
    },
  ]);
  expect(new URL(address.value)).toMatchObject({ pathname: "/tra-cuu/xem", search: "", hash: `#${secret}` });
  screen.getByText(given.hint("Bà Trần Thị Bảy"));
  expect(await findBarriers()).toEqual([]);
  // It is shown this once: a key pressed by mistake does not take it away.
  fireEvent.keyDown(address, { key: "Escape" });
  expect(closed).toBe(0);
  fireEvent.click(screen.getByRole("button", { name: given.done }));
  expect(closed).toBe(1);
});

test("what the province refuses is told, and what was typed stays", async () => {
  answerAs(() => ({ status: 409, body: { code: "not-shareable" } }));
  showPortal(<ShareDialog itemId="one" onClose={() => undefined} />);
  const recipient = screen.getByLabelText<HTMLInputElement>(new RegExp(dialog.recipient));
  fireEvent.change(recipient, { target: { value: "Bà Bảy" } });
  fireEvent.change(screen.getByLabelText(new RegExp(dialog.reason)), { target: { value: "Theo công văn" } });
  fireEvent.click(screen.getByRole("button", { name: dialog.make }));
  await waitFor(() => screen.getByText(words.portal.faults["not-shareable"]));
  expect(recipient.value).toBe("Bà Bảy");
});

test("the secret of an address is what stands behind its #", () => {
  const { hash } = new URL(linkAddress(secret, "https://luutru.example.vn"));
  expect(readLinkSecret(hash)).toBe(secret);
  expect(readLinkSecret("")).toBe("");
});
