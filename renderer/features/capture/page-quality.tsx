import { Alert, List, Stack } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Page } from "#shared/archive/page.ts";
import { checkPage } from "#shared/rules/capture-quality.ts";
import { findingWords } from "#renderer/app/finding-words.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";

/** The figures measured on a page, and in words what a person should look at. */
export function PageQuality({ page }: { page: Page }) {
  const words = useWords();
  const { page: texts, pageHolds } = words.capture;
  const { count, bytes } = useFormat();
  const figure = (value: number, digits: number) =>
    value.toLocaleString(words.common.locale, { maximumFractionDigits: digits, signDisplay: "negative" });
  const { quality } = useRuleData();
  const warnings = checkPage(page, "", quality).filter(({ severity }) => severity !== "note");
  const measured = page.blank !== "";
  const read = page.wordsDigest !== "";
  return (
    <Stack gap="md">
      {page.hold !== "" && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={texts.held}>
          {pageHolds[page.hold]}
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />} title={texts.quality}>
          <List>
            {warnings.map((warning) => (
              <List.Item key={warning.code}>{findingWords(words, warning)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <KeyValues
        rows={[
          { name: texts.dpi, value: measured ? texts.dpiValue(page.dpi) : "" },
          { name: texts.skew, value: measured ? texts.skewValue(figure(page.skew, 1)) : "" },
          { name: texts.sharpness, value: measured ? figure(page.sharpness, 2) : "" },
          { name: texts.blank, value: texts.blankValues[page.blank] },
          { name: texts.words, value: read ? count(page.wordCount) : "" },
          { name: texts.confidence, value: read ? `${figure(page.confidence, 0)} %` : "" },
          {
            name: texts.size,
            value: page.width > 0 ? `${page.width} × ${page.height} · ${bytes(page.masterSize)}` : "",
          },
          { name: texts.source, value: page.sourceName },
        ]}
      />
    </Stack>
  );
}
