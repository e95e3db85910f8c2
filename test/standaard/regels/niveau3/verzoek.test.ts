import { describe, it } from 'vitest';
import type { Dossier, Toewijzing } from '../../../../src/standaard/regels/dossier.js';
import { dossierVoor, metToewijzingen, metVerzoeken, toewijzing, verzoek } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { aangevraagdProduct, met315, met317, nieuwProduct, teWijzigenProduct } from '../../../hulp/variaties.js';
import { ANDER_BSN, wmo301, wmo315, wmo317, wmo319 } from '../../../hulp/voorbeelden.js';

const AANVRAAG = '/Client/AangevraagdeProducten/AangevraagdProduct';
const VERZOEK = '/Client/Verzoek';
const tweede = {
  ...aangevraagdProduct, ReferentieAanbieder: 'REF-2026-002',
  ToewijzingIngangsdatum: '2027-01-01', ToewijzingEinddatum: '2027-12-31',
};

describe('TR347', () => {
  it('voldoet: de referentie is nieuw', () => {
    const ander = metVerzoeken({ ...verzoek, referentieAanbieder: 'REF-2026-999', gehonoreerd: true });
    verwachtNiveau34('WMO315', wmo315, dossierVoor('WMO315', ander));
    verwachtNiveau34('WMO317', wmo317, dossierVoor('WMO317', ander));
  });

  it('breekt alleen TR347: de referentie is gebruikt, hoe dat verzoek ook is afgelopen en voor wie het ook was', () => {
    const verleden = [{ antwoorden: ['1'] }, { gehonoreerd: true }, { antwoorden: ['1'], bsn: ANDER_BSN }] as const;
    for (const einde of verleden) {
      verwachtNiveau34('WMO315', met315({ AangevraagdeProducten: [tweede, aangevraagdProduct] }),
        dossierVoor('WMO315', metVerzoeken({ ...verzoek, ...einde })),
        ['TR347', '9347', 'AangevraagdProduct', `${AANVRAAG}[2]`]);
      const { ReferentieAanbieder } = wmo317.Client.Verzoek;
      verwachtNiveau34('WMO317', wmo317,
        dossierVoor('WMO317', metVerzoeken({ ...verzoek, ...einde, referentieAanbieder: ReferentieAanbieder })),
        ['TR347', '9347', 'Verzoek', VERZOEK]);
    }
  });

  it('niet van toepassing: alleen andere referenties zijn gebruikt', () => {
    verwachtNiveau34('WMO315', met315({ AangevraagdeProducten: [tweede] }),
      dossierVoor('WMO315', metVerzoeken(verzoek)));
  });
});

describe('TR374', () => {
  it('voldoet: er loopt geen verzoek voor de client; producten in een bericht hinderen elkaar niet', () => {
    verwachtNiveau34('WMO315', met315({ AangevraagdeProducten: [aangevraagdProduct, tweede] }), dossierVoor('WMO315'));
    verwachtNiveau34('WMO317', wmo317, dossierVoor('WMO317'));
  });

  it('breekt alleen TR374: er loopt een verzoek; de code komt bij elk AangevraagdProduct', () => {
    verwachtNiveau34('WMO315', met315({ AangevraagdeProducten: [aangevraagdProduct, tweede] }),
      dossierVoor('WMO315', { verzoekLoopt: true }),
      ['TR374', '9374', 'AangevraagdProduct', `${AANVRAAG}[1]`],
      ['TR374', '9374', 'AangevraagdProduct', `${AANVRAAG}[2]`]);
    verwachtNiveau34('WMO317', wmo317, dossierVoor('WMO317', { verzoekLoopt: true }),
      ['TR374', '9374', 'Verzoek', VERZOEK]);
  });

  it('niet van toepassing: berichten van de gemeente terwijl er een verzoek loopt', () => {
    verwachtNiveau34('WMO301', wmo301, dossierVoor('WMO301', { verzoekLoopt: true }));
    verwachtNiveau34('WMO319', wmo319, dossierVoor('WMO319', { verzoekLoopt: true }));
  });
});

/** The Dagtekening of the WMO317 example is 1 April 2026. */
const tweedeToewijzing: Toewijzing = { ...toewijzing, nummer: 300202, code: '02A04' };
const metTweede = (anders: Partial<Toewijzing>): Dossier =>
  dossierVoor('WMO317', metToewijzingen(toewijzing, { ...tweedeToewijzing, ...anders }));

