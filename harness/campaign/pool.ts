/** Milliseconds for which a job may be drawn before whatever else goes on gets its turn. */
const TURN = 10;

/**
 * Works off jobs in order, so many at once. Drawing a job takes time, so a worker draws its next one while the one
 * before waits for something, and a source that yields `undefined` is not done with its job yet and asked again.
 * An endless source may be stopped at any time by ending it. The first error ends the work and is thrown when the jobs
 * under way have ended.
 */
export async function workOff<Job>(
  jobs: Iterable<Job | undefined>,
  workers: number,
  work: (job: Job, index: number) => Promise<void>,
): Promise<void> {
  const source = jobs[Symbol.iterator]();
  let next = 0;
  const failure = new AbortController();
  const draw = async (): Promise<Drawn<Job> | undefined> => {
    for (;;) {
      const { done, value } = await whenWaiting(() => goOn(source));
      if (done === true) return undefined;
      if (value !== undefined) return { job: value, index: next++ };
    }
  };
  const worker = async (): Promise<void> => {
    let now = await draw();
    while (!failure.signal.aborted && now !== undefined) {
      const [worked, ahead] = await Promise.allSettled([work(now.job, now.index), draw()]);
      if (worked.status === 'rejected') throw worked.reason;
      if (ahead.status === 'rejected') throw ahead.reason;
      now = ahead.value;
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

interface Drawn<Job> {
  readonly job: Job;
  readonly index: number;
}

/** Goes on with a source until it has its next job, ends, or has had its turn. */
function goOn<Job>(source: Iterator<Job | undefined>): IteratorResult<Job | undefined> {
  const begun = performance.now();
  for (;;) {
    const result = source.next();
    const isDrawing = result.done !== true && result.value === undefined;
    if (!isDrawing || performance.now() - begun > TURN) return result;
  }
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
