import { TagsInput } from "@mantine/core";
import { isSamePerson, namesToCall } from "#shared/archive/note-thread.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useLock } from "#renderer/app/use-lock.ts";
import { useNotesWaiting } from "#renderer/app/use-notes-waiting.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Whom a note calls: people of this machine, whoever wrote or was called before, or any name that is typed. */
export function CallPeople(props: {
  called: readonly string[];
  onCalled: (names: readonly string[]) => void;
}) {
  const { called, onCalled } = props;
  const words = useWords().notes;
  const { profile } = useWork();
  const machine = useLock().value?.people.map(({ name }) => name) ?? [];
  const known = namesToCall([...machine, ...(useNotesWaiting()?.people ?? [])], profile.name);
  return (
    <TagsInput
      label={words.call}
      description={words.callHint}
      data={known}
      value={[...called]}
      onChange={(names) => onCalled(namesToCall(names, profile.name))}
      isDuplicate={(name, names) => names.some((one) => isSamePerson(one, name))}
      maxTags={20}
      clearable={false}
    />
  );
}
