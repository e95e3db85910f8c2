import { inVergelijkingseenheid } from '../../volume/eenheden.js';
import { totaalMaximum } from '../../volume/maximum.js';
import type { Eenheid } from '../../volume/omvang.js';
import { somBinnenMaximum, type Geleverd, type Maatstaf } from '../opbouw.js';
import { heeftOmvang, type MetOmvang } from '../prestaties.js';
import { plek34, regel34 } from '../regel.js';

/**
 * Nothing for a unit that does not fit: an earlier claim from before the allocation got another unit cannot be
 * compared.
 */
function volume({ volume: aantal, eenheid }: Omit<Geleverd, 'bedrag'>, toewijzing: MetOmvang): number {
  return inVergelijkingseenheid(aantal, eenheid as Eenheid, toewijzing.eenheid) ?? 0;
}

const VOLUME: Maatstaf<MetOmvang> = {
  begrenst: heeftOmvang,
  maximum(toewijzing, totEnMet) {
    return volume({ volume: totaalMaximum(toewijzing, totEnMet), eenheid: toewijzing.eenheid }, toewijzing);
  },
  eerder({ volumes }, toewijzing) {
    let som = 0;
    for (const [eenheid, aantal] of volumes) som += volume({ volume: aantal, eenheid }, toewijzing);
    return som;
  },
  waarde: volume,
};

/** All debits on an allocation together claim no more volume than it has over its whole period. */
export const TR322 = regel34('TR322', 3, '9322',
  plek34('WMO323', 'Prestatie', 'GeleverdVolume', somBinnenMaximum(VOLUME)));
