import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { RefusedRecords } from "#renderer/app/refused-records.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const person = { name: "Lê Thị Kiểm", role: "district-checker", scope: "52.550" } as const;

test("each record that the province does not take is named with its reason, a strange reason by its detail", async () => {
  const { desk } = answeringDesk({
    "sync.refused": () => [
      {
        collection: "files",
        id: "file-1",
        label: "H05.1 – Hồ sơ họp",
        code: "province-fails",
        detail: "500",
        at: "2025-06-01T08:00:00.000Z",
        retryAt: "2025-06-01T08:01:00.000Z",
      },
      {
        collection: "items",
        id: "item-1",
        label: "Về việc họp",
        code: "of-later-version",
        detail: "số trang quá lớn",
        at: "",
        retryAt: "",
      },
    ],
  });
  renderScreen(<RefusedRecords count={25} />, { work: await openWork(person), desk });
  await screen.findByText(/H05\.1 – Hồ sơ họp/);
  screen.getByText(vi.refused.codes["province-fails"]);
  screen.getByText("số trang quá lớn");
  screen.getByText(vi.refused.more("5"));
  expect(await findBarriers()).toEqual([]);
});
