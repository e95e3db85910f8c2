export { maakAanmelder, type Aangemeld, type Aanmelder } from './aanmelder.js';
export { NietAangemeld, OnbekendeClient, UitgeverOnbereikbaar } from './fouten.js';
export { maakTokencontrole, vingerafdruk } from './token.js';
export { openToegang, ToegangFout, type Rol, type Rollen, type Toegangen } from './toegangsbestand.js';
