/**
 * Assesses stored messages. Per message one transaction: take the pair, load the dossier, run the rules, change the register, compose and
 * check the answer, fill the outbox. Messages of one pair go one at a time in order of storage, different pairs side by side.
 */
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { inTransactie, type Bevraagbaar, type Pool } from '../platform/database.js';
import type { Klok } from '../platform/klok.js';
import { werkRegisterBij } from '../register/bijwerken.js';
import { laadDossier } from '../register/dossier.js';
import { RegisterGewijzigd } from '../register/gewijzigd.js';
import { BERICHTSOORTEN, paarVan, type Antwoordbericht, type Heenbericht } from '../standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../standaard/berichten/gegenereerd/index.js';
import { beoordeelNiveau2, beoordeelNiveau3En4, contextVan, zonderPlaats, type Beoordeling } from '../standaard/regels/beoordelen.js';
import type { Buitenwereld } from '../standaard/regels/dossier.js';
import { stelAntwoordOp, type Antwoord } from '../standaard/retour/retour.js';
import { leesBericht } from '../standaard/xml/lezen.js';
import { controleerNiveau1, type Kop, type Schemas } from '../standaard/xml/niveau1.js';
import { schrijfBericht } from '../standaard/xml/schrijven.js';
import type { Berichtstatus } from './bericht.js';
import { decodeer, type Codering } from './inhoud.js';
import type { Meter } from './meter.js';
import { pakIn, rondAf, SLOT_BEOORDELEN } from './opslag.js';

export interface Beoordelaar {
  readonly pool: Pool;
  readonly klok: Klok;
  readonly schemas: Schemas;
  readonly meter: Meter;
  /** Agreed products of a pair, where its gemeente has configured them. */
  readonly contracten: (gemeente: string, aanbieder: string) => Buitenwereld['contract'];
}

/** Attempts before a message that cannot be assessed is set aside for a person. */
export const MAX_POGINGEN = 8;
/** Messages of one pair that one job handles before it lets others have the worker. */
const BEURT = 200;
/** Times that a message is assessed again at once because another pair changed the register in between. */
const MAX_GEWIJZIGD = 5;

interface Openstaand {
  readonly id: string; readonly berichtsoort: Heenbericht;
  readonly codering: Codering; readonly inhoud: Buffer;
  /** Number for the identification of the answer. */
  readonly nummer: number;
}

/** `bezet`: somebody else holds the pair. `gewijzigd`: another pair changed the register in between; assess again. */
type Stap = 'leeg' | 'bezet' | 'beoordeeld' | 'gewijzigd' | 'mislukt';

/**
 * Works through the pair of a message until nothing of it is waiting.
 *
 * A worker that finds the pair taken leaves it to the holder. That forgets nothing, because the holder looks once more after letting go:
 * a message that was stored while the pair was held is seen then.
 * @returns whether the pair has to be put in line again, because this turn took long enough
 * @throws when the database cannot be reached; the job then comes back
 */
export async function verwerkPaar(beoordelaar: Beoordelaar, id: string): Promise<boolean> {
  const { rows } = await beoordelaar.pool.query<{ gemeente: string; aanbieder: string }>(
    { name: 'paar', text: 'select gemeente, aanbieder from bericht where id = $1', values: [id] });
  const [paar] = rows;
  if (paar === undefined) return false;
  for (let gedaan = 0, gewijzigd = 0; gedaan < BEURT; gedaan++) {
    const stap = await beoordeelVolgende(beoordelaar, paar.gemeente, paar.aanbieder, gewijzigd < MAX_GEWIJZIGD);
    gewijzigd = stap === 'gewijzigd' ? gewijzigd + 1 : 0;
    if (stap === 'bezet' || stap === 'mislukt') return false;
    const wacht = await beoordelaar.pool.query({ name: 'wacht_nog', text: WACHT_NOG, values: [paar.gemeente, paar.aanbieder] });
    if (wacht.rows[0]?.['aan_de_beurt'] !== true) return false;
  }
  return true;
}

