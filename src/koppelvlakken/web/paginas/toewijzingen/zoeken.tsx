/** Looking a client or an allocation up. What is looked for travels in the form and never in an address; what is found has an address without a bsn. */
import type { JSX } from 'preact';
import { voldoetAanElfproef } from '../../../../standaard/regels/niveau2/elfproef.js';
import { isAgbCode, isGemeentecode, partijVan, type Bezoek } from '../../bezoek.js';
import { naar, pagina, type Uitkomst } from '../../kamer.js';
import { Formulier, Foutoverzicht, Knop, Tekstveld, type Velden } from '../../opmaak/formulier.js';
import { Alinea, Melding } from '../../opmaak/onderdelen.js';
import { adresVan, clientadres, isNummer, plekVan, zoek, type Plek } from './gegevens.js';

interface Fout { readonly veld: 'gemeente' | 'bsn' | 'nummer'; readonly melding: string }

export function Zoekpagina({ bezoek, velden = {}, fouten = [], niets = false }: {
  readonly bezoek: Bezoek; readonly velden?: Velden; readonly fouten?: readonly Fout[]; readonly niets?: boolean }): JSX.Element {
  const fout = (veld: Fout['veld']): string | undefined => fouten.find((een) => een.veld === veld)?.melding;
  const alsAanbieder = isAgbCode(partijVan(bezoek));
  return (
    <>
      <Foutoverzicht fouten={fouten} />
      {niets ? (
        <Melding ernst="warning">
          <Alinea>{`Er zijn geen toewijzingen gevonden${alsAanbieder ? ' aan u bij deze gemeente' : ' bij deze gemeente'}. Controleer wat u invulde.`}</Alinea>
        </Melding>) : null}
      <Alinea>{alsAanbieder ? 'Zoek een cliënt of een toewijzing. U ziet alleen wat aan u is toegewezen.' : 'Zoek een cliënt of een toewijzing van uw gemeente.'}</Alinea>
      <Formulier naar="/toewijzingen" csrf={bezoek.csrf()} naam="Zoeken">
        {alsAanbieder ? <Tekstveld naam="gemeente" label="Gemeentecode" uitleg="De vier cijfers van de gemeente die toewees." invoermodus="numeric" maxLengte={4}
          waarde={velden['gemeente']} fout={fout('gemeente')} verplicht /> : null}
        <Tekstveld naam="bsn" label="Bsn van de cliënt" uitleg="Negen cijfers. Het bsn komt niet in het adres van de pagina." invoermodus="numeric" maxLengte={12}
          waarde={velden['bsn']} fout={fout('bsn')} />
        <Tekstveld naam="nummer" label="Of het toewijzingnummer" invoermodus="numeric" maxLengte={9} waarde={velden['nummer']} fout={fout('nummer')} />
        <Knop>Zoek</Knop>
      </Formulier>
    </>
  );
}

function controleer(velden: Velden, plek: Plek | undefined): Fout[] {
  const { bsn = '', nummer = '' } = velden;
  const fouten: Fout[] = plek === undefined ? [{ veld: 'gemeente', melding: 'Vul een gemeentecode van vier cijfers in.' }] : [];
  if (bsn === '' && nummer === '') fouten.push({ veld: 'bsn', melding: 'Vul een bsn of een toewijzingnummer in.' });
  else if (bsn !== '' && nummer !== '') fouten.push({ veld: 'nummer', melding: 'Vul een van beide in: het bsn of het toewijzingnummer.' });
  else if (bsn !== '' && !/^\d{9}$/.test(bsn)) fouten.push({ veld: 'bsn', melding: 'Een bsn heeft negen cijfers.' });
  else if (bsn !== '' && !voldoetAanElfproef(bsn)) fouten.push({ veld: 'bsn', melding: 'Dit is geen bsn: het voldoet niet aan de elfproef. Controleer de cijfers.' });
  else if (nummer !== '' && !isNummer(nummer)) fouten.push({ veld: 'nummer', melding: 'Een toewijzingnummer heeft een tot negen cijfers.' });
  return fouten;
}

export async function zoekEnGa(bezoek: Bezoek, ingevuld: Velden): Promise<Uitkomst> {
  // People copy a bsn with dots or spaces in it.
  const velden: Velden = { ...ingevuld, bsn: (ingevuld['bsn'] ?? '').replaceAll(/[ .-]/g, '') };
  const plek = plekVan(bezoek, isGemeentecode(velden['gemeente'] ?? '') ? velden['gemeente'] : '');
  const fouten = controleer(velden, plek);
  if (fouten.length > 0 || plek === undefined) return pagina('Toewijzingen', <Zoekpagina bezoek={bezoek} velden={velden} fouten={fouten} />);
  const { bsn = '', nummer = '' } = velden;
  const { items: [eerste] } = await zoek(bezoek, plek, bsn === '' ? { toewijzingNummer: Number(nummer) } : { bsn });
  if (eerste === undefined) return pagina('Toewijzingen', <Zoekpagina bezoek={bezoek} velden={velden} niets />);
  return naar(bsn === '' ? adresVan(plek, eerste.toewijzingNummer) : clientadres(plek, eerste.toewijzingNummer));
}
