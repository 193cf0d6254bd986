import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from "@mantine/core";
import { IconBookmark, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import type { GridCollection } from "./row-kind.ts";
import { readViews, removeView, type SavedView, saveView } from "./saved-views.ts";

/** A person's saved views of a list: taken up, saved and deleted. */
export function ViewsMenu(props: {
  collection: GridCollection;
  current: Omit<SavedView, "name">;
  onView: (view: SavedView) => void;
}) {
  const { profile } = useWork();
  const words = useWords().grid.views;
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState("");
  const [views, setViews] = useState<readonly SavedView[]>([]);
  const storage = window.localStorage;
  const given = name.normalize("NFC").trim();
  return (
    <Popover
      width="22rem"
      position="bottom-end"
      withArrow
      shadow="md"
      trapFocus
      withinPortal={false}
      opened={opened}
      onChange={setOpened}
    >
      <Popover.Target>
        <ActionIcon
          variant="default"
          size="2.25rem"
          title={words.title}
          aria-label={words.title}
          onClick={() => {
            setViews(readViews(storage, props.collection, profile.name));
            setOpened(!opened);
          }}
        >
          <IconBookmark size="1.2rem" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.title}>
        <Stack gap="xs">
          {views.length === 0 && <Text c="dimmed">{words.none}</Text>}
          {views.map((view) => (
            <Group key={view.name} justify="space-between" wrap="nowrap">
              <Button
                variant="subtle"
                justify="flex-start"
                flex={1}
                onClick={() => {
                  setOpened(false);
                  props.onView(view);
                }}
              >
                {view.name}
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="2rem"
                aria-label={words.remove(view.name)}
                onClick={() => setViews(removeView(storage, props.collection, profile.name, view.name))}
              >
                <IconTrash size="1rem" />
              </ActionIcon>
            </Group>
          ))}
          <TextInput
            label={words.name}
            description={words.hint}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <ExplainedButton
            reason={given === "" ? words.nameMissing : undefined}
            onClick={() => {
              const view = { ...props.current, name: given };
              setViews(saveView(storage, props.collection, profile.name, view));
              setName("");
            }}
          >
            {words.save}
          </ExplainedButton>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
