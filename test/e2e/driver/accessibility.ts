import axe from 'axe-core';
import type { City } from './city';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** What axe finds wrong on the page as it stands, one line for each element; canvases are beyond its reach. */
export async function violations(city: City): Promise<string[]> {
  await city.page.evaluate(axe.source);
  return city.page.evaluate(async (values) => {
    const found = await window.axe.run({ exclude: ['canvas'] }, { runOnly: { type: 'tag', values } });
    if (found.passes.length < 10) return ['axe has looked at next to nothing'];
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`.replaceAll(/\s+/g, ' ')),
    );
  }, standards);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
