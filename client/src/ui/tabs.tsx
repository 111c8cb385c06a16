import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import css from './tabs.module.css';

export interface TabsProps {
  /** What the tabs divide, for screen readers. */
  label: string;
  tabs: readonly { id: string; title: string; content: React.ReactNode }[];
  selected?: string;
  onSelect?: (id: string) => void;
}

/** Panes of which one is shown; arrow keys move between the tabs. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      className={css.tabs ?? ''}
      {...(selected === undefined ? {} : { selectedKey: selected })}
      {...(onSelect ? { onSelectionChange: (key) => onSelect(String(key)) } : {})}
    >
      <TabList aria-label={label} className={css.list ?? ''}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={css.tab ?? ''}>
            {tab.title}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={css.panel ?? ''}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
