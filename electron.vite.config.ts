import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { helpAssets } from "./scripts/help-assets.ts";
import { pdfAssets } from "./scripts/pdf-assets.ts";

const flat = { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js", format: "es" } as const;

export default defineConfig({
  main: {
    build: {
      outDir: "out/main",
      externalizeDeps: true,
      sourcemap: true,
      rolldownOptions: {
        input: {
          main: "electron/main.ts",
          loopback: "electron/loopback.ts",
          "page-worker": "electron/pipeline/worker/page-worker.ts",
          province: "province/main.ts",
          "province-page-worker": "province/portal/page/page-worker.ts",
          "encrypt-worker": "electron/sealing/encrypt-worker.ts",
          "form-worker": "electron/forms/form-worker.ts",
          "workbook-worker": "electron/inventory/workbook-worker.ts",
        },
        output: flat,
      },
    },
  },
  preload: {
    build: {
      outDir: "out/preload",
      rolldownOptions: {
        input: { preload: "electron/preload.ts" },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "renderer",
    html: { cspNonce: "__NONCE__" },
    build: {
      outDir: "out/renderer",
      target: "chrome130",
      chunkSizeWarningLimit: 3000,
      rolldownOptions: {
        input: {
          index: "renderer/index.html",
          portal: "renderer/portal.html",
          shared: "renderer/shared.html",
        },
      },
    },
    plugins: [react(), pdfAssets(import.meta.dirname), helpAssets(import.meta.dirname)],
  },
});
