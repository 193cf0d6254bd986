import { numberIn, type Querying, type Row, textIn } from "./database.ts";

/**
 * Where a district's commits stand: the life of its store, the last sequence given, the end of its audit chain, and
 * how many rows were ever put aside (held or refused).
 */
export type Feed = { epoch: string; seq: number; chain: string; aside: number };

const columns = "epoch, seq, chain, aside";

/**
 * Takes a district's feed until the transaction ends: no other writer of the district can commit a sequence
 * before this one does, so a puller that has read up to a sequence has missed nothing below it.
 */
export async function takeFeed(inside: Querying, district: string): Promise<Feed> {
  await inside.query("insert into feeds (district) values ($1) on conflict do nothing", [district]);
  const [row] = await inside.query(`select ${columns} from feeds where district = $1 for update`, [district]);
  if (!row) throw new Error("the feed row vanished");
  return readRow(row);
}

export async function moveFeed(inside: Querying, district: string, feed: Feed): Promise<void> {
  await inside.query("update feeds set seq = $2, chain = $3, aside = $4 where district = $1", [
    district,
    feed.seq,
    feed.chain,
    feed.aside,
  ]);
}

/** The feed as committed, or nothing where the district never wrote. */
export async function readFeed(database: Querying, district: string): Promise<Feed | undefined> {
  const [row] = await database.query(`select ${columns} from feeds where district = $1`, [district]);
  return row && readRow(row);
}

function readRow(row: Row): Feed {
  const [seq, aside] = [numberIn(row, "seq"), numberIn(row, "aside")];
  return { epoch: textIn(row, "epoch"), seq, chain: textIn(row, "chain"), aside };
}
