/** Light, dark, or as the system has it. */
export const APPEARANCES = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

const REMEMBERED = 'accord.appearance';

/** What was chosen on this device. */
export function rememberedAppearance(): Appearance {
  const kept = localStorage.getItem(REMEMBERED);
  return APPEARANCES.find((appearance) => appearance === kept) ?? 'system';
}

/** Shows the page in `appearance` and keeps the choice on this device. */
export function setAppearance(appearance: Appearance): void {
  localStorage.setItem(REMEMBERED, appearance);
  showAppearance(appearance);
}

/** Shows the page in `appearance`. */
export function showAppearance(appearance: Appearance): void {
  if (appearance === 'system') delete document.documentElement.dataset.appearance;
  else document.documentElement.dataset.appearance = appearance;
}
