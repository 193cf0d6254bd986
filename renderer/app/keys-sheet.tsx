import { Button, Group, Kbd, Modal, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { useState } from "react";
import { KeyChoice } from "#renderer/app/key-choice.tsx";
import { isChangeable, refuseKey } from "#renderer/app/own-keys.ts";
import type { OwnKeysState } from "#renderer/app/use-own-keys.ts";
import { useWords } from "#renderer/app/words.tsx";

type Choosing = {
  own: OwnKeysState;
  /** The key that is being given another, empty where none is. */
  chosen: string;
  choose: (keys: string) => void;
  press: (pressed: string, keys: string, meaning: string) => void;
};

/** The sheet of keys that F1 opens: every key of the app, by the place where it works, and the person's own beside it. */
export function KeysSheet(props: { opened: boolean; onClose: () => void; own: OwnKeysState }) {
  const words = useWords();
  const { own } = props;
  const [chosen, setChosen] = useState("");
  const [said, setSaid] = useState({ text: "", isRefusal: false });
  const { groups } = words.keys;
  const [wide, ...others] = [...groups].sort((one, other) => other.rows.length - one.rows.length);
  const choose = (keys: string) => {
    own.hold(keys !== "");
    setChosen(keys);
  };
  const press = (pressed: string, keys: string, meaning: string) => {
    const builtIn = groups.flatMap(({ rows }) => rows.flatMap(([written]) => written.split(", ")));
    const others = Object.entries(own.keys).flatMap(([of, key]) => (of === keys ? [] : [key]));
    const refusal = refuseKey(pressed, keys, [...builtIn, ...others]);
    if (refusal) setSaid({ text: words.ownKeys.refused[refusal](pressed), isRefusal: true });
    else {
      own.keep({ ...own.keys, [keys]: pressed });
      setSaid({ text: words.ownKeys.set(pressed, meaning), isRefusal: false });
      choose("");
    }
  };
  const choosing = { own, chosen, choose, press };
  return (
    <Modal
      opened={props.opened}
      onClose={() => {
        choose("");
        setSaid({ text: "", isRefusal: false });
        props.onClose();
      }}
      closeOnEscape={chosen === ""}
      title={words.keys.title}
      size="72rem"
      closeButtonProps={{ "aria-label": words.common.close }}
    >
      <Group justify="space-between" mb="md" mih="2.25rem">
        <Text size="sm" c="dimmed">
          {words.ownKeys.hint}
        </Text>
        <Text
          role="status"
          size="sm"
          fw={600}
          c={said.isRefusal ? "var(--mantine-color-error)" : "var(--mantine-color-text)"}
        >
          {said.text}
        </Text>
        {Object.keys(own.keys).length > 0 && (
          <Button variant="default" size="compact-sm" onClick={() => own.keep({})}>
            {words.ownKeys.resetAll}
          </Button>
        )}
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        {wide && <KeyGroup {...wide} choosing={choosing} />}
        <Stack>
          {groups
            .filter((group) => others.includes(group))
            .map((group) => (
              <KeyGroup key={group.title} {...group} choosing={choosing} />
            ))}
        </Stack>
      </SimpleGrid>
    </Modal>
  );
}

function KeyGroup(props: {
  title: string;
  rows: readonly (readonly [string, string])[];
  choosing: Choosing;
}) {
  const { own, chosen, choose, press } = props.choosing;
  return (
    <section>
      <Title order={3} fz="1.0625rem" mb="xs">
        {props.title}
      </Title>
      <Table aria-label={props.title} verticalSpacing="0.3rem">
        <Table.Tbody>
          {props.rows.map(([keys, meaning]) => (
            <Table.Tr key={keys}>
              <Table.Th scope="row" fw={400} w="36%">
                <Kbd size="sm">{keys}</Kbd>
              </Table.Th>
              <Table.Td>{meaning}</Table.Td>
              <Table.Td w="1%" ta="right">
                {isChangeable(keys) && (
                  <KeyChoice
                    keys={keys}
                    meaning={meaning}
                    own={own.keys[keys]}
                    isChoosing={chosen === keys}
                    onChoose={choose}
                    onPress={(pressed) => press(pressed, keys, meaning)}
                    onReset={() =>
                      own.keep(Object.fromEntries(Object.entries(own.keys).filter(([of]) => of !== keys)))
                    }
                  />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
