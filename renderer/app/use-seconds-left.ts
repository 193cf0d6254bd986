import { useEffect, useState } from "react";

/** Whole seconds until a time (ISO 8601), counted down; 0 once it has come, and for the empty text. */
export function useSecondsLeft(until: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === "") return;
    const tell = () => setNow(Date.now());
    tell();
    const timer = window.setInterval(tell, 500);
    return () => window.clearInterval(timer);
  }, [until]);
  return Math.max(0, Math.ceil(((Date.parse(until) || 0) - now) / 1000));
}
