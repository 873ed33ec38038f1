/** Prints what was planted in the sample city against what the engine finds, and names every miss. */
import { readRulesets } from '../server/rules';
import { compareCity } from './confusion/compare';
import { tellConfusion } from './confusion/table';
import { citySeed, generateCity } from './sample-city/generate';

const seed = Number(process.argv[2] ?? citySeed);
const ruleset = readRulesets().current;
process.stdout.write(tellConfusion(compareCity(generateCity(seed), ruleset), ruleset));
