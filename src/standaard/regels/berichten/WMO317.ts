import { CS002 } from '../niveau2/CS002.js';
import { TR056 } from '../niveau3/TR056.js';
import type { Regellijst } from './regellijst.js';

/** The rules on a WMO317, in order of assessment. */
export const WMO317: Regellijst = {
  niveau2: [CS002],
  niveau3En4: [TR056],
};
