/** Under what type the keys of dragged entries of the tray travel. */
export const trayDrag = "application/x-mucluc-tray";

/** The keys of the dropped entries; none where something else was dropped. */
export function readTrayDrag(data: DataTransfer): string[] {
  try {
    const value: unknown = JSON.parse(data.getData(trayDrag));
    return Array.isArray(value) ? value.filter((key): key is string => typeof key === "string") : [];
  } catch {
    return [];
  }
}
