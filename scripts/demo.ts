import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, isBuilt } from "./build.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { walkJourney } from "#tests/helpers/walk-journey.ts";

const root = join(import.meta.dirname, "..");
const pictures = join(root, "out", "demo");
const say = (line: string) => console.log(line);

if (!isBuilt(root)) build(root);
mkdirSync(pictures, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "mucluc-demo-"));
const app = await openApp(folder);
try {
  const { page } = app;
  await page.screenshot({ path: join(pictures, "0-first-run.png") });
  await answerFirstRun(page, { name: "Nguyễn Thị Mẫu", role: "district-checker", unit: "tuy phuoc" });
  say("Người dùng và đơn vị đã khai báo.");
  await walkJourney(page, say, pictures);
  const viewer = page.getByRole("dialog");
  await viewer.locator("canvas").first().waitFor();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(pictures, "9-pdf.png") });
  await page.keyboard.press("Escape");
  await viewer.waitFor({ state: "hidden" });
  const places = [
    "/",
    "/inventory",
    "/batches",
    "/capture",
    "/check",
    "/search/quyet dinh tuy phuoc",
    "/settings",
  ];
  for (const [at, path] of places.entries()) {
    await goTo(page, path);
    await page.waitForTimeout(800);
    const name = path.split("/")[1] ?? "";
    await page.screenshot({ path: join(pictures, `${10 + at}-${name === "" ? "home" : name}.png`) });
  }
  say(`Ảnh chụp màn hình: out/demo (${8 + 2 + places.length} ảnh).`);
  if (app.errors.length > 0) throw new Error(`the page wrote errors:\n${app.errors.join("\n")}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await app.page.screenshot({ path: join(pictures, "failed.png"), fullPage: true }).catch(() => undefined);
  process.exitCode = 1;
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
