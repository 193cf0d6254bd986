import { createHash } from "node:crypto";
import { appendFile, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import { writeWhole } from "#shared/node/write-whole.ts";

const startSchema = Type.Object({
  /** Of what the identifiers of packages are made: the same packages again, byte for byte, are those of one seed. */
  seed: Type.String(),
  /** When it was begun: the moment that the packages bear. */
  at: Type.Number(),
  /** Of the bag's folder. */
  name: Type.String(),
  /** SHA-256 of the list of digests, which names the contents. */
  manifest: Type.String(),
  /** How many files the bag has. */
  files: Type.Integer(),
});

const lineSchema = Type.Union([
  Type.Object({ begun: Type.String(), place: Type.String() }),
  Type.Object({ whole: Type.String(), file: Type.String() }),
  Type.Object({ done: Type.String() }),
]);

export type CarryStart = Static<typeof startSchema>;

export type CarryLine = Static<typeof lineSchema>;

/** A disk or stick that a bag was begun on, known by the mark that lies there, not by the name it has on this machine. */
export type BegunPlace = {
  mark: string;
  place: string;
  /** Files that were written whole and fsynced there, not yet read again. */
  whole: Set<string>;
  done: boolean;
};

export type CarryNote = CarryStart & { places: BegunPlace[] };

type Asked = { of: string; id: string; profile: string };

/**
 * What is being written out, noted under a folder of the desk's own as it goes on, one file for each, so that a killed
 * app knows where it was.
 */
export function openCarryNotes(folder: string) {
  const pathOf = ({ of, id, profile }: Asked) =>
    join(
      folder,
      `${createHash("sha256").update([of, id, profile].join("\n")).digest("hex").slice(0, 32)}.jsonl`,
    );
  return {
    /** Nothing where nothing was begun, or its note cannot be read. A line that a crash cut short is left out. */
    async read(asked: Asked): Promise<CarryNote | undefined> {
      const text = await readFile(pathOf(asked), "utf8").catch(() => "");
      const [start, ...lines] = text.split("\n").map(parsed);
      if (!Value.Check(startSchema, start)) return undefined;
      const places = new Map<string, BegunPlace>();
      for (const line of lines) if (Value.Check(lineSchema, line)) takeLine(places, line);
      return { ...start, places: [...places.values()] };
    },
    async begin(asked: Asked, start: CarryStart): Promise<void> {
      await writeWhole(pathOf(asked), JSON.stringify(start));
    },
    async add(asked: Asked, line: CarryLine): Promise<void> {
      // What a crash cut short is a line of its own.
      await appendFile(pathOf(asked), `\n${JSON.stringify(line)}`);
    },
    async forget(asked: Asked): Promise<void> {
      await rm(pathOf(asked), { force: true });
    },
  };
}

function takeLine(places: Map<string, BegunPlace>, line: CarryLine): void {
  if ("begun" in line) {
    const known = places.get(line.begun);
    const whole = known?.whole ?? new Set();
    places.set(line.begun, { mark: line.begun, place: line.place, whole, done: false });
  } else if ("whole" in line) places.get(line.whole)?.whole.add(line.file);
  else {
    const known = places.get(line.done);
    if (known) known.done = true;
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
