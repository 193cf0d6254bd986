import { ActionIcon, Group, Loader, Stack, Text, TextInput, Tooltip } from "@mantine/core";
import {
  IconArrowAutofitWidth,
  IconChevronDown,
  IconChevronUp,
  IconMinus,
  IconPlus,
} from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { type ComponentType, useEffect, useRef, useState } from "react";
import { findInPdf } from "./find-in-pdf.ts";
import { openPdf } from "./open-pdf.ts";
import { type PageSize, PdfPage } from "./pdf-page.tsx";
import classes from "./pdf-view.module.css";

export type PdfTexts = {
  document: string;
  page: (number: number, total: number) => string;
  loading: string;
  failed: string;
  pageFailed: string;
  zoomIn: string;
  zoomOut: string;
  fitWidth: string;
  find: string;
  findHint: string;
  previous: string;
  next: string;
  found: (at: number, total: number) => string;
  notFound: string;
};

const gap = 12;
const zoomSteps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

/** A PDF with pages drawn as they come into sight, words that can be selected and found, and zoom. */
export function PdfView({ url, texts, query = "" }: { url: string; texts: PdfTexts; query?: string }) {
  const [state, setState] = useState<{
    url: string;
    pdf?: PDFDocumentProxy;
    size?: PageSize;
    failed?: true;
  }>();
  useEffect(() => {
    let stopped = false;
    const { opened, cancel } = openPdf(url);
    opened
      .then(async ({ pdf }) => {
        const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
        if (!stopped) setState({ url, pdf, size: { width, height } });
      })
      .catch(() => {
        if (!stopped) setState({ url, failed: true });
      });
    return () => {
      stopped = true;
      cancel();
    };
  }, [url]);
  const present = state?.url === url ? state : undefined;
  if (present?.failed)
    return (
      <Text role="alert" p="lg">
        {texts.failed}
      </Text>
    );
  if (!present?.pdf || !present.size)
    return (
      <Group p="lg" role="status">
        <Loader size="sm" />
        <Text>{texts.loading}</Text>
      </Group>
    );
  return <Pages key={url} pdf={present.pdf} size={present.size} texts={texts} query={query} />;
}

function Pages(props: { pdf: PDFDocumentProxy; size: PageSize; texts: PdfTexts; query: string }) {
  const { pdf, size, texts } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!frame.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  const scale = (Math.min(width, 1000) / size.width) * zoom;
  const height = size.height * scale;
  // eslint-disable-next-line react-hooks/incompatible-library -- no React Compiler is used here
  const virtual = useVirtualizer({
    count: width > 0 ? pdf.numPages : 0,
    getScrollElement: () => frame.current,
    estimateSize: () => height + gap,
    overscan: 2,
  });
  useEffect(() => virtual.measure(), [virtual, height]);
  const rows = virtual.getVirtualItems();
  const middle = (virtual.scrollOffset ?? 0) + (frame.current?.clientHeight ?? 0) / 2;
  const present = rows.find((row) => row.end >= middle)?.index ?? 0;
  const step = (by: 1 | -1) => {
    const at = zoomSteps.findIndex((known) => known >= zoom);
    setZoom(zoomSteps[Math.min(zoomSteps.length - 1, Math.max(0, at + by))] ?? 1);
  };
  const finding = useFinding(pdf, props.query, (number) =>
    virtual.scrollToIndex(number - 1, { align: "start" }),
  );
  return (
    <Stack gap={0} h="100%" mih={0}>
      <Group px="sm" py="xs" gap="xs" justify="space-between">
        <Group gap="xs">
          <Tool label={texts.zoomOut} Icon={IconMinus} onClick={() => step(-1)} />
          <Text className="figures" w="3.5rem" ta="center" aria-live="polite">
            {`${Math.round(zoom * 100)} %`}
          </Text>
          <Tool label={texts.zoomIn} Icon={IconPlus} onClick={() => step(1)} />
          <Tool label={texts.fitWidth} Icon={IconArrowAutofitWidth} onClick={() => setZoom(1)} />
          <Text className="figures" ml="md" aria-live="polite">
            {texts.page(present + 1, pdf.numPages)}
          </Text>
        </Group>
        <Group gap="xs">
          <TextInput
            aria-label={texts.find}
            placeholder={texts.findHint}
            value={finding.query}
            onChange={(event) => finding.ask(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.nativeEvent.isComposing)
                finding.go(event.shiftKey ? -1 : 1);
            }}
          />
          <Text className="figures" miw="7rem" role="status" size="sm">
            {finding.query.trim() !== "" &&
              finding.pages !== undefined &&
              (finding.pages.length === 0
                ? texts.notFound
                : texts.found(finding.at + 1, finding.pages.length))}
          </Text>
          <Tool label={texts.previous} Icon={IconChevronUp} onClick={() => finding.go(-1)} />
          <Tool label={texts.next} Icon={IconChevronDown} onClick={() => finding.go(1)} />
        </Group>
      </Group>
      <div ref={frame} className={classes["frame"]} tabIndex={0} role="region" aria-label={texts.document}>
        <div style={{ position: "relative", height: virtual.getTotalSize(), minWidth: size.width * scale }}>
          {rows.map((row) => (
            <div
              key={row.index}
              ref={virtual.measureElement}
              data-index={row.index}
              style={{
                position: "absolute",
                top: 0,
                insetInline: 0,
                paddingBottom: gap,
                transform: `translateY(${row.start}px)`,
              }}
            >
              <PdfPage
                pdf={pdf}
                number={row.index + 1}
                scale={scale}
                size={size}
                query={finding.query}
                label={texts.page(row.index + 1, pdf.numPages)}
                failed={texts.pageFailed}
              />
            </div>
          ))}
        </div>
      </div>
    </Stack>
  );
}

function useFinding(pdf: PDFDocumentProxy, first: string, show: (page: number) => void) {
  const [query, setQuery] = useState(first);
  const [answer, setAnswer] = useState<{ query: string; pages: number[]; at: number }>();
  const texts = useRef(new Map<number, string>());
  const showing = useRef(show);
  useEffect(() => {
    showing.current = show;
  });
  useEffect(() => {
    let stopped = false;
    const timer = window.setTimeout(() => {
      void findInPdf(pdf, query, texts.current, () => stopped).then((pages) => {
        if (stopped) return;
        setAnswer({ query, pages, at: 0 });
        if (pages[0] !== undefined) showing.current(pages[0]);
      });
    }, 250);
    return () => {
      stopped = true;
      window.clearTimeout(timer);
    };
  }, [pdf, query]);
  const current = answer?.query === query ? answer : undefined;
  const go = (by: 1 | -1) => {
    if (!current || current.pages.length === 0) return;
    const at = (current.at + by + current.pages.length) % current.pages.length;
    setAnswer({ ...current, at });
    const page = current.pages[at];
    if (page !== undefined) show(page);
  };
  return { query, ask: setQuery, pages: current?.pages, at: current?.at ?? 0, go };
}

function Tool(props: {
  label: string;
  Icon: ComponentType<{ size?: number | string }>;
  onClick: () => void;
}) {
  const { label, Icon, onClick } = props;
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="2.25rem" aria-label={label} onClick={onClick}>
        <Icon size="1.1rem" />
      </ActionIcon>
    </Tooltip>
  );
}
