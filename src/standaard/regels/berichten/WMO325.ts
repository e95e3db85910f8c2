import { CS002 } from '../niveau2/CS002.js';
import { TR134 } from '../niveau2/TR134.js';
import { TR056 } from '../niveau3/TR056.js';
import type { Regellijst } from './regellijst.js';

/** The rules on a WMO325, in order of assessment. */
export const WMO325: Regellijst = {
  niveau2: [CS002, TR134],
  niveau3En4: [TR056],
};
