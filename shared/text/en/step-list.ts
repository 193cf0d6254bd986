import type { Words } from "#shared/text/vi.ts";

export const stepList: Words["stepList"] = {
  title: "Steps of a batch",
  hint: "What each step is called, who takes it and by when, by the province's rules; a center may have names and roles of its own. Each step of a batch notes the version of the list it was taken under, so a new list changes no step that was taken.",
  version: (version, source) => `Version ${version}. ${source}.`,
  step: "Step",
  who: "Who takes it",
  before: "All files have to be",
  due: "Due",
  leftOut: "Left out",
  calledElse: (name) => `Elsewhere: ${name}`,
  together: "at the step before, in all batches of the fonds",
  asks: { counted: "counted in", captured: "captured", checked: "checked" },
};
