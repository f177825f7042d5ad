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

export type RewardDenoms = { readonly denoms: readonly string[] };

interface ConsumerSettings {
  readonly initialization_parameters: Initialization | null;
  readonly power_shaping_parameters: PowerShapingRow | null;
  readonly allowlisted_reward_denoms: RewardDenoms | null;
  readonly infraction_parameters: Infractions | null;
}

export type MsgCreateConsumer = MessageOf<
  ConsumerSettings & { readonly submitter: string; readonly chain_id: string; readonly metadata: ConsumerMetadataRow }
>;

export type MsgUpdateConsumer = MessageOf<
  ConsumerSettings & {
    readonly owner: string;
    readonly consumer_id: string;
    readonly new_owner_address: string;
    readonly metadata: ConsumerMetadataRow | null;
    readonly new_chain_id: string;
  }
>;

export type MsgRemoveConsumer = MessageOf<{ readonly owner: string; readonly consumer_id: string }>;

interface AboutConsumer {
  /** Deprecated; must be empty. */
  readonly chain_id: string;
  readonly provider_addr: string;
  readonly signer: string;
  readonly consumer_id: string;
}

export type MsgOptIn = MessageOf<AboutConsumer & { readonly consumer_key: string }>;
export type MsgOptOut = MessageOf<AboutConsumer>;
export type MsgAssignConsumerKey = MessageOf<AboutConsumer & { readonly consumer_key: string }>;
export type MsgSetConsumerCommissionRate = MessageOf<AboutConsumer & { readonly rate: Dec }>;

/** The messages that a validator sends about a consumer have these fields in common. */
export type MsgAboutConsumer = MessageOf<AboutConsumer>;
