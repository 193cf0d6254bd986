import { Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import type { ScannedPage } from "#shared/contract/scan.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";

/** The last pages of a stretch, latest first, each with “saved” and where it went. */
export function SavedPages({ pages }: { pages: readonly ScannedPage[] }) {
  const { scan } = useWords();
  const latest = [...pages].reverse();
  return (
    <VirtualList
      label={scan.pagesLabel}
      count={latest.length}
      rowHeight={3.4}
      height={`${Math.min(18, latest.length * 3.4 + 0.5)}rem`}
      keyOf={(at) => String(latest[at]?.ordinal ?? at)}
      renderRow={(at) => {
        const page = latest[at];
        return page && <SavedPage page={page} />;
      }}
    />
  );
}

function SavedPage({ page }: { page: ScannedPage }) {
  const { scan, faults } = useWords();
  const { bytes, time } = useFormat();
  const refused = page.place === "refused";
  const Icon = refused ? IconAlertTriangle : IconCircleCheck;
  return (
    <Group gap="sm" wrap="nowrap" py="0.25rem">
      <Icon
        size="1.3rem"
        color={`var(--mantine-color-${refused ? "red" : "lacquer"}-text)`}
        aria-hidden
        style={{ flexShrink: 0 }}
      />
      <Stack gap={0} miw={0} flex={1}>
        <Text className="figures" truncate>
          {`${scan.page(page.ordinal)} · ${page.name}`}
        </Text>
        <Text size="sm" c={refused ? "red" : "dimmed"} truncate>
          {refused && page.fault !== ""
            ? `${faults[page.fault].what} ${faults[page.fault].next}`
            : `${scan.savedMark} ${time(page.savedAt)} · ${bytes(page.size)} · ${scan.places[page.place]}`}
        </Text>
      </Stack>
    </Group>
  );
}
