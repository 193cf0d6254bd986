import type { sample as vietnamese } from "#shared/text/vi/sample.ts";

export const sample: typeof vietnamese = {
  approver: "Approver (sample)",
  title: "Try it with sample data",
  subtitle: "Walk the whole way of a batch with a few sample documents; none of them is real.",
  start: "Start",
  next: "Next step",
  runAll: "Run all",
  again: "Do this step again",
  busy: "Running, please wait.",
  finished: "The journey is done.",
  finishedHint: "Every step was the real work on sample data. Open any screen to look at it again.",
  actAs: (role) => `This step is done as ${role}.`,
  openScreen: "Open this screen",
  progress: (done, total) => `${done}/${total}`,
  stepOf: (at, total) => `Step ${at}/${total}`,
  state: { waiting: "to do", running: "running", done: "done", failed: "stopped" },
  list: "Steps of the journey",
  steps: {
    load: {
      title: "Load the sample inventory",
      explain: "Makes a fonds, a few files and items and a batch; draws sample scans that look like paper.",
    },
    handOver: {
      title: "The commune hands the batch over",
      explain: "The commune hands its batch to the district's digitization center.",
    },
    receive: {
      title: "The district receives the files",
      explain: "The center counts each paper file in and starts capturing.",
    },
    import: {
      title: "Bring the scans in",
      explain: "Scans are attached to items by their names; each keeps its SHA-256.",
    },
    read: {
      title: "The machine reads",
      explain: "It measures quality, reads Vietnamese and makes two-layer PDF/A, without a network.",
    },
    accept: {
      title: "Check and accept",
      explain: "The district's checker passes each item and accepts the batch.",
    },
    send: {
      title: "Send to the province",
      explain: "Records and PDF/A go to the province, which computes each SHA-256 itself and answers it.",
    },
    find: {
      title: "Find and open",
      explain: "Finds “quyet dinh tuy phuoc” without accents and opens the PDF.",
    },
  },
  results: {
    load: (files, items, scans) => `${files} files, ${items} items, ${scans} scans.`,
    handOver: (by) => `${by} handed the batch over.`,
    receive: (files) => `${files} files received, the batch is now “Capturing”.`,
    import: (pages, items) => `${pages} pages attached to ${items} items.`,
    read: (items, pages) => `${items} items have their PDF/A, ${pages} pages were read.`,
    accept: (items) => `${items} items passed, the batch is accepted.`,
    send: (items) => `The province has acknowledged ${items} PDF/A.`,
    find: (total, first) => `${total} found: “${first}”.`,
  },
  searchWords: "quyet dinh tuy phuoc",
  openFound: "Open the PDF just found",
  problems: {
    "no-province":
      "This machine has no province yet, so nothing can be sent. Set the province in Settings and do this step again.",
    "nothing-found": "The sample document is not found yet. Wait until it is read and do this step again.",
    held: "A sample page waits for a person. Open the capture station to see why.",
    "took-too-long":
      "This takes longer than expected. It goes on in the background; try the step again later.",
    refused: (reason) => `It could not be done: ${reason}`,
    scans: (count) => `${count} sample scans could not be taken.`,
  },
};
