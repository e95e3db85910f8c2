/** The bsn of a client, shown to who gives a reason. It is part of this one answer and of no address. */
import type { JSX } from 'preact';
import { Apifout } from '../../api.js';
import type { Bezoek } from '../../bezoek.js';
import { pagina, type Uitkomst } from '../../kamer.js';
import { Formulier, Foutoverzicht, Knop, Tekstveld, type Velden } from '../../opmaak/formulier.js';
import { Alinea, Gegevens, Koppeling, Melding, Vouw } from '../../opmaak/onderdelen.js';
import { adresVan, clientadres, isNummer, nietGevonden, plekVan, type Plek } from './gegevens.js';

const REDENEN = ['Cliënt of mantelzorger aan de telefoon', 'Vraag van de aanbieder beantwoorden', 'Gegevens vergelijken met een ander systeem', 'Bezwaar of klacht behandelen']
  .map((waarde) => ({ waarde, label: waarde }));

export const Bsnformulier = ({ bezoek, plek, nummer, waarde, fout }: {
  readonly bezoek: Bezoek; readonly plek: Plek; readonly nummer: number; readonly waarde?: string | undefined; readonly fout?: string | undefined }): JSX.Element => (
  <Formulier naar={adresVan(plek, nummer, {}, '/bsn')} csrf={bezoek.csrf()} naam="Bsn tonen">
    <Tekstveld naam="reden" label="Waarom moet u het bsn weten?" uitleg="Uw reden komt met uw naam in het auditspoor. Noem geen bsn of naam." maxLengte={200}
      lijst={REDENEN} waarde={waarde} fout={fout} verplicht />
    <Knop soort="secondary-action">Toon het bsn</Knop>
  </Formulier>
);

/** The masked bsn, and the way to the whole one. */
export const Bsnvouw = (eigenschappen: { readonly bezoek: Bezoek; readonly plek: Plek; readonly nummer: number; readonly gemaskeerd: string | undefined }): JSX.Element => (
  <Vouw kop={`Bsn ${eigenschappen.gemaskeerd ?? '•••••••••'}: toon het hele nummer`}><Bsnformulier {...eigenschappen} /></Vouw>
);

export async function toonBsn(bezoek: Bezoek, velden: Velden): Promise<Uitkomst> {
  const plek = plekVan(bezoek);
  const { nummer: tekst = '' } = bezoek.params;
  if (plek === undefined || !isNummer(tekst)) throw nietGevonden();
  const nummer = Number(tekst);
  const { reden = '' } = velden;
  const opnieuw = (melding: string): Uitkomst => pagina('Bsn tonen', (
    <>
      <Foutoverzicht fouten={[{ veld: 'reden', melding }]} />
      <Bsnformulier bezoek={bezoek} plek={plek} nummer={nummer} waarde={reden} fout={melding} />
      <Alinea><Koppeling naar={adresVan(plek, nummer)}>{`Terug naar toewijzing ${nummer}`}</Koppeling></Alinea>
    </>));
  if (reden.length < 5) return opnieuw('Zeg in een paar woorden waarom u het bsn moet weten.');
  try {
    const { bsn } = await bezoek.api.stuur<{ bsn: string }>('/v1/toewijzingen/client', { gemeente: plek.gemeente, toewijzingNummer: nummer, reden });
    return pagina('Bsn van de cliënt', (
      <>
        <Melding ernst="info"><Alinea>Dat u dit bsn hebt gezien, en waarom, staat in het auditspoor. Het verdwijnt zodra u deze pagina verlaat.</Alinea></Melding>
        <Gegevens items={[['Bsn', <strong class="iwmo-kenmerk">{bsn}</strong>], ['Cliënt van toewijzing', String(nummer)], ['Uw reden', reden]]} />
        <Alinea><Koppeling naar={adresVan(plek, nummer)}>{`Terug naar toewijzing ${nummer}`}</Koppeling></Alinea>
        <Alinea><Koppeling naar={clientadres(plek, nummer)}>Alle toewijzingen van deze cliënt</Koppeling></Alinea>
      </>));
  } catch (fout) {
    if (fout instanceof Apifout && fout.status === 400) return opnieuw(fout.probleem.detail);
    throw fout;
  }
}
