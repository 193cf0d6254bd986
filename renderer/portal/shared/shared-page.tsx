import { Button, Center, Loader, Stack, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useWords } from "#renderer/app/words.tsx";
import { PortalFault } from "#renderer/portal/ask.ts";
import { askPicture } from "./ask-picture.ts";

const shape = { aspectRatio: "210 / 297", width: "100%" };
const ground = {
  background: "var(--mantine-color-default-hover)",
  border: "1px solid var(--mantine-color-default-border)",
};

/** A page of an opened document, asked for once it is nearly in sight; `onOver` is told where the opening has ended. */
export function SharedPage(props: { token: string; page: number; total: number; onOver: () => void }) {
  const { token, page, total, onOver } = props;
  const words = useWords().portal.links.shared;
  const place = useRef<HTMLLIElement>(null);
  const [near, setNear] = useState(false);
  const [turn, setTurn] = useState(0);
  const [src, setSrc] = useState<string>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: "600px 0px" },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!near) return;
    let stopped = false;
    let made = "";
    const width = window.innerWidth * (window.devicePixelRatio || 1) > 950 ? 1800 : 900;
    askPicture(token, page, width).then(
      (picture) => {
        if (stopped) return;
        made = URL.createObjectURL(picture);
        setFailed(false);
        setSrc(made);
      },
      (fault: unknown) => {
        if (stopped) return;
        if (fault instanceof PortalFault && fault.code === "link-shut") onOver();
        else setFailed(true);
      },
    );
    return () => {
      stopped = true;
      if (made !== "") URL.revokeObjectURL(made);
    };
  }, [near, token, page, turn, onOver]);
  const caption = words.page(page, total);
  return (
    <li ref={place} style={{ listStyle: "none" }}>
      {src !== undefined && (
        <img src={src} alt={caption} style={{ ...ground, width: "100%", display: "block" }} />
      )}
      {src === undefined && failed && (
        <Center style={{ ...shape, ...ground }} role="alert">
          <Stack align="center" p="md">
            <Text>{words.pageFailed(page)}</Text>
            <Button
              variant="default"
              onClick={() => {
                setFailed(false);
                setTurn((before) => before + 1);
              }}
            >
              {words.retry}
            </Button>
          </Stack>
        </Center>
      )}
      {src === undefined && !failed && (
        <Center style={{ ...shape, ...ground }}>
          <Loader aria-label={caption} />
        </Center>
      )}
      <Text size="sm" c="dimmed" ta="center" mt="0.3rem" className="figures" aria-hidden>
        {`${page}/${total}`}
      </Text>
    </li>
  );
}
