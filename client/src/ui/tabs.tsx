import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { classes } from './classes';
import css from './tabs.module.css';

export interface TabsProps {
  /** What the tabs divide, for screen readers. */
  label: string;
  tabs: readonly { id: string; title: string; content: React.ReactNode }[];
  selected?: string;
  onSelect?: (id: string) => void;
  /** It takes the height there is, and the list of tabs stays in the window while the panes scroll with the page. */
  fills?: boolean;
}

/** Panes of which one is shown; arrow keys move between the tabs. */
export function Tabs({ label, tabs, selected, onSelect, fills = false }: TabsProps) {
  return (
    <AriaTabs
      className={classes(css.tabs, fills && css.fills)}
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
