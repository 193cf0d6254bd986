import { Alert, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from "@tabler/icons-react";

const looks = {
  good: { color: "lacquer", Icon: IconCircleCheck },
  note: { color: "yellow", Icon: IconInfoCircle },
  bad: { color: "red", Icon: IconAlertTriangle },
};

/** What was found, in a sentence; below it what is safe and what to do. */
export function Verdict(props: { kind: keyof typeof looks; title: string; more?: readonly string[] }) {
  const { color, Icon } = looks[props.kind];
  const { more = [] } = props;
  const lines = more.length === 0 ? undefined : more.map((line) => <Text key={line}>{line}</Text>);
  return (
    <Alert
      color={color}
      variant="light"
      role="status"
      icon={<Icon aria-hidden />}
      title={props.title}
      styles={{ title: { color: "var(--mantine-color-text)" } }}
    >
      {lines}
    </Alert>
  );
}
