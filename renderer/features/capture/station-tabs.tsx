import { Badge, Tabs, VisuallyHidden } from "@mantine/core";
import { IconAlertTriangle, IconFiles, IconInbox, IconScan } from "@tabler/icons-react";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

export const stationTabs = ["take", "tray", "items", "held"] as const;

export type StationTab = (typeof stationTabs)[number];

const icons = { take: IconScan, tray: IconInbox, items: IconFiles, held: IconAlertTriangle } as const;

const colours: Record<StationTab, string> = { take: "red", tray: "lacquer", items: "red", held: "red" };

/** The tabs of the station; a number on one says how much waits there, whichever tab is open. */
export function StationTabList(props: {
  tabs: readonly StationTab[];
  counts: Partial<Record<StationTab, number>>;
}) {
  const { station } = useWords();
  const { count } = useFormat();
  return (
    <Tabs.List aria-label={station.tabsLabel} mb="lg">
      {props.tabs.map((name) => {
        const Icon = icons[name];
        const waiting = props.counts[name] ?? 0;
        return (
          <Tabs.Tab
            key={name}
            value={name}
            fz="1rem"
            leftSection={<Icon size="1.15rem" aria-hidden />}
            rightSection={
              waiting > 0 && (
                <>
                  <Badge size="md" variant="filled" color={colours[name]} className="figures" aria-hidden>
                    {count(waiting)}
                  </Badge>
                  <VisuallyHidden>{station.waiting(count(waiting))}</VisuallyHidden>
                </>
              )
            }
          >
            {station.tabs[name]}
          </Tabs.Tab>
        );
      })}
    </Tabs.List>
  );
}
