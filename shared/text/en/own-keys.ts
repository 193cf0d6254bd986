import type { ownKeys as vi } from "#shared/text/vi/own-keys.ts";

export const ownKeys: typeof vi = {
  change: (meaning) => `Change the key: ${meaning}`,
  changeShort: "Change",
  press: "Press a key",
  reset: (keys) => `Drop the own key, use ${keys} alone`,
  resetAll: "Drop all own keys",
  hint: "Choose Change, then press a key (Esc: leave it): your own on this machine. The key it has goes on working.",
  set: (own, meaning) => `${own}: ${meaning}.`,
  refused: {
    "input-method": (own) =>
      `${own} cannot be set: Vietnamese input methods switch by Ctrl+Shift and Alt. Choose an F key, or Ctrl with one key.`,
    text: (own) => `${own} cannot be set: every text field has a use for it. Choose another key.`,
    plain: (own) => `${own} cannot be set: it types or moves. Choose an F key, or Ctrl with one key.`,
    taken: (own) => `${own} is used for something else on this sheet. Choose another key.`,
  },
};
