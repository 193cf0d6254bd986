import type { home as vietnamese } from "#shared/text/vi/home.ts";

const files = (count: string) => (count === "1" ? "1 file" : `${count} files`);
const items = (count: string) => (count === "1" ? "1 item" : `${count} items`);

const tasks: (typeof vietnamese)["tasks"] = {
  startInventory: {
    title: () => "Start the first inventory",
    hint: "Make a fonds, then enter files one by one or import a whole Excel workbook.",
    action: "Open the inventory",
    done: "The inventory is begun",
  },
  outOfScope: {
    title: (count) => `${files(count)} outside the letter's scope, or not known to be in it`,
    hint: "Enter retention, arrangement and years; where a file is taken in all the same, write the reason.",
    action: "See the files",
    done: "Every file is in scope or has a reason",
  },
  noRetention: {
    title: (count) => `${files(count)} without a retention period`,
    hint: "Choose one for each file; the app suggests it with its source and never fills it in by itself.",
    action: "Enter retention",
    done: "Every file has a retention period",
  },
  noFileDate: {
    title: (count) => `${files(count)} without dates`,
    hint: "Enter the first and last day; where only the year is known, the year.",
    action: "Enter dates",
    done: "Every file has its dates",
  },
  noItemType: {
    title: (count) => `${items(count)} without a type`,
    hint: "Decision, plan, report…: the type decides what comes first.",
    action: "Enter types",
    done: "Every item has a type",
  },
  noItemDate: {
    title: (count) => `${items(count)} without a date`,
    hint: "Enter dd/mm/yyyy; where the day is not known, mm/yyyy or yyyy.",
    action: "Enter dates",
    done: "Every item has a date",
  },
  makeBatch: {
    title: (count) => `${files(count)} in no batch yet`,
    hint: "Make a batch, put files into it, and hand it over to the center.",
    action: "Make a batch",
    done: "",
  },
  handOver: {
    title: (count, batch) =>
      batch === "" ? `${count} draft batches, not handed over` : `Batch ${batch} is not handed over`,
    hint: "Check the files of the batch, then hand it over to the center.",
    action: "Open the batch",
    done: "",
  },
  fixReturned: {
    title: (count, batch) =>
      batch === "" ? `${count} batches were returned` : `Batch ${batch} was returned`,
    hint: "See the reason, mend the files, and hand it over again.",
    action: "See the reason",
    done: "",
  },
  receive: {
    title: (count, batch) =>
      batch === "" ? `${count} batches wait to be received` : `Batch ${batch} waits to be received`,
    hint: "Receive the batch, then count the paper files one by one.",
    action: "Receive",
    done: "",
  },
  capture: {
    title: (count, batch) =>
      batch === "" ? `${count} batches wait to be captured` : `Batch ${batch} waits to be captured`,
    hint: "Bring the scans in; they find their items by their names.",
    action: "Open the station",
    done: "",
  },
  held: {
    title: (count) => (count === "1" ? "1 page waits for a person" : `${count} pages wait for a person`),
    hint: "Damaged, blurred or unreadable pages; the rest of the batch goes on.",
    action: "See the pages",
    done: "",
  },
  check: {
    title: (count, batch) =>
      batch === "" ? `${count} batches wait to be checked` : `Batch ${batch} waits to be checked`,
    hint: "Compare it with the inventory, check each item, then accept or return it.",
    action: "Check",
    done: "",
  },
  watch: {
    title: () => "Watch the districts",
    hint: "See each district's figures, the batches received, and find documents.",
    action: "See the province",
    done: "",
  },
  rest: {
    title: () => "Nothing urgent is left",
    hint: "All of your work on this machine is done.",
    action: "See the batches",
    done: "",
  },
  sample: {
    title: () => "Try with sample data",
    hint: "Walk the whole journey with a sample inventory and a few sample scans.",
    action: "Try it",
    done: "",
  },
};

export const home: typeof vietnamese = {
  next: "What to do next",
  nextHint: "Urgent things are at the top. Press a line to open the place where it is done.",
  left: (count) => (count === "1" ? "1 thing left" : `${count} things left`),
  doneList: (count) => `${count} done`,
  doneWord: "Done",
  tasks,
  milestones: "The province's dates",
  milestonesHint: (source) => `From: ${source}.`,
  milestoneNames: {
    inventory: "Inventory finished",
    districtDocuments: "District documents captured",
    communeDocuments: "Commune documents captured",
    sharedStore: "Everything in the province's shared store",
  },
  before: (date) => `before ${date}`,
  daysLeft: (count) => (count === "1" ? "1 day left" : `${count} days left`),
  dueToday: "due today",
  daysLate: (count) => (count === "1" ? "1 day late" : `${count} days late`),
  learn: "Learn the app",
  tour: "Take the tour (10 minutes)",
  tourOn: "Go on with the tour",
  tourHint: "Step by step on sample data; stop and go on whenever you like.",
  help: "Open Help",
  card: "A one-page card to print",
};
