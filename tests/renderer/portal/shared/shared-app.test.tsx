import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { en } from "#shared/text/en.ts";
import { vi as words } from "#shared/text/vi.ts";
import { SharedApp } from "#renderer/portal/shared/shared-app.tsx";
import { findBarriers } from "#tests/helpers/screen.tsx";
import { answerAs, type Asked, showAll } from "#tests/renderer/portal/portal-page.tsx";

const { shared } = words.portal.links;
const secret = "s".repeat(43);
const look = {
  by: "Trần Văn Quản",
  office: "Sở Nội vụ",
  recipient: "Bà Bảy",
  until: "2025-05-21T08:00:00.000Z",
};
const opened = {
  ...{ ...look, left: 2, token: "t".repeat(43), ends: "2025-05-20T08:30:00.000Z" },
  ...{ title: "Về việc giao đất", notation: "64/QĐ-UB", date: "1995-03-02", issuer: "UBND huyện", pages: 2 },
};
const shut = { status: 404, body: { code: "link-shut" } };

beforeEach(() => {
  window.sessionStorage.clear();
  window.localStorage.clear();
  window.history.replaceState(null, "", `/tra-cuu/xem#${secret}`);
  // Every page is in sight at once: nothing is laid out here.
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      readonly #tell: (entries: { isIntersecting: boolean }[]) => void;
      constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
        this.#tell = tell;
      }
      observe() {
        this.#tell([{ isIntersecting: true }]);
      }
      disconnect() {
        return undefined;
      }
    },
  );
});

const addressesOf = (asked: readonly Asked[]) => asked.map(({ address }) => address);

test("the link tells who shares what it does, and opens with a press alone; its secret goes in the body", async () => {
  const asked = answerAs(({ address }) =>
    address.endsWith("/opened")
      ? { body: opened }
      : address.endsWith("/shared")
        ? { body: { ...look, left: 3 } }
        : { body: new Blob(["x"], { type: "image/jpeg" }) },
  );
  showAll(<SharedApp />);
  await screen.findByText(shared.openHint);
  for (const told of ["Trần Văn Quản · Sở Nội vụ", "Bà Bảy", "3"]) screen.getByText(told);
  expect(addressesOf(asked)).toEqual(["/portal/shared"]);
  expect(await findBarriers()).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: shared.open }));
  await screen.findByRole("img", { name: shared.page(1, 2) });
  await screen.findByRole("img", { name: shared.page(2, 2) });
  screen.getByRole("heading", { name: "Về việc giao đất" });
  expect(await findBarriers()).toEqual([]);
  const pages = asked.filter(({ address }) => address.includes("/pages/"));
  expect(pages.map(({ headers }) => headers.get("x-mucluc-opening"))).toEqual([opened.token, opened.token]);
  const addresses = addressesOf(asked).join(" ");
  expect([addresses.includes(secret), addresses.includes(opened.token)]).toEqual([false, false]);
});

test("what was opened in this tab goes on after it is loaded anew, and not by another link", async () => {
  const asked = answerAs(({ address }) =>
    address.endsWith("/opened")
      ? { body: opened }
      : address.endsWith("/shared")
        ? { body: { ...look, left: 3 } }
        : {},
  );
  const first = showAll(<SharedApp />);
  fireEvent.click(await screen.findByRole("button", { name: shared.open }));
  await screen.findByText(/64\/QĐ-UB/);
  first.unmount();
  const again = showAll(<SharedApp />);
  await screen.findByText(/64\/QĐ-UB/);
  expect(addressesOf(asked).filter((address) => address.endsWith("/opened"))).toHaveLength(1);
  again.unmount();
  window.history.replaceState(null, "", "/tra-cuu/xem#other");
  showAll(<SharedApp />);
  await screen.findByText(shared.openHint);
});

test("where the opening has ended its pages are gone, and it can be opened anew where there is one left", async () => {
  answerAs(({ address }) =>
    address.endsWith("/opened")
      ? { body: opened }
      : address.endsWith("/shared")
        ? { body: { ...look, left: 1 } }
        : shut,
  );
  showAll(<SharedApp />);
  fireEvent.click(await screen.findByRole("button", { name: shared.open }));
  await screen.findByText(shared.over);
  screen.getByRole("button", { name: shared.open });
  expect(screen.queryByText(/64\/QĐ-UB/)).toBeNull();
  expect(window.sessionStorage).toHaveLength(0);
});

test("a link that does not open says what may be wrong and whom to ask; one without a secret asks nobody", async () => {
  const asked = answerAs(() => shut);
  const first = showAll(<SharedApp />);
  await screen.findByText(shared.shut);
  fireEvent.click(screen.getByRole("button", { name: "English" }));
  screen.getByText(en.portal.links.shared.shut);
  expect(document.documentElement.lang).toBe("en");
  expect(await findBarriers()).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Tiếng Việt" }));
  first.unmount();
  const before = asked.length;
  window.history.replaceState(null, "", "/tra-cuu/xem");
  showAll(<SharedApp />);
  screen.getByText(shared.shut);
  expect(asked).toHaveLength(before);
});

test("a server that fails or asks to wait is told as such, and asked again", async () => {
  let code = "too-many-requests";
  answerAs(() => (code === "" ? { body: { ...look, left: 3 } } : { status: 429, body: { code } }));
  showAll(<SharedApp />);
  await screen.findByText(shared.slow);
  code = "";
  fireEvent.click(screen.getByRole("button", { name: shared.retry }));
  await screen.findByText(shared.openHint);
});
