/** FAT32, which sticks are sold with, holds no file of 4 GiB: below that stay objects, records, seals and the list. */
export const mostVolumeBytes = 3.5 * 1024 * 1024 * 1024;

/**
 * Divides what waits, in its order, among as many parcels as keep each within `most` bytes of objects; one object
 * that is larger goes alone. There is always a first, which the records go with.
 */
export function parcelVolumes<One extends { size: number }>(waiting: readonly One[], most: number): One[][] {
  const volumes: One[][] = [[]];
  let bytes = 0;
  for (const one of waiting) {
    const last = volumes.at(-1);
    if (last && (last.length === 0 || bytes + one.size <= most)) {
      last.push(one);
      bytes += one.size;
    } else {
      volumes.push([one]);
      bytes = one.size;
    }
  }
  return volumes;
}
