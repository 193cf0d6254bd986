import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const node = (name: string, include: string[], more = {}) => ({
  test: { name, include, environment: "node", ...more },
});

const slow = { testTimeout: 240_000, hookTimeout: 240_000 };

export default defineConfig({
  test: {
    // As many as the figures and waits of the tests were tried with; a worker drives a browser, or a province.
    maxWorkers: 2,
    projects: [
      node("shared", ["tests/shared/**/*.test.ts"], { testTimeout: 60_000 }),
      node("electron", ["tests/electron/**/*.test.ts"], slow),
      node("renderer", ["tests/renderer/**/*.test.ts"], slow),
      {
        plugins: [react()],
        test: {
          name: "screens",
          include: ["tests/renderer/**/*.test.tsx"],
          environment: "happy-dom",
          testTimeout: 120_000,
        },
      },
      node("province", ["tests/province/**/*.test.ts"], slow),
      node("contracts", ["tests/contracts/**/*.test.ts"], slow),
      node("flows", ["tests/flows/**/*.test.ts"], slow),
      node("e2e", ["tests/e2e/**/*.test.ts"], {
        globalSetup: ["tests/helpers/unpack-browser.ts"],
        testTimeout: 600_000,
        hookTimeout: 600_000,
      }),
    ],
  },
});
