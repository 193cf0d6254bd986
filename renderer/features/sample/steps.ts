import { acceptAll } from "./accept-all.ts";
import { handOver, importSample, loadSample, receive } from "./begin-journey.ts";
import { findSample } from "./find-sample.ts";
import { readPages } from "./read-pages.ts";
import { sendSample } from "./send-sample.ts";
import type { Step } from "./step.ts";

/** The journey of a batch from the commune to the province, with the real use-cases. */
export const steps: readonly Step[] = [
  {
    name: "load",
    role: "commune-preparer",
    screen: ({ fondsId }) => `/inventory/fonds/${fondsId}`,
    run: loadSample,
  },
  {
    name: "handOver",
    role: "commune-preparer",
    screen: ({ batchId }) => `/batches/${batchId}`,
    run: handOver,
  },
  {
    name: "receive",
    role: "district-checker",
    screen: ({ batchId }) => `/batches/${batchId}`,
    run: receive,
  },
  {
    name: "import",
    role: "capture-operator",
    screen: ({ batchId }) => `/capture/${batchId}`,
    run: importSample,
  },
  { name: "read", screen: ({ batchId }) => `/capture/${batchId}/items`, run: readPages },
  {
    name: "accept",
    role: "district-checker",
    screen: ({ batchId }) => `/check/${batchId}`,
    run: acceptAll,
  },
  { name: "send", screen: ({ batchId }) => `/capture/${batchId}/items`, run: sendSample },
  {
    name: "find",
    role: "province-officer",
    screen: () => "/search/quyet%20dinh%20tuy%20phuoc",
    run: findSample,
  },
];
