import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef, useState } from "react";
import type { Size, Tile } from "#shared/base/tiles.ts";
import classes from "./page-view.module.css";
import {
  type DeepPicture,
  factorFor,
  followTiles,
  isWhole,
  nameOfTile,
  noTiles,
  placeOf,
  tilesIn,
  type View,
} from "./tile-view.ts";
import { type Point, watchGestures } from "./watch-gestures.ts";

/** While a picture moves, its tiles are looked for this often. */
const pace = 80;
const mostTries = 4;

/** The tiles of a picture that are in sight, over its preview; a wheel or two fingers zoom it. */
export function PageTiles(props: {
  deep: DeepPicture;
  /** The picture's size as it is shown, in CSS pixels. */
  size: Size;
  frame: RefObject<HTMLElement | null>;
  onZoom: (factor: number, at: Point) => void;
}) {
  const { deep, size, frame } = props;
  const layer = useRef<HTMLDivElement>(null);
  const [shown, follow] = useReducer(followTiles, noTiles);
  const density = window.devicePixelRatio || 1;
  const latest = useRef({ size, onZoom: props.onZoom });
  const lookSoon = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    latest.current = { size, onZoom: props.onZoom };
    lookSoon.current();
  });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let due: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      due = undefined;
      if (!layer.current) return;
      const view = viewOf(element, layer.current);
      const { size: now } = latest.current;
      const seen = (factor: number) => tilesIn(deep.size, now, factor, view).map(nameOfTile);
      const tiles = tilesIn(deep.size, now, factorFor(deep.size, now.width, density), view);
      follow({ kind: "wanted", tiles, isSeen: (tile) => seen(tile.factor).includes(nameOfTile(tile)) });
    };
    lookSoon.current = () => {
      due ??= setTimeout(look, pace);
    };
    const moved = () => lookSoon.current();
    const observer = new ResizeObserver(moved);
    observer.observe(element);
    element.addEventListener("scroll", moved, { passive: true });
    const stop = watchGestures(element, (factor, at) => latest.current.onZoom(factor, at));
    look();
    return () => {
      clearTimeout(due);
      lookSoon.current = () => undefined;
      observer.disconnect();
      element.removeEventListener("scroll", moved);
      stop();
    };
  }, [deep, frame, density]);
  const tiles = [...shown.held, ...shown.wanted];
  return (
    <div ref={layer} className={classes["tiles"]} aria-busy={!isWhole(shown)} data-tiles>
      {tiles.map((tile) => (
        <TileImage
          key={nameOfTile(tile)}
          tile={tile}
          address={deep.address(tile)}
          place={placeOf(deep.size, size, tile, density)}
          onCome={() => follow({ kind: "came", name: nameOfTile(tile) })}
        />
      ))}
    </div>
  );
}

/** A tile; one that could not be had is asked for again, each time later. */
function TileImage(props: { tile: Tile; address: string; place: View; onCome: () => void }) {
  const { tile, place } = props;
  const [tries, setTries] = useState({ failed: 0, made: 0 });
  const { failed, made } = tries;
  useEffect(() => {
    if (failed === made || failed >= mostTries) return;
    const due = setTimeout(() => setTries({ failed, made: failed }), 500 * 2 ** failed);
    return () => clearTimeout(due);
  }, [failed, made]);
  return (
    <img
      key={made}
      ref={letGo}
      src={props.address}
      alt=""
      draggable={false}
      decoding="async"
      data-factor={tile.factor}
      style={{
        ...{ left: place.left, top: place.top, zIndex: -tile.factor },
        ...{ width: place.right - place.left, height: place.bottom - place.top },
      }}
      onLoad={props.onCome}
      onError={() => setTries({ failed: made + 1, made })}
    />
  );
}

/** What is not in sight any more is not loaded on: others wait for their turn. */
function letGo(image: HTMLImageElement) {
  return () => {
    if (!image.complete) image.removeAttribute("src");
  };
}

/** The part of a picture that its frame shows. */
function viewOf(frame: HTMLElement, picture: HTMLElement): View {
  const [outer, inner] = [frame.getBoundingClientRect(), picture.getBoundingClientRect()];
  return {
    left: Math.max(0, outer.left - inner.left),
    top: Math.max(0, outer.top - inner.top),
    right: Math.min(inner.width, outer.right - inner.left),
    bottom: Math.min(inner.height, outer.bottom - inner.top),
  };
}
