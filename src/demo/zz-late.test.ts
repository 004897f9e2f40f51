import { it } from 'vitest';
import { startTestServer } from '../testing/server.ts';
import { loadDemo } from './load.ts';
it('x', { timeout: 60_000 }, async () => {
  const server = await startTestServer({ worksJobs: true });
  try {
    await loadDemo(server.app, (l) => console.log(l));
    console.log([...await server.app.sql`select kind, description, created_at, subject_id from ledger_journals where created_at > now() - interval '12 hours'`]);
    console.log([...await server.app.sql`select kind, count(*), min(created_at), max(created_at) from ledger_journals group by 1`]);
    console.log([...await server.app.sql`select b.handle, service, period, count(*), sum(amount_minor) from fee_charges f join businesses b on b.id=f.business_id group by 1,2,3 order by 1,2,3`]);
    console.log([...await server.app.sql`select b.handle, count(*), min(sent_at), max(sent_at), count(*) filter (where charge_id is null) as open from message_usage f join businesses b on b.id=f.business_id group by 1 order by 1,2,3`]);
    console.log([...await server.app.sql`select name, state, start_after from pgboss.job where name in ('invoice.issue','fees.charge')`]);
  } finally { await server.stop(); }
});
