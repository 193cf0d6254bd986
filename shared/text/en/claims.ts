import type { claims as vietnamese } from "#shared/text/vi/claims.ts";

export const claims: typeof vietnamese = {
  stations: { preparing: "Preparing", capturing: "Scanning", checking: "Checking" },
  refusals: {
    "not-your-role": "Your role does not work at this station.",
    "not-at-station": "The batch is no longer at this station. Open it again to see where it is.",
    claimed: "Somebody else took this on. To take it over, write why.",
    "own-already": "You have taken this on already.",
  },
  batch: (number) => `batch ${number}`,
  file: (code) => `file ${code}`,
  take: "Take on",
  takeOf: (label) => `Take on: ${label}`,
  taken: (label) => `You took on ${label}.`,
  release: "Let go",
  releaseOf: (label) => `Let go: ${label}`,
  released: (label) => `You let go of ${label}. What was done stays.`,
  takeOver: "Take over",
  takeOverOf: (label) => `Take over: ${label}`,
  takeOverHint: (names) =>
    `${names} took this on and will be told that you take it over. Write why; what was done stays.`,
  mine: "Your work",
  by: (name) => `${name} is on it`,
  since: (machine, time) => `Machine ${machine}, since ${time}`,
  until: (from, until) => `Taken on at ${from}, held until ${until}`,
  lost: (by, machine, time) =>
    `${by} (machine ${machine}) had taken this on before, at ${time}; it is theirs. Nothing that you did is lost or to be done again.`,
  takenOver: (by, machine, time) =>
    `${by} (machine ${machine}) took it over at ${time}. Nothing that you did is lost.`,
  expired: (time) => `Its time was up at ${time}. Take it on again if you go on.`,
  understood: "Understood",
  setAside: "Set aside.",
  myWork: (count) => `My work (${count})`,
  myWorkHint: "Batches and files that you took on. Others see your name, machine and the time.",
};
