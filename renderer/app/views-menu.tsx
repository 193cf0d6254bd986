import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconBookmark, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { Words } from "#shared/text/vi.ts";
import { useSession } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { readViews, removeView, type SavedView, saveView, type ViewedList } from "./saved-views.ts";

/** A person's saved views of a list: taken up, saved and deleted. */
export function ViewsMenu<Shown extends object>(props: {
  list: ViewedList<Shown>;
  current: Shown;
  onView: (shown: Shown) => void;
  /** What of this list a view keeps. */
  keeps: keyof Words["views"]["hints"];
}) {
  const { list } = props;
  const person = useSession().profile?.name;
  const words = useWords().views;
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState("");
  const [views, setViews] = useState<readonly SavedView<Shown>[]>([]);
  const storage = window.localStorage;
  const given = name.normalize("NFC").trim();
  if (person === undefined) return null;
  return (
    <Popover
      width="22rem"
      position="bottom-end"
      withArrow
      shadow="md"
      trapFocus
      returnFocus
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
            setViews(readViews(storage, list, person));
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
                  props.onView(view.shown);
                }}
              >
                {view.name}
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="2rem"
                aria-label={words.remove(view.name)}
                onClick={() => setViews(removeView(storage, list, person, view.name))}
              >
                <IconTrash size="1rem" />
              </ActionIcon>
            </Group>
          ))}
          <TextInput
            label={words.name}
            description={words.hints[props.keeps]}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <ExplainedButton
            reason={given === "" ? words.nameMissing : undefined}
            onClick={() => {
              const view = { name: given, shown: props.current };
              saveView(storage, list, person, view);
              setName("");
              setOpened(false);
              notifications.show({ message: words.saved(given) });
            }}
          >
            {words.save}
          </ExplainedButton>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
