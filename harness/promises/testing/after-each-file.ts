import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './temporary-folder.ts';

// Run before each test file, and so there after it: what files share is imported only once.
afterAll(removeTemporaryFolders);
