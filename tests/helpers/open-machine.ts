import { onTestFinished } from "vitest";
import type { Role } from "#shared/archive/role.ts";
import { vi } from "#shared/text/vi.ts";
import { answerFirstRun, goTo, openApp } from "./opened-app.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A machine of its own, of a person of this role, that goes to the province of this address by its token. */
export async function openMachine(
  who: { token: string; role: Role },
  name: string,
  unit: string,
  address: string,
) {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  app.page.setDefaultTimeout(60_000);
  await answerFirstRun(app.page, { name, role: who.role, unit });
  await goTo(app.page, "/settings");
  await app.page.getByLabel(vi.settings.address).fill(address);
  await app.page.getByLabel(vi.settings.token).fill(who.token);
  await app.page.getByRole("button", { name: vi.settings.connect, exact: true }).click();
  await app.page.getByText(vi.settings.provinceKinds.real, { exact: true }).waitFor();
  return app;
}
