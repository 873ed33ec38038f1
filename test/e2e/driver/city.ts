import type { Locator, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { readAddress } from '../../../client/address/codec';
import type { Address, View } from '../../../client/url';
import { openPage, type WindowName } from './browser';
import { type LonLat, pixelOf } from './mercator';
import { coloursOf, hexOf, type Picture, readPng } from './pixels';
import type { Watch } from './watch';

const patience = { timeout: 40_000, interval: 200 };
/** Colours that a map shows at least once its land, sea and units are drawn. */
const fewestColours = 12;

/** The open product in the words of its users. Whatever it does waits on conditions, never on time. */
export interface City {
  readonly page: Page;
  readonly watch: Watch;
  /** What is selected: the right panel, or the sheet on a phone. */
  readonly panel: Locator;
  /** Layers or the list beside the map. */
  readonly beside: Locator;
  readonly map: Locator;
  address(): Address;
  /** Waits until what the address says fits. */
  expectAddress(fits: (address: Address) => boolean): Promise<void>;
  /** Waits until something with this text stands in the panel. */
  panelSays(text: string | RegExp): Promise<void>;
  /** A picture of the map alone. */
  picture(): Promise<Picture>;
  /** Waits until the map has been drawn, and answers how many pixels of each colour it shows. */
  drawn(): Promise<Map<string, number>>;
  /** The pixel of the window at which a place lies, by the view that the address tells. */
  pixelAt(place: LonLat): Promise<{ x: number; y: number }>;
  /** Holds the pointer over a place until the tip says this. */
  pointAt(place: LonLat, tip: string | RegExp): Promise<void>;
  /** Clicks a place once the tip there says this: then what is drawn there has arrived. */
  clickAt(place: LonLat, tip: string | RegExp): Promise<void>;
  /** The colour of the map at a place. */
  colourAt(place: LonLat): Promise<string>;
  /** Goes to another address of the product without loading the page anew, as the back button does. */
  walkTo(address: string): Promise<void>;
  /** Selects a row of the list beside the map. */
  choose(list: string, row: string | RegExp): Promise<void>;
  /** Moves focus away from fields, where letters are shortcuts. */
  press(key: string): Promise<void>;
}

interface Opening {
  window?: WindowName;
  /** The name under which this browser writes; null leaves it unsigned. */
  actor?: string | null;
}

/** Opens the city at an address (a query string) and waits until its map is drawn. */
export async function openCity(address = '', { window: size = 'desk', actor = '测试员' }: Opening = {}): Promise<City> {
  const { page, watch } = await openPage(size);
  await page.addInitScript((name) => {
    if (name === null) window.localStorage.removeItem('yuantu.actor');
    else window.localStorage.setItem('yuantu.actor', name);
  }, actor);
  await page.goto(new URL(address, inject('serverUrl')).href);
  const city = cityOn(page, watch, size);
  await city.drawn();
  return city;
}

function cityOn(page: Page, watch: Watch, size: WindowName): City {
  const map = page.locator('canvas.maplibregl-canvas').first();
  const tip = page.getByRole('tooltip').and(page.locator('.map-tip'));
  const phone = size === 'phone';
  const panel = page.locator(phone ? '.sheet' : '.right-panel');
  const beside = page.locator(phone ? '.sheet' : '.left-panel');
  const address = () => readAddress(new URL(page.url()).search);
  const expectAddress = (fits: (now: Address) => boolean) =>
    expect.poll(() => fits(address()) || page.url(), patience).toBe(true);
  const boxOf = async () => {
    const box = await map.boundingBox();
    if (!box) throw new Error('the map is not on the page');
    return box;
  };
  const pixelAt = async (place: LonLat) => {
    await expectAddress((now) => now.view !== null);
    const box = await boxOf();
    const at = pixelOf(address().view as View, box, place);
    return { x: box.x + at.x, y: box.y + at.y };
  };
  const picture = async () => readPng(await page.screenshot({ clip: await boxOf() }));
  const drawn = async () => {
    let colours = new Map<string, number>();
    const look = async () => {
      colours = coloursOf(await picture());
      return colours.size;
    };
    await map.waitFor();
    await expect.poll(look, { timeout: patience.timeout, interval: 400 }).toBeGreaterThan(fewestColours);
    return colours;
  };
  const pointAt = async (place: LonLat, says: string | RegExp) => {
    let step = 0;
    const read = async () => {
      const { x, y } = await pixelAt(place);
      step = 1 - step;
      await page.mouse.move(x + step, y);
      return (await tip.isVisible()) ? tip.textContent() : '';
    };
    await expect.poll(read, patience).toMatch(says);
  };
  return {
    page,
    watch,
    panel,
    beside,
    map,
    address,
    expectAddress,
    picture,
    drawn,
    pixelAt,
    pointAt,
    panelSays: (text) => panel.getByText(text).first().waitFor(),
    clickAt: async (place, says) => {
      await pointAt(place, says);
      const { x, y } = await pixelAt(place);
      await page.mouse.click(x, y);
    },
    colourAt: async (place) => {
      const [box, at, seen] = [await boxOf(), await pixelAt(place), await picture()];
      return hexOf(seen.at(Math.round(at.x - box.x), Math.round(at.y - box.y)));
    },
    walkTo: (next) =>
      page.evaluate((search) => {
        window.history.pushState(null, '', search);
        window.dispatchEvent(new PopStateEvent('popstate'));
      }, next),
    choose: async (list, row) => {
      await page.getByText(list, { exact: true }).and(beside.locator('.left-tabs *')).first().click();
      const rows = beside.locator('.rows');
      await rows.evaluate((frame) => frame.scrollTo(0, 0));
      const wanted = rows.locator('li').filter({ hasText: row }).first();
      const seek = async () => {
        if ((await wanted.count()) > 0) return true;
        await rows.evaluate((frame) => frame.scrollBy(0, frame.clientHeight * 0.8));
        return false;
      };
      await expect.poll(seek, patience).toBe(true);
      await wanted.getByRole('button').first().click();
    },
    press: async (key) => {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.keyboard.press(key);
    },
  };
}
