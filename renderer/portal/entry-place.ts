/** Where a sign-in by the provider stands when it comes back: at a code of ours, or at what went wrong. */
export type EntryPlace = { kind: "begin" } | { kind: "code" } | { kind: "fault"; code: string };

/** Reads it from the fragment that the province sent the browser to; anybody may write one, so only its code is taken. */
export function readEntryPlace(fragment: string): EntryPlace {
  const [, code] = /^#\/enter\/([a-z-]{1,40})$/.exec(fragment) ?? [];
  if (code === undefined) return { kind: "begin" };
  return code === "code" ? { kind: "code" } : { kind: "fault", code };
}
