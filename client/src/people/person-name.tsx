import { listPeople, type PersonCard } from '@accord/shared/people/people';
import { useTranslation } from 'react-i18next';
import { useEndpoint } from '../api/use-endpoint';

/** Looks people up by id; undefined while the list is on its way, or for somebody who is not in it any more. */
export function usePeople(): (id: string | null) => PersonCard | undefined {
  const people = useEndpoint(listPeople);
  return (id) => people.data?.find((person) => person.id === id);
}

/** A person by name, with the country's code. */
export function PersonName({ id }: { id: string }) {
  const { t } = useTranslation();
  const people = useEndpoint(listPeople);
  const person = people.data?.find((each) => each.id === id);
  if (person) {
    return (
      <span translate="no">
        {person.name} ({person.country})
      </span>
    );
  }
  return people.isSuccess ? <span>{t(($) => $.chapter.about.someone)}</span> : null;
}
