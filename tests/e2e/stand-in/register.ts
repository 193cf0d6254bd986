import { registerHooks } from "node:module";

// Electron's npm package carries no runtime: under plain Node its main script would try to download one.
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== "electron") return next(specifier, context);
    return { url: new URL("./electron.ts", import.meta.url).href, shortCircuit: true };
  },
});
