import { createServer, type IncomingMessage } from 'node:http';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

/**
 * The same, told instead of asking: a receiver of webhooks. It checks the signature of each delivery, answers at once, and
 * does each event once, whatever is sent twice.
 */
const { WEBHOOK_SECRET, PORT = '8080' } = process.env;
if (!WEBHOOK_SECRET) throw new Error('Set WEBHOOK_SECRET to the secret that webhookCreate has shown.');
const webhook = new Webhook(WEBHOOK_SECRET);
const MOST_BYTES = 1_000_000;

/** In memory here; a real receiver keeps the ids where it keeps what it does, in the same transaction. */
const seen = new Set<string>();

const server = createServer((req, res) => {
  take(req).then(
    (status) => res.writeHead(status).end(),
    () => res.destroy(),
  );
});

/** Notes a delivery, and says what to answer: 2xx ends it, 401 says that it is not from there. */
async function take(req: IncomingMessage): Promise<number> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return 413;
    chunks.push(chunk);
  }
  try {
    // Over the bytes as they came: a body that was parsed and printed again may differ.
    const body = Buffer.concat(chunks).toString();
    const { type, data } = webhook.verify(body, req.headers as Record<string, string>) as Delivery;
    const id = String(req.headers['webhook-id']);
    if (!seen.has(id)) process.stdout.write(`${id} ${type} ${JSON.stringify(data)}\n`);
    seen.add(id);
    return 204;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return 401;
    throw error;
  }
}

interface Delivery {
  readonly type: string;
  readonly data: unknown;
}

server.listen(Number(PORT), () => process.stdout.write(`Receiving webhooks on port ${PORT}.\n`));
