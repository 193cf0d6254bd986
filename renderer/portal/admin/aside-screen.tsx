import { Button, Stack, Text } from "@mantine/core";
import { IconCircleCheck, IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { provinceAsideSchema } from "#shared/contract/province-aside.ts";
import { AsideLists } from "#renderer/app/aside-lists.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { ask } from "#renderer/portal/ask.ts";
import { PortalFaultView } from "#renderer/portal/portal-fault.tsx";
import { useAnswer } from "#renderer/portal/use-answer.ts";
import { AdminFrame } from "./admin-frame.tsx";

/** What machines sent and the store does not hold, to the last row, with what is to be done. */
export function PortalAsideScreen() {
  const words = useWords().aside;
  const { count } = useFormat();
  const { value, error, again } = useAnswer(provinceAsideSchema, "admin/aside");
  const [turn, setTurn] = useState(0);
  return (
    <AdminFrame>
      <div>
        <PageHeader
          title={words.title}
          subtitle={words.subtitle}
          actions={
            <Button
              variant="default"
              leftSection={<IconRefresh size="1.1rem" aria-hidden />}
              onClick={() => {
                setTurn(turn + 1);
                again();
              }}
            >
              {words.refresh}
            </Button>
          }
        />
        <Stack gap="lg">
          {error !== undefined && <PortalFaultView error={error} onRetry={again} />}
          {value && value.held.total + value.refused.total === 0 && (
            <EmptyState Icon={IconCircleCheck} title={words.none} hint={words.noneHint} />
          )}
          {value && value.held.total + value.refused.total > 0 && (
            <AsideLists
              key={turn}
              aside={value}
              ask={(question) =>
                ask(provinceAsideSchema, `admin/aside?${new URLSearchParams(question).toString()}`)
              }
              fault={(fault) => <PortalFaultView error={fault} />}
            />
          )}
          {value && value.settled > 0 && <Text c="dimmed">{words.settled(count(value.settled))}</Text>}
        </Stack>
      </div>
    </AdminFrame>
  );
}
