import { Alert, Anchor, List } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { fieldId } from "./use-draft.ts";

/** All problems of a form at once; each leads to its field. */
export function ProblemList(props: { title: string; problems: readonly { field: string; text: string }[] }) {
  if (props.problems.length === 0) return null;
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={props.title}
      role="alert"
    >
      <List spacing="0.2rem">
        {props.problems.map(({ field, text }) => (
          <List.Item key={field + text}>
            <Anchor
              component="button"
              type="button"
              c="inherit"
              underline="always"
              ta="left"
              onClick={() => document.getElementById(fieldId(field))?.focus()}
            >
              {text}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
