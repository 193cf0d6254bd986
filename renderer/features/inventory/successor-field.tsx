import { NativeSelect, Text } from "@mantine/core";
import { receivingUnit } from "#shared/archive/successor.ts";
import type { FileDraftField } from "#shared/inventory/file-draft.ts";
import { useSuccessors } from "#renderer/app/use-successors.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { Form } from "#renderer/ui/use-draft.ts";
import { FormPart } from "./form-part.tsx";

/** Which commune receives a file: shown where it follows from the unit, chosen where the unit was split. */
export function SuccessorField({ form, scope }: { form: Form<FileDraftField>; scope: string }) {
  const all = useWords();
  const words = all.units;
  const successors = useSuccessors();
  if (!successors) return null;
  // Without a choice a split unit says what there is to choose from, whatever was chosen.
  const receiving = receivingUnit(successors, scope, "");
  if (receiving.kind === "none") return null;
  return (
    <FormPart
      title={all.entry.groups.successor}
      wide={
        receiving.kind === "known" ? (
          <Text size="sm">{words.sinceUnit(words.derived(receiving.unit.name))}</Text>
        ) : (
          <NativeSelect
            {...form.bind("successor")}
            label={all.inventory.file.successor}
            description={words.chooseHint}
            data={[
              { value: "", label: words.notChosen },
              ...receiving.choices.map(({ to }) => ({ value: to.code, label: to.name })),
            ]}
          />
        )
      }
    />
  );
}
