import type {
  ConsumerMetadataRow,
  InitializationParametersRow,
  PowerShapingRow,
} from '../../../specs/tables/provider.ts';
import type { SlashJailRow } from '../../../specs/tables/provider.ts';
import type { Dec, Nanos } from '../../../specs/value.ts';
import type { MessageOf } from '../../context.ts';

/** `interchain_security.ccv.provider.v1`, where the messages of the module are declared. */
export const PACKAGE = '/interchain_security.ccv.provider.v1';

/** Initialization parameters as a message carries them: a time that is not set is null. */
export type Initialization = Omit<InitializationParametersRow, 'spawn_time'> & { readonly spawn_time: Nanos | null };

/** Infraction parameters as a message carries them: each of the two may be left out. */
export type Infractions = { readonly double_sign: SlashJailRow | null; readonly downtime: SlashJailRow | null };

/** The denominations in which a consumer alone may pay rewards (ICS-028, `AllowlistedRewardDenoms`). */
export type RewardDenoms = { readonly denoms: readonly string[] };

interface ConsumerSettings {
  readonly initialization_parameters: Initialization | null;
  readonly power_shaping_parameters: PowerShapingRow | null;
  readonly allowlisted_reward_denoms: RewardDenoms | null;
  readonly infraction_parameters: Infractions | null;
}

/** Anybody creates a consumer (ADR-019). */
export type MsgCreateConsumer = MessageOf<
  ConsumerSettings & { readonly submitter: string; readonly chain_id: string; readonly metadata: ConsumerMetadataRow }
>;

/** The owner of a consumer changes what is known of it, or who owns it (ADR-019). */
export type MsgUpdateConsumer = MessageOf<
  ConsumerSettings & {
    readonly owner: string;
    readonly consumer_id: string;
    readonly new_owner_address: string;
    readonly metadata: ConsumerMetadataRow | null;
    readonly new_chain_id: string;
  }
>;

/** The owner of a consumer ends it (ADR-019). */
export type MsgRemoveConsumer = MessageOf<{ readonly owner: string; readonly consumer_id: string }>;

interface AboutConsumer {
  /** Deprecated; must be empty. */
  readonly chain_id: string;
  readonly provider_addr: string;
  readonly signer: string;
  readonly consumer_id: string;
}

/** A validator opts in to a consumer, optionally with a consumer key (ADR-015). */
export type MsgOptIn = MessageOf<AboutConsumer & { readonly consumer_key: string }>;
/** A validator opts out of a consumer (ADR-015). */
export type MsgOptOut = MessageOf<AboutConsumer>;
/** A validator chooses the key with which it validates a consumer (ADR-001). */
export type MsgAssignConsumerKey = MessageOf<AboutConsumer & { readonly consumer_key: string }>;
/** A validator sets its commission on the rewards of a consumer. */
export type MsgSetConsumerCommissionRate = MessageOf<AboutConsumer & { readonly rate: Dec }>;

/** The messages that a validator sends about a consumer have these fields in common. */
export type MsgAboutConsumer = MessageOf<AboutConsumer>;
