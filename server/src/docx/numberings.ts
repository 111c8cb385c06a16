import { AlignmentType, type ILevelsOptions, LevelFormat } from 'docx';
import { LIST_STEP } from './writing';

/** Word knows nine levels of lists; deeper ones look like the ninth. */
export const DEEPEST_LEVEL = 8;
/**
 * The library writes `{name-0}` and later puts numbers in the place of that, in all of the text. The names begin with a
 * character that no text can hold here (xml-text.ts), so that nothing somebody has written is taken for one.
 */
const UNTYPED = '\u0001';
export const BULLETS = `${UNTYPED}bullets`;

const indent = (level: number) => ({ left: (level + 1) * LIST_STEP, hanging: LIST_STEP });
const levels = (of: (level: number) => Omit<ILevelsOptions, 'level'>): ILevelsOptions[] =>
  Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => ({
    level,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: indent(level) } },
    ...of(level),
  }));

const SIGNS = ['•', '◦', '▪'];
const FORMATS = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN];

/** The lists of a Word document. */
export class Numberings {
  private readonly numbered: { reference: string; levels: ILevelsOptions[] }[] = [];

  /**
   * A numbered list of its own, so that each begins where it should, and none goes on where another ended.
   * @param around how many numbered lists it stands in: numbers, then letters, then Roman numbers
   * @returns its name
   */
  newList(start: number, around: number): string {
    const format = FORMATS[Math.min(around, FORMATS.length - 1)] ?? LevelFormat.DECIMAL;
    const reference = `${UNTYPED}list-${this.numbered.length + 1}`;
    this.numbered.push({
      reference,
      // Letters and Roman numbers have no nought.
      levels: levels((level) => ({
        format: start === 0 ? LevelFormat.DECIMAL : format,
        text: `%${level + 1}.`,
        start,
      })),
    });
    return reference;
  }

  /** What the document has to declare. */
  config(): { reference: string; levels: ILevelsOptions[] }[] {
    const bullets = levels((level) => ({
      format: LevelFormat.BULLET,
      text: SIGNS[Math.min(level, SIGNS.length - 1)] ?? '•',
    }));
    return [{ reference: BULLETS, levels: bullets }, ...this.numbered];
  }
}