/** What is not an allocation of this aanbieder and client that is current on the Dagtekening. */
const NIET_ACTUEEL: readonly (readonly [wat: string, anders: Partial<Toewijzing>])[] = [
  ['eindigde voor de Dagtekening', { einddatum: '2026-03-31' }],
  ['is van een andere client', { bsn: ANDER_BSN }],
  ['is van een andere aanbieder', { aanbieder: '65656056' }],
  ['is verwijderd', { ingangsdatum: '2026-05-01', einddatum: '2026-05-01', redenWijziging: '13' }],
  ['is vroeger verwijderd', { ingangsdatum: '2026-05-01', einddatum: '2026-05-01', redenWijziging: '01' }],
];
/** What is one. */
const ACTUEEL: readonly (readonly [wat: string, anders: Partial<Toewijzing>])[] = [
  ['loopt', {}],
  ['loopt zonder einde', { einddatum: undefined }],
  ['eindigt op de Dagtekening', { einddatum: '2026-04-01' }],
  ['gaat nog in', { ingangsdatum: '2027-01-01', einddatum: '2027-12-31' }],
  ['duurt een dag, niet verwijderd', { ingangsdatum: '2026-05-01', einddatum: '2026-05-01', redenWijziging: '05' }],
  ['heeft reden 13 en duurt langer', { redenWijziging: '13' }],
];

describe('TR349', () => {
  it.each(NIET_ACTUEEL)('voldoet: de toewijzing die ontbreekt, %s', (_wat, anders) => {
    verwachtNiveau34('WMO317', wmo317, metTweede(anders));
  });

  it.each(ACTUEEL)('voldoet: een toewijzing die %s, staat in het verzoek', (_wat, anders) => {
    verwachtNiveau34('WMO317', met317({
      TeWijzigenProducten: [teWijzigenProduct], OngewijzigdeProducten: [{ ToewijzingNummer: 300202 }],
    }), metTweede(anders));
  });

  it.each(ACTUEEL)('breekt alleen TR349: een toewijzing die %s, ontbreekt', (_wat, anders) => {
    verwachtNiveau34('WMO317', wmo317, metTweede(anders), ['TR349', '9349', 'Verzoek', VERZOEK]);
  });

  it('breekt alleen TR349: ontbreken er meer, dan nog een keer', () => {
    verwachtNiveau34('WMO317', wmo317,
      dossierVoor('WMO317', metToewijzingen(toewijzing, tweedeToewijzing, { ...tweedeToewijzing, nummer: 300203 })),
      ['TR349', '9349', 'Verzoek', VERZOEK]);
  });

  it('breekt alleen TR349: een NieuwProduct telt niet als opname', () => {
    const zelfde = { ...nieuwProduct, Product: { Categorie: '02', Code: '02A04' } } as const;
    verwachtNiveau34('WMO317', met317({
      TeWijzigenProducten: [teWijzigenProduct], NieuweProducten: [zelfde],
    }), metTweede({ einddatum: '2026-04-30' }), ['TR349', '9349', 'Verzoek', VERZOEK]);
  });

  it('niet van toepassing: de client heeft verder geen toewijzingen', () => {
    verwachtNiveau34('WMO317', wmo317, dossierVoor('WMO317'));
  });
});

describe.each([
  ['TR350', 'OngewijzigdProduct', '/Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct[1]',
    met317({ OngewijzigdeProducten: [{ ToewijzingNummer: 300202 }], TeWijzigenProducten: [teWijzigenProduct] })],
  ['TR351', 'TeWijzigenProduct', '/Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[2]',
    met317({ TeWijzigenProducten: [
      teWijzigenProduct, { ...teWijzigenProduct, ToewijzingNummer: 300202, GewensteIngangsdatum: '2026-05-01' }] })],
] as const)('%s', (regel, klasse, pad, bericht) => {
  it.each(ACTUEEL)('voldoet: de toewijzing %s', (_wat, anders) => {
    verwachtNiveau34('WMO317', bericht, metTweede(anders));
  });

  it.each(NIET_ACTUEEL)(`breekt alleen ${regel}: de toewijzing %s`, (_wat, anders) => {
    verwachtNiveau34('WMO317', bericht, metTweede(anders), [regel, regel.replace('TR', '9'), klasse, pad]);
  });

  it(`breekt alleen ${regel}: de toewijzing is er niet`, () => {
    verwachtNiveau34('WMO317', bericht, dossierVoor('WMO317'), [regel, regel.replace('TR', '9'), klasse, pad]);
  });

  it('niet van toepassing: een verzoek zonder die klasse, of een NieuwProduct', () => {
    const { OngewijzigdeProducten = [], TeWijzigenProducten = [] } = bericht.Client.Verzoek;
    const nummers = [...OngewijzigdeProducten, ...TeWijzigenProducten].map(({ ToewijzingNummer }) => ToewijzingNummer);
    const anders = klasse === 'OngewijzigdProduct'
      ? { TeWijzigenProducten: nummers.map((ToewijzingNummer) => ({ ...teWijzigenProduct, ToewijzingNummer })) }
      : { OngewijzigdeProducten: nummers.map((ToewijzingNummer) => ({ ToewijzingNummer })) };
    const NieuweProducten = [{ ...nieuwProduct, Product: { Categorie: '03', Code: '03A01' } as const }];
    verwachtNiveau34('WMO317', met317({ ...anders, NieuweProducten }), metTweede({}));
  });
});
