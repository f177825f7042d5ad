/**
 * Works off jobs in order, so many at once. Drawing a job takes time, so a worker draws its next one while the one
 * before waits for something; an endless source may be stopped at any time by ending it. The first error ends the work
 * and is thrown when the jobs under way have ended.
 */
export async function workOff<Job>(
  jobs: Iterable<Job>,
  workers: number,
  work: (job: Job, index: number) => Promise<void>,
): Promise<void> {
  const source = jobs[Symbol.iterator]();
  let next = 0;
  const failure = new AbortController();
  const draw = () => ({ index: next++, drawn: source.next() });
  const worker = async (): Promise<void> => {
    let { index, drawn } = draw();
    while (!failure.signal.aborted && drawn.done !== true) {
      const [worked, ahead] = await Promise.allSettled([work(drawn.value, index), whenWaiting(draw)]);
      if (worked.status === 'rejected') throw worked.reason;
      if (ahead.status === 'rejected') throw ahead.reason;
      ({ index, drawn } = ahead.value);
    }
  };
  const guarded = (): Promise<void> =>
    worker().catch((error: unknown) => {
      failure.abort();
      throw error;
    });
  const ends = await Promise.allSettled(Array.from({ length: workers }, guarded));
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
}

/** Does something when all that goes on waits for input or output. */
function whenWaiting<Result>(act: () => Result): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  setImmediate(() => {
    try {
      resolve(act());
    } catch (error) {
      reject(error);
    }
  });
  return promise;
}
