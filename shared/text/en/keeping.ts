import type { Words } from "#shared/text/vi.ts";

export const keeping: Words["keeping"] = {
  room: {
    low: (free) => `${free} left on the disk: nearly full`,
    stop: (free) => `Only ${free} left on the disk: no more scans and files are taken in`,
  },
};
