/** Moved to where policy files can use it too. */
export { afstand } from '../../platform/afstand.js';
