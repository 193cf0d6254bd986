type Asked<Ask> = { ask: Ask; done: () => void; failed: (fault: unknown) => void };

/**
 * Asks at once where nothing is under way; what is asked for meanwhile is put together and answered by the next, so that
 * many cost little more than one. Where as many as `secondFrom` wait a second answer begins beside the first. Where
 * several fail together each is answered by itself, so `answer` may be called twice for one: it keeps nothing of a call
 * that failed.
 */
export function askedTogether<Ask>(
  most: number,
  answer: (asks: readonly Ask[]) => Promise<void>,
  secondFrom = Infinity,
): (ask: Ask) => Promise<void> {
  const waiting: Asked<Ask>[] = [];
  let running = 0;
  const answerSome = async (some: readonly Asked<Ask>[]): Promise<void> => {
    try {
      await answer(some.map(({ ask }) => ask));
      for (const { done } of some) done();
    } catch (fault) {
      const [only, another] = some;
      if (another) for (const one of some) await answerSome([one]);
      else only?.failed(fault);
    }
  };
  const answerAll = async () => {
    running += 1;
    while (waiting.length > 0) await answerSome(waiting.splice(0, most));
    running -= 1;
  };
  return (ask) =>
    new Promise((done, failed) => {
      waiting.push({ ask, done, failed });
      if (running === 0 || (running === 1 && waiting.length >= secondFrom)) void answerAll();
    });
}
