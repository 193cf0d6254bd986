import { crc32, deflateSync } from "node:zlib";
import { encode } from "uqr";

/** Pixels to a square of the code: sharp when printed 2 cm wide. */
const scale = 8;

/** A QR code as a PNG in black and white, its quiet border within it; it can be read with a quarter worn off. */
export function qrPicture(text: string): { bytes: Buffer; side: number } {
  const { data, size } = encode(text, { ecc: "Q", border: 2 });
  const side = size * scale;
  const rowBytes = Math.ceil(side / 8);
  const rows = Buffer.alloc((rowBytes + 1) * side, 0);
  for (let y = 0; y < side; y += 1) {
    const cells = data[Math.floor(y / scale)] ?? [];
    for (let x = 0; x < side; x += 1) {
      if (cells[Math.floor(x / scale)] === true) continue;
      const at = y * (rowBytes + 1) + 1 + (x >> 3);
      rows.writeUInt8(rows.readUInt8(at) | (0x80 >> (x & 7)), at);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  // One bit a pixel, grey.
  head.writeUInt8(1, 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return { bytes: Buffer.concat([signature, ...parts]), side };
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
