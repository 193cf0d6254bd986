import { parentPort } from "node:worker_threads";
import type { AnswerMessage, TaskMessage } from "#electron/pipeline/worker/messages.ts";

/** A worker that dies where the name of its task says so, and answers nothing of interest to all others. */
parentPort?.on("message", ({ input }: TaskMessage) => {
  const name = "name" in input ? input.name : "";
  if (name === "exit") process.exit(3);
  if (name === "throw") throw new Error("died");
  const answer: AnswerMessage = { ok: true, output: { mediaType: "image/jpeg", pages: [] } };
  parentPort?.postMessage(answer);
});
