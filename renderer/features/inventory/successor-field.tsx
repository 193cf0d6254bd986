import { NativeSelect, Text } from "@mantine/core";
import { choiceToday, receivingUnit, type Successor } from "#shared/archive/successor.ts";
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
          <Choice
            form={form}
            choices={receiving.choices}
            keeper={receiving.kind === "stays" ? receiving.unit.name : undefined}
          />
        )
      }
    />
  );
}

function namesOf(choices: readonly Successor[]): string {
  return choices.map(({ to }) => to.name).join(", ");
}

/**
 * The choice among the communes of today. One that was made before its commune became another is shown as that, and one
 * whose commune was divided or ended is told, to be made anew; what is stored changes only when a person chooses.
 */
function Choice(props: {
  form: Form<FileDraftField>;
  choices: readonly Successor[];
  /** The commune that the file stays with while nobody chooses, for it only gave a part of itself away. */
  keeper: string | undefined;
}) {
  const { form, choices, keeper } = props;
  const { units: words, inventory } = useWords();
  const bound = form.bind("successor");
  const today = choiceToday(choices, bound.value);
  const isGone = bound.value !== "" && !today;
  const hint = isGone
    ? words.chosenGone(bound.value)
    : today && today.to.code !== bound.value
      ? words.chosenBecame(bound.value, today.to.name)
      : keeper === undefined
        ? words.chooseHint
        : words.staysHint(keeper, namesOf(choices.slice(1)));
  return (
    <NativeSelect
      {...bound}
      value={today?.to.code ?? bound.value}
      label={inventory.file.successor}
      description={hint}
      data={[
        { value: "", label: keeper === undefined ? words.notChosen : words.staysWith(keeper) },
        ...(isGone ? [{ value: bound.value, label: words.noLonger(bound.value) }] : []),
        ...choices.map(({ to }) => ({ value: to.code, label: to.name })),
      ]}
    />
  );
}
