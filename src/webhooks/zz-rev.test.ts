import net from 'node:net';
import { expect, it } from 'vitest';
import { newSigningSecret } from './secrets.ts';
import { sendSigned } from './send.ts';
const send = (url: string) => sendSigned({ url, secrets: [newSigningSecret()], id: 'x', body: '{}', now: new Date(), allowPrivate: ['127.0.0.1'] });
for (const [name, reply] of Object.entries({
  upgrade: 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  plain101: 'HTTP/1.1 101 Switching Protocols\r\n\r\n',
  rubbish: 'hello world\r\n\r\n',
  early: 'HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n',
  status999: 'HTTP/1.1 999 Wat\r\nContent-Length: 0\r\n\r\n',
  status0: 'HTTP/1.1 000 Wat\r\nContent-Length: 0\r\n\r\n',
})) {
  it(name, { timeout: 14000 }, async () => {
    const server = net.createServer((s) => { s.on('error', () => 0); s.once('data', () => s.write(reply)); });
    await new Promise<void>((r) => server.listen(0, '127.0.0.1', r));
    const { port } = server.address() as net.AddressInfo;
    const got = await Promise.race([send(`http://127.0.0.1:${port}/`), new Promise((r) => setTimeout(() => r('HUNG'), 12_000))]);
    console.log(name, got);
    server.close();
  });
}
import { createRequire } from 'node:module';
it('filters', async () => {
  const { Webhook } = await import('standardwebhooks');
  void Webhook;
  const dns = (await import('node:dns')).default; const { syncBuiltinESMExports } = await import('node:module'); const { isIP } = net;
  const lookup = dns.lookup;
  for (const a of ['::7f00:1','::127.0.0.1','::ffff:127.0.0.1','::ffff:0:127.0.0.1','64:ff9b::7f00:1','64:ff9b:1::7f00:1','fec0::1','fe80::1','fc00::1','2002:7f00:1::','2001::1','2001:db8::1','100::1','5f00::1','4000::1','198.18.0.1','192.0.0.1','192.0.2.1','203.0.113.1','100.64.0.1','240.0.0.1','255.255.255.255','224.0.0.1','0.0.0.0','192.88.99.1','192.31.196.1','169.254.169.254','fd00:ec2::254','3fff::1','2001:10::1','2001:20::1','::1','::','ff02::1', '::a9fe:a9fe']) {
    dns.lookup = ((_n: string, o: any, d: any) => o.all ? d(null, [{ address: a, family: isIP(a) }]) : d(null, a, isIP(a))) as any;
    syncBuiltinESMExports();
    const got = await Promise.race([sendSigned({ url: 'https://x.example/', secrets: [newSigningSecret()], id: 'x', body: '{}', now: new Date(), allowPrivate: [] }), new Promise<any>((r) => setTimeout(() => r({error:'TIMED OUT (tried)'}), 700))]);
    if (!String(got.error).includes('private')) console.log(a, got.error);
  }
  dns.lookup = lookup; syncBuiltinESMExports();
}, 60000);
