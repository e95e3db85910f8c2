/** Requests of one status: why each waits, the oldest first where a person is needed. */
import { metVraag } from '../../api.js';
import { gemeenteVan } from '../../bezoek.js';
import { pagina, type Kamer } from '../../kamer.js';
import { Filter, Keuze } from '../../opmaak/formulier.js';
import { Bladeren, Koppeling, Label, Tabel, type Kolom } from '../../opmaak/onderdelen.js';
import { korteDatum, tijdstip } from '../../opmaak/tekst.js';
import type { Verzoekregel, Verzoekstatus } from './typen.js';

const STATUS = {
  onderhanden: ['Wacht op een besluit', 'warning'], 'in-onderzoek': ['In onderzoek', 'active'], toegewezen: ['Toegewezen', 'safe'],
  afgewezen: ['Afgewezen', 'danger'] } as const;
const SOORT = { WMO315: 'Aanvraag', WMO317: 'Wijziging' } as const;
/** Finished ones interest whoever looks for what just happened. */
const VOLGORDE: Readonly<Record<Verzoekstatus, 'oudste' | 'nieuwste'>> = {
  onderhanden: 'oudste', 'in-onderzoek': 'oudste', toegewezen: 'nieuwste', afgewezen: 'nieuwste' };

export const Verzoekstatuslabel = ({ status }: { readonly status: Verzoekstatus }) => <Label soort={STATUS[status][1]}>{STATUS[status][0]}</Label>;
export const verzoeksoort = (berichtsoort: 'WMO315' | 'WMO317'): string => SOORT[berichtsoort];

const isStatus = (waarde: string): waarde is Verzoekstatus => Object.hasOwn(STATUS, waarde);

/** A day before which something has to be done; the word says what the colour does. */
export const Uiterlijk = ({ dag, vandaag }: { readonly dag: string | undefined; readonly vandaag: string }) => (
  dag === undefined ? <>–</> : dag < vandaag ? <Label soort="danger">{`${korteDatum(dag)}, voorbij`}</Label> : <>{korteDatum(dag)}</>);

const kolommen = (vandaag: string): readonly Kolom<Verzoekregel>[] => [
  { kop: 'Ontvangen', cel: ({ ontvangenOp }) => tijdstip(ontvangenOp).slice(0, 10) },
  { kop: 'Verzoek', rijkop: true, cel: ({ id, berichtsoort, referentieAanbieder }) => (
    <Koppeling naar={`/verzoeken/${id}`}>{`${SOORT[berichtsoort]} ${referentieAanbieder}`}</Koppeling>) },
  { kop: 'Aanbieder', cel: ({ aanbieder }) => aanbieder },
  { kop: 'Waarom een medewerker nodig is', cel: ({ wachtOp }) => (wachtOp.length === 0 ? '–' : wachtOp.map((reden) => <div>{reden}</div>)) },
  { kop: 'Uiterlijk', cel: ({ vervaldatum }) => <Uiterlijk dag={vervaldatum} vandaag={vandaag} /> },
  { kop: 'Stand', cel: ({ status }) => <Verzoekstatuslabel status={status} /> },
];

export function verzoekenlijst(kamer: Kamer): void {
  kamer.toon('/verzoeken', { scopes: ['gemeente'] }, async (bezoek) => {
    const gemeente = gemeenteVan(bezoek);
    const { status: gevraagd = '', cursor } = bezoek.query;
    const status = isStatus(gevraagd) ? gevraagd : 'onderhanden';
    const { items, volgende } = await bezoek.api.haal<{ items: readonly Verzoekregel[]; volgende?: string }>(
      '/v1/verzoeken', { gemeente, status, volgorde: VOLGORDE[status], cursor });
    const adres = (waar?: string): string => metVraag('/verzoeken', { status, cursor: waar });
    return pagina('Verzoeken', (
      <>
        <Filter naar="/verzoeken">
          <Keuze naam="status" label="Stand" waarde={status} keuzes={Object.entries(STATUS).map(([waarde, [label]]) => ({ waarde, label }))} />
        </Filter>
        <Tabel bijschrift={`${STATUS[status][0]}, ${VOLGORDE[status]} eerst`} kolommen={kolommen(bezoek.vandaag)} rijen={items}
          leeg={status === 'onderhanden' ? 'Er wacht geen verzoek op een besluit.' : 'Er zijn geen verzoeken met deze stand.'} />
        <Bladeren eerste={cursor === undefined ? undefined : adres()} volgende={volgende === undefined ? undefined : adres(volgende)} />
      </>));
  });
}
