import type { ReferenceSpectrum } from '../../../../contract/library';
import classes from '../library.module.css';

/** Fields of a file with their values as they stand there. */
export function OtherFields({ fields }: { readonly fields: ReferenceSpectrum['otherFields'] }) {
  return (
    <dl className={classes.facts}>
      {fields.map(({ field, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a file may give the same field with the same value twice; their order never changes
        <div key={`${field} ${index}`} className={classes.fact}>
          <dt className={classes.fieldName}>{field}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
