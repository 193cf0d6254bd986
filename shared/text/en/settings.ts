import type { settings as vietnamese } from "#shared/text/vi/settings.ts";

export const settings: typeof vietnamese = {
  title: "Settings",
  profile: "Person and unit",
  profileHint: "The role decides which places are listed at the left.",
  profileSaved: "Person and unit were saved.",
  province: "Connection with the province",
  provinceHints: {
    none: "No province is connected.",
    practice:
      "A practice province runs on this machine: for learning and trying, it keeps no real documents.",
    real: "Syncing with the province's server.",
  },
  provinceStates: { starting: "Starting", ready: "Ready", failed: "It did not start" },
  provinceKinds: { none: "None", practice: "Practice province", real: "Province" },
  kind: "Kind",
  state: "State",
  address: "Address of the province's server",
  addressHint: "For example: https://luutru.binhdinh.gov.vn",
  addressBad: "The address must begin with https://",
  token: "Token from the province",
  tokenMissing: "Enter the token.",
  connect: "Connect",
  connected: "The province's address was saved.",
  leave: "Use the practice province again",
  appearance: "Appearance",
  machine: "This machine",
  folder: "Data folder",
  version: "Version",
  device: "Device",
  host: "Runs in",
  hosts: { electron: "The app's window", loopback: "The browser, on this machine" },
};
