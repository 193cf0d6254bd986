import type { RoomAndAlarm } from "#shared/contract/keeping.ts";
import type { Session, SyncStatus } from "#shared/contract/session.ts";
import type { Words } from "#shared/text/vi.ts";
import type { SavingState } from "#renderer/db/saving.ts";
import type { Format } from "#renderer/app/format.ts";

export type StatusLine = { kind: "good" | "busy" | "bad"; text: string };

/** The first status line: what of the person's work is safe on this machine's disk. A broken journal takes none of it. */
export function savedLine(
  words: Words["shell"]["status"],
  format: Format,
  saving: SavingState,
  status: SyncStatus | undefined,
  room?: RoomAndAlarm,
): StatusLine {
  if (saving.pending > 0 && room?.alarm === "chain")
    return { kind: "bad", text: words.unsaved(saving.pending) };
  if (saving.pending > 0) return { kind: "busy", text: words.saving(saving.pending) };
  if (saving.refused > 0) return { kind: "bad", text: words.refused(saving.refused) };
  const savedAt = Math.max(saving.savedAt, Date.parse(status?.savedAt ?? "") || 0);
  if (savedAt > 0) return { kind: "good", text: words.savedAt(format.time(savedAt)) };
  return status ? { kind: "good", text: words.nothingSaved } : { kind: "busy", text: words.checking };
}

/** The words of the status: those of the hub where this machine sends to it, so that nothing is said of the province. */
export function sayingsOf(words: Words, status: SyncStatus | undefined): Words["shell"]["status"] {
  return status?.hub ? { ...words.shell.status, ...words.hub.status } : words.shell.status;
}

/** Where this machine sends to a hub: what of it has come to the province, as the hub says. */
export function forwardedLine(
  words: Words["hub"]["forwarded"],
  format: Format,
  status: SyncStatus | undefined,
): StatusLine | undefined {
  if (!status?.hub) return undefined;
  const { forwarded } = status.hub;
  if (!forwarded) return { kind: "busy", text: words.unknown };
  if (!forwarded.hasProvince) return { kind: "busy", text: words.noProvince };
  const { records, recordsAtProvince, objects, objectsAtProvince } = forwarded;
  const said = [
    `${format.count(recordsAtProvince)}/${format.count(records)}`,
    `${format.count(objectsAtProvince)}/${format.count(objects)}`,
  ] as const;
  return recordsAtProvince >= records && objectsAtProvince >= objects
    ? { kind: "good", text: words.all(...said) }
    : { kind: "busy", text: words.some(...said) };
}

/** The second status line: what of it the province has, and why not all. */
export function sentLine(
  words: Words["shell"]["status"],
  faults: Words["faults"],
  format: Format,
  status: SyncStatus | undefined,
  province: Session["province"],
): StatusLine {
  if (!status) return { kind: "busy", text: words.checking };
  const records = `${format.count(status.sentRecords)}/${format.count(status.totalRecords)}`;
  const objects = `${format.count(status.sentObjects)}/${format.count(status.totalObjects)}`;
  const whole = status.sentRecords >= status.totalRecords && status.sentObjects >= status.totalObjects;
  switch (status.state) {
    case "off":
      if (province.kind === "none") return { kind: "busy", text: words.noProvince };
      return province.state === "failed"
        ? { kind: "bad", text: words.provinceFailed }
        : { kind: "busy", text: words.provinceStarting };
    case "waiting":
      return stuck(words.waiting(records, objects), problemWords(faults, status.problem));
    case "working":
      if (status.receiving) {
        const { done, total } = status.receiving;
        return { kind: "busy", text: words.receiving(format.count(done), format.count(total)) };
      }
      return whole
        ? { kind: "good", text: words.sent(records, objects) }
        : { kind: "busy", text: words.sending(records, objects) };
    case "idle":
      // Nothing is tried any more where that is useless, as with a token that is not taken: it must be seen too.
      if (!whole && status.problem !== "")
        return stuck(words.waiting(records, objects), problemWords(faults, status.problem));
      return whole
        ? { kind: "good", text: words.sent(records, objects) }
        : { kind: "busy", text: words.waiting(records, objects) };
  }
}

function stuck(text: string, why: string): StatusLine {
  return { kind: "bad", text: why === "" ? text : `${text} – ${why}` };
}

/** A line about the disk and the health of the data, while there is something to say of it. */
export function roomLine(
  words: Words["keeping"]["room"],
  format: Format,
  room: RoomAndAlarm | undefined,
): StatusLine | undefined {
  if (room && room.alarm !== "none") return { kind: "bad", text: words.alarms[room.alarm] };
  if (!room || room.state === "good") return undefined;
  const free = format.bytes(room.free);
  return room.state === "low"
    ? { kind: "busy", text: words.low(free) }
    : { kind: "bad", text: words.stop(free) };
}

/** What a problem's code says happened; the empty text where there is none. */
export function problemWords(faults: Words["faults"], problem: string): string {
  const known = Object.entries(faults).find(([code]) => code === problem);
  return known?.[1].what ?? problem;
}
