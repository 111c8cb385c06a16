import { EXPORT_FORMATS, type ExportFormat } from '@accord/shared/export/export';
import { Download, FileCode, FileText, FileType, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadFile, saveFile } from '../api/download';
import { useFailureSentence } from '../api/failure-banner';
import { Button, IconButton } from '../ui/button';
import { Menu, MenuItem } from '../ui/menu';
import { useVoice } from '../ui/notices';

const ICONS: Readonly<Record<ExportFormat, LucideIcon>> = {
  docx: FileType,
  html: FileCode,
  markdown: FileText,
};
/** What most people want stands first. */
const ORDER = EXPORT_FORMATS.toSorted((one, other) => Number(other === 'docx') - Number(one === 'docx'));

/**
 * Takes a text along as a file, in one of the formats. Needs the later words.
 * @param addresses where each format is fetched
 * @param about what is exported, for screen readers, where more than one can be on a screen; only an icon is then shown
 */
export function ExportMenu({
  addresses,
  about,
}: {
  addresses: Readonly<Record<ExportFormat, string>>;
  about?: string;
}) {
  const { t } = useTranslation();
  const { notify, announce } = useVoice();
  const sentence = useFailureSentence();
  const [isBusy, setBusy] = useState(false);

  const take = async (format: ExportFormat) => {
    setBusy(true);
    announce(t(($) => $.export.preparing));
    try {
      saveFile(await downloadFile(addresses[format]));
      announce(t(($) => $.export.done));
    } catch (error) {
      notify(`${t(($) => $.export.failed)} ${sentence(error)}`, 'bad');
    } finally {
      setBusy(false);
    }
  };

  const label = about === undefined ? t(($) => $.export.action) : t(($) => $.export.actionFor, { about });
  const trigger =
    about === undefined ? (
      <Button icon={Download} isPending={isBusy}>
        {isBusy ? t(($) => $.export.preparing) : label}
      </Button>
    ) : (
      <IconButton small icon={Download} label={label} isPending={isBusy} />
    );
  return (
    <Menu label={label} trigger={trigger}>
      {ORDER.map((format) => (
        <MenuItem
          key={format}
          icon={ICONS[format]}
          detail={t(($) => $.export.details[format])}
          onAction={() => void take(format)}
        >
          {t(($) => $.export.formats[format])}
        </MenuItem>
      ))}
    </Menu>
  );
}
