import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { wayBack } from "#province/portal/oidc/provider-place.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { clientId, clientSecret, startOidcServer } from "#tests/helpers/oidc-server.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";
import { letIn } from "./portal-store.ts";

const words = vi.portal;
const own = "mười con gà trống";

/** A port that was free a moment ago: the provider is told the portal's address before the province starts. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

it("an administrator notes the account of a person, who signs in with it; what goes wrong is told at the door", async () => {
  const folder = temporaryFolder();
  const passphrase = letIn(folder, "quan.tv", "portal-administrator");
  letIn(folder, "lan.nt", "archivist");
  const port = await freePort();
  const portal = `http://127.0.0.1:${port}`;
  const server = await startOidcServer([`${portal}${wayBack}`], {
    lan: { email: "lan.nt@binhdinh.vn", email_verified: true },
    la: { email: "nguoi.la@binhdinh.vn", email_verified: true },
  });
  let isUp = true;
  const stopServer = async () => {
    if (isUp) await server.stop();
    isUp = false;
  };
  onTestFinished(stopServer);
  const province = await startProvince(folder, [], String(port), {
    ...{ MUCLUC_PROVINCE_PRACTICE: "", MUCLUC_PROVINCE_ADDRESS: portal, MUCLUC_OIDC_ISSUER: server.issuer },
    ...{ MUCLUC_OIDC_CLIENT_ID: clientId, MUCLUC_OIDC_CLIENT_SECRET: clientSecret },
  });
  onTestFinished(() => province.stop());
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 840 } });
  page.setDefaultTimeout(60_000);
  await page.goto(portal);
  await page.getByRole("button", { name: words.provider.button }).waitFor();
  await look(page, "portal-provider-enter");
  await signInAs(page, "la");
  await page.getByText(words.faults["oidc-unknown"]).waitFor();
  expect(new URL(page.url()).hash, "told once").toBe("#/");
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, "portal-provider-fault-phone");
  await showAs(page, { language: "en", scale: 100, dark: true });
  await page.getByRole("button", { name: /province's account/ }).waitFor();
  await look(page, "portal-provider-enter-dark");
  await showAs(page, { language: "vi", scale: 100, dark: false });
  await page.setViewportSize({ width: 1280, height: 840 });

  await page.getByLabel(words.enter.login).fill("quan.tv");
  await page.getByLabel(words.enter.passphrase).fill(passphrase);
  await page.getByRole("button", { name: words.enter.submit, exact: true }).click();
  await page.getByLabel(words.own.old).fill(passphrase);
  await page.getByLabel(words.own.next, { exact: true }).fill(own);
  await page.getByLabel(words.own.again).fill(own);
  await page.getByRole("button", { name: words.own.submit }).click();
  await page.getByRole("link", { name: words.admin.title }).click();
  await page.getByRole("link", { name: words.readers }).click();
  const section = page.getByRole("region", { name: words.provider.title });
  await section.getByRole("article").filter({ hasText: "lan.nt" }).getByRole("button").click();
  await page.getByRole("textbox", { name: words.provider.noted }).fill("lan.nt@binhdinh.vn");
  await page.getByLabel(words.provider.reason).fill("Theo danh sách của Sở Nội vụ");
  await look(page, "portal-provider-note");
  await page.getByRole("button", { name: words.provider.save }).click();
  await section.getByText(words.provider.waits).waitFor();
  await page.getByRole("button", { name: words.leave }).click();

  // Who came by a link that somebody sent them is where it leads once they are in.
  await page.goto(`${portal}/tra-cuu/?words=giao+dat#/`);
  await signInAs(page, "lan");
  // Nobody asks them for a passphrase of their own: they used none.
  await page.getByRole("button", { name: words.leave }).waitFor();
  expect(await page.getByLabel(words.find.words).inputValue()).toBe("giao dat");
  await page.getByRole("button", { name: words.leave }).click();

  await page.getByLabel(words.enter.login).fill("quan.tv");
  await page.getByLabel(words.enter.passphrase).fill(own);
  await page.getByRole("button", { name: words.enter.submit, exact: true }).click();
  await page.getByRole("link", { name: words.admin.title }).click();
  await page.getByRole("link", { name: words.readers }).click();
  await section.scrollIntoViewIfNeeded();
  await look(page, "portal-provider-people");
  await page.setViewportSize({ width: 390, height: 844 });
  await section.scrollIntoViewIfNeeded();
  await look(page, "portal-provider-people-phone");
  await page.setViewportSize({ width: 1280, height: 840 });
  await section.getByRole("button", { name: new RegExp(`^${words.provider.unbind}`) }).click();
  await page.getByLabel(words.provider.reason).fill("Tài khoản được lập lại");
  await page.getByRole("dialog").getByRole("button", { name: words.provider.unbind, exact: true }).click();
  await section.getByText(words.provider.waits).waitFor();
  await page.getByRole("button", { name: words.leave }).click();

  // A code is asked where somebody was let in who has a second factor; here nobody was.
  await page.goto(`${portal}/tra-cuu/#/enter/code`);
  await page.reload();
  await page.getByLabel(words.factor.code).fill("000000");
  await look(page, "portal-provider-code");
  await page.getByRole("button", { name: words.provider.confirm }).click();
  await page.getByText(words.faults["oidc-expired"]).waitFor();

  await stopServer();
  await page.getByRole("button", { name: words.provider.button }).click();
  await page.getByText(words.faults["oidc-away"]).waitFor();
  await page.getByLabel(words.enter.login).fill("quan.tv");
  await page.getByLabel(words.enter.passphrase).fill(own);
  await page.getByRole("button", { name: words.enter.submit, exact: true }).click();
  await page.getByRole("link", { name: words.admin.title }).waitFor();
});

/** Presses the button and does what a person does at the provider, which knows nobody of this browser any more. */
async function signInAs(page: Page, sub: string): Promise<void> {
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.context().addCookies(cookies.filter(({ name }) => name.startsWith("mucluc")));
  await page.getByRole("button", { name: words.provider.button }).click();
  await page.getByLabel("Tài khoản").fill(sub);
  await page.getByRole("button", { name: "Tiếp tục" }).click();
}
