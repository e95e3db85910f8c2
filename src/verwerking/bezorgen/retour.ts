/**
 * Handles the answer of a party that assesses with its own software. Its verdict is followed: what it approved changes register and terms as
 * if it had been assessed here, and the answer is put in the outbox for the sender of the original.
 */
import { sluitRetourtermijn } from '../../gemeente/termijnenregister.js';
import type { Bevraagbaar } from '../../platform/database.js';
import { leesInhoud, type Ingepakt } from '../../platform/inhoud.js';
import { kluisVan } from '../../platform/kluis/kluis.js';
import { RegisterGewijzigd } from '../../register/gewijzigd.js';
import type { Antwoordbericht, Heenbericht } from '../../standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../../standaard/berichten/gegenereerd/index.js';
import { zonderPlaats } from '../../standaard/regels/beoordelen.js';
import type { Bevinding } from '../../standaard/regels/bevinding.js';
import { leesUitspraak } from '../../standaard/retour/uitspraak.js';
import { leesBericht } from '../../standaard/xml/lezen.js';
import { uitslagVan, verwerk, type Beoordelaar, type Uitslag } from '../uitspraak.js';

/** A return message in the store. */
export interface Retour {
  readonly id: string;
  readonly berichtsoort: Antwoordbericht;
  readonly antwoordOp: string | null;
}

interface Heen extends Ingepakt {
  readonly id: string;
  readonly berichtsoort: Heenbericht;
  readonly richting: 'inkomend' | 'uitgaand';
  readonly gemeente: string;
  readonly aanbieder: string;
  /** Composed it, and so is who the answer is for. */
  readonly afzender: string;
  readonly ontvanger: string;
}

/** What is shown of an approval that the register contradicts. It stands beside the approval and takes nothing from it. */
const NIET_IN_REGISTER: Bevinding = {
  regel: 'register', retourcode: undefined, niveau: 3, klasse: 'Header', pad: '/Bericht/Header',
  melding: 'De ontvanger keurt dit bericht goed, maar het spreekt tegen wat hier al bekend is. Het register is niet gewijzigd. '
    + 'Vergelijk de gegevens met die van de ontvanger.',
};

/**
 * Follows the verdict of a return message. Inside the caller's transaction, which holds the pair.
 * @throws Error when what it answers is gone
 */
export async function verwerkRetour(
  beoordelaar: Beoordelaar, db: Bevraagbaar, { id, berichtsoort, antwoordOp }: Retour, bytes: Buffer,
): Promise<void> {
  const { meter, klok } = beoordelaar;
  const heen = await haalHeen(db, antwoordOp);
  const antwoord = meter.nu('lezen', () => leesBericht(berichtsoort, bytes));
  const inhoud = await leesInhoud(kluisVan(db), heen.id, heen);
  const bericht = meter.nu('lezen', () => leesBericht(heen.berichtsoort, inhoud));
  const { opmerkingen, ...beoordeling } = leesUitspraak(heen.berichtsoort, bericht, antwoord);
  const uitslag = uitslagVan(heen.berichtsoort, bericht, beoordeling);
  const bevindingen = [...beoordeling.bevindingen.map(zonderPlaats), ...opmerkingen];
  // What was made here changed the register when it left.
  if (uitslag.verwerkt && heen.richting === 'inkomend') {
    const gelukt = await metSpaarpunt(db, () => verwerk(beoordelaar, db, heen, bericht, { ...beoordeling, bekend: new Map() }, uitslag.status));
    if (!gelukt) bevindingen.push(NIET_IN_REGISTER);
    else await laatBesluitAan(db, heen);
  }
  await sluitRetourtermijn({ db, gemeente: heen.gemeente, aanbieder: heen.aanbieder }, heen.id, dagVan(antwoord));
  await rondRetourAf(db, { id, heen, uitslag, bevindingen, op: klok.nu() });
  meter.beoordeeld(heen.berichtsoort, uitslag.status, heen.id);
}

async function haalHeen(db: Bevraagbaar, id: string | null): Promise<Heen> {
  const { rows } = await db.query<{ [K in keyof Heen]: Heen[K] }>({
    name: 'haal_heen', values: [id],
    text: `select b.id, b.berichtsoort, b.richting, b.gemeente, b.aanbieder, b.afzender, b.ontvanger, i.codering, i.sleutel, i.inhoud
      from bericht b join bericht_inhoud i on i.bericht_id = b.id where b.id = $1` });
  const [heen] = rows;
  if (heen === undefined) throw new Error('Het bericht bij dit antwoord is er niet meer');
  return heen;
}

/** Integrity errors of PostgreSQL: a constraint of the register says otherwise. */
const TEGENSPRAAK = /^23/;

/** Runs part of a transaction. False, and undone, when the register contradicts it. */
async function metSpaarpunt(db: Bevraagbaar, werk: () => Promise<void>): Promise<boolean> {
  await db.query('savepoint register');
  try {
    await werk();
  } catch (fout) {
    const code = (fout as { code?: unknown }).code;
    if (!(fout instanceof RegisterGewijzigd) && !(typeof code === 'string' && TEGENSPRAAK.test(code))) throw fout;
    await db.query('rollback to savepoint register');
    return false;
  }
  await db.query('release savepoint register');
  return true;
}

/** A gemeente that answers requests itself decides on them too: policy here leaves them alone. */
async function laatBesluitAan(db: Bevraagbaar, { id, berichtsoort, gemeente, aanbieder }: Heen): Promise<void> {
  if (berichtsoort !== 'WMO315' && berichtsoort !== 'WMO317') return;
  await db.query(
    `update verzoek set bekeken_op = now() where gemeente = $1 and aanbieder = $2 and bericht_id = $3 and bekeken_op is null
       and status = 'onderhanden'`, [gemeente, aanbieder, id]);
}

/** The day on which the answer was sent, by its own account. */
function dagVan({ Header }: Berichten[Antwoordbericht]): string {
  return 'DagtekeningRetour' in Header ? Header.DagtekeningRetour : Header.BerichtIdentificatie.Dagtekening;
}

interface Afronding {
  readonly id: string;
  readonly heen: Heen;
  readonly uitslag: Uitslag;
  readonly bevindingen: readonly Bevinding[];
  readonly op: Date;
}

/** Closes both messages and puts the answer in the outbox, in one statement. */
async function rondRetourAf(db: Bevraagbaar, { id, heen, uitslag, bevindingen, op }: Afronding): Promise<void> {
  await db.query({
    name: 'rond_retour_af',
    values: [id, heen.id, op, heen.afzender, uitslag.status, JSON.stringify(bevindingen), heen.ontvanger],
    text: `with retour as (
        update bericht set status = 'klaargezet', beoordeeld_op = $3, volgende_poging_op = null where id = $1 returning id),
      heen as (update bericht set status = $5, bevindingen = $6, beoordeeld_op = $3 where id = $2 returning id),
      audit as (insert into audit_nieuw (client, namens, handeling, object, reden, resultaat)
        select 'gateway', $7, 'antwoord verwerkt', 'berichten ' || id, 'antwoord van de ontvanger', $5 from heen)
      insert into bezorging (bericht_id, partij, aangemaakt_op) select id, $4, $3 from retour on conflict (bericht_id) do nothing`,
  });
}
