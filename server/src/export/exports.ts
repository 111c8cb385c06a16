import type { Actor } from '@accord/shared/access/decide';
import type { Language } from '@accord/shared/access/role';
import type { ExportFormat } from '@accord/shared/export/export';
import type { NodeJson } from '@accord/shared/manuscript/document';
import { EXPORT_WORDS } from '@accord/shared/manuscript/export-words';
import type { Clock } from '../clock';
import { fileName } from './file-name';
import { htmlFile } from './html-file';
import type { ExportedChapter, ExportedText } from './manuscript-file';
import { markdownFile } from './markdown-file';
import { docxPictures, picturesOf, type StoredPicture } from './pictures';

/** A file to keep. */
export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** Chapters, their versions and whole outputs as files. They hold the text as it is, nothing that is only proposed (S11). */
export interface Exports {
  /** @throws Failure('not-found' | 'document-unreadable') */
  chapter(actor: Actor, chapterId: string, format: ExportFormat): Promise<ExportedFile>;
  /** @throws Failure('not-found' | 'document-unreadable') */
  version(actor: Actor, chapterId: string, versionId: string, format: ExportFormat): Promise<ExportedFile>;
  /** The chapters the person may read; one that can't be read is said to be missing. @throws Failure('not-found') */
  output(actor: Actor, outputId: string, format: ExportFormat): Promise<ExportedFile>;
  page(actor: Actor, page: MadePage, format: ExportFormat): Promise<ExportedFile>;
}

/** A page made by another part of the server. */
export interface MadePage {
  readonly title: string;
  readonly language: Language;
  readonly lines: readonly string[];
  readonly document: NodeJson;
  /** What it is about, for the audit log. */
  readonly subject: string;
}

export interface ExportNeeds {
  readonly chapterFacts: (chapterId: string) => {
    readonly title: string;
    readonly language: Language;
    readonly outputTitle: string;
  };
  readonly outputFacts: (outputId: string) => { readonly title: string; readonly language: Language };
  /** The committed text. */
  readonly readChapter: (chapterId: string) => Promise<NodeJson>;
  readonly readOutput: (actor: Actor, outputId: string) => Promise<readonly ExportedChapter[]>;
  readonly readVersion: (
    chapterId: string,
    versionId: string,
  ) => Promise<{ readonly document: NodeJson; readonly name: string | null; readonly at: string }>;
  /** An image, where there is one and the person may see it. */
  readonly readImage: (actor: Actor, imageId: string) => Promise<StoredPicture | null>;
  readonly audit: {
    record(note: {
      personId: string;
      what: string;
      subject: string;
      detail: Record<string, string | null>;
    }): Promise<void>;
  };
  readonly clock: Clock;
}

const ENDINGS: Readonly<Record<ExportFormat, { ending: string; type: string }>> = {
  html: { ending: 'html', type: 'text/html; charset=utf-8' },
  markdown: { ending: 'md', type: 'text/markdown; charset=utf-8' },
  docx: {
    ending: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
};

export function createExports(needs: ExportNeeds): Exports {
  /** Noted once the file is made: who only tried has taken nothing along. */
  async function make(
    actor: Actor,
    text: ExportedText,
    format: ExportFormat,
    noted: { subject: string; detail?: Record<string, string | null> },
  ): Promise<ExportedFile> {
    const documents = text.chapters.flatMap(({ document }) => (document ? [document] : []));
    const pictures = await picturesOf(documents, (imageId) => needs.readImage(actor, imageId));
    const content = await written(text, format, pictures);
    const { ending, type } = ENDINGS[format];
    const { subject, detail = {} } = noted;
    await needs.audit.record({
      personId: actor.personId,
      what: 'exported',
      subject,
      detail: { format, ...detail },
    });
    return { name: fileName(text.title, ending), type, content };
  }

  const exportedOn = (language: Language): string =>
    filled(EXPORT_WORDS[language].exported, language, new Date(needs.clock.now()));

  async function chapter(
    actor: Actor,
    chapterId: string,
    format: ExportFormat,
    read: () => Promise<{ document: NodeJson; lines: (language: Language) => readonly string[] }>,
    detail: Record<string, string | null> = {},
  ): Promise<ExportedFile> {
    const { title, language, outputTitle } = needs.chapterFacts(chapterId);
    const { document, lines } = await read();
    const text: ExportedText = {
      title,
      language,
      lines: [outputTitle, ...lines(language), exportedOn(language)],
      book: false,
      chapters: [{ title, language, document }],
    };
    return make(actor, text, format, { subject: chapterId, detail });
  }

  return {
    page: (actor, { title, language, lines, document, subject }, format) =>
      make(
        actor,
        { title, language, lines, book: false, chapters: [{ title, language, document }] },
        format,
        { subject },
      ),

    chapter: (actor, chapterId, format) =>
      chapter(actor, chapterId, format, async () => ({
        document: await needs.readChapter(chapterId),
        lines: () => [],
      })),

    version: (actor, chapterId, versionId, format) =>
      chapter(
        actor,
        chapterId,
        format,
        async () => {
          const { document, name, at } = await needs.readVersion(chapterId, versionId);
          const lines = (language: Language) => [
            ...(name === null ? [] : [name]),
            filled(EXPORT_WORDS[language].version, language, new Date(at), 'short'),
          ];
          return { document, lines };
        },
        { version: versionId },
      ),

    async output(actor, outputId, format) {
      const { title, language } = needs.outputFacts(outputId);
      const chapters = await needs.readOutput(actor, outputId);
      const text: ExportedText = { title, language, lines: [exportedOn(language)], book: true, chapters };
      return make(actor, text, format, { subject: outputId });
    },
  };
}

async function written(
  text: ExportedText,
  format: ExportFormat,
  pictures: Awaited<ReturnType<typeof picturesOf>>,
): Promise<ExportedFile['content']> {
  if (format === 'html') return htmlFile(text, pictures);
  if (format === 'markdown') return markdownFile(text, pictures);
  // Large, and wanted seldom.
  const { writeDocx } = await import('../docx/write-docx');
  return writeDocx({ ...text, pictures: await docxPictures(pictures) });
}

/** A sentence with a day in it, and the time (UTC) where it matters. */
const filled = (sentence: string, language: Language, at: Date, timeStyle?: 'short'): string => {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    ...(timeStyle && { timeStyle }),
    timeZone: 'UTC',
  });
  return sentence.replace('{date}', () => `${format.format(at)}${timeStyle ? ' UTC' : ''}`);
};
