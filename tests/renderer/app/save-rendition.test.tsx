import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { NamePractice } from "#shared/archive/document-name.ts";
import { vi as words } from "#shared/text/vi.ts";
import { SaveRendition } from "#renderer/app/save-rendition.tsx";
import { useSession } from "#renderer/app/session.tsx";
import { answeringDesk, renderScreen, sampleSession } from "#tests/helpers/screen.tsx";
import { sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";

afterEach(() => vi.unstubAllGlobals());

/** Says when the session has come that the test waits for. */
function Practice() {
  return <p>{useSession().renditionNames}</p>;
}

async function show(practice: NamePractice, renditionDigest: string) {
  const work = await openWork();
  await work.db.fonds.insert(sampleFonds("fonds-1", { code: "H05.02" }));
  const saved: { name: string; text: string }[] = [];
  const blobs = new Map<string, Blob>();
  vi.stubGlobal("fetch", (address: string) => Promise.resolve(new Response(`bytes of ${address}`)));
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    blobs.set(`blob:${blobs.size}`, blob as Blob);
    return `blob:${blobs.size - 1}`;
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
    const { download, href } = this;
    void blobs
      .get(href)
      ?.text()
      .then((text) => saved.push({ name: download, text }));
  });
  const { desk, say } = answeringDesk({
    "session.read": () => ({ ...sampleSession(work), renditionNames: practice }),
  });
  const file = sampleFile("file-1", { fondsId: "fonds-1", code: "H05.02.2008.01", inventory: "1" });
  const item = { ...sampleItem("item-1", { ordinal: 3 }), renditionDigest };
  renderScreen(
    <>
      <Practice />
      <SaveRendition item={item} file={file} reason="Chưa có PDF/A" />
    </>,
    { work, desk },
  );
  say("session.changed", {});
  await screen.findByText(practice);
  return { saved, desk, button: await screen.findByRole("button", { name: words.rendition.save }) };
}

it.each([
  ["plain", "H05.02.2008.01.0000003.pdf"],
  ["folders", "H05.02.2008.01.0000003.pdf"],
  ["dashes", "H05.02-01-H05.02.2008.01-0000003.pdf"],
] as const)("names the file as the machine's practice %s does", async (practice, name) => {
  const digest = "c".repeat(64);
  const { saved, desk, button } = await show(practice, digest);
  await waitFor(async () => {
    await userEvent.click(button);
    expect(saved.at(-1)).toEqual({ name, text: `bytes of ${desk.objectUrl(digest)}` });
  });
});

it("says why there is nothing to save", async () => {
  const { saved, button } = await show("plain", "");
  await userEvent.click(button);
  expect(button.getAttribute("aria-disabled") ?? button.getAttribute("data-disabled")).toBeTruthy();
  expect(saved).toEqual([]);
});
