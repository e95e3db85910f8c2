/** Notices of structural change by where they stand: those of a gemeente, or those that an aanbieder filed anywhere. */
import { metVraag } from '../../api.js';
import { isGemeentecode, kan, partijVan } from '../../bezoek.js';
import { pagina, type Kamer } from '../../kamer.js';
import { Filter, Keuze } from '../../opmaak/formulier.js';
import { Alinea, Bladeren, Koppeling, Label, Tabel, type Kolom } from '../../opmaak/onderdelen.js';
import { korteDatum, partijnaam, product } from '../../opmaak/tekst.js';
import type { Lijst } from '../lijst.js';
import { STANDEN, type Stand, type Vooraankondiging } from './typen.js';

export const Standlabel = ({ stand }: { readonly stand: Stand }) => <Label soort={STANDEN[stand][1]}>{STANDEN[stand][0]}</Label>;
export const richtingTekst = (richting: 'op' | 'af'): string => (richting === 'op' ? 'zwaarder' : 'lichter');

const isStand = (waarde: string): waarde is Stand => Object.hasOwn(STANDEN, waarde);

const kolommen = (alsGemeente: boolean): readonly Kolom<Vooraankondiging>[] => [
  { kop: 'Ingediend', cel: ({ ingediendOp }) => korteDatum(ingediendOp) },
  { kop: 'Toewijzing', rijkop: true, cel: ({ id, toewijzingNummer }) => (
    <Koppeling naar={`/vooraankondigingen/${id}`}>{`Toewijzing ${toewijzingNummer}`}</Koppeling>) },
  alsGemeente ? { kop: 'Aanbieder', cel: ({ aanbieder }) => aanbieder } : { kop: 'Gemeente', cel: ({ gemeente }) => partijnaam(gemeente) },
  { kop: 'Richting', cel: ({ richting }) => richtingTekst(richting) },
  { kop: 'Gewenst product', cel: ({ gewenstProduct }) => product(gewenstProduct) },
  { kop: 'Vanaf', cel: ({ vanaf }) => korteDatum(vanaf) },
  { kop: 'Stand', cel: ({ status }) => <Standlabel stand={status} /> },
];

export function aankondigingenlijst(kamer: Kamer): void {
  kamer.toon('/vooraankondigingen', { scopes: ['gemeente', 'lezen', 'aanleveren'] }, async (bezoek) => {
    const partij = partijVan(bezoek);
    const alsGemeente = isGemeentecode(partij);
    const mag = kan(bezoek, 'lezen') || (alsGemeente && kan(bezoek, 'gemeente'));
    const { status: gevraagd = '', cursor } = bezoek.query;
    const status = isStand(gevraagd) || gevraagd === 'alle' ? gevraagd : 'open';
    const wie = alsGemeente ? { gemeente: partij } : { aanbieder: partij };
    const { items, volgende }: Lijst<Vooraankondiging> = mag
      ? await bezoek.api.haal('/v1/vooraankondigingen', { ...wie, status: status === 'alle' ? undefined : status, cursor }) : { items: [] };
    const adres = (waar?: string): string => metVraag('/vooraankondigingen', { status, cursor: waar });
    return pagina('Vooraankondigingen', (
      <>
        {kan(bezoek, 'gemeente', 'aanleveren') ? <Alinea><Koppeling naar="/vooraankondigingen/nieuw">Nieuwe vooraankondiging</Koppeling></Alinea> : null}
        {mag ? (
          <>
            <Filter naar="/vooraankondigingen">
              <Keuze naam="status" label="Stand" waarde={status}
                keuzes={[{ waarde: 'open', label: 'Alle die lopen' }, ...Object.entries(STANDEN).map(([waarde, [label]]) => ({ waarde, label })), { waarde: 'alle', label: 'Alle' }]} />
            </Filter>
            <Tabel bijschrift="Vooraankondigingen, oudste eerst" kolommen={kolommen(alsGemeente)} rijen={items} leeg="Er zijn geen vooraankondigingen met deze stand." />
            <Bladeren eerste={cursor === undefined ? undefined : adres()} volgende={volgende === undefined ? undefined : adres(volgende)} />
          </>) : <Alinea>Uw rol mag vooraankondigingen indienen, maar niet lezen.</Alinea>}
      </>));
  });
}
