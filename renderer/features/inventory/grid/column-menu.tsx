import { ActionIcon, Button, Checkbox, Group, Popover, ScrollArea, Stack, Text } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconColumns3 } from "@tabler/icons-react";
import { useWords } from "#renderer/app/words.tsx";
import type { ColumnSet } from "./columns.ts";
import type { GridCollection } from "./row-kind.ts";
import { arranged, firstSettings, type GridSettings } from "./use-grid-settings.ts";

/** Which columns are shown, and in what order. */
export function ColumnMenu(props: {
  collection: GridCollection;
  set: ColumnSet;
  settings: GridSettings;
  onChange: (part: Partial<GridSettings>) => void;
}) {
  const words = useWords().grid;
  const { set, settings, onChange } = props;
  const columns = arranged(set, settings);
  const movable = columns.filter(({ pinned }) => !pinned);
  const move = (key: string, by: number) => {
    const order = columns.map((column) => column.key);
    const at = order.indexOf(key);
    order.splice(at, 1);
    order.splice(at + by, 0, key);
    onChange({ order });
  };
  const toggle = (key: string, shown: boolean) =>
    onChange({ hidden: shown ? settings.hidden.filter((one) => one !== key) : [...settings.hidden, key] });
  return (
    <Popover width="22rem" position="bottom-end" withArrow shadow="md" trapFocus withinPortal={false}>
      <Popover.Target>
        <ActionIcon variant="default" size="2.25rem" title={words.columns} aria-label={words.columns}>
          <IconColumns3 size="1.2rem" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.columns}>
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            {words.columnsHint} {words.keepHint}
          </Text>
          <ScrollArea.Autosize mah="50vh">
            <Stack gap="0.25rem">
              {movable.map(({ key, title, required }, at) => (
                <Group key={key} justify="space-between" wrap="nowrap" gap="xs">
                  {required ? (
                    <Text>{title}</Text>
                  ) : (
                    <Checkbox
                      label={title}
                      checked={!settings.hidden.includes(key)}
                      onChange={(event) => toggle(key, event.currentTarget.checked)}
                    />
                  )}
                  <Group gap="0.25rem" wrap="nowrap">
                    <ActionIcon
                      variant="subtle"
                      size="2rem"
                      aria-label={words.columnUp(title)}
                      onClick={() => at > 0 && move(key, -1)}
                    >
                      <IconArrowUp size="1rem" />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      size="2rem"
                      aria-label={words.columnDown(title)}
                      onClick={() => at < movable.length - 1 && move(key, 1)}
                    >
                      <IconArrowDown size="1rem" />
                    </ActionIcon>
                  </Group>
                </Group>
              ))}
            </Stack>
          </ScrollArea.Autosize>
          <Button variant="subtle" onClick={() => onChange(firstSettings(props.collection, set))}>
            {words.columnsReset}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
