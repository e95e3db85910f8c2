/** What waits for the people of a gemeente: what they must do themselves before what they must watch. */
import { plusDagen } from '../../../../standaard/datum.js';
import { plusWerkdagen } from '../../../../standaard/werkdagen.js';
import { metVraag } from '../../api.js';
import type { Bezoek } from '../../bezoek.js';
import { Koppeling, type Kolom } from '../../opmaak/onderdelen.js';
import { korteDatum } from '../../opmaak/tekst.js';
import type { Lijst } from '../lijst.js';
import { termijnover, Termijnnaam, type Termijn } from '../termijnen.js';
import { Uiterlijk, verzoeksoort } from '../verzoeken/lijst.js';
import type { Verzoekregel } from '../verzoeken/typen.js';
import { maakBlok, RIJEN, type Blok } from './blok.js';

/** A term is nearly over this many working days before its last day. */
const BIJNA_WERKDAGEN = 3;

const TERMIJNKOLOMMEN: readonly Kolom<Termijn>[] = [
  { kop: 'Vervalt', cel: ({ vervaldatum }) => korteDatum(vervaldatum) },
  { kop: 'Wat', rijkop: true, cel: (termijn) => <Termijnnaam termijn={termijn} /> },
  { kop: 'Over', cel: termijnover },
  { kop: 'Aanbieder', cel: ({ aanbieder }) => aanbieder },
  { kop: 'Bron', cel: ({ bron }) => bron },
];

const verzoekkolommen = (vandaag: string): readonly Kolom<Verzoekregel>[] => [
  { kop: 'Uiterlijk', cel: ({ vervaldatum }) => <Uiterlijk dag={vervaldatum} vandaag={vandaag} /> },
  { kop: 'Verzoek', rijkop: true, cel: ({ id, berichtsoort, referentieAanbieder }) => (
    <Koppeling naar={`/verzoeken/${id}`}>{`${verzoeksoort(berichtsoort)} ${referentieAanbieder}`}</Koppeling>) },
  { kop: 'Aanbieder', cel: ({ aanbieder }) => aanbieder },
  { kop: 'Waarom een medewerker nodig is', cel: ({ wachtOp }) => (wachtOp.length === 0 ? 'Wordt nog bekeken' : wachtOp.map((reden) => <div>{reden}</div>)) },
];

/** @returns the most urgent kind first */
export async function gemeenteBlokken({ api, vandaag }: Bezoek, gemeente: string): Promise<Blok[]> {
  const termijnen = (vraag: { status: string; partij: string; tot?: string }): Promise<Lijst<Termijn>> =>
    api.haal<Lijst<Termijn>>('/v1/termijnen', { gemeente, ...vraag, limiet: RIJEN });
  const tot = plusDagen(plusWerkdagen(vandaag, BIJNA_WERKDAGEN), 1);
  const [verlopen, bijna, verzoeken, bijAanbieder] = await Promise.all([
    termijnen({ status: 'verlopen', partij: 'gemeente' }), termijnen({ status: 'open', partij: 'gemeente', tot }),
    api.haal<Lijst<Verzoekregel>>('/v1/verzoeken', { gemeente, status: 'onderhanden', volgorde: 'oudste', limiet: RIJEN }),
    termijnen({ status: 'verlopen', partij: 'aanbieder' })]);
  const alle = (status: string, partij: string) => ({ adres: metVraag('/termijnen', { status, partij }), naam: 'Alle termijnen met deze stand' });
  return [
    maakBlok({ id: 'verlopen', titel: 'Termijnen voorbij', dringend: true, kolommen: TERMIJNKOLOMMEN, lijst: verlopen,
      uitleg: 'De gemeente had dit al moeten doen.', meer: alle('verlopen', 'gemeente') }),
    maakBlok({ id: 'bijna', titel: 'Termijnen bijna voorbij', dringend: true, kolommen: TERMIJNKOLOMMEN, lijst: bijna,
      uitleg: `De gemeente moet dit uiterlijk ${korteDatum(plusWerkdagen(vandaag, BIJNA_WERKDAGEN))} doen.`, meer: alle('open', 'gemeente') }),
    maakBlok({ id: 'verzoeken', titel: 'Verzoeken die wachten', dringend: false, kolommen: verzoekkolommen(vandaag), lijst: verzoeken,
      meer: { adres: '/verzoeken?status=onderhanden', naam: 'Alle verzoeken die wachten' } }),
    maakBlok({ id: 'aanbieders', titel: 'Aanbieders te laat', dringend: false, vanAnderen: true, kolommen: TERMIJNKOLOMMEN, lijst: bijAanbieder,
      uitleg: 'Een aanbieder had dit al moeten doen.', meer: alle('verlopen', 'aanbieder') }),
  ];
}
