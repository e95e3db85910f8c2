/** `iwmo audit controleer`: whether the audit trail is whole. */
import { resolve } from 'node:path';
import { controleerKeten, type Anker } from '../../platform/audit/keten.js';
import { openPool } from '../../platform/database.js';
import { runningPostgres } from '../../platform/postgres/index.js';
import { leesArgumenten } from './argumenten.js';
import { Gebruiksfout, type Omgeving, type Uitgang } from './omgeving.js';

function ankerVan(tekst: string): Anker {
  const [, nr, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(tekst) ?? [];
  if (nr === undefined || hash === undefined) throw new Gebruiksfout('Een anker heeft de vorm NUMMER:HASH, zoals deze opdracht het toont.');
  return { nr: Number(nr), hash: Buffer.from(hash, 'hex') };
}

export async function audit(args: readonly string[], { uit, fout, env }: Omgeving): Promise<Uitgang> {
  const { positionals: [opdracht, ...ankers] } = leesArgumenten(args, {});
  if (opdracht !== 'controleer') throw new Gebruiksfout('Gebruik: iwmo audit controleer [ANKER…].');
  const gelezen = ankers.map(ankerVan);
  const url = env['DATABASE_URL'] || await runningPostgres(resolve(env['DATA_DIR'] || './data'));
  if (url === undefined) throw new Gebruiksfout('Er is geen database: zet DATABASE_URL, of laat de gateway met deze DATA_DIR draaien.');
  const pool = openPool(url, 1, 'iwmo-audit');
  try {
    const oordeel = await controleerKeten(pool, gelezen);
    if (!oordeel.heel) {
      await uit.schrijf(`Het auditspoor is niet heel: regel ${oordeel.nr} ${oordeel.reden}.\n`);
      return 1;
    }
    const { van, laatste: { nr, hash } } = oordeel;
    await uit.schrijf(nr === 0 ? 'Het auditspoor is leeg.\n'
      : `Het auditspoor is heel: regel ${van} tot en met ${nr}.\nAnker: ${nr}:${hash.toString('hex')}\n`);
    return 0;
  } catch (e) {
    await fout.schrijf(`De database kan niet worden gelezen (${String((e as { code?: unknown }).code ?? 'onbekend')}).\n`);
    return 2;
  } finally {
    await pool.end();
  }
}
