import { CS002 } from '../niveau2/CS002.js';
import { TR134 } from '../niveau2/TR134.js';
import { TR056 } from '../niveau3/TR056.js';
import { TR019 } from '../niveau3/TR019.js';
import { TR063 } from '../niveau3/TR063.js';
import { TR074 } from '../niveau3/TR074.js';
import type { Regellijst } from './regellijst.js';

/** The rules on a WMO307, in order of assessment. */
export const WMO307: Regellijst = {
  niveau2: [CS002, TR134],
  niveau3En4: [TR056, TR019, TR063, TR074],
};