/** The oldest waiting message of a pair. A failed one that waits for its next attempt keeps its place, so that order is kept. */
const OPEN = `b.gemeente = $1 and b.aanbieder = $2 and b.status in ('ontvangen', 'mislukt') and b.terzijde_op is null
  order by b.volgnummer limit 1`;
const AAN_DE_BEURT = 'b.volgende_poging_op is null or b.volgende_poging_op <= now() as aan_de_beurt';
const WACHT_NOG = `select ${AAN_DE_BEURT} from bericht b where ${OPEN}`;
const VOLGENDE = `
  select b.id, b.berichtsoort, i.codering, i.inhoud, nextval('berichtnummer')::int8 as nummer, ${AAN_DE_BEURT}
  from bericht b join bericht_inhoud i on i.bericht_id = b.id where ${OPEN}`;

async function beoordeelVolgende(beoordelaar: Beoordelaar, gemeente: string, aanbieder: string, magOpnieuw: boolean): Promise<Stap> {
  let bezig: string | undefined;
  try {
    return await inTransactie(beoordelaar.pool, async (db): Promise<Stap> => {
      const slot = await db.query<{ vrij: boolean }>({
        name: 'neem_paar', text: 'select pg_try_advisory_xact_lock(hashtextextended($2, $1)) as vrij',
        values: [SLOT_BEOORDELEN, `${gemeente}|${aanbieder}`] });
      if (slot.rows[0]?.vrij !== true) return 'bezet';
      const { rows } = await db.query<Openstaand & { aan_de_beurt: boolean }>(
        { name: 'volgende', text: VOLGENDE, values: [gemeente, aanbieder] });
      const [bericht] = rows;
      if (bericht === undefined || !bericht.aan_de_beurt) return 'leeg';
      bezig = bericht.id;
      await beoordeelBericht(beoordelaar, db, bericht);
      return 'beoordeeld';
    });
  } catch (fout) {
    if (bezig === undefined) throw fout;
    if (fout instanceof RegisterGewijzigd && magOpnieuw) return 'gewijzigd';
    await noteerMislukking(beoordelaar, bezig, fout);
    return 'mislukt';
  }
}

async function beoordeelBericht(
  beoordelaar: Beoordelaar, db: Bevraagbaar, { id, berichtsoort, codering, inhoud, nummer }: Openstaand,
): Promise<void> {
  const { meter, klok } = beoordelaar;
  const bytes = await meter.stap('uitpakken', () => decodeer(codering, inhoud));
  const bericht = meter.nu('lezen', () => leesBericht(berichtsoort, bytes));
  const beoordeling = await beoordeel(beoordelaar, db, berichtsoort, bericht);
  const { status, verwerkt } = uitslagVan(berichtsoort, bericht, beoordeling);
  if (verwerkt) await meter.stap('register', () => werkRegisterBij(db, id, berichtsoort, bericht, beoordeling));
  const { bytes: antwoordBytes, berichtsoort: antwoordsoort, kop } = meter.nu('antwoord', () => schrijfAntwoord(
    beoordelaar.schemas, stelAntwoordOp(berichtsoort, bericht, beoordeling, {
      identificatie: nummer.toString(36).toUpperCase().padStart(12, '0'), dagtekening: klok.vandaag() })));
  const hash = createHash('sha256').update(antwoordBytes).digest();
  await meter.stap('opslaan', async () => rondAf(db, {
    id, status, bevindingen: beoordeling.bevindingen.map(zonderPlaats), partij: partijVoor(antwoordsoort, kop),
    antwoord: { id: uuid(), berichtsoort: antwoordsoort, kop, hash, omvang: antwoordBytes.length, client: 'gateway', op: klok.nu() },
  }, await pakIn(antwoordBytes)));
  meter.beoordeeld(berichtsoort, status);
}

