import { BrowserWindow, session } from "electron";

/** The page's address: a scheme of our own is a stable origin, so its database stays where it is. */
export const pageAddress = "app://mucluc/";

/** Opens the app's window: sandboxed, isolated, without Node, and unable to leave its page. */
export function openWindow(preload: string): BrowserWindow {
  // Of all permissions the document camera's picture alone, without sound, for our own page.
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const types = "mediaTypes" in details ? (details.mediaTypes ?? []) : [];
    decide(
      permission === "media" && types.join() === "video" && details.requestingUrl.startsWith(pageAddress),
    );
  });
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin, details) =>
      permission === "media" &&
      details.mediaType === "video" &&
      `${origin.replace(/\/$/u, "")}/` === pageAddress,
  );
  const window = new BrowserWindow({
    width: 1280,
    height: 840,
    minWidth: 900,
    minHeight: 600,
    title: "Mục Lục",
    backgroundColor: "#ffffff",
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: "deny" }));
  window.webContents.on("will-navigate", (event) => event.preventDefault());
  window.webContents.on("will-attach-webview", (event) => event.preventDefault());
  void window.loadURL(pageAddress);
  return window;
}
