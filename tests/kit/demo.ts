import type { Output } from '@accord/shared/outputs/outputs';
import { ask, cookieOf } from './people';
import { dataFolder, ServerProcess } from './server-process';

/** A demo workspace on a throw-away folder, served by the built product. */
export interface Demo {
  readonly server: ServerProcess;
  /** An empty chapter made for this test, and the output it stands in. */
  newChapter(title: string): Promise<{ chapterId: string; outputId: string }>;
  /** The committed text of a chapter. */
  text(chapterId: string): Promise<string>;
  markdown(chapterId: string): Promise<string>;
  outputs(): Promise<Output[]>;
  end(): Promise<void>;
}

/** Starts a demo workspace; `end` stops it and removes its folder. */
export async function startDemo(): Promise<Demo> {
  const folder = await dataFolder();
  const server = await ServerProcess.start({ data: folder.path, demo: true });
  const administrator = await cookieOf(server.url, 'admin@demo.example');
  const outputs = () => ask<Output[]>(server.url, administrator, '/api/outputs');
  const content = (chapterId: string, format: string) =>
    ask<string>(server.url, administrator, `/api/chapters/${chapterId}/content?format=${format}`);
  return {
    server,
    outputs,
    async newChapter(title) {
      const outputId = (await outputs())[0]?.id ?? '';
      const chapter = await ask<{ id: string }>(
        server.url,
        administrator,
        `/api/outputs/${outputId}/chapters`,
        {
          method: 'POST',
          body: { title },
        },
      );
      return { chapterId: chapter.id, outputId };
    },
    text: (chapterId) => content(chapterId, 'text'),
    markdown: (chapterId) => content(chapterId, 'markdown'),
    async end() {
      await server.stop();
      await folder.remove();
    },
  };
}
