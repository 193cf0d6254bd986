import type { Words } from "#shared/text/vi.ts";

type DeviceWords = Words["portal"]["admin"]["devices"];

/** Which rules and tables of units are handed out, or applied by a machine; `amended` is absent where it applies none. */
export function tellEdition(
  { pack, amended }: { pack: number; amended?: number | undefined },
  words: DeviceWords,
  count: (value: number) => string,
): string {
  const parts = [
    ...(pack > 0 ? [words.rulePack(count(pack))] : []),
    ...(amended === undefined ? [words.noUnits] : amended > 0 ? [words.ruleUnits(count(amended))] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : words.ownRules;
}
