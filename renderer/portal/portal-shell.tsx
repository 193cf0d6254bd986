import { ActionIcon, AppShell, Button, Container, Group, Menu, Popover, Text } from "@mantine/core";
import { IconLogout, IconMenu2, IconShieldLock, IconSunMoon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { Appearance } from "#renderer/app/appearance.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { leave } from "./leave.ts";
import { usePortal } from "./use-portal.tsx";

const contentId = "content";

/** The frame of the portal: the places one's role has, who one is, and the way out. On a phone the places fold up. */
export function PortalShell({ children }: { children: ReactNode }) {
  const words = useWords().portal;
  const [location] = useLocation();
  const { reader, change, may } = usePortal();
  const { product } = useWords().common;
  const places = [
    ...(may("search") ? [{ to: "/", name: words.search }] : []),
    ...(may("see-copies") ? [{ to: "/copies", name: words.copies.title }] : []),
    ...(may("share-links") ? [{ to: "/links", name: words.links.title }] : []),
    ...(may("administer") ? [{ to: "/admin", name: words.admin.title }] : []),
  ];
  const others = places.filter(({ to }) => to !== "/");
  const isHere = (to: string) =>
    to === "/"
      ? location !== "/factor" && !others.some((place) => location.startsWith(place.to))
      : location.startsWith(to);
  return (
    <AppShell header={{ height: "3.5rem" }} padding="md">
      <a
        className="skip"
        href={`#${contentId}`}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById(contentId)?.focus();
        }}
      >
        {words.skip}
      </a>
      <AppShell.Header>
        <Container size="xl" h="100%">
          <Group h="100%" justify="space-between" wrap="nowrap" gap="md">
            <Text fw={600} c="lacquer" style={{ whiteSpace: "nowrap" }}>
              {product}
            </Text>
            <Group
              component="nav"
              aria-label={words.menu}
              gap="0.25rem"
              visibleFrom="sm"
              flex={1}
              wrap="nowrap"
            >
              {places.map(({ to, name }) => (
                <Button
                  key={to}
                  component={Link}
                  href={to}
                  variant={isHere(to) ? "light" : "subtle"}
                  size="compact-md"
                  aria-current={isHere(to) ? "page" : undefined}
                >
                  {name}
                </Button>
              ))}
            </Group>
            <Group gap="xs" wrap="nowrap" miw={0}>
              <Text size="sm" truncate maw="12rem" title={words.roles[reader.role]}>
                {reader.name}
              </Text>
              <Popover withinPortal={false} position="bottom-end" trapFocus>
                <Popover.Target>
                  <ActionIcon variant="default" size="2.25rem" aria-label={words.appearance}>
                    <IconSunMoon size="1.25rem" />
                  </ActionIcon>
                </Popover.Target>
                <Popover.Dropdown>
                  <Appearance />
                </Popover.Dropdown>
              </Popover>
              <ActionIcon
                component={Link}
                href="/factor"
                variant="default"
                size="2.25rem"
                aria-label={words.factor.title}
                title={words.factor.title}
              >
                <IconShieldLock size="1.25rem" />
              </ActionIcon>
              <ActionIcon
                variant="default"
                size="2.25rem"
                aria-label={words.leave}
                title={words.leave}
                onClick={() => leave(() => change(undefined))}
              >
                <IconLogout size="1.25rem" />
              </ActionIcon>
              <Menu withinPortal={false} position="bottom-end">
                <Menu.Target>
                  <ActionIcon variant="default" size="2.25rem" aria-label={words.menu} hiddenFrom="sm">
                    <IconMenu2 size="1.25rem" />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {places.map(({ to, name }) => (
                    <Menu.Item key={to} component={Link} href={to}>
                      {name}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            </Group>
          </Group>
        </Container>
      </AppShell.Header>
      <AppShell.Main id={contentId} tabIndex={-1} style={{ outline: "none" }}>
        <Container size="xl" px={0}>
          {children}
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}
