import { CD041 } from '../niveau2/CD041.js';
import { CD075 } from '../niveau2/CD075.js';
import { CD076 } from '../niveau2/CD076.js';
import { CD077 } from '../niveau2/CD077.js';
import { CD078 } from '../niveau2/CD078.js';
import { CD079 } from '../niveau2/CD079.js';
import { CD096 } from '../niveau2/CD096.js';
import { CS002 } from '../niveau2/CS002.js';
import { CS003 } from '../niveau2/CS003.js';
import { CS015 } from '../niveau2/CS015.js';
import { CS025 } from '../niveau2/CS025.js';
import { CS338 } from '../niveau2/CS338.js';
import { TR101 } from '../niveau2/TR101.js';
import { TR352 } from '../niveau2/TR352.js';
import { TR353 } from '../niveau2/TR353.js';
import { TR380 } from '../niveau2/TR380.js';
import { TR410 } from '../niveau2/TR410.js';
import { TR056 } from '../niveau3/TR056.js';
import { TR304 } from '../niveau3/TR304.js';
import { TR347 } from '../niveau3/TR347.js';
import { TR349 } from '../niveau3/TR349.js';
import { TR350 } from '../niveau3/TR350.js';
import { TR351 } from '../niveau3/TR351.js';
import { TR357 } from '../niveau3/TR357.js';
import { TR361 } from '../niveau3/TR361.js';
import { TR373 } from '../niveau3/TR373.js';
import { TR374 } from '../niveau3/TR374.js';
import { TR375 } from '../niveau3/TR375.js';
import { TR411 } from '../niveau3/TR411.js';
import { TR412 } from '../niveau3/TR412.js';
import { TR135 } from '../niveau4/TR135.js';
import { TR378 } from '../niveau4/TR378.js';
import { TR381 } from '../niveau4/TR381.js';
import type { Regellijst } from './regellijst.js';

/** The rules on a WMO317, in order of assessment. */
export const WMO317: Regellijst = {
  niveau2: [
    CD041, CD075, CD076, CD077, CD078, CD079, CD096,
    CS002, CS003, CS015, CS025, CS338,
    TR101, TR352, TR353, TR380, TR410,
  ],
  niveau3En4: [
    TR056, TR135, TR378, TR304, TR347, TR349, TR350, TR351, TR357, TR361, TR373, TR374, TR375, TR381, TR411,
    TR412,
  ],
};
