import { IconPhoto } from "@tabler/icons-react";
import { useEffect, useState } from "react";

/** How long a thumbnail must stay in sight before it is fetched, in milliseconds: those flung past never are. */
const calm = 60;

/** A page's small picture, fetched once it rests in sight; a sign of a picture where there is none (`src` empty). */
export function ThumbImage({ src, className = "" }: { src: string; className?: string | undefined }) {
  const [shown, setShown] = useState("");
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(src), calm);
    return () => window.clearTimeout(timer);
  }, [src]);
  if (src === "")
    return <IconPhoto className={className} aria-hidden stroke={1} color="var(--mantine-color-dimmed)" />;
  // Another page's picture is never shown under this one's name.
  if (shown !== src) return <span className={className} aria-hidden />;
  return <img src={src} alt="" className={className} decoding="async" draggable={false} />;
}
