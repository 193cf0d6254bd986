import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "vitest";
import { paperOf, planOf } from "#tests/province/portal/paper.ts";
import { upload } from "#tests/province/upload.ts";
import { digestOfBytes, makeBatch, makeFile, makeFonds, makeItem, phuocLoc } from "#tests/province/world.ts";

/** Lets the first administrator in by the command, before the province starts; answers the passphrase. */
export function letIn(folder: string, login: string, role: string, scope = "52"): string {
  const output = execFileSync(
    process.execPath,
    [
      join("out", "main", "province.js"),
      ...["reader", "--login", login, "--name", "Trần Văn Quản", "--office", "Sở Nội vụ", "--role", role],
      ...["--scope", scope, "--reason", "Theo quyết định phân công số 12"],
    ],
    { encoding: "utf8", env: { ...process.env, MUCLUC_PROVINCE_DATA: folder, DATABASE_URL: "" } },
  );
  return (JSON.parse(output.trim().split("\n").at(-1) ?? "{}") as { passphrase: string }).passphrase;
}

export const center = {
  token: "token-of-the-center-00001",
  scope: "52.550",
  role: "district-checker",
} as const;

/** Sends records as a machine with this token; none may be refused. */
export function pusher(address: string, token: string) {
  return async (collection: string, ...records: object[]) => {
    const answer = await fetch(`${address}/replication/${collection}/push`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ rows: records.map((newDocumentState) => ({ newDocumentState })) }),
    });
    expect(await answer.json()).toMatchObject({ refused: [] });
  };
}

/** What a center has sent: a file of an accepted batch with two documents, one with its PDF/A. */
export async function sendDocuments(address: string): Promise<void> {
  const push = pusher(address, center.token);
  const bytes = await paperOf("Quyết định giao đất ở cho ông Trần Văn An, CMND số 211 234 567");
  await upload(address, center.token, bytes, digestOfBytes(bytes));
  await push("fonds", makeFonds("fonds", phuocLoc, { name: "UBND xã Phước Lộc" }));
  await push("batches", makeBatch("batch", phuocLoc, { state: "accepted" }));
  const file = {
    batchId: "batch",
    code: "HS.01",
    title: "Tập quyết định giao đất năm 1995",
    access: "01",
  } as const;
  await push(
    "files",
    makeFile("file", phuocLoc, { ...file, inventory: "01", box: "12", location: "Kho A, giá 3" }),
  );
  const item = {
    type: "02",
    number: "64",
    symbol: "QĐ-UB",
    issuedDate: "1995-03-02",
    issuer: "UBND huyện Tuy Phước",
  } as const;
  await push(
    "items",
    makeItem("one", phuocLoc, {
      ...{ ...item, subject: "Về việc giao đất ở cho hộ gia đình", signer: "Nguyễn Văn Bình" },
      ...{ access: "01", renditionDigest: digestOfBytes(bytes) },
    }),
    makeItem("two", phuocLoc, {
      ...item,
      ordinal: 2,
      number: "65",
      subject: "Về việc giao đất vườn",
      access: "02",
    }),
  );
}

/** A plan on a sheet of A1 beside the documents of `sendDocuments`. */
export async function sendPlan(address: string): Promise<void> {
  const bytes = await planOf("Chủ đất: ông Trần Văn An, CMND số 320 456 789, thửa 141");
  await upload(address, center.token, bytes, digestOfBytes(bytes));
  const plan = makeItem("plan", phuocLoc, {
    ...{ type: "02", number: "66", symbol: "QĐ-UB", issuedDate: "1996-05-04", ordinal: 3 },
    ...{ subject: "Bản đồ địa chính, tờ số 5", access: "01", renditionDigest: digestOfBytes(bytes) },
  });
  const answer = await fetch(`${address}/replication/items/push`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${center.token}` },
    body: JSON.stringify({ rows: [{ newDocumentState: plan }] }),
  });
  expect(await answer.json()).toMatchObject({ refused: [] });
}

/** Documents that come before their file: the province holds them. */
export async function sendEarly(address: string): Promise<void> {
  const early = [1, 2, 3].map((ordinal) =>
    makeItem(`early-${ordinal}`, phuocLoc, {
      fileId: "chua-den",
      ordinal,
      subject: `Văn bản sớm ${ordinal}`,
    }),
  );
  const answer = await fetch(`${address}/replication/items/push`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${center.token}` },
    body: JSON.stringify({ rows: early.map((newDocumentState) => ({ newDocumentState })), holds: true }),
  });
  expect(answer.status).toBe(200);
}
