import { encode } from "uqr";

/** A QR code, dark on white in every appearance, so that phones read it. */
export function QrPicture(props: { text: string; label: string; width?: string }) {
  const { text, label, width = "14rem" } = props;
  const { data, size } = encode(text, { border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      style={{ width: `min(100%, ${width})`, alignSelf: "center", background: "white" }}
    >
      <path d={path} fill="black" />
    </svg>
  );
}
