import { join } from "node:path";
import {
  app,
  BrowserWindow,
  ipcMain,
  type IpcMainInvokeEvent,
  protocol,
  safeStorage,
  utilityProcess,
} from "electron";
import { callChannel, eventChannel } from "#shared/contract/channels.ts";
import { answer } from "#electron/answer.ts";
import { lockDesk } from "#electron/desk-lock.ts";
import type { Desk } from "#electron/opened-desk.ts";
import { dataFolder, machineFolder } from "#electron/host/folders.ts";
import { ownPlaces } from "#electron/host/places.ts";
import { openLastingDesk } from "#electron/keeping/lasting-desk.ts";
import { respond } from "#electron/host/respond.ts";
import { listeningAddress, practiceEnvironment, type StartPractice } from "#electron/practice-province.ts";
import type { Vault } from "#electron/secrets/secrets.ts";
import { openWindow, pageAddress } from "#electron/window.ts";

const places = ownPlaces(import.meta.url, app.isPackaged ? process.resourcesPath : undefined);
const preload = join(import.meta.dirname, "..", "preload", "preload.cjs");

protocol.registerSchemesAsPrivileged([
  { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);

const folder = dataFolder(process.env, process.platform);
if (app.requestSingleInstanceLock()) await run();
else app.quit();

async function run(): Promise<void> {
  const lock = lockDesk(folder);
  if (!lock) {
    app.exit(1);
    return;
  }
  await app.whenReady();
  const desk = await openLastingDesk({
    folder,
    machineFolder: machineFolder(process.env, process.platform),
    resources: places.resources,
    host: "electron",
    startPractice: process.env["MUCLUC_PRACTICE"] === "0" ? undefined : forkUtility(places.province),
    vault: await systemVault(),
    report: (error) =>
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  });
  serve(desk);
  openWindow(preload);
  app.on("second-instance", () => BrowserWindow.getAllWindows()[0]?.focus());
  app.on("activate", () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(preload);
  });
  app.on("window-all-closed", () => app.quit());
  app.once("will-quit", (event) => {
    event.preventDefault();
    void desk.close().finally(() => {
      lock.release();
      app.exit();
    });
  });
}

function serve(desk: Desk): void {
  const page = {
    screen: places.screen,
    objects: desk.objects,
    provinceObject: (digest: string) => desk.provinceObject(digest),
    locked: () => desk.locked(),
  };
  protocol.handle("app", (request) => respond(page, request));
  ipcMain.handle(callChannel, (event: IpcMainInvokeEvent, name: unknown, input: unknown) => {
    if (!isOwnPage(event)) throw new Error("a call from another page");
    return answer(desk.handlers, String(name), input, desk.report);
  });
  desk.onEvent((name, value) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, name, value);
  });
}

/** The system's keeping of secrets; none where Linux has no keyring, for its "basic text" hides nothing. */
async function systemVault(): Promise<Vault | undefined> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return undefined;
  if (process.platform === "linux" && safeStorage.getSelectedStorageBackend() === "basic_text")
    return undefined;
  return {
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    decrypt: async (sealed) => (await safeStorage.decryptStringAsync(sealed)).result,
  };
}

/** True for the main frame of our page alone. */
function isOwnPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url.startsWith(pageAddress);
}

function forkUtility(entry: string): StartPractice {
  return (options) =>
    new Promise((resolve, reject) => {
      const child = utilityProcess.fork(entry, [], {
        env: { ...process.env, ...practiceEnvironment(options) },
        serviceName: "practice-province",
      });
      const ended = new Promise<void>((end) => child.once("exit", () => end()));
      child.once("exit", () => reject(new Error("the practice province ended")));
      child.on("message", (message: unknown) => {
        const address = listeningAddress(message);
        if (!address) return;
        resolve({
          address,
          stop: async () => {
            child.kill();
            await ended;
          },
        });
      });
    });
}
