import { describe, it } from 'vitest';
import type {
  WMO301, WMO305, WMO307, WMO317, WMO323, WMO325,
} from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { verwachtNiveau2 } from '../../../hulp/bevindingen.js';
import {
  aangevraagdProduct, afgewezenPrestatie, antwoordVan, antwoordVoor, contact, declaratieVan, declaratieVoor, met301,
  met305, met307, met315, met317, nieuwProduct, prestatie, relatie, startProduct, stopProduct, teWijzigenProduct,
  toegewezenProduct, zonder,
} from '../../../hulp/variaties.js';
import { ANDER_BSN, BSN, wmo319 } from '../../../hulp/voorbeelden.js';

interface Clientprestaties {
  readonly Bsn: string;
  readonly Prestaties: readonly WMO323.Prestatie[];
}
type Breuk = readonly [regel: string, klasse: string, pad: string];

function afgewezen({ Bsn, Prestaties }: Clientprestaties): Omit<WMO325.Client, 'RetourCodes'> {
  return { Bsn, Prestaties: Prestaties.map((een) => ({ ...een, RetourCodes: ['9321'] })) };
}

function onder(boven: string): (breuk: Breuk) => Breuk {
  return ([regel, klasse, pad]) => [regel, klasse, `${boven}${pad}`];
}

