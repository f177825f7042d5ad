import { expect, test } from 'vitest';
import { partOf } from './parts.ts';

test.each([
  ['provider/keeper/relay.go', 'Keeper.SendVSCPackets', 'protocol'],
  ['provider/keeper/grpc_query.go', 'Keeper.QueryParams', 'query'],
  ['provider/keeper/genesis.go', 'Keeper.InitGenesis', 'genesis'],
  ['provider/keeper/keeper.go', 'Keeper.GetAllChannelToConsumers', 'genesis'],
  ['provider/migrations/v8/migrations.go', 'MigrateParams', 'migration'],
  ['provider/keeper/migration.go', 'Migrator.Migrate7to8', 'migration'],
  ['types/shared_consumer.pb.go', '*ConsumerParams.Marshal', 'generated'],
  ['provider/client/cli/tx.go', 'NewOptInCmd', 'command line'],
  ['provider/module.go', 'AppModule.EndBlock', 'protocol'],
  ['provider/module.go', 'AppModule.RegisterServices', 'registration'],
  ['provider/types/legacy_proposal.go', '*ConsumerAdditionProposal.GetTitle', 'legacy proposal'],
])('%s: %s is for %s', (file, name, part) => {
  expect(partOf(`example.org/m/x/ccv/${file}`, name)).toBe(part);
});
