import { Alert, Button, Grid } from "@mantine/core";
import { IconFileCertificate, IconInfoCircle, IconLink } from "@tabler/icons-react";
import { useState } from "react";
import { useSearch } from "wouter";
import { portalItemSchema } from "#shared/contract/portal.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { AboutHit } from "./about-hit.tsx";
import { readSought, withSought } from "./asked.ts";
import { AskCopyDialog } from "./ask-copy-dialog.tsx";
import { ItemPages } from "./item-pages.tsx";
import { PortalFaultView } from "./portal-fault.tsx";
import { ShareDialog } from "./share-dialog.tsx";
import { useAnswer } from "./use-answer.ts";
import { usePortal } from "./use-portal.tsx";

/** A document: its pages with the sought words marked, what it is, and the way back to box and shelf. */
export function ItemScreen({ id }: { id: string }) {
  const { item: words, copies, links } = useWords().portal;
  const { may } = usePortal();
  const [asking, setAsking] = useState(false);
  const [sharing, setSharing] = useState(false);
  const search = useSearch();
  const params = new URLSearchParams(search);
  const sought = readSought(search);
  const { value, error, again } = useAnswer(portalItemSchema, `items/${encodeURIComponent(id)}`);
  const back = { to: withSought("/", sought), label: words.back };
  if (error !== undefined) return <PortalFaultView error={error} onRetry={again} />;
  if (!value) return null;
  const notation = [value.hit.number, value.hit.symbol].filter(Boolean).join("/");
  const isShareable = value.closed === "" && value.hit.level === "open" && value.hit.accepted;
  return (
    <>
      <PageHeader
        title={value.hit.title || notation}
        back={back}
        dense
        actions={
          <>
            {may("share-links") && (
              <ExplainedButton
                variant="default"
                leftSection={<IconLink size="1.1rem" aria-hidden />}
                reason={isShareable ? undefined : links.notShareable}
                onClick={() => setSharing(true)}
              >
                {links.share}
              </ExplainedButton>
            )}
            {(may("ask-copy") || may("serve-copies")) && (
              <Button
                variant="default"
                leftSection={<IconFileCertificate size="1.1rem" aria-hidden />}
                onClick={() => setAsking(true)}
              >
                {copies.ask}
              </Button>
            )}
          </>
        }
      />
      {sharing && <ShareDialog itemId={id} onClose={() => setSharing(false)} />}
      {asking && <AskCopyDialog itemId={id} onClose={() => setAsking(false)} />}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          {value.closed === "" ? (
            <ItemPages
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
