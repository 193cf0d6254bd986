/*
 * Stands in for the `electron` module, so that the built main and preload scripts can be run where Electron's
 * runtime is not installed. A window is a Chromium window; the `app` scheme is served over loopback; the preload
 * script runs before the page, with calls carried by the browser's debugging protocol. It cannot prove what only
 * the runtime has: the sandbox, structured clone, custom schemes, fuses, dialogs, the updater.
 */
import { fork } from "node:child_process";
import { EventEmitter } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { BrowserContext, Page } from "playwright-core";
import { launchWithProfile } from "#tests/helpers/browser.ts";

type Handler = (event: unknown, ...parameters: unknown[]) => unknown;

const calls = new Map<string, Handler>();
const schemes = new Map<string, (request: Request) => Promise<Response>>();
const privileged = new Set<string>();
const windows: BrowserWindow[] = [];

class App extends EventEmitter {
  requestSingleInstanceLock = () => true;
  whenReady = () => Promise.resolve();
  quit() {
    const event = { defaultPrevented: false, preventDefault: () => (event.defaultPrevented = true) };
    this.emit("will-quit", event);
    if (!event.defaultPrevented) this.exit(0);
  }
  exit(code = 0) {
    void Promise.all(windows.map((window) => window.close())).finally(() => process.exit(code));
  }
}

export const app = new App();
process.once("SIGTERM", () => app.quit());

export const ipcMain = {
  handle(channel: string, handler: Handler) {
    calls.set(channel, handler);
  },
};

export const protocol = {
  registerSchemesAsPrivileged(
    list: { scheme: string; privileges: { standard?: boolean; secure?: boolean } }[],
  ) {
    for (const { scheme, privileges } of list)
      if (privileges.standard && privileges.secure) privileged.add(scheme);
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>) {
    if (!privileged.has(scheme)) throw new Error(`${scheme} is not a standard, secure scheme`);
    schemes.set(scheme, handler);
  },
};

let permissions: ((contents: unknown, name: string, decide: (yes: boolean) => void) => void) | undefined;

export const session = {
  defaultSession: {
    setPermissionRequestHandler(handler: typeof permissions) {
      permissions = handler;
    },
    setPermissionCheckHandler: () => undefined,
  },
};

/** A keyring that turns every byte over: enough to see that what is kept is not the text itself. */
export const safeStorage = {
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  getSelectedStorageBackend: () => "gnome_libsecret",
  encryptStringAsync: (text: string) =>
    Promise.resolve(Buffer.from(Buffer.from(text).map((byte) => byte ^ 0xff))),
  decryptStringAsync: (sealed: Buffer) =>
    Promise.resolve({
      result: Buffer.from(sealed.map((byte) => byte ^ 0xff)).toString(),
      shouldReEncrypt: false,
    }),
};

export const utilityProcess = {
  fork: (entry: string, parameters: string[], options: { env: NodeJS.ProcessEnv }) =>
    fork(entry, parameters, { env: options.env, stdio: "inherit" }),
};

class Contents extends EventEmitter {
  page: Page | undefined;
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.openHandler = handler;
  }
  send(channel: string, ...parameters: unknown[]) {
    void this.page
      ?.evaluate((message) => window.dispatchEvent(new CustomEvent("stand-in", { detail: message })), {
        channel,
        parameters,
      })
      .catch(() => undefined);
  }
}

type Preferences = { preload: string; sandbox: boolean; contextIsolation: boolean; nodeIntegration: boolean };

export class BrowserWindow {
  static getAllWindows = () => windows;
  webContents = new Contents();
  #preload: string;
  #context: BrowserContext | undefined;

  constructor(options: { webPreferences: Preferences }) {
    const { sandbox, contextIsolation, nodeIntegration, preload } = options.webPreferences;
    if (!sandbox || !contextIsolation || nodeIntegration) throw new Error("the window is not sealed");
    if (!permissions) throw new Error("permission requests are not decided");
    this.#preload = preload;
    windows.push(this);
  }

  async loadURL(address: string): Promise<void> {
    if (!this.webContents.openHandler) throw new Error("new windows are not refused");
    const url = new URL(address);
    const handler = schemes.get(url.protocol.slice(0, -1));
    if (!handler) throw new Error(`nothing serves ${address}`);
    const origin = await serve(handler, url.origin === "null" ? `${url.protocol}//${url.host}` : url.origin);
    const profile = process.env["STAND_IN_PROFILE"] ?? mkdtempSync(join(tmpdir(), "mucluc-window-"));
    this.#context = await launchWithProfile(profile, ["--remote-debugging-port=0"]);
    const page = this.#context.pages()[0] ?? (await this.#context.newPage());
    this.webContents.page = page;
    const event = { senderFrame: { url: address, parent: null } };
    await page.exposeFunction("standInInvoke", (channel: string, parameters: unknown[]) =>
      calls.get(channel)?.(event, ...parameters),
    );
    await page.addInitScript(`(() => {
      const contextBridge = { exposeInMainWorld: (name, value) => Object.defineProperty(window, name, { value: Object.freeze(value) }) };
      const heard = new Map();
      const ipcRenderer = {
        invoke: (channel, ...parameters) => window.standInInvoke(channel, parameters),
        on: (channel, listener) => {
          const hear = (event) => event.detail.channel === channel && listener({}, ...event.detail.parameters);
          heard.set(listener, hear);
          window.addEventListener("stand-in", hear);
        },
        off: (_channel, listener) => window.removeEventListener("stand-in", heard.get(listener)),
      };
      const require = (name) => { if (name !== "electron") throw new Error("the preload may require electron alone, not " + name); return { contextBridge, ipcRenderer }; };
      const module = { exports: {} };
      ((require, module, exports) => { ${readFileSync(this.#preload, "utf8")} })(require, module, module.exports);
    })()`);
    await page.goto(origin);
    const port = readFileSync(join(profile, "DevToolsActivePort"), "utf8").split("\n")[0] ?? "";
    process.stdout.write(`${JSON.stringify({ window: `http://127.0.0.1:${port}`, page: origin })}\n`);
  }

  focus(): void {
    void this.webContents.page?.bringToFront();
  }

  async close(): Promise<void> {
    await this.#context?.close().catch(() => undefined);
  }
}

/** Serves a scheme's handler over loopback: the stand-in browser knows no scheme of ours. */
function serve(handler: (request: Request) => Promise<Response>, origin: string): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? "/", `${origin}/`);
    const headers = new Headers();
    if (incoming.headers.range) headers.set("range", incoming.headers.range);
    const hasBody = incoming.method === "POST";
    const init = { method: incoming.method, headers, ...(hasBody ? { body: incoming, duplex: "half" } : {}) };
    void handler(new Request(url, init as unknown as RequestInit)).then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      if (response.body)
        for await (const chunk of Readable.fromWeb(response.body as never)) outgoing.write(chunk);
      outgoing.end();
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`);
    });
  });
}
