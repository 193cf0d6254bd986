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
import { OwnTemplate } from "./own-template.tsx";

const example = {
  item: {
    ordinal: 1,
    number: "12",
    symbol: "QĐ-UBND",
    issuedDate: "2008-03-05",
    subject: "Về việc giao đất ở cho hộ gia đình",
  },
  file: { code: "H05.02.2008.01", inventory: "1" },
  fonds: { code: "H05.02" },
};

/** How saved PDF/A are named, each practice with the name it gives. */
export function RenditionNames() {
  const { rendition } = useWords();
  const texts = rendition.setting;
  const desk = useDesk();
  const { renditionNames, renditionTemplate, profile } = useSession();
  const [writing, setWriting] = useState(false);
  const chosen = writing ? "template" : renditionNames;
  const [error, setError] = useState<unknown>();
  const closed = !profile || !mayNameRenditions(profile.role);
  const set = (practice: NamePractice, template?: string) => {
    setError(undefined);
    desk
      .call("session.nameRenditions", { practice, ...(template === undefined ? {} : { template }) })
      .then(() => notifications.show({ message: texts.chosen }), setError);
  };
  // An own template is set once it is written.
  const choose = (practice: NamePractice) => {
    setWriting(practice === "template");
    if (practice !== "template") set(practice);
  };
  return (
    <Section title={texts.title} hint={texts.hint}>
      <Stack>
        {error !== undefined && <FaultView error={error} />}
        <Text size="sm">{closed ? texts.notYours : texts.example}</Text>
        <Radio.Group value={chosen} aria-label={texts.title}>
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
                    {(name !== "template" || renditionTemplate !== "") && (
                      <Code style={{ overflowWrap: "anywhere", whiteSpace: "normal" }}>
                        {nameDocument(name, example, renditionTemplate)}
                      </Code>
                    )}
                  </>
                }
              />
            ))}
          </Stack>
        </Radio.Group>
        {chosen === "template" && !closed && (
          <OwnTemplate
            template={renditionTemplate}
            inUse={renditionNames === "template"}
            example={example}
            onUse={(template) => set("template", template)}
          />
        )}
      </Stack>
    </Section>
  );
}
