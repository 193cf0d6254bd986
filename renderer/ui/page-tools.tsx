import { ActionIcon, Group, Text, Tooltip } from "@mantine/core";
import {
  IconArrowAutofitWidth,
  IconArrowsMaximize,
  IconChevronLeft,
  IconChevronRight,
  IconColumns3,
  IconMinus,
  IconPlus,
  IconZoomScan,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { Zoom } from "./page-zoom.ts";

export type PageViewTexts = {
  zoomIn: string;
  zoomOut: string;
  fit: string;
  fitWidth: string;
  /** One pixel of the scan on one of the display. */
  own: string;
  beside: string;
  previous: string;
  next: string;
  /** Why there is no page before or after the one shown. */
  isFirst: string;
  isLast: string;
  missing: string;
  /** Said where only the preview can be shown larger than it is. */
  coarse: string;
};

/** The tools under a page that is looked at. */
export function PageTools(props: {
  texts: PageViewTexts;
  caption: string;
  zoom: Zoom;
  /** Of the page's own size, as shown. */
  percent: number;
  coarse: boolean;
  /** Whether the neighbours are shown; absent where they cannot be. */
  beside: boolean | undefined;
  onBeside: () => void;
  onZoom: (zoom: Zoom) => void;
  onStep: (by: 1 | -1) => void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}) {
  const { texts, zoom, onZoom } = props;
  return (
    <Group justify="space-between" gap="xs" p="xs" wrap="wrap">
      <Group gap="xs">
        <Tool
          label={texts.previous}
          Icon={IconChevronLeft}
          onClick={props.onPrevious}
          reason={texts.isFirst}
        />
        <Text className="figures" aria-live="polite">
          {props.caption}
        </Text>
        <Tool label={texts.next} Icon={IconChevronRight} onClick={props.onNext} reason={texts.isLast} />
      </Group>
      {props.coarse && (
        <Text size="sm" role="status">
          {texts.coarse}
        </Text>
      )}
      <Group gap="xs">
        <Tool label={texts.zoomOut} Icon={IconMinus} onClick={() => props.onStep(-1)} />
        <Text className="figures" miw="3.5rem" ta="center" style={{ whiteSpace: "nowrap" }}>
          {`${props.percent} %`}
        </Text>
        <Tool label={texts.zoomIn} Icon={IconPlus} onClick={() => props.onStep(1)} />
        <Tool
          label={texts.fit}
          Icon={IconArrowsMaximize}
          pressed={zoom === "fit"}
          onClick={() => onZoom("fit")}
        />
        <Tool
          label={texts.fitWidth}
          Icon={IconArrowAutofitWidth}
          pressed={zoom === "width"}
          onClick={() => onZoom("width")}
        />
        <Tool label={texts.own} Icon={IconZoomScan} pressed={zoom === 1} onClick={() => onZoom(1)} />
        {props.beside !== undefined && (
          <Tool label={texts.beside} Icon={IconColumns3} pressed={props.beside} onClick={props.onBeside} />
        )}
      </Group>
    </Group>
  );
}

function Tool(props: {
  label: string;
  Icon: ComponentType<{ size?: number | string }>;
  onClick: (() => void) | undefined;
  /** Of a tool that is on or off. */
  pressed?: boolean;
  /** Why the tool cannot be used, where it has nothing to do. */
  reason?: string;
}) {
  const { label, Icon, onClick, pressed, reason = "" } = props;
  return (
    <Tooltip label={onClick ? label : reason} events={{ hover: true, focus: true, touch: true }}>
      <ActionIcon
        variant={pressed ? "light" : "default"}
        size="2.25rem"
        aria-label={label}
        {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
        {...(onClick ? {} : { "data-disabled": true, "aria-disabled": true, "aria-description": reason })}
        onClick={() => onClick?.()}
      >
        <Icon size="1.1rem" />
      </ActionIcon>
    </Tooltip>
  );
}
