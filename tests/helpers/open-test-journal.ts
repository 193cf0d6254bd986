import { onTestFinished } from "vitest";
import { type DeskJournal, openJournal } from "#electron/journal/open-journal.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A real journal in a folder of the test's own, closed when the test ends. The wall clock goes one second a reading. */
export function openTestJournal(
  options: { folder?: string; deviceId?: string; now?: () => number } = {},
): DeskJournal & { folder: string } {
  const folder = options.folder ?? temporaryFolder();
  let ms = Date.UTC(2025, 4, 5);
  const now = options.now ?? (() => (ms += 1000));
  const journal = openJournal(folder, { deviceId: options.deviceId ?? "device-1", now });
  let open = true;
  const close = () => {
    if (open) journal.close();
    open = false;
  };
  onTestFinished(close);
  return { ...journal, close, folder };
}
