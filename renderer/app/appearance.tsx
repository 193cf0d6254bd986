import { SegmentedControl, Stack, Text, useMantineColorScheme } from "@mantine/core";
import { useState } from "react";
import { applyScale, readScale, type Scale, scales } from "#renderer/app/theme.ts";
import { useLanguage, useWords } from "#renderer/app/words.tsx";

/** Language, light or dark, and the size of everything; each is kept on this machine. */
export function Appearance() {
  const words = useWords().shell.appearance;
  const { language, speak } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [scale, setScale] = useState<Scale>(readScale);
  return (
    <Stack gap="md">
      <Choices
        label={words.language}
        value={language}
        options={[
          { value: "vi", label: words.languages.vi },
          { value: "en", label: words.languages.en },
        ]}
        onChange={speak}
      />
      <Choices
        label={words.scheme}
        value={colorScheme}
        options={[
          { value: "light", label: words.schemes.light },
          { value: "dark", label: words.schemes.dark },
          { value: "auto", label: words.schemes.auto },
        ]}
        onChange={setColorScheme}
      />
      <Choices
        label={words.scale}
        value={String(scale)}
        options={scales.map((known) => ({ value: String(known), label: `${known}%` }))}
        onChange={(chosen) => {
          const next = scales.find((known) => String(known) === chosen) ?? 100;
          applyScale(next);
          setScale(next);
        }}
      />
    </Stack>
  );
}

function Choices<Value extends string>(props: {
  label: string;
  value: Value;
  options: { value: Value; label: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <Stack gap="0.3rem">
      <Text fw={600} size="sm">
        {props.label}
      </Text>
      <SegmentedControl
        aria-label={props.label}
        value={props.value}
        data={props.options}
        onChange={props.onChange}
        fullWidth
      />
    </Stack>
  );
}
