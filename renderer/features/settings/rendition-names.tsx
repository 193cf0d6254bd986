import { Code, Radio, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import {
  mayNameRenditions,
  nameDocument,
  type NamePractice,
  namePracticeNames,
} from "#shared/archive/document-name.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk, useSession } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

const example = {
  item: { ordinal: 1 },
  file: { code: "H05.02.2008.01", inventory: "1" },
  fonds: { code: "H05.02" },
};

/** How saved PDF/A are named, each practice with the name it gives. */
export function RenditionNames() {
  const { rendition } = useWords();
  const texts = rendition.setting;
  const desk = useDesk();
  const { renditionNames, profile } = useSession();
  const [error, setError] = useState<unknown>();
  const closed = !profile || !mayNameRenditions(profile.role);
  const choose = (practice: NamePractice) => {
    setError(undefined);
    desk
      .call("session.nameRenditions", { practice })
      .then(() => notifications.show({ message: texts.chosen }), setError);
  };
  return (
    <Section title={texts.title} hint={texts.hint}>
      <Stack>
        {error !== undefined && <FaultView error={error} />}
        <Text size="sm">{closed ? texts.notYours : texts.example}</Text>
        <Radio.Group value={renditionNames} aria-label={texts.title}>
          <Stack>
            {namePracticeNames.map((name) => (
              <Radio
                key={name}
                value={name}
                label={rendition.practices[name].label}
                onChange={() => choose(name)}
                disabled={closed}
                description={
                  <>
                    <Text span display="block" inherit lh={1.5}>
                      {rendition.practices[name].hint}
                    </Text>
                    <Code style={{ overflowWrap: "anywhere", whiteSpace: "normal" }}>
                      {nameDocument(name, example)}
                    </Code>
                  </>
                }
              />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
    </Section>
  );
}
