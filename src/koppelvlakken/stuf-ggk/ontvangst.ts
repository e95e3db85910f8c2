/**
 * Handles what comes in, and says Bv03 only when it is safe in the database. What is wrong with the envelope comes back at once (Fo03);
 * a message inside that breaks its schema is confirmed and then reported with a Fo01, because the standard has StUF055 for an asynchronous
 * fault message only (StUF 03.01, table 4.1; Specificatie StUF-envelop 2.1, 2.3).
 */
import { createHash, randomUUID } from 'node:crypto';
import type { Aanvrager } from '../../platform/aanvrager.js';
import { noteer } from '../../platform/audit/audit.js';
import type { Bevraagbaar } from '../../platform/database.js';
import { BERICHTSOORTEN } from '../../standaard/berichten/berichtsoorten.js';
import type { Schema } from '../../standaard/xml/libxml.js';
import type { Niveau1 } from '../../standaard/xml/niveau1.js';
import { ontvang, weiger, type Ontvanger, type Ontvangst } from '../../verwerking/ontvangen.js';
import { bevestig, meldOngeldig } from './antwoorden.js';
import { SoapFout, StufFout, type Foutcode } from './codes.js';
import { adresOp, controleerEnvelop, controleerInhoud } from './controle.js';
import type { Envelop, Foutmelding } from './envelop.js';
import { leesEnvelop } from './lezen.js';
import { KETENPARTIJEN, PAD } from './namen.js';
import { bewaarEnveloppen, bewaarFoutmelding, zetFoutberichtKlaar, zoekHash, zoekVerzonden } from './opslag.js';

export interface Loket {
  readonly ontvanger: Ontvanger;
  readonly schema: Schema;
}

/** What was posted. */
export interface Post {
  readonly bytes: Buffer;
  readonly soapAction: string | undefined;
  readonly aanvrager: Aanvrager;
}

/**
 * Takes in one SOAP message.
 * @returns the Bv03, as an element
 * @throws SoapFout, StufFout when it is not taken in; that it was refused is then kept, without content
 */
export async function behandel(loket: Loket, post: Post): Promise<string> {
  const { klok } = loket.ontvanger;
  try {
    const ontvangen = leesEnvelop(post.bytes, post.soapAction, loket.schema);
    controleerEnvelop(ontvangen, post.aanvrager);
    try {
      await (ontvangen.soort === 'Fo01' ? neemFoutmelding(loket, ontvangen) : neemEnvelop(loket, ontvangen, post.aanvrager));
    } catch (fout) {
      if (fout instanceof StufFout) throw fout;
      throw new StufFout('StUF046', 'Het bericht kon nu niet worden opgeslagen. Lever het later ongewijzigd opnieuw aan.', adresOp(ontvangen),
        { cause: fout });
    }
    return bevestig(adresOp(ontvangen), { nummer: randomUUID(), op: klok.nu() });
  } catch (fout) {
    const reden = fout instanceof StufFout ? fout.code : fout instanceof SoapFout ? `soap-${fout.faultcode}` : undefined;
    // Where the database itself is away there is nothing to write to.
    if (reden !== undefined && reden !== 'StUF046') await noteerWeigering(loket, post, reden);
    throw fout;
  }
}

/** A fault has status 500, which the door leaves out of the audit trail, so it is put there from here. */
async function noteerWeigering({ ontvanger: { pool, klok } }: Loket, { aanvrager, bytes }: Post, reden: string): Promise<void> {
  await weiger(pool, klok.nu(), aanvrager.client, bytes.length, undefined, `stuf-ggk: ${reden}`);
  await noteer(pool, aanvrager, { handeling: `POST ${PAD}`, reden: 'scope aanleveren', resultaat: reden });
}

async function neemFoutmelding({ ontvanger: { pool, klok } }: Loket, melding: Foutmelding): Promise<void> {
  const partij = melding.zender.organisatie ?? '';
  const verzonden = await zoekVerzonden(pool, melding.crossRefnummer, partij, KETENPARTIJEN.has(partij));
  if (verzonden === undefined) throw onbekendeVerwijzing(melding);
  await bewaarFoutmelding(pool, verzonden.berichtId, { ...melding, partij }, klok.nu());
}

function onbekendeVerwijzing(ontvangen: Envelop | Foutmelding): StufFout {
  return new StufFout('StUF043', 'Onder het crossRefnummer is van hier niets aan u verstuurd waarop dit een antwoord is. Gebruik het '
    + 'referentienummer van de envelop die u kreeg.', adresOp(ontvangen));
}