async function beoordeel<B extends Heenbericht>(
  { meter, klok, contracten }: Beoordelaar, db: Bevraagbaar, soort: B, bericht: Berichten[B],
): Promise<Beoordeling> {
  const context = contextVan(soort, bericht);
  const niveau2 = meter.nu('niveau2', () => beoordeelNiveau2(context));
  if (niveau2.length > 0) return { bevindingen: niveau2, nietBeoordeeld: new Set() };
  const { gemeente, aanbieder } = paarVan(soort, bericht.Header.Afzender, bericht.Header.Ontvanger);
  const buitenwereld = { systeemdatum: klok.vandaag(), contract: contracten(gemeente, aanbieder), creditGelijkAanDebet: false };
  const dossier = await meter.stap('dossier', () => laadDossier(db, soort, bericht, buitenwereld));
  return meter.nu('niveau3En4', () => beoordeelNiveau3En4(context, dossier));
}

/**
 * The status, and whether the message counts as sent. A claim is decided per Prestatie and counts as sent even when every line is
 * rejected; every other message is taken or rejected as a whole (IV032, IV087).
 */
function uitslagVan(
  soort: Heenbericht, bericht: Berichten[Heenbericht], { bevindingen }: Beoordeling,
): { status: Berichtstatus; verwerkt: boolean } {
  if (bevindingen.length === 0) return { status: 'goedgekeurd', verwerkt: true };
  const perPrestatie = bevindingen.every(({ klasse, niveau }) => niveau > 2 && (klasse === 'Client' || klasse === 'Prestatie'));
  if (soort !== 'WMO323' || !perPrestatie) return { status: 'afgekeurd', verwerkt: false };
  const geraakt = new Set(bevindingen.map(({ bij }) => bij.waarde));
  const ietsToegekend = (bericht as Berichten['WMO323']).Declaratie.Clienten
    .some((client) => !geraakt.has(client) && client.Prestaties.some((prestatie) => !geraakt.has(prestatie)));
  return { status: ietsToegekend ? 'deels-goedgekeurd' : 'afgekeurd', verwerkt: true };
}

/** Writes the answer and checks it against its own schema: an answer that is not valid never leaves. */
function schrijfAntwoord(schemas: Schemas, antwoord: Antwoord): { berichtsoort: Antwoordbericht; bytes: Buffer; kop: Kop } {
  const bytes = schrijfBericht(antwoord.berichtsoort, antwoord.bericht);
  const controle = controleerNiveau1(bytes, schemas);
  if (!controle.geldig) throw new Error(`Opgesteld ${antwoord.berichtsoort} voldoet niet aan het schema`);
  return { berichtsoort: antwoord.berichtsoort, bytes, kop: controle.kop };
}

/** A return message keeps Afzender and Ontvanger of the original, so it goes to its Afzender when the other party composed it. */
function partijVoor(soort: Antwoordbericht, kop: Kop): string {
  const { opsteller, afzender } = BERICHTSOORTEN[soort];
  return opsteller === afzender ? kop.ontvanger : kop.afzender;
}

/** Seconds until the next attempt: 1, 2, 4, … at most five minutes. */
function wachttijd(pogingen: number): number {
  return Math.min(2 ** pogingen, 300);
}

/** A message that could not be assessed is never answered: it is tried again later and in the end set aside. */
async function noteerMislukking({ pool, meter }: Beoordelaar, id: string, fout: unknown): Promise<void> {
  const { rows } = await pool.query<{ pogingen: number }>(
    `update bericht set status = 'mislukt', pogingen = pogingen + 1,
       volgende_poging_op = now() + least(power(2, pogingen), $2) * interval '1 second',
       terzijde_op = case when pogingen + 1 >= $3 then now() end
     where id = $1 and status in ('ontvangen', 'mislukt') returning pogingen`, [id, wachttijd(30), MAX_POGINGEN]);
  meter.mislukt(id, rows[0]?.pogingen ?? 0, fout);
}
