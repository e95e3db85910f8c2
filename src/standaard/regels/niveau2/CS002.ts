import { elk, plek, regel2 } from '../regel.js';
import { voldoetAanElfproef } from './elfproef.js';

const geldig = elk((client: { readonly Bsn: string }) => voldoetAanElfproef(client.Bsn));

/** Bsn satisfies the elfproef. */
export const CS002 = regel2('CS002',
  plek('WMO301', 'Client', 'Bsn', geldig),
  plek('WMO305', 'Client', 'Bsn', geldig),
  plek('WMO307', 'Client', 'Bsn', geldig),
  plek('WMO315', 'Client', 'Bsn', geldig),
  plek('WMO317', 'Client', 'Bsn', geldig),
  plek('WMO323', 'Client', 'Bsn', geldig),
  plek('WMO325', 'Client', 'Bsn', geldig));
