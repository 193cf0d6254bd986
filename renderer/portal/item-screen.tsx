import { Alert, Button, Grid, Stack, Text } from "@mantine/core";
import { IconEyeOff, IconFileCertificate, IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import { useSearch } from "wouter";
import { pageHitsSchema, portalItemSchema } from "#shared/contract/portal.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { PageView } from "#renderer/ui/page-view.tsx";
import { AboutHit } from "./about-hit.tsx";
import { readSought, withSought } from "./asked.ts";
import { AskCopyDialog } from "./ask-copy-dialog.tsx";
import { PortalFaultView } from "./portal-fault.tsx";
import { useAnswer } from "./use-answer.ts";
import { usePortal } from "./use-portal.tsx";

/** A document: its pages with the sought words marked, what it is, and the way back to box and shelf. */
export function ItemScreen({ id }: { id: string }) {
  const { item: words, copies } = useWords().portal;
  const { may } = usePortal();
  const [asking, setAsking] = useState(false);
  const search = useSearch();
  const params = new URLSearchParams(search);
  const sought = readSought(search);
  const { value, error, again } = useAnswer(portalItemSchema, `items/${encodeURIComponent(id)}`);
  const back = { to: withSought("/", sought), label: words.back };
  if (error !== undefined) return <PortalFaultView error={error} onRetry={again} />;
  if (!value) return null;
  const notation = [value.hit.number, value.hit.symbol].filter(Boolean).join("/");
  return (
    <>
      <PageHeader
        title={value.hit.title || notation}
        back={back}
        dense
        actions={
          (may("ask-copy") || may("serve-copies")) && (
            <Button
              variant="default"
              leftSection={<IconFileCertificate size="1.1rem" aria-hidden />}
              onClick={() => setAsking(true)}
            >
              {copies.ask}
            </Button>
          )
        }
      />
      {asking && <AskCopyDialog itemId={id} onClose={() => setAsking(false)} />}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          {value.closed === "" ? (
            <Pages
              id={id}
              total={value.pages}
              sought={sought.words}
              first={Number(params.get("page")) || 1}
            />
          ) : (
            <Alert icon={<IconInfoCircle aria-hidden />} variant="light">
              {words[value.closed]}
            </Alert>
          )}
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <AboutHit hit={value.hit} inFile={value.inFile} sought={sought} />
        </Grid.Col>
      </Grid>
    </>
  );
}

function Pages(props: { id: string; total: number; sought: string; first: number }) {
  const all = useWords();
  const words = all.portal.item;
  const { id, total, sought } = props;
  const { may } = usePortal();
  const [at, setAt] = useState(Math.min(Math.max(1, props.first), Math.max(1, total)));
  const address = `items/${encodeURIComponent(id)}/pages/${at}`;
  const { value } = useAnswer(
    pageHitsSchema,
    `${address}/hits?${new URLSearchParams({ words: sought }).toString()}`,
  );
  const caption = words.page(at, total);
  return (
    <Stack gap="sm" component="section" aria-label={words.pages}>
      {!may("read-closed") && (
        <Text size="sm" c="dimmed">
          <IconEyeOff size="1rem" aria-hidden style={{ verticalAlign: "-0.15em" }} /> {words.masked}
        </Text>
      )}
      <div style={{ height: "75vh", minHeight: "22rem" }}>
        <PageView
          src={`/portal/${address}`}
          alt={caption}
          caption={caption}
          texts={all.viewer}
          askFull={() => Promise.resolve(`/portal/${address}?width=1800`)}
          onPrevious={at > 1 ? () => setAt(at - 1) : undefined}
          onNext={at < total ? () => setAt(at + 1) : undefined}
          keep="mucluc.portal.look"
          overlay={
            value && value.hits.length > 0 ? (
              <>
                {value.hits.map(([left, top, right, bottom], index) => (
                  <span
                    key={index}
                    style={{
                      position: "absolute",
                      left: `${left * 100}%`,
                      top: `${top * 100}%`,
                      width: `${(right - left) * 100}%`,
                      height: `${(bottom - top) * 100}%`,
                      background: "rgba(255, 214, 0, 0.38)",
                      borderBottom: "0.15rem solid #b07b00",
                    }}
                  />
                ))}
              </>
            ) : undefined
          }
        />
      </div>
    </Stack>
  );
}
