import { Alert, List, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { UnitFault } from "#shared/rules/judge-unit-change.ts";
import { useWords } from "#renderer/app/words.tsx";

/** What is wrong with a change of units, each with what to do; `hint` says what is safe. */
export function FaultList(props: {
  title: string;
  color: "red" | "orange";
  faults: readonly UnitFault[];
  hint?: string;
}) {
  const words = useWords().portal.admin.units;
  return (
    <Alert color={props.color} variant="light" icon={<IconAlertTriangle aria-hidden />} title={props.title}>
      <List size="sm" spacing="xs">
        {props.faults.map(({ code, about }) => (
          <List.Item key={`${code} ${about}`}>{words.faults[code](about)}</List.Item>
        ))}
      </List>
      {props.hint !== undefined && (
        <Text size="sm" mt="xs">
          {props.hint}
        </Text>
      )}
    </Alert>
  );
}
