import { release } from 'node:os';
import { openEngine } from '../runtimes/container/engine.ts';
import { SetupError } from '../setup-error.ts';
import type { CheckUp } from './check-up.ts';

/** What the check asks an engine for. */
export interface EngineFacts {
  readonly version: string;
  readonly api: string;
  /** The kernel on which containers run. */
  readonly kernel: string;
  readonly securityOptions: readonly string[];
  /** Whether the engine can limit what a container uses. */
  readonly limits: Readonly<Record<'memory' | 'CPU' | 'processes', boolean>>;
  /** Whether the image of the testcontainers reaper is there. */
  readonly reaper: boolean;
}

/** Whether programs can run in containers. Nothing but `--runtime container` needs that. */
export async function checkUpOfContainers(): Promise<CheckUp> {
  try {
    return judge(await facts());
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { name: 'containers', status: 'note', text: error.message, hint: error.hint };
  }
}

/** Judges an engine that answers. */
export function judge({ version, api, kernel, securityOptions, limits, reaper }: EngineFacts): CheckUp {
  const name = 'containers';
  const text = `engine ${version}, API ${api}`;
  if (kernel !== release()) {
    const hint = 'It runs on another machine (or a virtual one), where the files of a container cannot be read.';
    return { name, status: 'note', text, hint: `${hint} --runtime container needs an engine of this machine.` };
  }
  if (securityOptions.some((option) => option.includes('name=rootless') || option.includes('name=userns'))) {
    const hint = '--runtime container needs an engine that is neither rootless nor with users of its own.';
    return { name, status: 'note', text, hint };
  }
  const missing = Object.entries(limits).flatMap(([limit, there]) => (there ? [] : [limit]));
  if (missing.length > 0) {
    return { name, status: 'note', text, hint: `It cannot limit ${missing.join(', ')}: mount the control groups.` };
  }
  const cleaning = reaper ? 'with the testcontainers reaper' : 'without the testcontainers reaper, which is not needed';
  return { name, status: 'ok', text: `${text}, ${cleaning}` };
}

async function facts(): Promise<EngineFacts> {
  const engine = await openEngine();
  const { hasReaper } = await import('../runtimes/container/reaper.ts');
  const info: Readonly<Record<string, unknown>> = await engine.client.container.dockerode.info();
  const { SecurityOptions: options } = info;
  return {
    version: engine.version,
    api: engine.api,
    kernel: String(info['KernelVersion']),
    securityOptions: Array.isArray(options) ? options.map(String) : [],
    limits: {
      memory: info['MemoryLimit'] === true,
      CPU: info['CpuCfsQuota'] === true,
      processes: info['PidsLimit'] === true,
    },
    reaper: await hasReaper(engine),
  };
}
