import { useQuery } from '@tanstack/react-query';
import { QueryState } from '../../../app/errors/query-state';
import { api } from '../../../app/wire/client';
import { useReopening } from '../../../components/use-reopening';
import classes from '../administration.module.css';
import { LaboratoryForm } from './laboratory-form';

export function LaboratorySection() {
  const laboratory = useQuery(api.laboratory.get.queryOptions({ meta: { topics: ['laboratory'] } }));
  const [opening, reopen] = useReopening(laboratory.refetch);
  return (
    <div className={classes.scroll}>
      <div className={classes.page}>
        <QueryState query={laboratory}>{(record) => <LaboratoryForm key={opening} record={record} onReopen={reopen} />}</QueryState>
      </div>
    </div>
  );
}
