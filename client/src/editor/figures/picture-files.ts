/** Kinds of pictures the server takes; it looks into the file itself, this only saves a useless upload. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'] as const;

/** Why a file is not taken: an SVG drawing, or no picture at all. */
export type PictureRefusal = 'svg' | 'type';

/** Whether a file can be a picture of a chapter; the reason where it can't. */
export function refusalOf(file: File): PictureRefusal | null {
  if (file.type === 'image/svg+xml' || /\.svgz?$/i.test(file.name)) return 'svg';
  return (PICTURE_TYPES as readonly string[]).includes(file.type) ? null : 'type';
}

/** Asks the person for picture files; none when the person changes their mind. */
export function chooseFiles(multiple: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = PICTURE_TYPES.join(',');
    input.multiple = multiple;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
}
