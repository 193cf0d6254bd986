import { type ReactNode, useEffect, useState } from "react";
import classes from "./page-view.module.css";
import type { Size, Zone } from "./page-zoom.ts";

/**
 * A page's picture at a size in CSS pixels: the preview at once, and over it, when the size shows more than the
 * preview has, the page's own pixels. They are asked for this page alone and let go with it.
 */
export function PagePicture(props: {
  src: string;
  alt: string;
  size: Size;
  /** Answers the address of the page's own pixels, empty where they cannot be had. */
  askFull?: (() => Promise<string>) | undefined;
  /** Size of the preview in its own pixels, as soon as it is known. */
  onSeen?: (size: Size) => void;
  /** Tells whether what is shown is less than the size asks for. */
  onCoarse?: (coarse: boolean) => void;
  zone?: Zone | undefined;
  /** Lies over the picture, and under what is marked on it. */
  layer?: ReactNode;
  overlay?: ReactNode;
}) {
  const { src, alt, size, askFull, onSeen, onCoarse, zone } = props;
  const [seen, setSeen] = useState({ src: "", width: 0 });
  const [full, setFull] = useState<{ src: string; url: string }>();
  const needed = seen.src === src && size.width * window.devicePixelRatio > seen.width * 1.02;
  const asked = full?.src === src;
  useEffect(() => {
    if (!needed || asked || !askFull) return;
    let stopped = false;
    const take = (url: string) => {
      if (!stopped) setFull({ src, url });
    };
    askFull().then(take, () => take(""));
    return () => {
      stopped = true;
    };
  }, [needed, asked, askFull, src]);
  const isCoarse = needed && asked && full.url === "";
  useEffect(() => onCoarse?.(isCoarse), [onCoarse, isCoarse]);
  return (
    <div className={classes["sheet"]} style={{ width: size.width, height: size.height }}>
      <img
        key={src}
        src={src}
        alt={alt}
        draggable={false}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
          setSeen({ src, width: naturalWidth });
          onSeen?.({ width: naturalWidth, height: naturalHeight });
        }}
      />
      {needed && asked && full.url !== "" && (
        <img key={full.url} src={full.url} alt="" draggable={false} decoding="async" data-full />
      )}
      {props.layer}
      {props.overlay && <div className={classes["overlay"]}>{props.overlay}</div>}
      {zone && <div className={classes["zone"]} style={placeOf(zone)} aria-hidden />}
    </div>
  );
}

function placeOf([left, top, right, bottom]: Zone) {
  const percent = (share: number) => `${share * 100}%`;
  return {
    left: percent(left),
    top: percent(top),
    width: percent(right - left),
    height: percent(bottom - top),
  };
}
