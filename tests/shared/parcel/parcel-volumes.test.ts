import fc from "fast-check";
import { expect, test } from "vitest";
import { parcelVolumes } from "#shared/parcel/parcel-volumes.ts";

test("what waits is divided in its order, each within the bound but for one that is larger by itself", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ size: fc.integer({ min: 0, max: 1000 }) }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 900 }),
      (waiting, most) => {
        const volumes = parcelVolumes(waiting, most);
        expect(volumes.flat()).toEqual(waiting);
        for (const volume of volumes) {
          const bytes = volume.reduce((sum, { size }) => sum + size, 0);
          expect(bytes <= most || volume.length === 1).toBe(true);
        }
        expect(volumes.slice(1).every(({ length }) => length > 0)).toBe(true);
      },
    ),
  );
  expect(parcelVolumes([], 10)).toEqual([[]]);
});
