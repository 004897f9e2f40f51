import { buildSchema } from 'graphql';
import { startServer } from './server.ts';
import { readConfig } from '../config.ts';
import { createLogger } from '../log.ts';
import { Fault } from '../errors.ts';
const schema = buildSchema(`type Query { hello: String  fail: String } type Mutation { go: Int } type Subscription { tick: Int }`);
(schema.getQueryType()!.getFields() as any).hello.resolve = () => 'hi';
(schema.getQueryType()!.getFields() as any).fail.resolve = () => { throw new Error('secret'); };
(schema.getSubscriptionType()!.getFields() as any).tick.subscribe = async function* () { for (let i = 0; i < 3; i++) yield { tick: i }; throw new Fault('CURSOR_EXPIRED', 'too old'); };
const log = createLogger('info');
const s = await startServer({ config: readConfig({ PORT: process.env.PORT ?? '4100' }), schema, app: { log, sql: (async () => []) as never, feed: { cursor: () => 'x' } as never },
  authenticate: async (h) => { if (h === 'Bearer bad') throw new Fault('UNAUTHENTICATED', 'bad token'); return { kind: 'guest' }; },
  contextOf: (actor) => ({ actor, log } as never), slowLaneOnly: process.env.SLOW === '1' });
console.log(s.url);
process.on('SIGINT', () => void s.stop().then(() => process.exit(0)));
