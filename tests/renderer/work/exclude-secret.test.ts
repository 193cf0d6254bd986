import { expect, it } from "vitest";
import { recordExclusion, takeBackExclusion } from "#renderer/work/exclude-secret.ts";
import { openWork } from "#tests/helpers/work.ts";

const met = {
  fondsId: "fonds-1",
  mark: "Tối mật",
  metAt: "Biểu mẫu hồ sơ",
  inventory: "01",
  box: "12",
  file: "H05.01.0009",
  leaves: "",
};

it("records who kept what class out and where the paper is, and keeps a slip with its reason", async () => {
  const work = await openWork();
  const { id } = await recordExclusion(work, "52.550.21952", met);
  const held = async () => (await work.db.exclusions.findOne(id).exec())?.toJSON();
  expect(await held()).toMatchObject({
    scope: "52.550.21952",
    class: "toi-mat",
    place: "mục lục 01, hộp 12, hồ sơ H05.01.0009",
    decidedBy: work.profile.name,
    withdrawn: "",
  });
  expect(work.saving.state().pending).toBe(1);
  await takeBackExclusion(work, id, "gõ nhầm");
  expect(await held()).toMatchObject({ class: "toi-mat", withdrawn: "gõ nhầm" });
});
