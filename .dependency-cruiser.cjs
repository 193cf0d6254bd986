const only = (name, from, allowed, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: from.path, pathNot: from.pathNot },
  to: { path: "^(shared|electron|renderer|province|tests|scripts)/", pathNot: allowed },
});

module.exports = {
  forbidden: [
    only(
      "shared-stands-alone",
      { path: "^shared/", pathNot: "^shared/node/" },
      "^shared/(?!node/)",
      "shared is true on every machine: it imports shared alone, without shared/node.",
    ),
    only("shared-node-on-shared", { path: "^shared/node/" }, "^shared/", "shared/node imports shared alone."),
    only("base-first", { path: "^shared/base/" }, "^shared/base/", "base knows nothing of archives."),
    only(
      "archive-on-base",
      { path: "^shared/archive/" },
      "^shared/(base|archive)/",
      "Records know only base and each other.",
    ),
    only(
      "desk-on-shared",
      { path: "^electron/" },
      "^(electron|shared)/|^package.json",
      "The desk meets the others by shared.",
    ),
    only(
      "screen-on-shared",
      { path: "^renderer/" },
      "^renderer/|^shared/(?!node/)",
      "The screen meets the desk by shared/contract, and never imports shared/node.",
    ),
    only(
      "province-on-shared",
      { path: "^province/" },
      "^(province|shared)/|^package.json",
      "The province meets the others by shared.",
    ),
    {
      name: "features-apart",
      severity: "error",
      comment:
        "Features never import each other: what two need goes to renderer/work, renderer/ui or shared.",
      from: { path: "^renderer/features/([^/]+)/" },
      to: { path: "^renderer/features/", pathNot: "^renderer/features/$1/" },
    },
    {
      name: "ui-knows-nothing",
      severity: "error",
      comment: "ui knows no record and no word: of ours it imports itself and shared/base.",
      from: { path: "^renderer/ui/" },
      to: { path: "^(shared|renderer)/", pathNot: "^(renderer/ui|shared/base)/" },
    },
    {
      name: "electron-in-its-rooms",
      severity: "error",
      comment: "Only main, preload and window import electron: elsewhere it would be missing.",
      from: {
        path: "^(electron|shared|province|renderer)/",
        pathNot: "^electron/(main|preload|window)\\.ts$",
      },
      to: { path: "(^|/)node_modules/electron/" },
    },
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "resolves", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"],
    },
  },
};
