import { Button, Card, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { IconArchive, IconArchiveOff, IconPackageImport, IconPlus } from "@tabler/icons-react";
import { map } from "rxjs";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import type { Fonds } from "#shared/archive/fonds.ts";
import { toFonds, toPackages, toWithdrawn } from "#renderer/app/addresses.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";
import { FondsForm } from "./fonds-form.tsx";
import { mayEdit } from "./may-edit.ts";

/** All fonds on this machine, in the order of their codes. */
export function InventoryScreen() {
  const work = useWork();
  const all = useWords();
  const words = all.inventory;
  const nameOf = useUnitNames();
  const [, go] = useLocation();
  const [making, setMaking] = useState(false);
  const fonds = useLive("fonds", () =>
    work.db.fonds
      .find({ selector: { withdrawn: "" }, sort: [{ code: "asc" }], index: ["code"] })
      .$.pipe(map((found) => found.map((one) => one.toJSON() as Fonds))),
  );
  const make = mayEdit(work.profile.role) && (
    <Button leftSection={<IconPlus size="1.1rem" />} onClick={() => setMaking(true)}>
      {words.newFonds}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        actions={
          <>
            <Button
              component={Link}
              href={toWithdrawn}
              variant="subtle"
              leftSection={<IconArchiveOff size="1.1rem" aria-hidden />}
            >
              {all.withdrawn.title}
            </Button>
            {mayEdit(work.profile.role) && (
              <Button
                component={Link}
                href={toPackages}
                variant="subtle"
                leftSection={<IconPackageImport size="1.1rem" aria-hidden />}
              >
                {all.packageTaking.open}
              </Button>
            )}
            {fonds?.length !== 0 && make}
          </>
        }
      />
      {fonds?.length === 0 && (
        <EmptyState Icon={IconArchive} title={words.noFonds} hint={words.noFondsHint}>
          {make}
        </EmptyState>
      )}
      <SimpleGrid
        component="ul"
        aria-label={words.fondsList}
        cols={{ base: 1, lg: 2 }}
        p={0}
        m={0}
        style={{ listStyle: "none" }}
      >
        {fonds?.map((one) => (
          <li key={one.id}>
            <Card component={Link} href={toFonds(one.id)} withBorder padding="lg" h="100%" c="inherit">
              <Group wrap="nowrap" align="flex-start">
                <IconArchive size="1.5rem" aria-hidden style={{ flexShrink: 0 }} />
                <Stack gap="0.2rem" miw={0}>
                  <Text fw={600} style={{ overflowWrap: "anywhere" }}>
                    {one.name}
                  </Text>
                  <Text c="dimmed" size="sm" className="figures">
                    {[
                      one.code,
                      one.dateSpan,
                      nameOf(one.scope),
                      words.fonds.openWords[one.open ? "open" : "closed"],
                    ]
                      .filter((part) => part !== "")
                      .join(" · ")}
                  </Text>
                </Stack>
              </Group>
            </Card>
          </li>
        ))}
      </SimpleGrid>
      {making && (
        <SideSheet title={words.newFonds} close={all.common.close} onClose={() => setMaking(false)}>
          <FondsForm onSaved={(saved) => go(toFonds(saved.id))} onCancel={() => setMaking(false)} />
        </SideSheet>
      )}
    </>
  );
}
