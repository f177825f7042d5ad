import { join } from 'node:path';
import type { ContainerRuntimeClient, WaitStrategy } from 'testcontainers';
import { appears } from '../appears.ts';
import { ProgramDied, ProgramTimeout, panicIn } from '../../facts/program-error.ts';
import { startArguments, startEnvironment } from '../start-arguments.ts';
import { areItsOwn, openContainerFolder, type ContainerFolder } from './folder.ts';
import type { Image } from './image.ts';
import { LIMITS, programUser } from './limits.ts';
import { labelsOf, thisHarness } from '../owner.ts';
import { GenericContainer, getContainerRuntimeClient, PullPolicy } from './testcontainers.ts';

/** The folder of a program as it sees it: a short name, for the path of its socket. */
const HOME = '/h';
const SOCKET = 's';
const STORE_TRACE = 'trace';
/** Milliseconds; starting takes half a second on a quiet machine. */
const START_TIMEOUT = 60_000;
const MIB = 1024 ** 2;
/** The code of a container whose program was ended by SIGKILL. */
const KILLED = 137;

/** What a program in a container is started with. */
export interface ContainerLaunch {
  readonly image: Image;
  readonly appName: string;
  readonly envPrefix: string;
  readonly chainId: string;
  /** Whether the reaper of testcontainers removes it when the harness was killed. */
  readonly reaped: boolean;
  /** Ends the wait for a program that is still coming up. */
  readonly signal: AbortSignal | undefined;
}

type Inspected = Awaited<ReturnType<ContainerRuntimeClient['container']['inspect']>>;

/**
 * A chain program in a container that is shut off from everything: no network, nothing writable but a folder in memory
 * of a limited size, no capabilities, no root. The harness reaches that folder through the program's process.
 */
export class ProgramContainer extends GenericContainer {
  readonly #appName: string;
  readonly #signal: AbortSignal | undefined;
  readonly #ended = Promise.withResolvers<string>();
  #log = '';
  #id: string | undefined;
  #folder: ContainerFolder | undefined;

  constructor({ image, appName, envPrefix, chainId, reaped, signal }: ContainerLaunch) {
    super(image.reference);
    this.#appName = appName;
    this.#signal = signal;
    const { uid, gid } = programUser();
    const paths = { folder: HOME, socket: join(HOME, SOCKET), storeTrace: join(HOME, STORE_TRACE) };
    this.withPullPolicy(PullPolicy.neverPull())
      .withAutoCleanup(reaped)
      .withLabels(labelsOf(thisHarness()))
      .withEntrypoint([image.program])
      .withCommand(startArguments(paths))
      // The id that else would be read from a genesis file, which the folder does not have.
      .withEnvironment({ ...startEnvironment(envPrefix, HOME), [`${envPrefix}_CHAIN_ID`]: chainId })
      .withWorkingDir(HOME)
      .withUser(`${uid}:${gid}`)
      .withNetworkMode('none')
      // Without the shared memory that a container has else, to which it could write.
      .withIpcMode('none')
      .withDroppedCapabilities('ALL')
      .withSecurityOpt('no-new-privileges')
      .withResourcesQuota({ memory: LIMITS.memory, cpu: LIMITS.cpu })
      .withTmpFs({
        [HOME]: `rw,noexec,nosuid,nodev,size=${LIMITS.folder * MIB},nr_inodes=${LIMITS.files},mode=0700,uid=${uid},gid=${gid}`,
      });
    this.hostConfig = {
      ...this.hostConfig,
      ReadonlyRootfs: true,
      PidsLimit: LIMITS.processes,
      MemorySwap: this.hostConfig.Memory,
      // Its output comes to the harness and is kept nowhere else.
      LogConfig: { Type: 'none', Config: {} },
    };
  }

  /** `undefined` before there is a container. */
  get id(): string | undefined {
    return this.#id;
  }

  /** Resolves when the program has ended, with how, after all of its log has come. */
  get ended(): Promise<string> {
    return this.#ended.promise;
  }

  get socket(): string {
    return join(this.#home, SOCKET);
  }

  get storeTrace(): string {
    return join(this.#home, STORE_TRACE);
  }

  log(): string {
    return this.#log;
  }

  /** Lets go of the folder; safe to call twice. */
  close(): void {
    this.#folder?.close();
  }

  protected override async containerCreated(id: string): Promise<void> {
    this.#id = id;
    const client = await getContainerRuntimeClient();
    const container = client.container.getById(id);
    const output = await client.container.attach(container);
    output.on('data', (text: string) => (this.#log += text));
    output.on('error', () => undefined);
    output.once('close', () => void endOf(container).then(this.#ended.resolve));
  }

  protected override async selectWaitStrategy(_: ContainerRuntimeClient, { State }: Inspected): Promise<WaitStrategy> {
    return readiness(() => this.#waitForSocket(State.Pid));
  }

  async #waitForSocket(pid: number): Promise<void> {
    const died = async (): Promise<ProgramDied> => {
      const how = await this.#ended.promise;
      return new ProgramDied(`${this.#appName} ${how} before it answered`, this.#log, panicIn(this.#log));
    };
    try {
      if (pid === 0) throw await died();
      this.#folder = openContainerFolder(pid, HOME);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw await died();
      throw error;
    }
    const waiting = new AbortController();
    const deadline = setTimeout(() => {
      waiting.abort(new ProgramTimeout(`${this.#appName} did not open its socket`, START_TIMEOUT, this.#log));
    }, START_TIMEOUT);
    void died().then((error) => waiting.abort(error));
    try {
      const given = this.#signal;
      await appears(this.socket, given === undefined ? waiting.signal : AbortSignal.any([waiting.signal, given]));
    } finally {
      clearTimeout(deadline);
    }
    if (!areItsOwn(this.socket, this.storeTrace)) {
      throw new ProgramDied(`${this.#appName} put something else in the place of its socket or its trace`, this.#log);
    }
  }

  get #home(): string {
    if (this.#folder === undefined) throw new Error('the container has not started');
    return this.#folder.path;
  }
}

/** How the program of a container ended, as the end of a sentence. */
async function endOf(container: ReturnType<ContainerRuntimeClient['container']['getById']>): Promise<string> {
  try {
    const { State } = await container.inspect();
    if (State.OOMKilled) return `was ended: it used more than ${LIMITS.memory} GiB of memory`;
    const { StatusCode: code } = (await container.wait()) as { readonly StatusCode: number };
    return code === KILLED ? 'was ended by SIGKILL' : `ended with code ${code}`;
  } catch {
    // Only who removes a container by force does not leave anything to ask.
    return 'was ended by SIGKILL';
  }
}

/** What testcontainers waits for when a container is up. */
function readiness(waitUntilReady: () => Promise<void>): WaitStrategy {
  const strategy: WaitStrategy = {
    waitUntilReady,
    withStartupTimeout: () => strategy,
    isStartupTimeoutSet: () => true,
    getStartupTimeout: () => START_TIMEOUT,
  };
  return strategy;
}
