import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Serious and critical accessibility faults of the page as it stands, one line each. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // A dialog that is still fading in has other colours than the one people read.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
        .map(({ finished }) => finished),
    ),
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary?.split('\n').at(-1)?.trim()})`).join(' | ')}`,
    );
}

/** How many pixels the page is wider than the window; 0 when it fits. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );
}

/**
 * Visible words the pseudo-locale did not reach: interface text that comes from no catalogue. Left out is what people
 * wrote (the manuscript, and `data`: names, titles, addresses), codes in capitals, and what the browser formats itself
 * (dates, names of languages and countries).
 */
export async function untranslated(page: Page, data: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (!parent || parent.closest('[translate="no"], .ProseMirror, script, style, time, article[lang]'))
        continue;
      if (parent.checkVisibility() && text !== '') found.push(text);
    }
    return found;
  });
  const byLength = [...data, ...FORMATTED].sort((a, b) => b.length - a.length);
  return texts.filter((text) => {
    let rest = text;
    for (const known of byLength) rest = rest.split(known).join(' ');
    // The pseudo-locale changes every letter, and the vowels of what the browser formats; plain ones came from elsewhere.
    return /[A-Za-z][aeiou]|[aeiou][A-Za-z]/.test(
      rest.replace(/\b[\d:,. ]*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/g, ' '),
    );
  });
}

const FORMATTED = [
  'Accord',
  'English',
  'Suomi',
  'suomi',
  'Français',
  'français',
  'Deutsch',
  'Italiano',
  'italiano',
  'Finland',
  'France',
  'Germany',
  'Italy',
  'United Kingdom',
  'this minute',
  'Finnish',
  'French',
  'German',
  'Italian',
];
