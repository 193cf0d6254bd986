import { BrowserWindow, session } from "electron";

/** The page's address: a scheme of our own is a stable origin, so its database stays where it is. */
export const pageAddress = "app://mucluc/";

/** Opens the app's window: sandboxed, isolated, without Node, and unable to leave its page. */
export function openWindow(preload: string): BrowserWindow {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
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
