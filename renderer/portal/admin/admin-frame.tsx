import { Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { useWords } from "#renderer/app/words.tsx";

/** A page of the administration, under the ways to its others. */
export function AdminFrame({ children }: { children: ReactNode }) {
  const { admin, links, readers } = useWords().portal;
  const [location] = useLocation();
  const places = [
    { to: "/admin", name: admin.health.place },
    { to: "/admin/devices", name: admin.devices.place },
    { to: "/admin/aside", name: admin.asidePlace },
    { to: "/admin/people", name: readers },
    { to: "/admin/links", name: links.title },
    { to: "/admin/partners", name: admin.partners.place },
    { to: "/admin/packs", name: admin.packs.place },
    { to: "/admin/units", name: admin.units.place },
  ];
  const isHere = (to: string) => location === to || (to !== "/admin" && location.startsWith(`${to}/`));
  return (
    <Stack gap="lg">
      <Group
        component="nav"
        aria-label={admin.menu}
        gap="0.25rem"
        pb="xs"
        style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}
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
      {children}
    </Stack>
  );
}
