import type { Chapter, Output } from '@accord/shared/outputs/outputs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../ui/tabs';
import { AboutPane } from './about-pane';
import { VersionsPane } from './versions-pane';

/** What stands beside the text, one pane at a time. */
export function Margin({ chapter, output }: { chapter: Chapter; output: Output | undefined }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState('about');
  return (
    <Tabs
      label={t(($) => $.chapter.margin.title)}
      selected={tab}
      onSelect={setTab}
      tabs={[
        {
          id: 'about',
          title: t(($) => $.chapter.about.tab),
          content: <AboutPane chapter={chapter} output={output} />,
        },
        {
          id: 'versions',
          title: t(($) => $.chapter.versions.tab),
          content: (
            <VersionsPane chapterId={chapter.id} mayKeep={chapter.abilities.includes('chapter.version')} />
          ),
        },
      ]}
    />
  );
}
