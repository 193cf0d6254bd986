import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi as spies } from "vitest";
import { DeskFault } from "#shared/contract/fault.ts";
import { vi } from "#shared/text/vi.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";

const bundle = {
  name: "mucluc-chan-doan-2026-11-29-0900.zip",
  files: [
    { name: "machine.json", text: '{ "app": "1.2.3" }\n' },
    { name: "errors.jsonl", text: "" },
  ],
  zip: btoa("PK the very bytes"),
};

test("from a fault of the program the bundle is looked at file by file, and saved as it was shown", async () => {
  const saved: Blob[] = [];
  const names: string[] = [];
  spies.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    saved.push(blob as Blob);
    return "blob:saved";
  });
  spies.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  const { desk } = answeringDesk({ "diagnosis.read": () => bundle });
  renderScreen(<FaultView error={new DeskFault("internal")} />, { desk });
  await userEvent.click(screen.getByRole("button", { name: vi.diagnosis.ask }));
  await userEvent.click(await screen.findByRole("button", { name: /machine\.json/ }));
  await screen.findByText('{ "app": "1.2.3" }');
  screen.getByText(vi.diagnosis.files["errors.jsonl"] ?? "");
  screen.getByText(vi.diagnosis.none);
  expect(await findBarriers()).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: vi.diagnosis.save }));
  await waitFor(() => expect(names).toEqual([bundle.name]));
  expect(await saved[0]?.text()).toBe("PK the very bytes");
  await screen.findByText(vi.diagnosis.saved(bundle.name));
});

test("a fault that a person can mend offers no bundle", () => {
  const { desk } = answeringDesk({});
  renderScreen(<FaultView error={new DeskFault("passphrase-wrong")} />, { desk });
  expect(screen.queryByRole("button", { name: vi.diagnosis.ask })).toBeNull();
});
