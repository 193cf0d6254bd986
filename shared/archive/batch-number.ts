/** The number after those a unit has given in a year (`2025-003` → `2025-004`); the first is `2025-001`. */
export function nextBatchNumber(numbers: readonly string[], year: string): string {
  const given = numbers.flatMap((number) => {
    const parts = /^(\d{4})-(\d{1,6})$/.exec(number);
    return parts?.[1] === year ? [Number(parts[2])] : [];
  });
  return `${year}-${String(Math.max(0, ...given) + 1).padStart(3, "0")}`;
}
