/** The code points that a TrueType font has a glyph for, read from its cmap (formats 4 and 12). */
export function readCoverage(font: Buffer): Set<number> {
  const covered = new Set<number>();
  const tables = font.readUInt16BE(4);
  for (let table = 0; table < tables; table += 1) {
    const entry = 12 + table * 16;
    if (font.toString("latin1", entry, entry + 4) !== "cmap") continue;
    const cmap = font.readUInt32BE(entry + 8);
    const count = font.readUInt16BE(cmap + 2);
    for (let index = 0; index < count; index += 1) {
      const subtable = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
      const format = font.readUInt16BE(subtable);
      if (format === 4) addSegments(font, subtable, covered);
      if (format === 12) addGroups(font, subtable, covered);
    }
  }
  return covered;
}

function addSegments(font: Buffer, at: number, covered: Set<number>): void {
  const segments = font.readUInt16BE(at + 6) / 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const end = font.readUInt16BE(at + 14 + segment * 2);
    const start = font.readUInt16BE(at + 16 + segments * 2 + segment * 2);
    const delta = font.readUInt16BE(at + 16 + segments * 4 + segment * 2);
    const rangeAt = at + 16 + segments * 6 + segment * 2;
    const range = font.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph =
        range === 0 ? (code + delta) & 0xffff : font.readUInt16BE(rangeAt + range + (code - start) * 2);
      if (glyph !== 0) covered.add(code);
    }
  }
}

function addGroups(font: Buffer, at: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(at + 12);
  for (let group = 0; group < groups; group += 1) {
    const entry = at + 16 + group * 12;
    const start = font.readUInt32BE(entry);
    const end = font.readUInt32BE(entry + 4);
    for (let code = start; code <= end; code += 1) covered.add(code);
  }
}