describe('TR101', () => {
  describe('WMO301 Relatie', () => {
    it('voldoet: verschillende Nummers', () => {
      verwachtNiveau2('WMO301', met301({ Relaties: [relatie, { ...relatie, Nummer: '2' }] }));
    });

    it('breekt alleen TR101: een gelijk Nummer, bij elk volgend exemplaar', () => {
      const ander: WMO301.Relatie = { ...relatie, Soort: '04' };
      verwachtNiveau2('WMO301', met301({ Relaties: [relatie, ander, { ...relatie, Nummer: '2' }, ander] }),
        ['TR101', 'Relatie', '/Client/Relaties/Relatie[2]/Nummer'],
        ['TR101', 'Relatie', '/Client/Relaties/Relatie[4]/Nummer']);
    });
  });

  describe('WMO301 Contact', () => {
    it('voldoet: verschillende Soort onder Contactgegevens', () => {
      verwachtNiveau2('WMO301', met301({ Contactgegevens: [contact, { ...contact, Soort: '02' }] }));
    });

    it('breekt alleen TR101: gelijke Soort onder Contactgegevens, hoe verschillend ook de rest', () => {
      const eerder: WMO301.Contact = { ...contact, Soort: '04', Periode: { Einddatum: '2025-12-31' } };
      const later: WMO301.Contact = { ...contact, Soort: '04', Periode: { Begindatum: '2026-01-01' } };
      verwachtNiveau2('WMO301', met301({ Contactgegevens: [contact, eerder, later] }),
        ['TR101', 'Contact', '/Client/Contactgegevens/Contact[3]/Soort']);
    });

    it('niet van toepassing: gelijke Soort bij de client en bij relaties', () => {
      verwachtNiveau2('WMO301', met301({
        Relaties: [{ ...relatie, Contact: contact }, { ...relatie, Nummer: '2', Contact: contact }],
      }));
    });
  });

  describe('WMO301 ToegewezenProduct', () => {
    const later = { ...toegewezenProduct, Ingangsdatum: '2027-01-01', Einddatum: '2027-12-31' };

    it('voldoet: verschillende ToewijzingNummers', () => {
      const ander = { ...later, ToewijzingNummer: 300202 };
      verwachtNiveau2('WMO301', met301({ ToegewezenProducten: [toegewezenProduct, ander] }));
    });

    it('breekt alleen TR101: een gelijk ToewijzingNummer', () => {
      verwachtNiveau2('WMO301', met301({ ToegewezenProducten: [toegewezenProduct, later] }),
        ['TR101', 'ToegewezenProduct', '/Client/ToegewezenProducten/ToegewezenProduct[2]/ToewijzingNummer']);
    });
  });

  describe('WMO305 StartProduct', () => {
    const zonderProduct = zonder(startProduct, 'Product');
    const zonderNummer = zonder(startProduct, 'ToewijzingNummer');
    const zonderCode: WMO305.StartProduct = { ...startProduct, Product: { Categorie: '02' } };
    const pad = '/Client/StartProducten/StartProduct[2]/ToewijzingNummer';

    it.each<[string, WMO305.StartProduct]>([
      ['ToewijzingNummer', { ...startProduct, ToewijzingNummer: 300202 }],
      ['geen ToewijzingNummer', zonderNummer],
      ['Categorie', { ...startProduct, Product: { Categorie: '03', Code: '02A03' } }],
      ['Code', { ...startProduct, Product: { Categorie: '02', Code: '02A04' } }],
      ['geen Code', zonderCode],
      ['geen Product', zonderProduct],
      ['Begindatum', { ...startProduct, Begindatum: '2026-03-04' }],
    ])('voldoet: verschil in %s', (_naam, ander) => {
      verwachtNiveau2('WMO305', met305({ StartProducten: [startProduct, ander] }));
    });

    it.each<[string, WMO305.StartProduct]>([
      ['ToewijzingNummer', zonderNummer], ['Product', zonderProduct], ['Code', zonderCode],
    ])('breekt alleen TR101: beide zonder %s en verder gelijk', (_naam, start) => {
      verwachtNiveau2('WMO305', met305({ StartProducten: [start, start] }), ['TR101', 'StartProduct', pad]);
    });

    it('breekt alleen TR101: een verwijdering en een nieuwe aanlevering met dezelfde sleutel', () => {
      verwachtNiveau2('WMO305', met305({ StartProducten: [{ ...startProduct, StatusAanlevering: '3' }, startProduct] }),
        ['TR101', 'StartProduct', pad]);
    });

    it('breekt alleen TR101: ToewijzingIngangsdatum hoort niet bij de sleutel', () => {
      const ander = { ...startProduct, ToewijzingIngangsdatum: '2026-03-02' };
      verwachtNiveau2('WMO305', met305({ StartProducten: [startProduct, ander] }), ['TR101', 'StartProduct', pad]);
    });
  });

  describe('WMO307 StopProduct', () => {
    it.each<[string, WMO307.StopProduct]>([
      ['ToewijzingNummer', { ...stopProduct, ToewijzingNummer: 300202 }],
      ['Product', { ...stopProduct, Product: { Categorie: '02' } }],
      ['Begindatum', { ...stopProduct, Begindatum: '2026-03-04' }],
      ['RedenBeeindiging', { ...stopProduct, RedenBeeindiging: '20' }],
      ['Einddatum', { ...stopProduct, Einddatum: '2026-05-30' }],
    ])('voldoet: verschil in %s', (_naam, ander) => {
      verwachtNiveau2('WMO307', met307({ StopProducten: [stopProduct, ander] }));
    });

    it('breekt alleen TR101: de hele sleutel gelijk, StatusAanlevering niet', () => {
      verwachtNiveau2('WMO307', met307({ StopProducten: [{ ...stopProduct, StatusAanlevering: '3' }, stopProduct] }),
        ['TR101', 'StopProduct', '/Client/StopProducten/StopProduct[2]/ToewijzingNummer']);
    });
  });

  describe('WMO315 AangevraagdProduct', () => {
    const later = { ...aangevraagdProduct, ToewijzingIngangsdatum: '2027-01-01', ToewijzingEinddatum: '2027-12-31' };
    const pad = '/Client/AangevraagdeProducten/AangevraagdProduct[2]/ReferentieAanbieder';

    it('voldoet: verschillende ReferentieAanbieders', () => {
      const ander = { ...later, ReferentieAanbieder: 'REF-2' };
      verwachtNiveau2('WMO315', met315({ AangevraagdeProducten: [aangevraagdProduct, ander] }));
    });

    it('breekt alleen TR101 samen met TR383: dat stelt hier dezelfde eis', () => {
      verwachtNiveau2('WMO315', met315({ AangevraagdeProducten: [aangevraagdProduct, later] }),
        ['TR101', 'AangevraagdProduct', pad], ['TR383', 'AangevraagdProduct', pad]);
    });
  });

  describe('WMO317', () => {
    const een = { ToewijzingNummer: 300201 };
    const ander = { ToewijzingNummer: 300202 };
    // Products of a free category may overlap, so that TR410 does not judge these.
    const vrij: WMO317.NieuwProduct = { ...nieuwProduct, Product: { Categorie: '11', Code: '11A01' } };
    const vrijZonderCode: WMO317.NieuwProduct = {
      Product: { Categorie: '11' }, GewensteIngangsdatum: '2026-05-01', Einddatum: '2026-12-31', Budget: 100000,
    };
    const nieuw = (...NieuweProducten: WMO317.NieuwProduct[]) =>
      met317({ OngewijzigdeProducten: [een], NieuweProducten });

    it('voldoet: verschillende ToewijzingNummers in OngewijzigdProduct en TeWijzigenProduct', () => {
      verwachtNiveau2('WMO317', met317({
        OngewijzigdeProducten: [een, ander],
        TeWijzigenProducten: [300203, 300204].map((ToewijzingNummer) => ({ ...teWijzigenProduct, ToewijzingNummer })),
      }));
    });

    it('breekt alleen TR101: OngewijzigdProduct met een gelijk ToewijzingNummer', () => {
      verwachtNiveau2('WMO317', met317({ OngewijzigdeProducten: [een, ander, een], TeWijzigenProducten: [
        { ...teWijzigenProduct, ToewijzingNummer: 300203 }] }),
      ['TR101', 'OngewijzigdProduct', '/Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct[3]/ToewijzingNummer']);
    });

    it('breekt alleen TR101: TeWijzigenProduct met een gelijk ToewijzingNummer', () => {
      verwachtNiveau2('WMO317', met317({ TeWijzigenProducten: [
        teWijzigenProduct, { ...teWijzigenProduct, GewensteIngangsdatum: '2026-06-01' }] }),
      ['TR101', 'TeWijzigenProduct', '/Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[2]/ToewijzingNummer']);
    });

    it('niet van toepassing: hetzelfde ToewijzingNummer in OngewijzigdProduct en TeWijzigenProduct', () => {
      verwachtNiveau2('WMO317', met317({ OngewijzigdeProducten: [een], TeWijzigenProducten: [teWijzigenProduct] }));
    });

    it.each<[string, WMO317.NieuwProduct]>([
      ['Categorie', { ...vrij, Product: { Categorie: '12', Code: '11A01' } }],
      ['Code', { ...vrij, Product: { Categorie: '11', Code: '11A02' } }],
      ['geen Code', vrijZonderCode],
      ['GewensteIngangsdatum', { ...vrij, GewensteIngangsdatum: '2026-05-02' }],
    ])('voldoet: NieuwProduct met verschil in %s', (_naam, anders) => {
      verwachtNiveau2('WMO317', nieuw(vrij, anders));
    });

    it.each([
      ['met', vrij], ['zonder', vrijZonderCode],
    ])('breekt alleen TR101: NieuwProduct %s Code met gelijke sleutel', (_naam, product) => {
      verwachtNiveau2('WMO317', nieuw(product, { ...product, Einddatum: '2026-06-30' }),
        ['TR101', 'NieuwProduct', '/Client/Verzoek/NieuweProducten/NieuwProduct[2]/Product']);
    });
  });

  describe.each([
    ['WMO323', (clienten: readonly Clientprestaties[], ...verwacht: Breuk[]) => verwachtNiveau2('WMO323',
      declaratieVoor(...clienten), ...verwacht.map(onder('/Declaratie')))],
    ['WMO325', (clienten: readonly Clientprestaties[], ...verwacht: Breuk[]) => verwachtNiveau2('WMO325',
      antwoordVoor(...clienten.map(afgewezen)), ...verwacht.map(onder('/DeclaratieAntwoord')))],
  ])('%s', (_soort, verwacht) => {
    const eerste: WMO323.Prestatie = { ...prestatie, ProductReferentie: { ReferentieNummer: 'RN0001' } };
    const tweede: WMO323.Prestatie = {
      ...prestatie, ProductReferentie: { ReferentieNummer: 'RN0002' }, ToewijzingNummer: 300202,
    };
    /** Same key as the first, other allocation. */
    const gelijke: WMO323.Prestatie = { ...eerste, ToewijzingNummer: 300202 };
    const credit: WMO323.Prestatie = {
      ...prestatie, ProductReferentie: { ReferentieNummer: 'RN0001', VorigReferentieNummer: 'RN9001' },
      IngediendBedrag: { Bedrag: 100, DebetCredit: 'C' },
    };

    it('voldoet: verschillende clienten, en binnen een client verschillende Prestaties', () => {
      verwacht([{ Bsn: BSN, Prestaties: [eerste, tweede] }, { Bsn: ANDER_BSN, Prestaties: [
        { ...eerste, ToewijzingNummer: 300203, ProductReferentie: { ReferentieNummer: 'RN0003' } }] }]);
    });

    it('voldoet: gelijk ReferentieNummer met een ander of afwezig VorigReferentieNummer', () => {
      verwacht([{ Bsn: BSN, Prestaties: [eerste, credit, {
        ...credit, ProductReferentie: { ReferentieNummer: 'RN0001', VorigReferentieNummer: 'RN9002' } }] }]);
    });

    it('voldoet: gelijk ReferentieNummer bij een andere client', () => {
      verwacht([{ Bsn: BSN, Prestaties: [eerste] }, { Bsn: ANDER_BSN, Prestaties: [gelijke] }]);
    });

    it('breekt alleen TR101: een gelijk Bsn', () => {
      verwacht([{ Bsn: BSN, Prestaties: [eerste] }, { Bsn: BSN, Prestaties: [tweede] }],
        ['TR101', 'Client', '/Clienten/Client[2]/Bsn']);
    });

    it('breekt alleen TR101: een gelijk ReferentieNummer zonder VorigReferentieNummer', () => {
      verwacht([{ Bsn: BSN, Prestaties: [eerste, gelijke] }],
        ['TR101', 'Prestatie', '/Clienten/Client[1]/Prestaties/Prestatie[2]/ProductReferentie']);
    });

    it('breekt alleen TR101: een gelijk ReferentieNummer bij hetzelfde Bsn in twee Clienten', () => {
      verwacht([{ Bsn: BSN, Prestaties: [eerste] }, { Bsn: BSN, Prestaties: [gelijke] }],
        ['TR101', 'Client', '/Clienten/Client[2]/Bsn'],
        ['TR101', 'Prestatie', '/Clienten/Client[2]/Prestaties/Prestatie[1]/ProductReferentie']);
    });
  });

  it('breekt alleen TR101: WMO325 Prestatie met ook gelijk VorigReferentieNummer', () => {
    const credit: WMO325.Prestatie = {
      ...afgewezenPrestatie, ProductReferentie: { ReferentieNummer: 'RN0002', VorigReferentieNummer: 'RN9001' },
      IngediendBedrag: { Bedrag: 100, DebetCredit: 'C' },
    };
    verwachtNiveau2('WMO325', antwoordVan(credit, credit),
      ['TR101', 'Prestatie', '/DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[2]/ProductReferentie']);
  });

  it('breekt alleen TR101 samen met TR315: WMO323 Prestatie met ook gelijk VorigReferentieNummer', () => {
    const credit: WMO323.Prestatie = {
      ...prestatie, ProductReferentie: { ReferentieNummer: 'RN0002', VorigReferentieNummer: 'RN9001' },
      IngediendBedrag: { Bedrag: 100, DebetCredit: 'C' },
    };
    const pad = '/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]/ProductReferentie';
    verwachtNiveau2('WMO323', declaratieVan(credit, credit),
      ['TR101', 'Prestatie', pad], ['TR315', 'Prestatie', `${pad}/VorigReferentieNummer`]);
  });

  it('niet van toepassing: een WMO319 heeft een enkel Antwoord', () => {
    verwachtNiveau2('WMO319', wmo319);
  });
});
