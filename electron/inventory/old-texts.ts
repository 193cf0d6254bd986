/**
 * The table of texts of an old workbook ([MS-XLS] 2.4.265), out of its record and those that continue it. The library
 * reads it too, but looks through all records at every letter: 40 MB took it minutes. Throws where a text does not end.
 */
export function readOldTexts(records: readonly Buffer[], cellLength: number): string[] {
  let at = 0;
  let record = records[0] ?? Buffer.alloc(0);
  let offset = 8;
  const turn = () => {
    at += 1;
    const next = records[at];
    if (!next) throw new Error("the table of texts does not end");
    record = next;
    offset = 0;
  };
  /** A number that stands within one record. */
  const take = (bytes: 1 | 2 | 4): number => {
    if (offset >= record.length) turn();
    const value = record.readUIntLE(offset, bytes);
    offset += bytes;
    return value;
  };
  const skip = (bytes: number) => {
    for (let left = bytes; left > 0;) {
      if (offset >= record.length) turn();
      const here = Math.min(left, record.length - offset);
      offset += here;
      left -= here;
    }
  };
  /** Letters in one byte or two each; where a record ends within them, the next says anew which. */
  const letters = (count: number, wideFirst: boolean): string => {
    let text = "";
    let wide = wideFirst;
    for (let left = count; left > 0;) {
      if (offset >= record.length) {
        turn();
        wide = (take(1) & 1) === 1;
      }
      const here = Math.min(left, Math.floor((record.length - offset) / (wide ? 2 : 1)));
      if (here === 0) throw new Error("a letter is cut in two");
      const end = offset + here * (wide ? 2 : 1);
      text += record.toString(wide ? "utf16le" : "latin1", offset, end);
      offset = end;
      left -= here;
    }
    return text;
  };
  const texts: string[] = [];
  const count = record.readUInt32LE(4);
  for (let index = 0; index < count; index += 1) {
    const length = take(2);
    const flags = take(1);
    const runs = flags & 8 ? take(2) : 0;
    const phonetic = flags & 4 ? take(4) : 0;
    texts.push(letters(length, (flags & 1) === 1).slice(0, cellLength));
    skip(runs * 4 + phonetic);
  }
  return texts;
}
