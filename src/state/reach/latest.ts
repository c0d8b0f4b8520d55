/** One question under way, the latest wins: what is asked meanwhile takes the place of what still waits. */
export function latestWins<A>(run: (argument: A) => Promise<void>): (argument: A) => Promise<void> {
  let waiting: { argument: A } | null = null;
  let underWay: Promise<void> | null = null;
  const work = async () => {
    while (waiting) {
      const { argument } = waiting;
      waiting = null;
      await run(argument);
    }
  };
  return (argument) => {
    waiting = { argument };
    underWay ??= work().finally(() => { underWay = null; });
    return underWay;
  };
}
