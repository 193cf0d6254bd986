import type { Words } from "#shared/text/vi.ts";

export const views: Words["views"] = {
  title: "Views",
  none: "No view is saved yet.",
  name: "Name of the view",
  save: "Save this view",
  nameMissing: "Give the view a name first.",
  saved: (name) => `The view ${name} is saved.`,
  remove: (name) => `Delete the view ${name}`,
  hints: {
    list: "Keeps the filter, the order and the columns in use.",
    filter: "Keeps the filter in use.",
    matrix: "Keeps the place, what is counted and the filter in use.",
  },
};
