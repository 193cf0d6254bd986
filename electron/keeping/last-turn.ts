/** When it was last this hour of the day (0 to 23) by this machine's clock and zone, in milliseconds; `now` included. */
export function lastTurn(now: number, hour: number): number {
  const turn = new Date(now);
  turn.setHours(hour, 0, 0, 0);
  if (turn.getTime() > now) turn.setDate(turn.getDate() - 1);
  return turn.getTime();
}
