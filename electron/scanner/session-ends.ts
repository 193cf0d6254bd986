import type { ScanSession } from "#shared/contract/scan.ts";
import { isNoRoom } from "#electron/pipeline/failure.ts";
import type { ScanLog } from "./scan-log.ts";

export type SessionEnd = Partial<Pick<ScanSession, "state" | "fault" | "detail" | "endedAt">>;

/** How sessions end, told also while the disk has no room to write it down. */
export type SessionEnds = {
  /** Says how a session stands; written down now, or by `settle` once there is room. */
  say(id: string, end: SessionEnd): void;
  /** Begins an ended session again; throws where that cannot be written down. */
  again(id: string): void;
  /** The session as it stands. */
  told(session: ScanSession): ScanSession;
  /** Writes down what found no room before; what finds none again is an interrupted session at the next start. */
  settle(): void;
};

export function openSessionEnds(log: Pick<ScanLog, "change">): SessionEnds {
  const unwritten = new Map<string, SessionEnd>();
  const say = (id: string, end: SessionEnd) => {
    try {
      log.change(id, end);
      unwritten.delete(id);
    } catch (error) {
      if (!isNoRoom(error)) throw error;
      unwritten.set(id, end);
    }
  };
  return {
    say,
    again(id) {
      log.change(id, { state: "feeding", fault: "", detail: "", endedAt: "" });
      unwritten.delete(id);
    },
    told: (session) => ({ ...session, ...unwritten.get(session.id) }),
    settle() {
      for (const [id, end] of [...unwritten]) say(id, end);
    },
  };
}
