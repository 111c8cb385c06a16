import { listOutputs } from '@accord/shared/outputs/outputs';
import { useTranslation } from 'react-i18next';
import { useEndpoint } from '../api/use-endpoint';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';

export function Desk() {
  const { t } = useTranslation();
  const outputs = useEndpoint(listOutputs);
  return <Page title={t(($) => $.app.places.desk)}>{outputs.data ? null : <Skeleton />}</Page>;
}
