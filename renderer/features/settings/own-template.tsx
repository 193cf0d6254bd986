import { Alert, Button, Code, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { nameDocument, type NamedDocument } from "#shared/archive/document-name.ts";
import {
  readDocumentTemplate,
  type TemplateToken,
  templateTokens,
} from "#shared/archive/document-template.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/** Writes the centre's own template of names: what is wrong with it and what it gives are seen while one types. */
export function OwnTemplate(props: {
  template: string;
  inUse: boolean;
  example: NamedDocument;
  onUse: (template: string) => void;
}) {
  const { own } = useWords().rendition.setting;
  const { template, inUse, example, onUse } = props;
  const [typed, setTyped] = useState(template || "{maHoSo}/{maHoSo}.{stt:7}");
  const input = useRef<HTMLInputElement>(null);
  const read = readDocumentTemplate(typed);
  const problem = read.ok ? undefined : own.problems[read.fault.problem](read.fault.at);
  const insert = (token: TemplateToken) => {
    const field = input.current;
    const [from, to] = [field?.selectionStart ?? typed.length, field?.selectionEnd ?? typed.length];
    setTyped(`${typed.slice(0, from)}{${token}}${typed.slice(to)}`);
    field?.focus();
  };
  return (
    <Stack gap="sm" pl="xl">
      <TextInput
        ref={input}
        label={own.label}
        description={own.hint}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={problem}
        spellCheck={false}
        autoComplete="off"
      />
      <Stack gap="0.3rem">
        <Text size="sm" fw={600}>
          {own.tokensLabel}
        </Text>
        <Group gap="xs" role="group" aria-label={own.tokensLabel}>
          {templateTokens.map((token) => (
            <Button
              key={token}
              size="compact-sm"
              variant="default"
              fw={400}
              onClick={() => insert(token)}
              aria-label={`{${token}}: ${own.tokens[token]}`}
              title={own.tokens[token]}
            >
              {`{${token}}`}
            </Button>
          ))}
        </Group>
      </Stack>
      {read.ok && (
        <Stack gap="0.3rem" role="status">
          <Text size="sm">{own.becomes}</Text>
          <Code style={{ overflowWrap: "anywhere", whiteSpace: "normal" }}>
            {nameDocument("template", example, typed)}
          </Code>
          {read.value.added.length > 0 && (
            <Alert variant="light" icon={<IconInfoCircle aria-hidden />} py="xs">
              {read.value.added.map((token) => (
                <Text key={token} size="sm">
                  {own.added[token]}
                </Text>
              ))}
            </Alert>
          )}
        </Stack>
      )}
      <Group>
        <ExplainedButton
          reason={problem ?? (inUse && typed.trim() === template ? own.same : undefined)}
          onClick={() => onUse(typed)}
        >
          {own.use}
        </ExplainedButton>
      </Group>
    </Stack>
  );
}
