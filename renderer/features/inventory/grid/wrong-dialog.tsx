import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { useWords } from "#renderer/app/words.tsx";

/** A cell whose text was not taken, in words. */
export type WrongLine = { key: string; place: string; text: string; problem: string; onGo: () => void };

const shown = 200;

/** The cells that keep what was there until they are mended; each opens its cell. */
export function WrongDialog(props: {
  lines: readonly WrongLine[];
  onDismiss: () => void;
  onClose: () => void;
}) {
  const words = useWords();
  return (
    <Modal
      opened
      centered
      size="lg"
      returnFocus={false}
      onClose={props.onClose}
      title={words.grid.wrongDialog.title}
      closeButtonProps={{ "aria-label": words.common.close }}
    >
      <Stack>
        <Text>{words.grid.wrongDialog.hint}</Text>
        <List>
          {props.lines.slice(0, shown).map(({ key, place, text, problem, onGo }) => (
            <List.Item key={key}>
              <Button variant="transparent" px={0} h="auto" onClick={onGo}>
                {place}
              </Button>{" "}
              {words.grid.wrongDialog.typed(text)}. {problem}
            </List.Item>
          ))}
        </List>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onDismiss}>
            {words.grid.wrongDialog.dismiss}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
