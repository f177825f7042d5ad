/**
 * Works off jobs in order, so many at once. Jobs are drawn when a worker is free, so that an endless source may be
 * stopped at any time by ending it. The first error ends the work and is thrown when the jobs under way have ended.
 */
export async function workOff<Job>(
  jobs: Iterable<Job>,
  workers: number,
  work: (job: Job, index: number) => Promise<void>,
): Promise<void> {
  const source = jobs[Symbol.iterator]();
  let next = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    while (!failed) {
      const index = next++;
      const { done, value } = source.next();
      if (done === true) return;
      try {
        await work(value, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: workers }, worker));
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
}
