import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { Group as SchemeGroup } from "#shared/archive/group.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import classes from "./scheme.module.css";

/** Shows which notations of a level change, before they do. */
export function RenumberDialog(props: {
  changes: readonly { group: SchemeGroup; notation: string }[];
  onConfirm: () => void;
  onClose: () => void;
}) {
  const all = useWords();
  const words = all.scheme.renumber;
  const { count } = useFormat();
  return (
    <Modal
      opened
      centered
      onClose={props.onClose}
      title={words.title}
      closeButtonProps={{ "aria-label": all.common.close }}
    >
      <Stack>
        <Text>{props.changes.length === 0 ? words.none : words.hint}</Text>
        {props.changes.length > 0 && (
          <ul className={classes["preview"]} tabIndex={0}>
            {props.changes.map(({ group, notation }) => (
              <li key={group.id}>{words.change(group.notation, notation, group.title)}</li>
            ))}
          </ul>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {all.common.cancel}
          </Button>
          <ExplainedButton
            reason={props.changes.length === 0 ? words.none : undefined}
            onClick={props.onConfirm}
          >
            {words.confirm(count(props.changes.length))}
          </ExplainedButton>
        </Group>
      </Stack>
    </Modal>
  );
}
