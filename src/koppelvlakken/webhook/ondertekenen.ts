/** Signatures of Standard Webhooks: HMAC-SHA-256 over id, time and body, with every secret that holds. */
import { createHmac, randomBytes } from 'node:crypto';

const VOORVOEGSEL = 'whsec_';
/** Bytes in a secret, as the specification bounds them. */
const KORTSTE = 24;
const LANGSTE = 64;
const GEMAAKT = 32;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export const maakGeheim = (): Buffer => randomBytes(GEMAAKT);

export const toonGeheim = (geheim: Buffer): string => VOORVOEGSEL + geheim.toString('base64');

/** Undefined when the text is no secret of 24 to 64 bytes. */
export function leesGeheim(tekst: string): Buffer | undefined {
  const base64 = tekst.slice(VOORVOEGSEL.length);
  if (!tekst.startsWith(VOORVOEGSEL) || !BASE64.test(base64)) return undefined;
  const geheim = Buffer.from(base64, 'base64');
  return geheim.length >= KORTSTE && geheim.length <= LANGSTE ? geheim : undefined;
}

/** The headers that prove who sent it and when. @param op whole seconds count */
export function onderteken(geheimen: readonly Buffer[], id: string, op: Date, inhoud: Buffer): Record<string, string> {
  const tijdstip = String(Math.floor(op.getTime() / 1000));
  const handtekeningen = geheimen.map((geheim) =>
    `v1,${createHmac('sha256', geheim).update(`${id}.${tijdstip}.`).update(inhoud).digest('base64')}`);
  return { 'webhook-id': id, 'webhook-timestamp': tijdstip, 'webhook-signature': handtekeningen.join(' ') };
}
