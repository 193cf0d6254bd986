import { useCallback } from "react";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useLive } from "#renderer/db/use-live.ts";
import { watchBatchDocuments } from "#renderer/work/watch-documents.ts";
import { useLaying } from "./use-laying.tsx";

/** What the station of a batch shows, asked again as the desk tells of changes. */
export function useStation(batchId: string) {
  const work = useWork();
  const desk = useDesk();
  const documents = useLive(`documents/${batchId}`, () => watchBatchDocuments(work, batchId));
  const jobs = useAskedAgain("jobs", () => desk.call("jobs.summary", {}), ["jobs.changed"]);
  const held = useAskedAgain("held", () => desk.call("jobs.held", {}), ["jobs.changed"]);
  const sessions = useAskedAgain(`scans/${batchId}`, () => desk.call("scan.sessions", { batchId }), [
    "scan.changed",
  ]);
  const tray = useAskedAgain("unmatched", () => desk.call("capture.unmatched", {}), [
    "jobs.changed",
    "scan.changed",
    "records.changed",
  ]);
  const matching = useAskedAgain(`matching/${batchId}`, () => desk.call("capture.matching", { batchId }), [
    "records.changed",
    "jobs.changed",
  ]);
  const askTray = tray.ask;
  const askMatching = matching.ask;
  const imported = useCallback(() => {
    askTray();
    askMatching();
  }, [askTray, askMatching]);
  const lay = useLaying(imported);
  return {
    documents,
    jobs,
    held,
    sessions: sessions.value ?? [],
    tray: tray.value ?? [],
    matching: matching.value,
    imported,
    lay,
  };
}

export type StationState = ReturnType<typeof useStation>;
