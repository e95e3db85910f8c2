import { CD085 } from '../niveau2/CD085.js';
import { CD086 } from '../niveau2/CD086.js';
import { CS015 } from '../niveau2/CS015.js';
import { CS025 } from '../niveau2/CS025.js';
import { TR056 } from '../niveau3/TR056.js';
import { TR355 } from '../niveau3/TR355.js';
import { TR359 } from '../niveau3/TR359.js';
import { TR360 } from '../niveau3/TR360.js';
import { TR365 } from '../niveau3/TR365.js';
import { TR135 } from '../niveau4/TR135.js';
import { TR378 } from '../niveau4/TR378.js';
import type { Regellijst } from './regellijst.js';

/** The rules on a WMO319, in order of assessment. */
export const WMO319: Regellijst = {
  niveau2: [
    CD085, CD086,
    CS015, CS025,
  ],
  niveau3En4: [TR056, TR135, TR378, TR355, TR359, TR360, TR365],
};
