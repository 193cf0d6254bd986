import { Button, Kbd, Menu, Text } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import type { ComponentType, ReactNode } from "react";
import { Link } from "wouter";

/** One line of a menu: what it is called, the keys that do the same, and either what it does or where it leads. */
export type MenuAction = {
  label: string;
  Icon: ComponentType<{ size?: number | string }>;
  keys?: string;
  /** Why it cannot be done now. */
  reason?: string | undefined;
  danger?: boolean;
  /** Begins a group of its own. */
  apart?: boolean;
} & ({ href: string } | { onChoose: () => void });

/** A button that opens a menu walked by arrows; a line that cannot be chosen says why. */
export function ActionMenu(props: { label: string; icon?: ReactNode; actions: readonly MenuAction[] }) {
  return (
    <Menu
      position="bottom-end"
      shadow="md"
      width="max-content"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button
          variant="default"
          leftSection={props.icon}
          rightSection={<IconChevronDown size="1rem" aria-hidden />}
        >
          {props.label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={props.label}>
        {props.actions.map((action) => (
          <MenuLine key={action.label} action={action} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function MenuLine({ action }: { action: MenuAction }) {
  const { label, Icon, keys, reason, danger, apart } = action;
  const shape = {
    leftSection: <Icon size="1.1rem" aria-hidden />,
    rightSection: keys === undefined ? undefined : <Kbd size="xs">{keys}</Kbd>,
    ...(danger === true && reason === undefined ? { style: { color: "var(--mantine-color-error)" } } : {}),
  };
  const line =
    reason !== undefined ? (
      <Menu.Item {...shape} aria-disabled data-off aria-description={reason} closeMenuOnClick={false}>
        <Text component="span" display="block" c="dimmed">
          {label}
        </Text>
        <Text component="span" display="block" size="sm" c="dimmed" maw="20rem">
          {reason}
        </Text>
      </Menu.Item>
    ) : "href" in action ? (
      <Menu.Item {...shape} component={Link} href={action.href}>
        {label}
      </Menu.Item>
    ) : (
      <Menu.Item {...shape} onClick={action.onChoose}>
        {label}
      </Menu.Item>
    );
  return (
    <>
      {apart === true && <Menu.Divider />}
      {line}
    </>
  );
}
