import { Alert, Text } from "@mantine/core";
import type { CarriedPackages } from "#shared/contract/packages.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

const pathsShown = 5;

/** Where packages were written, and what of it an earlier try had left there. */
export function CarriedNotice({ carried }: { carried: CarriedPackages }) {
  const words = useWords().packageCarrying;
  const { count } = useFormat();
  const { places, changed } = carried;
  if (places.length === 0) return null;
  const shown = (paths: readonly string[]) =>
    paths.slice(0, pathsShown).join(", ") + (paths.length > pathsShown ? "…" : "");
  return (
    <Alert role="status" variant="light" style={{ overflowWrap: "anywhere" }}>
      <Text>{words.written(places.map(({ path }) => path).join(", "))}</Text>
      {changed && <Text mt="xs">{words.changed}</Text>}
      {places.map(({ path, resumed, kept, altered }) => (
        <div key={path}>
          {resumed && <Text mt="xs">{words.resumed(path, count(kept))}</Text>}
          {altered.length > 0 && (
            <Text mt="xs">{words.altered(path, count(altered.length), shown(altered))}</Text>
          )}
        </div>
      ))}
    </Alert>
  );
}