/** @throws StufFout when an answer refers to nothing that was sent to its sender */
async function controleerVerwijzing(db: Bevraagbaar, envelop: Envelop): Promise<void> {
  if (envelop.soort === 'Di01') return;
  const { zender, functie } = envelop.stuurgegevens;
  const verzonden = await zoekVerzonden(db, envelop.crossRefnummer, zender.organisatie, false);
  if (verzonden === undefined || BERICHTSOORTEN[verzonden.berichtsoort].antwoord !== functie) throw onbekendeVerwijzing(envelop);
}

async function neemEnvelop({ ontvanger }: Loket, envelop: Envelop, aanvrager: Aanvrager): Promise<void> {
  const { pool, klok } = ontvanger;
  const { stuurgegevens } = envelop;
  await controleerVerwijzing(pool, envelop);
  const niveau1 = controleerInhoud(envelop, await ontvanger.controleer(envelop.inhoud));
  const ontvangst = await ontvang({ ...ontvanger, controleer: async () => niveau1 }, {
    bytes: envelop.inhoud, aanvrager, idempotentiesleutel: `stuf:${stuurgegevens.zender.organisatie}:${stuurgegevens.referentienummer}`,
    erbij: async (db, berichtId) => {
      const bewaard = await bewaarEnveloppen(db, [{
        berichtId, tijdstip: stuurgegevens.tijdstipBericht, ...stuurgegevens, applicatie: envelop.applicatie }], klok.nu());
      if (!bewaard.has(berichtId)) throw await isAlOntvangen(db, envelop) ? new AlOntvangen() : hergebruikt(envelop);
    },
  }).catch((fout: unknown) => {
    if (fout instanceof AlOntvangen) return undefined;
    throw fout;
  });
  if (ontvangst === undefined) return;
  if (ontvangst.soort === 'geweigerd') {
    const melding = meldOngeldig(envelop, plaatsVan(ontvangst.niveau1), { nummer: randomUUID(), op: klok.nu() });
    await zetFoutberichtKlaar(pool, melding, klok.nu());
  } else if (ontvangst.soort !== 'opgeslagen') {
    throw bezwaar(envelop, ontvangst);
  }
}

/** The same message is here under the same number, delivered by another client or longer ago than keys are kept. Undoes the storing. */
class AlOntvangen extends Error {
  override readonly name = 'AlOntvangen';
}

async function isAlOntvangen(db: Bevraagbaar, { stuurgegevens: { referentienummer, zender }, inhoud }: Envelop): Promise<boolean> {
  const hash = await zoekHash(db, referentienummer, zender.organisatie);
  return hash?.equals(createHash('sha256').update(inhoud).digest()) === true;
}

function hergebruikt({ stuurgegevens }: Envelop): StufFout {
  return new StufFout('StUF016', 'Dit referentienummer is al voor een ander bericht gebruikt. Geef elk bericht een nieuw nummer.', stuurgegevens);
}

function bezwaar(envelop: Envelop, ontvangst: Exclude<Ontvangst, { soort: 'opgeslagen' | 'geweigerd' }>): StufFout {
  const weigering = (code: Foutcode, toelichting: string): StufFout => new StufFout(code, toelichting, envelop.stuurgegevens);
  switch (ontvangst.soort) {
    case 'sleutel-hergebruikt': return hergebruikt(envelop);
    case 'afzender-niet-gemachtigd': return weigering('StUF013', 'U mag niet namens de afzender in het bericht aanleveren.');
    case 'geen-heenbericht': return weigering('StUF037', 'De gateway stelt uw antwoorden zelf op. Antwoordt u met eigen software, vraag dan de '
      + 'beheerder u als extern in te stellen.');
    case 'geen-bericht-bij-retour': return weigering('StUF043', 'Er is aan u geen bericht doorgestuurd met deze soort, Afzender, Ontvanger, '
      + 'Identificatie en Dagtekening. Neem ze ongewijzigd over uit het bericht waarop u antwoordt.');
    case 'al-beantwoord': return weigering('StUF043', 'Op dit bericht hebt u al geantwoord; het eerste antwoord geldt.');
  }
}

/** Where the first error is, for in a description: place only. */
function plaatsVan({ fouten }: Niveau1 & { geldig: false }): string {
  const [eerste] = fouten;
  if (eerste === undefined) return '';
  return `Regel ${eerste.regel}${eerste.pad === undefined ? '' : `, ${eerste.pad}`}`;
}
