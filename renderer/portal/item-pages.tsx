import { Stack, Text } from "@mantine/core";
import { IconEyeOff, IconMap } from "@tabler/icons-react";
import { useState } from "react";
import { pageHitsSchema } from "#shared/contract/portal.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageView } from "#renderer/ui/page-view.tsx";
import { useAnswer } from "./use-answer.ts";
import { usePortal } from "./use-portal.tsx";
import { usePageTiles } from "./use-page-tiles.ts";

/** The pages of a document, one after the other, with the sought words marked; a page larger than A3 in tiles. */
export function ItemPages(props: { id: string; total: number; sought: string; first: number }) {
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
  const { deep, standing } = usePageTiles(address, value?.large === true);
  const caption = words.page(at, total);
  return (
    <Stack gap="sm" component="section" aria-label={words.pages}>
      {!may("read-closed") && (
        <Text size="sm" c="dimmed">
          <IconEyeOff size="1rem" aria-hidden style={{ verticalAlign: "-0.15em" }} /> {words.masked}
        </Text>
      )}
      <Text size="sm" c="dimmed" role="status" hidden={standing === ""}>
        {standing !== "" && (
          <>
            <IconMap size="1rem" aria-hidden style={{ verticalAlign: "-0.15em" }} /> {words[standing]}
          </>
        )}
      </Text>
      <div style={{ height: "75vh", minHeight: "22rem" }}>
        <PageView
          // A plan is first seen whole, whatever the zoom of letters.
          key={deep ? `large ${at}` : "page"}
          src={`/portal/${address}`}
          alt={caption}
          caption={caption}
          texts={all.viewer}
          deep={deep}
          askFull={() => Promise.resolve(`/portal/${address}?width=1800`)}
          onPrevious={at > 1 ? () => setAt(at - 1) : undefined}
          onNext={at < total ? () => setAt(at + 1) : undefined}
          {...(deep ? {} : { keep: "mucluc.portal.look" })}
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
