/** As long as a browser may show a picture again without asking for it. */
const lasting = 600_000;
const mostKept = 10_000;

/** Who saw which page lately, so that its many tiles are one reading. What was forgotten is noted once more. */
export type SeenPages = {
  /** Notes the reading of a page that is seen whole. */
  note(key: string, now: number, note: () => Promise<void>): Promise<void>;
  /** Notes the reading unless it was noted lately. */
  once(key: string, now: number, note: () => Promise<void>): Promise<void>;
};

export function openSeenPages(): SeenPages {
  const seen = new Map<string, { at: number; noted: Promise<void> }>();
  const write = (key: string, now: number, note: () => Promise<void>): Promise<void> => {
    const [oldest] = seen.keys();
    if (seen.size >= mostKept && oldest !== undefined) seen.delete(oldest);
    const one = { at: now, noted: note() };
    seen.delete(key);
    seen.set(key, one);
    one.noted.catch(() => {
      if (seen.get(key) === one) seen.delete(key);
    });
    return one.noted;
  };
  return {
    note: write,
    once(key, now, note) {
      const known = seen.get(key);
      return known && now - known.at < lasting ? known.noted : write(key, now, note);
    },
  };
}
