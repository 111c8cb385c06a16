import type { Language } from '@accord/shared/access/role';
import type { ApprovalRecord } from '@accord/shared/review/record';
import { RECORD_WORDS } from '@accord/shared/review/record-words';
import type { RecordFormat } from '@accord/shared/review/review';
import type { Exports } from './export/exports';
import { fileName } from './export/file-name';
import { sent } from './export/routes';
import type { Caller, Reply } from './http/bind';
import { recordPage } from './review/record-page';
import type { RecordFile } from './review/routes';

/** Sends approval records, which the review knows, as files, which the export writes: in the language of what was signed. */
export const createRecordSender =
  (needs: {
    readonly exports: Pick<Exports, 'page'>;
    readonly languageOf: (chapterId: string) => Language;
    readonly outputOf: (chapterId: string) => string;
  }) =>
  async (
    { actor }: Caller,
    record: ApprovalRecord,
    format: RecordFormat,
    reply: Reply,
  ): Promise<RecordFile> => {
    const { chapterId, texts } = record.signOff;
    const first = chapterId ?? texts[0]?.chapterId ?? '';
    const language = needs.languageOf(first);
    const title = `${RECORD_WORDS[language].title}: ${record.title}`;
    if (format === 'json') {
      const content = `${JSON.stringify(record, null, 1)}\n`;
      return sent(reply, { name: fileName(title, 'json'), type: 'application/json', content });
    }
    const page = {
      title,
      language,
      lines: [record.outputTitle],
      document: recordPage(record, language),
      subject: chapterId ?? needs.outputOf(first),
    };
    return sent(reply, await needs.exports.page(actor, page, format));
  };
