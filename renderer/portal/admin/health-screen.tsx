import { Button, Grid, Stack } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { portalHealthSchema } from "#shared/contract/portal-admin.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { PortalFaultView } from "#renderer/portal/portal-fault.tsx";
import { useAnswer } from "#renderer/portal/use-answer.ts";
import { AdminFrame } from "./admin-frame.tsx";
import { AuditWalks, Backups, Parts, Work } from "./health-parts.tsx";
import { FindingList } from "./finding-list.tsx";

/** How the province is: what is wrong with it in words, what it stands on, its audits and its backups. */
export function HealthScreen() {
  const words = useWords().portal.admin.health;
  const { time } = useFormat();
  const { value, error, again } = useAnswer(portalHealthSchema, "admin/health");
  return (
    <AdminFrame>
      <div>
        <PageHeader
          title={words.title}
          subtitle={value && words.subtitle(time(value.at))}
          actions={
            <Button variant="default" leftSection={<IconRefresh size="1.1rem" aria-hidden />} onClick={again}>
              {words.refresh}
            </Button>
          }
        />
        {error !== undefined && <PortalFaultView error={error} onRetry={again} />}
        {value && (
          <Stack gap="lg">
            <FindingList health={value} />
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, md: 6 }}>
                <Parts health={value} />
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 6 }}>
                <Work health={value} />
              </Grid.Col>
            </Grid>
            <Backups health={value} />
            <AuditWalks health={value} />
          </Stack>
        )}
      </div>
    </AdminFrame>
  );
}
