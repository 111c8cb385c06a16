import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Serious and critical accessibility faults of the page as it stands, one line each. */
export async function seriousFaults(page: Page): Promise<string[]> {
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
 * Visible words the pseudo-locale did not reach: interface text that comes from no catalogue. What people wrote
 * (marked translate="no" or inside the manuscript) and what has no letters is left out.
 */
export async function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (
        !parent ||
        !/\p{L}{2,}/u.test(text) ||
        parent.closest('[translate="no"], .ProseMirror, script, style, time, [data-manuscript]')
      )
        continue;
      if (!parent.checkVisibility()) continue;
      // The pseudo-locale accents every vowel; a run of plain words came from somewhere else.
      if (!/[áéíóúýÁÉÍÓÚÝàèìòùâêîôûäëïöüåøñçÀ-ÿ]/.test(text)) found.push(text);
    }
    return found;
  });
}
