import { ActionIcon, AppShell, Burger, Group, NavLink, Popover, ScrollArea, Text } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { Toasts } from "#renderer/app/toasts.tsx";
import { IconHelp, IconKeyboard, IconSunMoon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import type { Profile } from "#shared/archive/profile.ts";
import { AtWork } from "#renderer/app/at-work.tsx";
import { ConflictBadge } from "#renderer/app/conflict-badge.tsx";
import { Appearance } from "#renderer/app/appearance.tsx";
import { toHelp } from "#renderer/app/addresses.ts";
import { helpOfPlace } from "#renderer/app/help-of-place.ts";
import { KeysSheet } from "#renderer/app/keys-sheet.tsx";
import { NotesBadge } from "#renderer/app/notes-badge.tsx";
import { ReportDue } from "#renderer/app/report-due.tsx";
import { placeOf, routes } from "#renderer/app/routes.tsx";
import { StatusBar } from "#renderer/app/status-bar.tsx";
import { useLocking } from "./use-locking.ts";
import { useOwnKeys } from "./use-own-keys.ts";
import { useUndoKeys } from "./use-undo-keys.ts";
import { useNarrow } from "#renderer/app/use-narrow.ts";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useWords } from "#renderer/app/words.tsx";
import { TourCoach } from "#renderer/features/help/tour-coach.tsx";

const contentId = "content";

/** What waits at a place, counted beside its name. */
const badges: Partial<Record<string, ReactNode>> = { conflicts: <ConflictBadge />, notes: <NotesBadge /> };

/** The frame of every screen: who and where above, places at the left, the two status lines below. */
export function Shell({ profile, children }: { profile: Profile; children: ReactNode }) {
  const words = useWords();
  const [navigation, { toggle, close }] = useDisclosure(false);
  const [keys, keysSheet] = useDisclosure(false);
  const own = useOwnKeys();
  const narrow = useNarrow();
  const lock = useLocking();
  const [location, go] = useLocation();
  const places = routes.flatMap(({ path, place }) =>
    place?.roles.includes(profile.role) ? [{ path: placeOf({ path }), ...place }] : [],
  );
  useHotkeys(
    [
      ["F1", keysSheet.open],
      ["shift+F1", () => go(toHelp(helpOfPlace(location)))],
      ["mod+K", () => go("/search")],
      ["mod+S", () => undefined],
      ...(lock ? [["mod+L", lock] satisfies [string, () => void]] : []),
      ...places.slice(0, 9).flatMap(({ path }, at): [string, () => void][] => [
        [`alt+${at + 1}`, () => go(path)],
        [`mod+${at + 1}`, () => go(path)],
      ]),
    ],
    [],
  );
  useUndoKeys();
  return (
    <AppShell
      header={{ height: "3.5rem" }}
      footer={{ height: narrow ? "4rem" : "2.5rem" }}
      navbar={{ width: "15.5rem", breakpoint: "sm", collapsed: { mobile: !navigation } }}
      padding="xl"
    >
      <a
        className="skip"
        href={`#${contentId}`}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById(contentId)?.focus();
        }}
      >
        {words.shell.skip}
      </a>
      <AppShell.Header>
        <Header
          profile={profile}
          navigation={navigation}
          onNavigation={toggle}
          onKeys={keysSheet.open}
          onLock={lock}
        />
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={words.shell.navigation}>
        <ScrollArea>
          {places.map(({ path, name, Icon }) => {
            const here =
              path === "/" ? location === "/" : location === path || location.startsWith(`${path}/`);
            return (
              <NavLink
                key={path}
                component={Link}
                href={path}
                onClick={close}
                label={words.shell.places[name]}
                leftSection={<Icon size="1.25rem" />}
                rightSection={badges[name]}
                active={here}
                aria-current={here ? "page" : undefined}
                style={{ borderRadius: "var(--mantine-radius-md)" }}
                fw={here ? 600 : 400}
                mb="0.15rem"
              />
            );
          })}
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id={contentId} tabIndex={-1} style={{ outline: "none" }}>
        <ReportDue profile={profile} />
        {children}
        <Toasts />
      </AppShell.Main>
      <AppShell.Footer>
        <StatusBar stacked={narrow} />
      </AppShell.Footer>
      <TourCoach role={profile.role} />
      <KeysSheet opened={keys} onClose={keysSheet.close} own={own} />
    </AppShell>
  );
}

function Header(props: {
  profile: Profile;
  navigation: boolean;
  onNavigation: () => void;
  onKeys: () => void;
  onLock: (() => void) | undefined;
}) {
  const words = useWords();
  const nameOf = useUnitNames();
  const [location] = useLocation();
  const { profile } = props;
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap">
        <Burger
          opened={props.navigation}
          onClick={props.onNavigation}
          hiddenFrom="sm"
          size="sm"
          aria-label={words.shell.navigation}
        />
        <Text fw={600} fz="1.25rem" c="lacquer" style={{ whiteSpace: "nowrap" }}>
          {words.common.product}
        </Text>
        <Text truncate visibleFrom="xs">
          {nameOf(profile.scope) || words.shell.unknownUnit}
        </Text>
      </Group>
      <Group gap="sm" wrap="nowrap">
        <AtWork profile={profile} onChange={props.onLock} />
        <Popover width="20rem" position="bottom-end" withArrow shadow="md" trapFocus>
          <Popover.Target>
            <ActionIcon variant="default" size="2.25rem" aria-label={words.shell.appearance.title}>
              <IconSunMoon size="1.25rem" />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={words.shell.appearance.title}>
            <Appearance />
          </Popover.Dropdown>
        </Popover>
        <ActionIcon
          component={Link}
          href={toHelp(helpOfPlace(location))}
          variant="default"
          size="2.25rem"
          aria-label={words.help.ofThis}
        >
          <IconHelp size="1.25rem" />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="2.25rem"
          onClick={props.onKeys}
          aria-label={words.shell.keys.open}
        >
          <IconKeyboard size="1.25rem" />
        </ActionIcon>
      </Group>
    </Group>
  );
}
