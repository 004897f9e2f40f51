import { startEventProcess } from './events.ts';

/** A process of its own with a feed on the database that it is given, for tests that freeze or kill it. */
await startEventProcess(process.argv[2] ?? '');
process.send?.('started');
