import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { addRecords } from "#renderer/db/work.ts";
import { ItemForm } from "#renderer/features/inventory/item-form.tsx";
import { fieldId } from "#renderer/ui/use-draft.ts";
import { answeringDesk, renderScreen } from "#tests/helpers/screen.tsx";
import { sampleFile, sampleTerm } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";

async function openForm() {
  const work = await openWork();
  const file = sampleFile("file-1");
  await addRecords(work, "files", [file]);
  await addRecords(work, "terms", [sampleTerm("own", { label: "Hợp tác xã Lộc Sơn" })]);
  const { desk } = answeringDesk({
    "terms.known": () => [
      { list: "issuer", label: "HTX nông nghiệp 1", into: "Hợp tác xã Nông nghiệp Một" },
      { list: "issuer", label: "Hợp tác xã Nông nghiệp Một", into: "" },
    ],
  });
  renderScreen(<ItemForm file={file} onSaved={() => undefined} onCancel={() => undefined} />, { work, desk });
  return { work, user: userEvent.setup({ delay: null }) };
}

const issuer = () =>
  waitFor(() => {
    const field = document.getElementById(fieldId("issuer"));
    if (!(field instanceof HTMLInputElement)) throw new Error("no field of the issuer");
    return field;
  });

test("a unit's own word is offered without accents, marked as waiting; the province's is not marked", async () => {
  const { user } = await openForm();
  await user.type(await issuer(), "hop tac xa");
  const own = await screen.findByRole("option", {
    name: new RegExp(`Hợp tác xã Lộc Sơn.*${vi.terms.waits}`),
  });
  expect(own).toBeDefined();
  expect(await screen.findByRole("option", { name: "Hợp tác xã Nông nghiệp Một" })).toBeDefined();
});

test("a word that was merged brings the label it stands for, and is changed only when that is chosen", async () => {
  const { user } = await openForm();
  const field = await issuer();
  await user.type(field, "htx nong nghiep 1");
  await screen.findByRole("option", { name: "Hợp tác xã Nông nghiệp Một" });
  expect(field.value).toBe("htx nong nghiep 1");
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(field.value).toBe("Hợp tác xã Nông nghiệp Một"));
});
