import { Button, Stack, Text } from "@mantine/core";
import { IconCircleCheck, IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { AsideLists } from "#renderer/app/aside-lists.tsx";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";

/** What machines sent and the province's store does not hold: kept for a parent, or refused, with what is to be done. */
export function AsideScreen() {
  const all = useWords();
  const words = all.aside;
  const desk = useDesk();
  const asked = useAskedAgain("aside", () => desk.call("province.aside", {}), ["sync.changed"]);
  const { value } = asked;
  // Shown anew where a person asks again: pages that were loaded before are not of the new answer.
  const [turn, setTurn] = useState(0);
  const askAgain = () => {
    setTurn(turn + 1);
    asked.ask();
  };
  return (
    <Stack gap="lg">
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        back={{ to: "/province", label: all.province.title }}
        actions={
          <Button variant="default" leftSection={<IconRefresh size="1.1rem" />} onClick={askAgain}>
            {words.refresh}
          </Button>
        }
      />
      {asked.error !== undefined && <FaultView error={asked.error} onRetry={asked.ask} />}
      {value && value.held.total + value.refused.total === 0 && (
        <EmptyState Icon={IconCircleCheck} title={words.none} hint={words.noneHint} />
      )}
      {value && value.held.total + value.refused.total > 0 && (
        <AsideLists
          key={turn}
          aside={value}
          ask={(question) => desk.call("province.aside", question)}
          fault={(error) => <FaultView error={error} />}
        />
      )}
      {value && <Settled count={value.settled} />}
    </Stack>
  );
}

function Settled({ count }: { count: number }) {
  const words = useWords().aside;
  const format = useFormat();
  return count > 0 ? <Text c="dimmed">{words.settled(format.count(count))}</Text> : null;
}
