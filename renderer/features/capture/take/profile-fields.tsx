import { Checkbox, NativeSelect, SimpleGrid, Stack, Text } from "@mantine/core";
import {
  type Capabilities,
  scanColours,
  scanPapers,
  type ScanSettings,
  scanSources,
  usualResolutions,
} from "#shared/capture/scan-settings.ts";
import { type DocumentClass, scanProfileOf } from "#shared/rules/scan-profiles.ts";
import { useWords } from "#renderer/app/words.tsx";

/** How pages are scanned; a field that is off says why. */
export function ProfileFields(props: {
  documentClass: DocumentClass;
  settings: ScanSettings;
  able: Capabilities | undefined;
  locked: boolean;
  onChange: (change: Partial<ScanSettings>) => void;
}) {
  const { scan } = useWords();
  const { settings, able, locked, onChange } = props;
  const { leastDpi } = scanProfileOf(props.documentClass);
  // Said once for all to read, and with each field for those who hear it.
  const off = locked ? { disabled: true, "aria-description": scan.lockedWhy } : {};
  const resolutions = [
    ...new Set([...(able?.resolutions ?? usualResolutions), settings.dpi].filter((dpi) => dpi >= leastDpi)),
  ].sort((one, other) => one - other);
  const noDuplex =
    settings.source === "flatbed" ? scan.flatbedDuplex : able && !able.duplex ? scan.noDuplex : undefined;
  const why = locked ? scan.lockedWhy : noDuplex;
  return (
    <Stack gap="sm">
      {locked && <Text size="sm">{scan.lockedWhy}</Text>}
      <SimpleGrid cols={2} spacing="sm">
        <NativeSelect
          label={scan.settings.source}
          value={settings.source}
          data={scanSources.map((value) => ({ value, label: scan.sources[value] }))}
          onChange={(event) => onChange({ source: event.currentTarget.value as ScanSettings["source"] })}
          {...off}
        />
        <NativeSelect
          label={scan.settings.paper}
          value={settings.paper}
          data={scanPapers.map((value) => ({ value, label: scan.papers[value] }))}
          onChange={(event) => onChange({ paper: event.currentTarget.value as ScanSettings["paper"] })}
          {...off}
        />
      </SimpleGrid>
      <SimpleGrid cols={2} spacing="sm">
        <NativeSelect
          label={scan.settings.dpi}
          value={String(settings.dpi)}
          data={resolutions.map((dpi) => ({ value: String(dpi), label: scan.dpi(dpi) }))}
          onChange={(event) => onChange({ dpi: Number(event.currentTarget.value) })}
          {...off}
        />
        <NativeSelect
          label={scan.settings.colour}
          value={settings.colour}
          data={scanColours.map((value) => ({ value, label: scan.colours[value] }))}
          onChange={(event) => onChange({ colour: event.currentTarget.value as ScanSettings["colour"] })}
          {...off}
        />
      </SimpleGrid>
      <Checkbox
        label={scan.settings.duplex}
        checked={settings.duplex && noDuplex === undefined}
        disabled={why !== undefined}
        {...(why === undefined ? {} : { description: locked ? undefined : why, "aria-description": why })}
        onChange={(event) => onChange({ duplex: event.currentTarget.checked })}
      />
      <Text size="sm" c="dimmed">
        {scan.least(leastDpi)}
      </Text>
    </Stack>
  );
}
