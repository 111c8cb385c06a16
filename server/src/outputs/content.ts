import type { Actor } from '@accord/shared/access/decide';
import type { Language } from '@accord/shared/access/role';
import { Failure } from '@accord/shared/kernel/failure';
import type { DocumentJson } from '@accord/shared/manuscript/document';
import { renderHtmlPage } from '@accord/shared/manuscript/render-html';
import { renderMarkdown } from '@accord/shared/manuscript/render-markdown';
import { renderText } from '@accord/shared/manuscript/render-text';
import type { CONTENT_FORMATS } from '@accord/shared/outputs/outputs';
import type { LiveChapters } from '../rooms/live-chapters';
import type { Outputs } from './outputs';

type Format = (typeof CONTENT_FORMATS)[number];

/** A chapter's text in one format; `type` is null where the value goes out as JSON. */
export interface RenderedContent {
  readonly type: string | null;
  readonly value: DocumentJson | string;
}

/** The committed texts of chapters, rendered. */
export interface Content {
  /** @throws Failure('not-found'), Failure('document-unreadable') */
  chapter(chapterId: string, format: Format): Promise<RenderedContent>;
  /** Any text of a chapter, such as that of a version. */
  render(chapterId: string, json: DocumentJson, format: Format): RenderedContent;
  /** The chapters of an output the person may read; `document` is null where a text can't be read (D4). */
  output(
    actor: Actor,
    outputId: string,
  ): Promise<{ chapterId: string; title: string; language: Language; document: DocumentJson | null }[]>;
}

export function createContent({
  outputs,
  chapters,
}: {
  outputs: Pick<Outputs, 'chapter' | 'readable'>;
  chapters: Pick<LiveChapters, 'read'>;
}): Content {
  const readOrNull = async (chapterId: string): Promise<DocumentJson | null> => {
    try {
      return (await chapters.read(chapterId)).json;
    } catch (error) {
      if (error instanceof Failure && error.code === 'document-unreadable') return null;
      throw error;
    }
  };

  const render = (chapterId: string, json: DocumentJson, format: Format): RenderedContent => {
    const { title, language } = outputs.chapter(chapterId).chapter;
    switch (format) {
      case 'json':
        return { type: null, value: json };
      case 'text':
        return { type: 'text/plain; charset=utf-8', value: renderText(json) };
      case 'html':
        return { type: 'text/html; charset=utf-8', value: renderHtmlPage(json, { title, language }) };
      case 'markdown':
        return { type: 'text/markdown; charset=utf-8', value: renderMarkdown(json) };
    }
  };

  return {
    render,
    chapter: async (chapterId, format) => render(chapterId, (await chapters.read(chapterId)).json, format),
    output: (actor, outputId) =>
      Promise.all(
        outputs.readable(actor, outputId).map(async ({ id, title, language }) => ({
          chapterId: id,
          title,
          language,
          document: await readOrNull(id),
        })),
      ),
  };
}
