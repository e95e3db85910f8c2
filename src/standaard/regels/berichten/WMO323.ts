import { CD060 } from '../niveau2/CD060.js';
import { CD087 } from '../niveau2/CD087.js';
import { CS002 } from '../niveau2/CS002.js';
import { CS015 } from '../niveau2/CS015.js';
import { CS025 } from '../niveau2/CS025.js';
import { CS100 } from '../niveau2/CS100.js';
import { CS319 } from '../niveau2/CS319.js';
import { CS325 } from '../niveau2/CS325.js';
import { CS337 } from '../niveau2/CS337.js';
import { CS339 } from '../niveau2/CS339.js';
import { CS340 } from '../niveau2/CS340.js';
import { TR101 } from '../niveau2/TR101.js';
import { TR134 } from '../niveau2/TR134.js';
import { TR137 } from '../niveau2/TR137.js';
import { TR315 } from '../niveau2/TR315.js';
import { TR316 } from '../niveau2/TR316.js';
import { TR335 } from '../niveau2/TR335.js';
import { TR358 } from '../niveau2/TR358.js';
import { TR416 } from '../niveau2/TR416.js';
import { TR056 } from '../niveau3/TR056.js';
import { TR304 } from '../niveau3/TR304.js';
import { TR307 } from '../niveau3/TR307.js';
import { TR308 } from '../niveau3/TR308.js';
import { TR314 } from '../niveau3/TR314.js';
import { TR318 } from '../niveau3/TR318.js';
import { TR319 } from '../niveau3/TR319.js';
import { TR321 } from '../niveau3/TR321.js';
import { TR322 } from '../niveau3/TR322.js';
import { TR323 } from '../niveau3/TR323.js';
import { TR333 } from '../niveau3/TR333.js';
import { TR338 } from '../niveau3/TR338.js';
import { TR339 } from '../niveau3/TR339.js';
import { TR340 } from '../niveau3/TR340.js';
import { TR341 } from '../niveau3/TR341.js';
import { TR369 } from '../niveau3/TR369.js';
import { TR384 } from '../niveau3/TR384.js';
import { TR387 } from '../niveau3/TR387.js';
import { TR388 } from '../niveau3/TR388.js';
import { TR389 } from '../niveau3/TR389.js';
import { TR390 } from '../niveau3/TR390.js';
import { TR418 } from '../niveau3/TR418.js';
import { TR135 } from '../niveau4/TR135.js';
import { TR346 } from '../niveau4/TR346.js';
import { TR378 } from '../niveau4/TR378.js';
import { TR381 } from '../niveau4/TR381.js';
import type { Regellijst } from './regellijst.js';

/** The rules on a WMO323, in order of assessment. */
export const WMO323: Regellijst = {
  niveau2: [
    CD060, CD087,
    CS002, CS015, CS025, CS100, CS319, CS325, CS337, CS339, CS340,
    TR101, TR134, TR137, TR315, TR316, TR335, TR358, TR416,
  ],
  niveau3En4: [
    TR056, TR135, TR378,
    TR318, TR333,
    TR304, TR307, TR308, TR314, TR319, TR321, TR323, TR338, TR339, TR340, TR341, TR346, TR381, TR384, TR387, TR388,
    TR390, TR418,
    // Last, because they need to know which Prestaties broke another rule: credits first (OP366), then what debits add up to.
    TR389, TR322, TR369,
  ],
};
