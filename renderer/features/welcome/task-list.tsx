import {
  Badge,
  Button,
  Card,
  Group,
  Paper,
  Stack,
  Text,
  ThemeIcon,
  Title,
  VisuallyHidden,
} from "@mantine/core";
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBuildingBank,
  IconCalendarQuestion,
  IconCheck,
  IconClipboardCheck,
  IconClockQuestion,
  IconCoffee,
  IconFileUnknown,
  IconListDetails,
  IconPackage,
  IconPackages,
  IconPlayerPlay,
  IconScan,
  IconTarget,
  IconTruckDelivery,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { Link } from "wouter";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { Task, TaskName } from "./next-tasks.ts";

const icons: Record<TaskName, ComponentType<{ size?: number | string }>> = {
  startInventory: IconListDetails,
  outOfScope: IconTarget,
  noRetention: IconClockQuestion,
  noFileDate: IconCalendarQuestion,
  noItemType: IconFileUnknown,
  noItemDate: IconCalendarQuestion,
  makeBatch: IconPackages,
  handOver: IconTruckDelivery,
  fixReturned: IconArrowBackUp,
  receive: IconPackage,
  capture: IconScan,
  held: IconAlertTriangle,
  check: IconClipboardCheck,
  watch: IconBuildingBank,
  rest: IconCoffee,
  sample: IconPlayerPlay,
};

/** The things to do, the most urgent first and largest; below them what is done, ticked off. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const words = useWords().home;
  const { count } = useFormat();
  const open = tasks.filter(({ done }) => !done);
  const done = tasks.filter((task) => task.done);
  const left = open.filter(({ name }) => name !== "rest" && name !== "sample").length;
  return (
    <Stack component="section" gap="sm" aria-label={words.next}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={2} fz="1.25rem">
            {words.next}
          </Title>
          <Text c="dimmed" size="sm">
            {words.nextHint}
          </Text>
        </div>
        {left > 0 && (
          <Badge variant="default" size="lg" tt="none" fw={600}>
            {words.left(count(left))}
          </Badge>
        )}
      </Group>
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
        {open.map((task, at) => (
          <OpenTask key={`${task.name} ${task.batch}`} task={task} first={at === 0} />
        ))}
      </Stack>
      {done.length > 0 && (
        <Paper withBorder p="md">
          <Text size="sm" c="dimmed" mb="xs">
            {words.doneList(count(done.length))}
          </Text>
          <Stack component="ul" gap="0.3rem" m={0} p={0} style={{ listStyle: "none" }}>
            {done.map(({ name }) => (
              <Group component="li" key={name} gap="xs" wrap="nowrap">
                <IconCheck size="1.1rem" color="var(--mantine-color-lacquer-text)" aria-hidden />
                <Text>
                  {words.tasks[name].done}
                  <VisuallyHidden>{` (${words.doneWord})`}</VisuallyHidden>
                </Text>
              </Group>
            ))}
          </Stack>
        </Paper>
      )}
    </Stack>
  );
}

function OpenTask({ task, first }: { task: Task; first: boolean }) {
  const words = useWords().home.tasks[task.name];
  const { count } = useFormat();
  const Icon = icons[task.name];
  const title = words.title(count(task.count), task.batch);
  return (
    <Card component="li" withBorder padding={first ? "lg" : "sm"}>
      <Group justify="space-between" gap="md">
        <Group wrap="nowrap" flex="1 1 18rem">
          <ThemeIcon
            size={first ? "3rem" : "2.25rem"}
            radius="md"
            variant={first ? "filled" : "light"}
            aria-hidden
          >
            <Icon size={first ? "1.6rem" : "1.25rem"} />
          </ThemeIcon>
          <div>
            <Text fw={600} {...(first && { fz: "1.0625rem" })}>
              {title}
            </Text>
            <Text c="dimmed" size="sm">
              {words.hint}
            </Text>
          </div>
        </Group>
        <Button
          component={Link}
          href={task.to}
          variant={first ? "filled" : "default"}
          aria-label={`${words.action}: ${title}`}
        >
          {words.action}
        </Button>
      </Group>
    </Card>
  );
}
