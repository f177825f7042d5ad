import { IN_CI } from '../checks/ci-only.ts';
import { testCorpus } from './testing/test-corpus.ts';

testCorpus({ provider: 'v7.0.1', consumer: 'v7.0.1', inContainers: IN_CI });
