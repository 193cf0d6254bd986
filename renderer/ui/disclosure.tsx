import { Button, Collapse, Stack } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";

/** Something seldom needed, behind a button that says what it is; open at first where `opened` says so. */
export function Disclosure(props: { label: string; opened?: boolean; children: ReactNode }) {
  const id = useId();
  // Until a person decides, it follows what it is told: a list that comes late may be empty.
  const [chosen, setChosen] = useState<boolean>();
  const open = chosen ?? props.opened ?? false;
  const Icon = open ? IconChevronUp : IconChevronDown;
  return (
    <Stack gap="xs" align="stretch">
      <Button
        variant="transparent"
        size="compact-md"
        px={0}
        fz="sm"
        style={{ alignSelf: "flex-start" }}
        rightSection={<Icon size="1rem" aria-hidden />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setChosen(!open)}
      >
        {props.label}
      </Button>
      <Collapse id={id} expanded={open}>
        {props.children}
      </Collapse>
    </Stack>
  );
}
