import { dropNativeTests } from './native-database';

/** Leaves nothing of the tests behind on a server that is not ours. */
export async function teardown(): Promise<void> {
  if (process.env.TEST_DATABASE === 'native') await dropNativeTests();
}
