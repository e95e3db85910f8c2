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
import type { Regellijst } from './regellijst.js';

/** The rules on a WMO323, in order of assessment. */
export const WMO323: Regellijst = {
  niveau2: [
    CD060, CD087,
    CS002, CS015, CS025, CS100, CS319, CS325, CS337, CS339, CS340,
    TR101, TR134, TR137, TR315, TR316, TR335, TR358, TR416,
  ],
  niveau3En4: [TR056],
};
