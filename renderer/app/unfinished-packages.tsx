import { Alert, List, Text } from "@mantine/core";
import type { UnfinishedPackages } from "#shared/contract/packages.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Says where writing stopped, how far it had come there, and what going on does. Nothing where nothing is unfinished. */
export function UnfinishedNotice({ unfinished }: { unfinished: UnfinishedPackages }) {
  const words = useWords().packageCarrying;
  const { count, time } = useFormat();
  const { at, places } = unfinished;
  if (places.length === 0) return null;
  return (
    <Alert role="status" variant="light" color="yellow" style={{ overflowWrap: "anywhere" }}>
      <Text>{words.unfinished(time(at))}</Text>
      <List size="sm" mt="xs" className="figures">
        {places.map(({ place, files, whole, done }) => (
          <List.Item key={place}>
            {done ? words.finishedPlace(place) : words.unfinishedPlace(place, count(whole), count(files))}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
