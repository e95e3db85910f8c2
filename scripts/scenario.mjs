#!/usr/bin/env node
/**
 * npm run scenario                          lists the scenarios
 * npm run scenario -- NAAM [NAAM…]          runs them on a temporary gateway and says per step whether it went as expected
 * npm run scenario -- --alle                runs them all
 *   --adres http://127.0.0.1:8080           on a gateway that is running already; its register keeps what is sent
 *   --map DIR                               scenarios from another folder
 *   --kort                                  only what is not as expected
 *
 * Exit: 0 everything as expected, 1 a difference, 2 a wrong call or a gateway that cannot be reached.
 */
import { bouwOfStop, controleerNode, installeer } from './voorbereiden.mjs';

controleerNode();
installeer();
bouwOfStop();
// Only now, because the rest uses packages and the build.
const { draaien } = await import('./scenario/draaien.mjs');
process.exitCode = await draaien(process.argv.slice(2));
