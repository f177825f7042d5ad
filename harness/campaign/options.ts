/** What a campaign runs and how long. */
export interface CampaignOptions {
  /** The names of the releases of the provider's and of the consumers' program; for given binaries, of their features. */
  readonly provider: string;
  readonly consumer: string;
  /** Binaries to use in place of the built ones. */
  readonly providerBin?: string;
  readonly consumerBin?: string;
  /** A whole number from 0 to 2^32 - 1: decides every random trace. */
  readonly seed: number;
  /** How many random traces at most. */
  readonly traces: number;
  /** How many actions a random trace has. */
  readonly steps: number;
  /** After so many seconds no further trace begins. */
  readonly time: number;
  /** How many traces run at once. */
  readonly workers: number;
  /** The folder for the results. */
  readonly out: string;
}
